"""What stands beside an ask: who may sign it off, how it is measured, who was heard, where it was carried."""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

from answerable.model.field import (
    SERIES_FOLDERS,
    ActorOrNone,
    ActorRef,
    BodyRef,
    Citation,
    Date,
    ItemRef,
    Part,
    Text,
    To,
)

ItemOrNone = Annotated[str, To((*SERIES_FOLDERS, "promises"), none=True)]
Question = Literal["how much", "how well", "is anyone better off"]
QUESTIONS: Final = get_args(Question)
"""The three questions of a measure, in the order shown."""


class SignOff(Part):
    """Who may say that a thing is done."""

    bodies: tuple[BodyRef, ...]
    """A word that closes reads otherwise when anybody else says it; empty where only an office is named."""
    says: Text | None = None
    """On what terms, in our words."""
    cites: tuple[Citation, ...] = ()
    """Where it is written."""


class Measure(Part):
    """How it is to be measured: how much, how well, or whether anyone is better off."""

    kind: Question
    """Which of the three questions it answers; one measure of an item or ask answers each."""
    counts: Text
    """What is counted or looked at, in our words."""
    baseline: Text | None = None
    """What it is compared with."""
    baseline_on: Date | None = None
    """The day or time of the baseline."""
    review: Date | None = None
    """When it is to be looked at again."""
    cites: tuple[Citation, ...] = ()
    """Where it is written."""


class Measurement(Part):
    """What was found later where a measure is looked at again."""

    of: Question
    """Which measure of the item or ask it is of."""
    found: Text
    """What was counted or seen, in our words."""
    on: Date | None = None
    """The day or time it is of; the update's own day where left out."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Consulted(Part):
    """Who was listened to; groups and roles, never a person who has no public role."""

    who: Text
    """Who they were, as a group or by role."""
    how: Text | None = None
    """How they were heard, in our words."""
    on: Date | None = None
    """When."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Carried(Part):
    """What became of one open item when its plan went into this one."""

    earlier: ItemRef
    """The item or ask of the earlier series."""
    later: ItemOrNone
    """The item here that takes it on; `none` where it was not carried over."""
    says: Text | None = None
    """The reason given, or how it changed."""
    cites: tuple[Citation, ...] = ()
    """Where it is written."""


class Voiced(Part):
    """What somebody said of a rating."""

    by: ActorRef
    """Who said it."""
    says: Text
    """In our words."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Rating(Part):
    """A rating as somebody reported it; it sets no standing here."""

    as_printed: Text
    """The colour and words as printed."""
    by: ActorOrNone
    """Who rated it; `none` where no paper says."""
    challenge: Voiced | None = None
    """Who questioned it, and how."""
    answer: Voiced | None = None
    """What was said in answer."""
