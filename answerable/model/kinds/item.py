"""Items: one point, recommendation, resolution or objective of a series."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal, get_args

from answerable.i18n import Message, gettext
from answerable.model.date import When
from answerable.model.field import (
    PRINTED_DATE,
    AnyRef,
    Basis,
    BodyRef,
    Citation,
    Cites,
    Date,
    Detail,
    DocumentRef,
    Due,
    Hash,
    Named,
    Ours,
    Part,
    PrintedDate,
    Prose,
    Record,
    Text,
    Title,
    place_of,
    with_note,
)
from answerable.model.kinds.ask import (
    Ask,
    Consulted,
    DueIs,
    HowWeWillKnow,
    Measures,
    SignsOff,
)
from answerable.model.spec import MINOR, Back, Declared, Meaning, Voice

Strength = Literal["strong", "likely", "topic", "weak"]


STRENGTHS: Final = get_args(Strength)
"""The strongest first."""


REACHES: Final = ("strong", "likely")


class Link(Part):
    """How this item stands to an earlier one; written in the later record, the way back is derived."""

    to: Annotated[AnyRef, Declared(back=Back("Linked from", 1), identity=True), MINOR]
    """The earlier item or ask."""
    relation: Annotated[
        Literal["answers", "follows from", "quotes", "same subject", "supersedes", "serves"], MINOR
    ]
    """How the two stand to each other; an action of a plan `serves` what it carries out."""
    strength: Annotated[
        Strength, Declared(choices="how strong a link is", words={"topic": "topic only"}), MINOR
    ]
    """`strong` and `likely` count as reaching; `topic` and `weak` do not."""
    basis: Basis
    """Whether a paper makes the link, or we do."""
    why: Ours
    """What the link rests on."""
    cites: Cites = ()
    """Where it is written."""

    @property
    def reaches(self) -> bool:
        """Whether the link is strong enough to say that this reaches what it names."""
        return self.strength in REACHES


class Wording(Part):
    """The official words as they stood from a day on, by their place and hash."""

    as_: Annotated[
        Literal["earlier", "as agreed", "as suggested", "provisional", "refined", "amended", "corrected"],
        Declared(choices="how a wording stands"),
        MINOR,
    ]
    """How the words stood from then on; `amended` asks for something else, `corrected` mends a slip."""
    in_: Annotated[DocumentRef, Declared(back=Back("What cites it", 33), called="document"), MINOR]
    """The document that holds them."""
    at: Annotated[Detail, Declared(label="Where", called="place")]
    """The place in it; `none` where that document is not held."""
    date: Date
    """The day from which they stood so."""
    printed_date: Annotated[PrintedDate | None, PRINTED_DATE] = None
    """What the paper prints, where another date is counted; readers see both."""
    sha256: Annotated[Hash | None, Declared(label="SHA-256 of the held copy")] = None
    """Of the text at that place, its white space made single spaces; left out where it is not held."""
    words: Detail | None = None
    """The words themselves, only where the publisher may print them."""
    says: Annotated[Ours | None, Declared(heading=True)] = None
    """What they say, in our words; needed where the document is not held."""
    why: Ours | None = None
    """Why they were changed; needed where they were refined, amended or corrected."""
    cites: Cites = ()
    """Where another paper tells of this wording."""

    @property
    def when(self) -> When:
        """Date as pages show it."""
        return with_note(self, "date", self.date)

    @property
    def place(self) -> str:
        """Innermost place, as of a citation."""
        return place_of(self.at)


class Item(Record):
    """One point, recommendation, resolution or objective of a series."""

    kind_folder: ClassVar[str] = "items"
    template: ClassVar[str] = "item"
    schema_type: ClassVar[str] = "CreativeWork"
    form: ClassVar[str] = "point, recommendation or other thing of a set"
    followed: ClassVar[Message | None] = gettext("What moves it, and each dated paper that speaks of it.")

    prose: Annotated[Prose, Declared(change=Meaning.WORDING)] = ""
    """The Markdown beneath the header; set by the loader."""
    number: Annotated[Detail, Declared(none="printed without a number", kept=True, name=True)]
    """As printed; `none` where the paper prints none."""
    order: Annotated[int, Declared(called="place in the order", framed=True, kept=True), MINOR]
    """Its place in the series, counted from 1."""
    title: Title
    """What it is about, in a few words of ours."""
    in_short: Annotated[
        Text | None, Declared(framed=True, name=True, voice=Voice.NAME, change=Meaning.WORDING)
    ] = None
    """What it asks, in at most twelve plain words; they open its page, and stand where all are listed."""
    under: Annotated[AnyRef | None, Declared(back=Back("Beneath it", 26)), MINOR] = None
    """The item of the same series it stands beneath."""
    owners: Annotated[
        tuple[BodyRef, ...],
        Declared(back=Back("What falls on it", 2), called="who it falls on", change=Meaning.OWNER),
    ] = ()
    """Who is to do it; empty where nobody is named."""
    owners_role: Annotated[
        Text | None, Declared(called="role it falls on", voice=Voice.PAPER, change=Meaning.OWNER)
    ] = None
    """In which role."""
    named: Annotated[Named | None, Declared(called="how its owner is named", change=Meaning.OWNER)] = None
    """Whether the text names who, the context does, or nothing does."""
    named_why: Annotated[Text | None, Declared(voice=Voice.OURS, change=Meaning.OWNER)] = None
    """What the context is, or what else the text says of who."""
    asks_split: Basis | None = None
    """Who divided the text into asks."""
    asks: Annotated[tuple[Ask, ...], Declared(called="ask", change=Meaning.WORDING)] = ()
    """What it asks, one by one."""
    due: Due | None = None
    """By when; left out where no timescale is given."""
    due_is: DueIs = None
    """Whose reading the due date is, where no paper prints it."""
    how_we_will_know: HowWeWillKnow = None
    """What would show that it was done."""
    sign_off: SignsOff = None
    """Who may say that it is done, where not everybody may."""
    measures: Measures = ()
    """How it is to be measured."""
    consulted: Annotated[tuple[Consulted, ...], MINOR] = ()
    """Who was listened to; where empty, those of the series."""
    wordings: Annotated[
        tuple[Wording, ...], Declared(called="official wording", change=Meaning.OFFICIAL)
    ] = ()
    """The official wording, version by version."""
    printed_also: Annotated[tuple[Citation, ...], Declared(called="citation", change=Meaning.CITATION)] = ()
    """The same text elsewhere, perhaps in other words."""
    links: Annotated[tuple[Link, ...], Declared(called="link", framed=True, change=Meaning.LINK)] = ()
    """How it stands to earlier items."""

    @property
    def described_as(self) -> str:
        """Nothing: its series describes it."""
        return ""

    @property
    def has_timescale(self) -> bool:
        """Whether the text gives a day by when."""
        return self.due is not None
