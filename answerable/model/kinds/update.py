"""What moved: updates, and beside them statements, corrections and promises."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal

from answerable.model.field import (
    ActorOrNone,
    ActorRef,
    Basis,
    BodyRef,
    Citation,
    Date,
    DateOrNone,
    Day,
    Id,
    ItemRef,
    Part,
    PlaceOrNone,
    Record,
    Ref,
    Text,
    YesNo,
)
from answerable.model.kinds.ask import Measurement, Rating

Found = Literal["yes", "no", "in part", "not looked at"]


class Evidence(Part):
    """What a reply points to."""

    what: Text
    """What it points to, in our words."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Suggestion(Part):
    """A suggestion made in a reply."""

    id: Id
    """Its id on the page, for links: small letters, digits and hyphens."""
    says: Text
    """In our words."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Move(Part):
    """One item or ask moved, on one or more axes."""

    item: ItemRef
    """The item, ask or promise that moved."""
    reply: Text | None = None
    """A word of the reply axis in statuses.yaml."""
    progress: Text | None = None
    """A word of the progress axis."""
    check: Text | None = None
    """A word of the check axis."""
    by: ActorRef | None = None
    """Whose view or work it is; the update's own `by` where left out."""
    reported_by: ActorRef | None = None
    """Who says so, where that is somebody else: the badge then speaks in its voice."""
    says: Text | None = None
    """What was said, in our words."""
    leaves_open: Text | None = None
    """What the reply does not answer, in our words."""
    adopted_by: Ref | None = None
    """The item that takes it up."""
    due: Date | None = None
    """A new due date; the first one is kept."""
    due_why: Text | None = None
    """Needed with `due`: the reason given, or `no reason given`."""
    due_effect: Text | None = None
    """What the new date changes for others, where a paper says."""
    forwarded_to: tuple[ActorRef, ...] = ()
    """To whom it was sent on, on the day this happened."""
    carried_out: Found | None = None
    """What a check found of whether it was carried out; needed with `check`."""
    working: Found | None = None
    """What a check found of whether it works; needed with `check`."""
    recheck: Date | None = None
    """When it is to be checked again."""
    rating: Rating | None = None
    """A rating as reported, beside our own words."""
    measurements: tuple[Measurement, ...] = ()
    """What was found where a measure of the item or ask was looked at again."""
    in_part: YesNo = False
    """Whether it holds only in part."""
    basis: Basis | None = None
    """Whose words sort this move, where not the whole update's."""
    suggests: tuple[Suggestion, ...] = ()
    """Suggestions made in the reply."""
    evidence: tuple[Evidence, ...] = ()
    """What the reply points to."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Update(Record):
    """A dated file that says who moved which items, to what, because of what."""

    kind_folder: ClassVar[str] = "updates"

    title: Text
    """What happened, in a few words."""
    happened: Date
    """The day the standing counts from."""
    happened_is: Text | None = None
    """What that day is of."""
    decided: DateOrNone = None
    """The day it was decided."""
    published: DateOrNone = None
    """The day it became public; `none` where no paper says."""
    by: ActorRef
    """Whose view or work it is."""
    at: PlaceOrNone
    """The meeting's item or the document in which it happened, or `none`."""
    order: int = 1
    """Among updates of one day."""
    basis: Basis
    """Whose words sort the moves: the source's or ours."""
    offered_reply: Day | None = None
    """The day on which whoever is criticised was offered a reply before it became public."""
    why_not_: Text | None = None  # a page calls it otherwise than a document's field of this name
    """Where nobody was offered one: why not."""
    moves: tuple[Move, ...]
    """What it says of which items."""

    @property
    def effective_on(self) -> dt.date:
        """The day it happened."""
        return self.happened.day


class Statement(Record):
    """A body's or person's own words in reply, unaltered."""

    kind_folder: ClassVar[str] = "statements"

    title: Text | None = None
    """What it is called; left out where its words open it."""
    by: ActorRef
    """Whose words they are."""
    on: Day
    """The day of the words."""
    received: Day | None = None
    """The day they reached us."""
    about: tuple[Ref, ...]
    """What they answer."""

    @property
    def effective_on(self) -> dt.date:
        """The day it was made."""
        return self.on


class Correction(Record):
    """What was altered here in public, old and new: an error put right, or words of ours changed."""

    kind_folder: ClassVar[str] = "corrections"

    title: Text
    """What was put right, in a few words."""
    on: Day
    """The day it was put right."""
    about: tuple[Ref, ...]
    """Which pages, asks or other parts it concerns; empty where it is the words on badges."""
    error: YesNo = True
    """Whether it was wrong; `no` where nothing was: then it is a note of a change of ours."""
    before: Text
    """What the page said."""
    after: Text
    """What it says now."""
    why: Text
    """Why it was wrong, or why it was changed."""
    approved_by: Text
    """A public role, not a name."""

    @property
    def effective_on(self) -> dt.date:
        """The day it was put right; what it says of earlier days is shown on their pages as well."""
        return self.on


class Promise(Record):
    """Who said they would do what, by when."""

    kind_folder: ClassVar[str] = "promises"

    title: Text
    """What is to be done, in a few words."""
    by: ActorOrNone
    """Who undertook it; `none` where no paper shows that anybody did."""
    by_role: Text | None = None
    """In which role."""
    asked_of: tuple[BodyRef, ...] = ()
    """Who was asked, where nobody undertook it."""
    made: Date
    """The day of the paper that records it."""
    due: Date | None = None
    """By when; left out where no date is given."""
    due_says: Text | None = None
    """How the paper puts the time, where it gives no date."""
    due_is: Basis | None = None
    """Whose reading the due date is, where no paper prints it."""
    about: tuple[Ref, ...] = ()
    """What it speaks of."""
    how_we_will_know: Text | None = None
    """What would show that it was done."""
    says: Text | None = None
    """What else a reader should know."""

    @property
    def effective_on(self) -> dt.date:
        """The day it was made."""
        return self.made.day
