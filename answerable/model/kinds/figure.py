"""Figures: numbers, with who counted what, how and when."""

from __future__ import annotations

from typing import Annotated, ClassVar

from answerable.model.field import ActorRef, Date, Detail, Ours, Record, Subjects, Title
from answerable.model.spec import MINOR, Back, Declared


class Figure(Record):
    """A number, with who counted what, how and when."""

    kind_folder: ClassVar[str] = "figures"

    title: Title
    """The number as printed, with what it counts in a word."""
    counts: Ours
    """What it counts, in our words."""
    counted_by: Annotated[ActorRef | None, Declared(back=Back("What it counted", 6), opens=True), MINOR] = (
        None
    )
    """Who counted."""
    counted_by_says: Annotated[Detail | None, Declared(label="Counted by")] = None
    """Who counted, where that is no record here, or that no paper says."""
    how: Ours | None = None
    """How it was counted."""
    period: Annotated[Date | None, Declared(opens=True)] = None
    """The time it covers."""
    question: Detail | None = None
    """The question it answers."""
    caution: Ours | None = None
    """What must not be done with it."""
    about: Subjects = ()
    """What it speaks of."""
