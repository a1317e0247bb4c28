"""What the kinds are made of: the base of records, references, citations, dates, yes and no."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, InstanceOf, StringConstraints
from pydantic_core import PydanticCustomError

from answerable.model import date as dates
from answerable.model.date import When

INTERNAL_FIELDS: Final = ("set_", "cleared")
"""Fields for those who publish: what is public has none of them."""
SERIES_FOLDERS = ("motions", "reviews", "resolutions", "reports", "strategies", "plans")


@dataclass(frozen=True, slots=True)
class To:
    """Marks a text as a reference, and says to what kinds of thing (folders; empty means any)."""

    folders: tuple[str, ...] = ()
    none: bool = False
    """Whether `none` may stand instead: the papers show that there is none."""


def _said(message: str, **context: object) -> PydanticCustomError:
    return PydanticCustomError("said", message.replace("{", "{{").replace("}", "}}"), context)


def _yes_no(value: object) -> bool:
    if value not in ("yes", "no"):
        raise _said(f'"{value}" is neither yes nor no.' if isinstance(value, str) else "Write yes or no.")
    return value == "yes"


def _when(value: object) -> When:
    try:
        if isinstance(value, dict) and set(value) == {"printed", "probable", "why"}:
            parts = [value[key] for key in ("printed", "probable", "why")]
            if all(isinstance(part, str) for part in parts):
                return dates.corrected(*parts)
        if isinstance(value, str):
            return dates.read(value)
    except dates.DateError as error:
        raise _said(
            f'"{error}" is no date this record knows. Write one like these: {dates.FORMS}.'
        ) from error
    raise _said("A date is one text, or printed, probable and why together.")


def _when_or_none(value: object) -> When | None:
    return None if value == "none" else _when(value)


def _day(value: object) -> date:
    when = _when(value)
    if not (when.earliest and when.earliest == when.latest):
        raise _said(f'"{value}" is not one day. Write the day: 2022-05-27.')
    return when.earliest


Text = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Date = Annotated[InstanceOf[When], BeforeValidator(_when)]
DateOrNone = Annotated[InstanceOf[When] | None, BeforeValidator(_when_or_none)]
Day = Annotated[date, BeforeValidator(_day)]

Ref = Annotated[str, To()]
BodyRef = Annotated[str, To(("bodies",))]
PersonRef = Annotated[str, To(("people",))]
ActorRef = Annotated[str, To(("bodies", "people"))]
DocumentRef = Annotated[str, To(("documents",))]
MeetingRef = Annotated[str, To(("meetings",))]
SeriesRef = Annotated[str, To(SERIES_FOLDERS)]
ItemRef = Annotated[str, To((*SERIES_FOLDERS, "promises"))]
ActorOrNone = Annotated[str, To(("bodies", "people"), none=True)]
PlaceOrNone = Annotated[str, To(("meetings", "documents"), none=True)]

Basis = Literal["in the source", "ours", "presumed"]
Named = Literal["in the text", "by context", "nobody"]


class Part(BaseModel):
    """Anything made of named fields; a field nobody knows is refused.

    A field whose name Python keeps for itself is written with a line beneath: `in_` is `in` in a file.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        alias_generator=lambda name: name.removesuffix("_"),
    )


def place_of(at: str) -> str:
    """Give the innermost of the places named, which follows the last comma."""
    return at.rpartition(",")[2].strip()


class Citation(Part):
    """Where something is written."""

    in_: DocumentRef
    """The innermost document."""
    at: Text
    """The place, as that document numbers it; where several are named the last comma's part is the place."""
    quote: Text
    """At most ten words that stand exactly once in that place."""

    @property
    def place(self) -> str:
        """The innermost place: `report page 19` of `section 7(9), report page 19`."""
        return place_of(self.at)


class Gap(Part):
    """What the papers do not tell, or tell twice."""

    kind: Literal[
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
    ]
    """What sort of gap; a closed list."""
    says: Text
    """What is missing or in conflict, in a sentence."""
    basis: Basis
    """Whether the papers themselves show it, or we say so."""
    cites: tuple[Citation, ...] = ()
    """Where it is written."""


class Withdrawal(Part):
    """Why a record was taken back, and when."""

    on: Day
    """The day it was taken back."""
    why: Text
    """What readers are told of the reason."""


class Clearance(Part):
    """Who looked at a record before it became public, and said that it may."""

    by: Text
    """A role, not a name."""
    on: Day
    """The day of the clearance."""


class Record(Part):
    """What every record has."""

    kind_folder: ClassVar[str]

    address: str = ""
    """Set by the loader from folder and file name: `bodies/osmb`."""
    prose: str = ""
    """The Markdown beneath the header of a `.md` record; set by the loader."""
    cites: tuple[Citation, ...] = ()
    """Where the record itself is written."""
    gaps: tuple[Gap, ...] = ()
    """What the papers do not tell of it, or tell twice."""
    status: Literal["draft", "published", "withdrawn", "erased"]
    """Nothing is public without `published`."""
    embargo: Day | None = None
    """Not public before this day."""
    set_: Id | None = None
    """Records that name the same set become public together, or not at all."""
    cleared: Clearance | None = None
    """Needed for a person, and for an update that criticises; no page or table shows it."""
    sensitive: YesNo = False
    """Kept out of search, feeds, clocks and question sheets."""
    withdrawn: Withdrawal | None = None
    """Needed when the status is `withdrawn`."""
    aliases: tuple[Text, ...] = ()
    """Addresses it had before; each goes on leading here."""

    @property
    def heading(self) -> str:
        """The record's title or name."""
        return str(getattr(self, "title", None) or getattr(self, "name", None) or self.address)

    @property
    def effective_on(self) -> date:
        """The day on which the record comes in; the earliest of all for what is always there."""
        return date.min

    @property
    def known_until(self) -> date:
        """The last day of which the record itself tells; what it refers to may be as late."""
        return self.effective_on

    @property
    def retracted(self) -> bool:
        """Whether it was withdrawn or erased: it keeps its place, and its words go."""
        return self.status in ("withdrawn", "erased")

    def is_public(self, today: date) -> bool:
        """Whether it may be shown on this day."""
        return self.retracted or (self.status == "published" and not (self.embargo and self.embargo > today))
