"""What was asked: motions, reviews, resolutions, reports, strategies, plans, and the items in each."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Final, Literal, get_args

from pydantic import StringConstraints

from answerable.model.field import (
    ActorRef,
    Basis,
    BodyRef,
    Citation,
    Date,
    DocumentRef,
    Id,
    MeetingRef,
    Named,
    Part,
    PersonRef,
    Record,
    Ref,
    SeriesRef,
    Text,
    place_of,
)
from answerable.model.kinds.ask import Carried, Consulted, Measure, SignOff

Force = Literal["asked to consider", "suggested", "provisional", "decided", "agreed, not resolved", "quoted"]
Strength = Literal["strong", "likely", "topic", "weak"]
STRENGTHS: Final = get_args(Strength)
"""The strongest first."""
REACHES: Final = ("strong", "likely")


class Link(Part):
    """How this item stands to an earlier one; written in the later record, the way back is derived."""

    to: Ref
    """The earlier item or ask."""
    relation: Literal["answers", "follows from", "quotes", "same subject", "supersedes", "serves"]
    """How the two stand to each other; an action of a plan `serves` what it carries out."""
    strength: Strength
    """`strong` and `likely` count as reaching; `topic` and `weak` do not."""
    basis: Basis
    """Whether a paper makes the link, or we do."""
    why: Text
    """What the link rests on."""
    cites: tuple[Citation, ...] = ()
    """Where it is written."""

    @property
    def reaches(self) -> bool:
        """Whether the link is strong enough to say that this reaches what it names."""
        return self.strength in REACHES


class Contribution(Part):
    """What one of several owners is to do."""

    body: BodyRef
    """The owner."""
    does: Text
    """Its part, in our words."""
    due: Date | None = None
    """By when this part is due."""


class Ask(Part):
    """One thing asked, with an anchor of its own."""

    id: Id
    """Its id on the page, for links: small letters, digits and hyphens."""
    asks: Text
    """In our words."""
    in_short: Text | None = None
    """The same in at most twelve plain words, where it is longer; they stand on the sheet to print."""
    owners: tuple[BodyRef, ...]
    """Who is to do it; empty where nobody is named."""
    owners_role: Text | None = None
    """In which role."""
    named: Named
    """Whether the text names who, the context does, or nothing does."""
    named_why: Text | None = None
    """What the context is, or what else the text says of who."""
    implied: Literal["yes"] | None = None
    """The text calls for it without putting it as a request."""
    contributions: tuple[Contribution, ...] = ()
    """Each owner's own part."""
    due: Date | None = None
    """Left out where no timescale is given."""
    due_is: Basis | None = None
    """Whose reading the due date is, where no paper prints it."""
    how_we_will_know: Text | None = None
    """What would show that it was done."""
    sign_off: SignOff | None = None
    """Who may say that it is done, where not everybody may."""
    measures: tuple[Measure, ...] = ()
    """How it is to be measured."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Note(Part):
    """A note before the request, in our words."""

    id: Id
    """Its id on the page, for links: small letters, digits and hyphens."""
    says: Text
    """In our words."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Wording(Part):
    """The official words as they stood from a day on, by their place and hash."""

    as_: Literal["earlier", "as agreed", "as suggested", "provisional", "refined", "amended", "corrected"]
    """How the words stood from then on; `amended` asks for something else, `corrected` mends a slip."""
    in_: DocumentRef
    """The document that holds them."""
    at: Text
    """The place in it; `none` where that document is not held."""
    date: Date
    """The day from which they stood so."""
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None
    """Of the text at that place, its white space made single spaces; left out where it is not held."""
    words: Text | None = None
    """The words themselves, only where the publisher may print them."""
    says: Text | None = None
    """What they say, in our words; needed where the document is not held."""
    why: Text | None = None
    """Why they were changed; needed where they were refined, amended or corrected."""
    cites: tuple[Citation, ...] = ()
    """Where another paper tells of this wording."""

    @property
    def place(self) -> str:
        """The innermost place, as of a citation."""
        return place_of(self.at)


class Series(Record):
    """A motion, review, set of resolutions, report, strategy or plan."""

    kind_folder: ClassVar[str] = "series"

    title: Text
    """What it is called: `Motion of 10 November 2021`."""
    summary: Text
    """What it is, in a sentence."""
    date: Date
    """The day it was agreed, approved or made."""
    date_is: Text | None = None
    """What the date is of."""
    force: Force
    """How firm it is, in words beside the title; never a badge."""
    force_says: Text | None = None
    """What that means here, in a sentence; said first on the page."""
    by: ActorRef
    """Whose it is."""
    asked_of: tuple[BodyRef, ...] = ()
    """Whom it asks, as a whole."""
    meeting: MeetingRef | None = None
    """Where it was put or decided."""
    agenda_item: Text | None = None
    """The item's number on that agenda."""
    moved_by: PersonRef | None = None
    """Who moved it."""
    seconded_by: PersonRef | None = None
    """Who seconded it."""
    text: DocumentRef | None = None
    """The document that holds the official text."""
    follows: tuple[SeriesRef, ...] = ()
    """The series it answers or takes up."""
    one: Text
    """The word for one of its items: point, recommendation, resolution."""
    many: Text
    """The same word for several."""
    notes: tuple[Note, ...] = ()
    """Notes before the request."""
    asks: tuple[Ask, ...] = ()
    """What the series as a whole asks."""
    sign_off: SignOff | None = None
    """Who may say that any of its items is done, where an item does not say."""
    consulted: tuple[Consulted, ...] = ()
    """Who was listened to in making it; shown as not stated where empty."""
    carried: tuple[Carried, ...] = ()
    """Where an earlier plan went into this one: each open item of it, and where it went."""

    @property
    def track(self) -> Literal["reply", "progress"]:
        """The track its items are counted on: what was asked is replied to, what was decided is done."""
        return "reply" if self.force in ("asked to consider", "suggested") else "progress"

    @property
    def effective_on(self) -> dt.date:
        """The day the series is of."""
        return self.date.day


class Item(Record):
    """One point, recommendation, resolution or objective of a series."""

    kind_folder: ClassVar[str] = "items"

    number: Text
    """As printed; `none` where the paper prints none."""
    order: int
    """Its place in the series, counted from 1."""
    title: Text
    """What it is about, in a few words of ours."""
    in_short: Text | None = None
    """What it asks, in at most twelve plain words; they open its page, and stand where all are listed."""
    under: Ref | None = None
    """The item of the same series it stands beneath."""
    owners: tuple[BodyRef, ...] = ()
    """Who is to do it; empty where nobody is named."""
    owners_role: Text | None = None
    """In which role."""
    named: Named | None = None
    """Whether the text names who, the context does, or nothing does."""
    named_why: Text | None = None
    """What the context is, or what else the text says of who."""
    asks_split: Basis | None = None
    """Who divided the text into asks."""
    asks: tuple[Ask, ...] = ()
    """What it asks, one by one."""
    due: Date | None = None
    """By when; left out where no timescale is given."""
    due_is: Basis | None = None
    """Whose reading the due date is, where no paper prints it."""
    how_we_will_know: Text | None = None
    """What would show that it was done."""
    sign_off: SignOff | None = None
    """Who may say that it is done, where not everybody may."""
    measures: tuple[Measure, ...] = ()
    """How it is to be measured."""
    consulted: tuple[Consulted, ...] = ()
    """Who was listened to; where empty, those of the series."""
    wordings: tuple[Wording, ...] = ()
    """The official wording, version by version."""
    printed_also: tuple[Citation, ...] = ()
    """The same text elsewhere, perhaps in other words."""
    links: tuple[Link, ...] = ()
    """How it stands to earlier items."""
