"""What was asked: motions, reviews, resolutions, reports, strategies, plans, and the items in each."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal, get_args

from answerable.i18n import Message, gettext
from answerable.model.field import (
    BODY,
    BY,
    ActorRef,
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
    MeetingRef,
    Named,
    Ours,
    Part,
    PartId,
    PersonRef,
    Prose,
    Record,
    SeriesRef,
    Text,
    Title,
    place_of,
)
from answerable.model.kinds.ask import Carried, Consulted, Measure, SignOff
from answerable.model.spec import MINOR, Back, Declared, Meaning, Voice

Force = Literal["asked to consider", "suggested", "provisional", "decided", "agreed, not resolved", "quoted"]
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


class Contribution(Part):
    """What one of several owners is to do."""

    body: Annotated[BodyRef, BODY, MINOR]
    """The owner."""
    does: Annotated[Ours, Declared(heading=True)]
    """Its part, in our words."""
    due: Due | None = None
    """By when this part is due."""


class Ask(Part):
    """One thing asked, with an anchor of its own."""

    noun: ClassVar[Message] = gettext("ask")

    id: PartId
    """Its id on the page, for links: small letters, digits and hyphens."""
    asks: Annotated[Text, Declared(called="wording", heading=True, voice=Voice.OURS, change=Meaning.WORDING)]
    """In our words."""
    in_short: Annotated[
        Text | None, Declared(framed=True, name=True, voice=Voice.NAME, change=Meaning.WORDING)
    ] = None
    """The same in at most twelve plain words, where it is longer; they stand on the sheet to print."""
    owners: Annotated[
        tuple[BodyRef, ...],
        Declared(back=Back("What falls on it", 2), called="who it falls on", change=Meaning.OWNER),
    ]
    """Who is to do it; empty where nobody is named."""
    owners_role: Annotated[
        Text | None, Declared(called="role it falls on", voice=Voice.PAPER, change=Meaning.OWNER)
    ] = None
    """In which role."""
    named: Annotated[Named, Declared(called="how its owner is named", change=Meaning.OWNER)]
    """Whether the text names who, the context does, or nothing does."""
    named_why: Annotated[Text | None, Declared(voice=Voice.OURS, change=Meaning.OWNER)] = None
    """What the context is, or what else the text says of who."""
    implied: Annotated[Literal["yes"] | None, Declared(choices="whether it is implied"), MINOR] = None
    """The text calls for it without putting it as a request."""
    contributions: Annotated[
        tuple[Contribution, ...], Declared(called="contribution", change=Meaning.OWNER)
    ] = ()
    """Each owner's own part."""
    due: Due | None = None
    """Left out where no timescale is given."""
    due_is: Annotated[
        Basis | None, Declared(label="Whose reading the date is", called="basis of the due date")
    ] = None
    """Whose reading the due date is, where no paper prints it."""
    how_we_will_know: Annotated[Text | None, Declared(voice=Voice.OURS, change=Meaning.MEASURE)] = None
    """What would show that it was done."""
    sign_off: Annotated[SignOff | None, Declared(change=Meaning.MEASURE)] = None
    """Who may say that it is done, where not everybody may."""
    measures: Annotated[tuple[Measure, ...], Declared(change=Meaning.MEASURE)] = ()
    """How it is to be measured."""
    cites: Cites
    """Where it is written."""


class Note(Part):
    """A note before the request, in our words."""

    noun: ClassVar[Message] = gettext("note")

    id: PartId
    """Its id on the page, for links: small letters, digits and hyphens."""
    says: Annotated[Ours, Declared(heading=True)]
    """In our words."""
    cites: Cites
    """Where it is written."""


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
    def place(self) -> str:
        """The innermost place, as of a citation."""
        return place_of(self.at)


class Series(Record):
    """A motion, review, set of resolutions, report, strategy or plan."""

    kind_folder: ClassVar[str] = "series"
    form: ClassVar[str] = "set of things asked"
    followed: ClassVar[Message | None] = gettext(
        "What moves it or one of its items, and each dated paper that speaks of it."
    )

    title: Title
    """What it is called: `Motion of 10 November 2021`."""
    summary: Ours
    """What it is, in a sentence."""
    date: Annotated[Date, Declared(opens=True, kept=True, dates="comes in")]
    """The day it was agreed, approved or made."""
    date_is: Annotated[Detail | None, Declared(label="The date is of", opens=True)] = None
    """What the date is of."""
    force: Annotated[Force, Declared(choices="how firm", change=Meaning.STANDING)]
    """How firm it is, in words beside the title; never a badge."""
    force_says: Ours | None = None
    """What that means here, in a sentence; said first on the page."""
    by: Annotated[ActorRef, BY, Declared(opens=True), MINOR]
    """Whose it is."""
    asked_of: Annotated[
        tuple[BodyRef, ...], Declared(back=Back("What was asked of it", 3), opens=True, change=Meaning.OWNER)
    ] = ()
    """Whom it asks, as a whole."""
    meeting: Annotated[MeetingRef | None, Declared(back=Back("What was put or decided there", 19)), MINOR] = (
        None
    )
    """Where it was put or decided."""
    agenda_item: Detail | None = None
    """The item's number on that agenda."""
    moved_by: Annotated[PersonRef | None, Declared(back=Back("Moved", 12)), MINOR] = None
    """Who moved it."""
    seconded_by: Annotated[PersonRef | None, Declared(back=Back("Seconded", 13)), MINOR] = None
    """Who seconded it."""
    text: Annotated[
        DocumentRef | None, Declared(label="Official text", back=Back("Whose text it is", 15)), MINOR
    ] = None
    """The document that holds the official text."""
    follows: Annotated[tuple[SeriesRef, ...], Declared(back=Back("What followed", 25)), MINOR] = ()
    """The series it answers or takes up."""
    one: Annotated[Detail, Declared(called="word for one of its items", kept=True)]
    """The word for one of its items: point, recommendation, resolution."""
    many: Annotated[Detail, Declared(called="word for its items", kept=True)]
    """The same word for several."""
    notes: Annotated[tuple[Note, ...], Declared(called="note"), MINOR] = ()
    """Notes before the request."""
    asks: Annotated[tuple[Ask, ...], Declared(called="ask", change=Meaning.WORDING)] = ()
    """What the series as a whole asks."""
    sign_off: Annotated[SignOff | None, Declared(change=Meaning.MEASURE)] = None
    """Who may say that any of its items is done, where an item does not say."""
    consulted: Annotated[tuple[Consulted, ...], MINOR] = ()
    """Who was listened to in making it; shown as not stated where empty."""
    carried: Annotated[tuple[Carried, ...], MINOR] = ()
    """Where an earlier plan went into this one: each open item of it, and where it went."""

    @property
    def track(self) -> Literal["reply", "progress"]:
        """The track its items are counted on: what was asked is replied to, what was decided is done."""
        return "reply" if self.force in ("asked to consider", "suggested") else "progress"


class Item(Record):
    """One point, recommendation, resolution or objective of a series."""

    kind_folder: ClassVar[str] = "items"
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
    due_is: Annotated[
        Basis | None, Declared(label="Whose reading the date is", called="basis of the due date")
    ] = None
    """Whose reading the due date is, where no paper prints it."""
    how_we_will_know: Annotated[Text | None, Declared(voice=Voice.OURS, change=Meaning.MEASURE)] = None
    """What would show that it was done."""
    sign_off: Annotated[SignOff | None, Declared(change=Meaning.MEASURE)] = None
    """Who may say that it is done, where not everybody may."""
    measures: Annotated[tuple[Measure, ...], Declared(change=Meaning.MEASURE)] = ()
    """How it is to be measured."""
    consulted: Annotated[tuple[Consulted, ...], MINOR] = ()
    """Who was listened to; where empty, those of the series."""
    wordings: Annotated[
        tuple[Wording, ...], Declared(called="official wording", change=Meaning.OFFICIAL)
    ] = ()
    """The official wording, version by version."""
    printed_also: Annotated[tuple[Citation, ...], Declared(called="citation", change=Meaning.CITATION)] = ()
    """The same text elsewhere, perhaps in other words."""
    links: Annotated[tuple[Link, ...], Declared(called="link", change=Meaning.LINK)] = ()
    """How it stands to earlier items."""
