"""What moved: updates, and beside them statements, corrections and promises."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal

from generator.record.fields import (
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

Found = Literal["yes", "no", "in part", "not looked at"]


class Shown(Part):
    """What a reply points to."""

    what: Text
    cites: tuple[Citation, ...]


class Suggestion(Part):
    """A suggestion made in a reply."""

    id: Id
    says: Text
    cites: tuple[Citation, ...]


class Move(Part):
    """One item or ask moved, on one or more axes."""

    item: ItemRef
    reply: Text | None = None
    """A word of the reply axis in statuses.yaml."""
    progress: Text | None = None
    check: Text | None = None
    by: ActorRef | None = None
    """Whose view or work it is; the update's own `by` where left out."""
    reported_by: ActorRef | None = None
    """Who says so, where that is somebody else: the badge then speaks in its voice."""
    says: Text | None = None
    leaves_open: Text | None = None
    """What the reply does not answer, in our words."""
    because: Ref | None = None
    """The item that takes it up."""
    due: Date | None = None
    """A new due date; the first one is kept."""
    due_why: Text | None = None
    """The reason given, or `no reason given`."""
    carried_out: Found | None = None
    working: Found | None = None
    in_part: YesNo = False
    basis: Basis | None = None
    suggests: tuple[Suggestion, ...] = ()
    shows: tuple[Shown, ...] = ()
    cites: tuple[Citation, ...]


class Update(Record):
    """A dated file that says who moved which items, to what, because of what."""

    kind_folder: ClassVar[str] = "updates"

    title: Text
    happened: Date
    """The day the standing counts from."""
    happened_is: Text | None = None
    decided: DateOrNone = None
    published: DateOrNone = None
    by: ActorRef
    at: PlaceOrNone
    """The meeting's item or the document in which it happened, or `none`."""
    order: int = 1
    """Among updates of one day."""
    basis: Basis
    """Whose words sort the moves: the source's or ours."""
    moves: tuple[Move, ...]

    @property
    def comes_in(self) -> dt.date:
        """The day it happened."""
        return self.happened.day


class Statement(Record):
    """A body's or person's own words in reply, unaltered."""

    kind_folder: ClassVar[str] = "statements"

    title: Text | None = None
    by: ActorRef
    on: Day
    received: Day | None = None
    about: tuple[Ref, ...]

    @property
    def comes_in(self) -> dt.date:
        """The day it was made."""
        return self.on


class Correction(Record):
    """An error of this record's own, and what was put right."""

    kind_folder: ClassVar[str] = "corrections"

    title: Text
    on: Day
    about: tuple[Ref, ...]
    said: Text
    says: Text
    why: Text
    approved_by: Text
    """A public role, not a name."""


class Promise(Record):
    """Who said they would do what, by when."""

    kind_folder: ClassVar[str] = "promises"

    title: Text
    by: ActorOrNone
    """Who undertook it; `none` where no paper shows that anybody did."""
    by_role: Text | None = None
    asked_of: tuple[BodyRef, ...] = ()
    made: Date
    due: Date | None = None
    due_says: Text | None = None
    """How the paper puts the time, where it gives no date."""
    due_is: Basis | None = None
    about: tuple[Ref, ...] = ()
    how_we_will_know: Text | None = None
    says: Text | None = None

    @property
    def comes_in(self) -> dt.date:
        """The day it was made."""
        return self.made.day
