"""What was asked: motions, reviews, resolutions, reports, strategies, plans, and the items in each."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Final, Literal, get_args

from pydantic import StringConstraints

from generator.record.fields import (
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
)

Force = Literal["asked to consider", "suggested", "provisional", "decided", "agreed, not resolved", "quoted"]
Strength = Literal["strong", "likely", "topic", "weak"]
STRENGTHS: Final = get_args(Strength)
"""The strongest first."""
REACHES: Final = ("strong", "likely")


class Link(Part):
    """How this item stands to an earlier one; written in the later record, the way back is derived."""

    to: Ref
    relation: Literal["answers", "follows from", "quotes", "same subject", "supersedes"]
    strength: Strength
    """`strong` and `likely` count as reaching; `topic` and `weak` do not."""
    basis: Basis
    why: Text
    cites: tuple[Citation, ...] = ()

    @property
    def reaches(self) -> bool:
        """Whether the link is strong enough to say that this reaches what it names."""
        return self.strength in REACHES


class Contribution(Part):
    """What one of several owners is to do."""

    body: BodyRef
    does: Text
    due: Date | None = None


class Ask(Part):
    """One thing asked, with an anchor of its own."""

    id: Id
    asks: Text
    """In our words."""
    falls_on: tuple[BodyRef, ...]
    """Who is to do it; empty where nobody is named."""
    falls_on_role: Text | None = None
    named: Named
    """Whether the text names who, the context does, or nothing does."""
    named_why: Text | None = None
    """What the context is, or what else the text says of who."""
    implied: Literal["yes"] | None = None
    """The text calls for it without putting it as a request."""
    contributions: tuple[Contribution, ...] = ()
    due: Date | None = None
    """Left out where no timescale is given."""
    due_is: Basis | None = None
    how_we_will_know: Text | None = None
    cites: tuple[Citation, ...]


class Note(Part):
    """A note before the request, in our words."""

    id: Id
    says: Text
    cites: tuple[Citation, ...]


class Wording(Part):
    """The official words as they stood from a day on, by their place and hash."""

    as_: Literal["as agreed", "as suggested", "provisional", "refined", "amended"]
    in_: DocumentRef
    at: Text
    date: Date
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
    """Of the text at that place, its white space made single spaces."""
    words: Text | None = None
    """The words themselves, only where the publisher may print them."""
    why: Text | None = None


class Series(Record):
    """A motion, review, set of resolutions, report, strategy or plan: `index.md` of its folder."""

    kind_folder: ClassVar[str] = "series"

    title: Text
    summary: Text
    date: Date
    date_is: Text | None = None
    force: Force
    """How firm it is, in words beside the title; never a badge."""
    force_says: Text | None = None
    """What that means here, in a sentence; said first on the page."""
    by: ActorRef
    asked_of: tuple[BodyRef, ...] = ()
    meeting: MeetingRef | None = None
    agenda_item: Text | None = None
    moved_by: PersonRef | None = None
    seconded_by: PersonRef | None = None
    text: DocumentRef | None = None
    """The document that holds the official text."""
    follows: tuple[SeriesRef, ...] = ()
    one: Text
    """The word for one of its items: point, recommendation, resolution."""
    many: Text
    notes: tuple[Note, ...] = ()
    asks: tuple[Ask, ...] = ()
    """What the series as a whole asks."""

    @property
    def comes_in(self) -> dt.date:
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
    under: Ref | None = None
    """The item of the same series it stands beneath."""
    falls_on: tuple[BodyRef, ...] = ()
    falls_on_role: Text | None = None
    named: Named | None = None
    named_why: Text | None = None
    asks_split: Basis | None = None
    """Who divided the text into asks."""
    asks: tuple[Ask, ...] = ()
    due: Date | None = None
    due_is: Basis | None = None
    how_we_will_know: Text | None = None
    wordings: tuple[Wording, ...] = ()
    printed_also: tuple[Citation, ...] = ()
    """The same text elsewhere, perhaps in other words."""
    links: tuple[Link, ...] = ()
