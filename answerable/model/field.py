"""What the kinds are made of: the base of records, references, citations, dates, yes and no."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, InstanceOf, StringConstraints
from pydantic_core import PydanticCustomError

from answerable.i18n import Message, gettext
from answerable.model import date as dates
from answerable.model.date import When
from answerable.model.spec import (
    MINOR,
    Back,
    Declared,
    Meaning,
    Ref,
    Voice,
    headings,
    is_dated,
    specs,
)

SERIES_FOLDERS = ("motions", "reviews", "resolutions", "reports", "strategies", "plans")


def _error(message: str, **context: object) -> PydanticCustomError:
    return PydanticCustomError("said", message.replace("{", "{{").replace("}", "}}"), context)


def _yes_no(value: object) -> bool:
    if value not in ("yes", "no"):
        raise _error(f'"{value}" is neither yes nor no.' if isinstance(value, str) else "Write yes or no.")
    return value == "yes"


def _when(value: object) -> When:
    if not isinstance(value, str):
        raise _error('A date is one text; what a paper prints instead stands beside it, in "printed_date".')
    try:
        return dates.read(value)
    except dates.DateError as error:
        raise _error(
            f'"{error}" is no date this record knows. Write one like these: {dates.FORMS}.'
        ) from error


def _when_or_none(value: object) -> When | None:
    return None if value == "none" else _when(value)


def _day(value: object) -> date:
    when = _when(value)
    if not (when.earliest and when.earliest == when.latest):
        raise _error(f'"{value}" is not one day. Write the day: 2022-05-27.')
    return when.earliest


Text = Annotated[str, StringConstraints(min_length=1)]
Ours = Annotated[Text, Declared(voice=Voice.OURS), MINOR]
"""A text in our words."""
Summary = Annotated[Ours, Declared(framed=True, lead=True)]
"""What a record is, in a sentence or two."""
Printed = Annotated[Text, Declared(voice=Voice.PAPER), MINOR]
"""A name or a phrase as a paper prints it."""
Detail = Annotated[Text, Declared(voice=Voice.NAME), MINOR]
"""A name, a number or a fact."""
Title = Annotated[
    Text, Declared(voice=Voice.NAME, change=Meaning.TITLE, heading=True, name=True, framed=True, kept=True)
]
Prose = Annotated[
    str, Declared(loaded=True, framed=True, afterwards=True, called="text", voice=Voice.OURS), MINOR
]
Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60),
    Declared(holds="id", voice=Voice.CODE),
    MINOR,
]
PartId = Annotated[Id, Declared(identity=True, framed=True)]
Hash = Annotated[
    str,
    StringConstraints(pattern="^[0-9a-f]{64}$"),
    Declared(holds="hash", voice=Voice.CODE, change=Meaning.OFFICIAL),
]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$"), Declared(holds="colour")]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Date = Annotated[InstanceOf[When], BeforeValidator(_when)]
Due = Annotated[Date, Declared(called="due date", change=Meaning.DATE)]
DateOrNone = Annotated[InstanceOf[When] | None, BeforeValidator(_when_or_none), Declared(or_none=True)]
Day = Annotated[date, BeforeValidator(_day)]

AnyRef = Annotated[str, Ref()]
BodyRef = Annotated[str, Ref(("bodies",))]
PersonRef = Annotated[str, Ref(("people",))]
ActorRef = Annotated[str, Ref(("bodies", "people"))]
DocumentRef = Annotated[str, Ref(("documents",))]
MeetingRef = Annotated[str, Ref(("meetings",))]
SeriesRef = Annotated[str, Ref(SERIES_FOLDERS)]
ItemRef = Annotated[str, Ref((*SERIES_FOLDERS, "promises"))]
ActorOrNone = Annotated[str, Ref(("bodies", "people"), none=True)]
PlaceOrNone = Annotated[str, Ref(("meetings", "documents"), none=True)]
BY = Declared(back=Back("What it made, said or decided", 4), called="who it is by")
BODY = Declared(back=Back("Its people, meetings and papers", 9))
PEOPLE = Declared(back=Back("Meetings", 11))
Subjects = Annotated[tuple[AnyRef, ...], Declared(back=Back("What speaks of it", 27)), MINOR]
"""What a record speaks of."""

Basis = Annotated[Literal["in the source", "ours", "presumed"], Declared(choices="whose reading"), MINOR]
Named = Literal["in the text", "by context", "nobody"]


class Part(BaseModel):
    """Anything made of named fields; a field nobody knows is refused.

    A field whose name Python keeps for itself is written with a line beneath: `in_` is `in` in a file.
    """

    noun: ClassVar[Message] = gettext("part")
    """What one with an id of its own is called."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.removesuffix("_"),
    )


def place_of(places: str) -> str:
    """Innermost of the places named, which follows the last comma."""
    return places.rpartition(",")[2].strip()


EditorsNote = Annotated[Text | None, Declared(voice=Voice.INTERNAL, steers=True), MINOR]


class Citation(Part):
    """Where something is written."""

    in_: Annotated[DocumentRef, Declared(back=Back("What cites it", 33), called="document"), MINOR]
    """The innermost document."""
    at: Annotated[Detail, Declared(label="Where", called="place")]
    """The place, as that document numbers it; where several are named the last comma's part is the place."""
    quote: Annotated[Detail, Declared(called="words to find")]
    """At most ten words that stand exactly once in that place."""

    @property
    def place(self) -> str:
        """Innermost place: `report page 19` of `section 7(9), report page 19`."""
        return place_of(self.at)


Cites = Annotated[tuple[Citation, ...], Declared(called="citation", change=Meaning.CITATION, framed=True)]
"""Where something is written."""


class Gap(Part):
    """What the papers do not tell, or tell twice."""

    kind: Annotated[
        Literal[
            "conflicting date",
            "conflicting wording",
            "no minutes held",
            "attachment missing",
            "unanswered",
            "identity not shown",
            "in no attendance list",
            "not identified",
            "cut short",
            "not carried further",
            "cannot be published",
        ],
        MINOR,
    ]
    """What sort of gap; a closed list."""
    says: Annotated[Ours, Declared(heading=True)]
    """What is missing or in conflict, in a sentence."""
    basis: Basis
    """Whether the papers themselves show it, or we say so."""
    cites: Cites = ()
    """Where it is written."""


class PrintedDate(Part):
    """A date as its paper prints it, where that cannot be right or leaves something out."""

    words: Printed
    """The date as printed."""
    why: Ours
    """Why another date is counted."""


PRINTED_DATE = Declared(explains="date", framed=True, kept=True, change=Meaning.DATE)


def with_note(part: Part, name: str, when: When) -> When:
    """Date in a field of a part, with a note where the field beside it says what is printed."""
    beside = (getattr(part, one.name) for one in specs(type(part)) if one.declared.explains == name)
    printed = next(filter(None, beside), None)
    return when.printed_as(printed.words, printed.why) if printed else when


class Withdrawal(Part):
    """Why a record was taken back, and when."""

    on: Annotated[Day, MINOR]
    """The day it was taken back."""
    why: Ours
    """What readers are told of the reason."""


class Clearance(Part):
    """Who looked at a record before it became public, and said that it may."""

    by: Annotated[Detail, Declared(called="who it is by")]
    """A role, not a name."""
    on: Annotated[Day, MINOR]
    """The day of the clearance."""


class Record(Part):
    """What every record has."""

    kind_folder: ClassVar[str]

    form: ClassVar[str] = ""
    """What somebody who adds one calls it, where its kind's word is another."""
    followed: ClassVar[Message | None] = None
    """What the feed of each one tells; without it, it has none."""
    template: ClassVar[str] = "record"
    """Its page's template, a file in `templates/pages/`; what has none of its own shares one."""
    schema_type: ClassVar[str] = ""
    """What schema.org calls one, where it has a word that fits."""

    address: Annotated[str, Declared(loaded=True, framed=True, kept=True, voice=Voice.CODE)] = ""
    """Set by the loader from folder and file name: `bodies/osmb`."""
    prose: Prose = ""
    """The Markdown beneath the header of a `.md` record; set by the loader."""
    cites: Cites = ()
    """Where the record itself is written."""
    gaps: Annotated[tuple[Gap, ...], Declared(called="gap", framed=True, afterwards=True), MINOR] = ()
    """What the papers do not tell of it, or tell twice."""
    status: Annotated[
        Literal["draft", "published", "withdrawn", "erased"],
        Declared(
            called="public state", framed=True, kept=True, voice=Voice.CODE, change=Meaning.PUBLIC_STATE
        ),
    ]
    """Nothing is public without `published`."""
    embargo: Annotated[Day | None, Declared(framed=True, change=Meaning.PUBLIC_STATE)] = None
    """Not public before this day."""
    set_: Annotated[Id | None, Declared(voice=Voice.INTERNAL)] = None
    """Records that name the same set become public together, or not at all."""
    cleared: Annotated[Clearance | None, Declared(voice=Voice.INTERNAL), MINOR] = None
    """Needed for a person, and for an update that criticises; no page or table shows it."""
    editors_note: EditorsNote = None
    """A note among those who publish; no page or table shows it."""
    sensitive: Annotated[YesNo, Declared(framed=True, change=Meaning.PUBLIC_STATE)] = False
    """Kept out of search, feeds, clocks and question sheets."""
    withdrawn: Annotated[Withdrawal | None, Declared(framed=True, kept=True, change=Meaning.PUBLIC_STATE)] = (
        None
    )
    """Needed when the status is `withdrawn`."""
    aliases: Annotated[tuple[Detail, ...], Declared(label="Earlier addresses of this page")] = ()
    """Addresses it had before; each goes on leading here."""

    @property
    def heading(self) -> str:
        """Record's title or name."""
        named = (getattr(self, spec.name) for spec in headings(type(self)))
        return str(next(filter(None, named), None) or self.address)

    @property
    def lead(self) -> str:
        """What it is, in a sentence or two; empty where it does not say."""
        words = (getattr(self, spec.name) for spec in specs(type(self)) if spec.declared.lead)
        return str(next(words, None) or "")

    @property
    def when(self) -> When | None:
        """Date a record is shown with, if it has one."""
        name = next((spec.name for spec in specs(type(self)) if spec.declared.dates), "")
        value = getattr(self, name) if name else None
        if isinstance(value, date):
            return dates.read(value.isoformat())
        return with_note(self, name, value) if value else None

    @property
    def described_as(self) -> str:
        """Word of schema.org under which its own page describes it; empty where it says nothing."""
        return self.schema_type

    @property
    def effective_on(self) -> date:
        """Day on which the record comes in; the earliest of all for what is always there."""
        return self.when.day if self.when and is_dated(type(self)) else date.min

    @property
    def known_until(self) -> date:
        """Last day of which the record itself tells; what it refers to may be as late."""
        return self.effective_on

    @property
    def retracted(self) -> bool:
        """Whether it was withdrawn or erased: it keeps its place, and its words go."""
        return self.status in ("withdrawn", "erased")

    def is_public(self, today: date) -> bool:
        """Whether it may be shown on this day."""
        return self.retracted or (self.status == "published" and not (self.embargo and self.embargo > today))
