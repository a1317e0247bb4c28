"""What stands beside an ask: who may sign it off, how it is measured, who was heard, where it was carried."""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

from answerable.model.field import (
    BY,
    SERIES_FOLDERS,
    ActorOrNone,
    ActorRef,
    BodyRef,
    Cites,
    Date,
    Detail,
    ItemRef,
    Ours,
    Part,
    Printed,
)
from answerable.model.spec import MINOR, Back, Declared, Ref

ItemOrNone = Annotated[str, Ref((*SERIES_FOLDERS, "promises"), none=True)]
Question = Literal["how much", "how well", "is anyone better off"]
QUESTIONS: Final = get_args(Question)
"""The three questions of a measure, in the order shown."""


class SignOff(Part):
    """Who may say that a thing is done."""

    bodies: Annotated[tuple[BodyRef, ...], Declared(back=Back("What it may sign off", 30)), MINOR]
    """A word that closes reads otherwise when anybody else says it; empty where only an office is named."""
    says: Annotated[Ours | None, Declared(heading=True)] = None
    """On what terms, in our words."""
    cites: Cites = ()
    """Where it is written."""


class Measure(Part):
    """How it is to be measured: how much, how well, or whether anyone is better off."""

    kind: Annotated[Question, MINOR]
    """Which of the three questions it answers; one measure of an item or ask answers each."""
    counts: Ours
    """What is counted or looked at, in our words."""
    baseline: Detail | None = None
    """What it is compared with."""
    baseline_on: Date | None = None
    """The day or time of the baseline."""
    review: Date | None = None
    """When it is to be looked at again."""
    cites: Cites = ()
    """Where it is written."""


class Measurement(Part):
    """What was found later where a measure is looked at again."""

    of: Annotated[Question, Declared(choices="a question of a measure"), MINOR]
    """Which measure of the item or ask it is of."""
    found: Detail
    """What was counted or seen, in our words."""
    on: Date | None = None
    """The day or time it is of; the update's own day where left out."""
    cites: Cites
    """Where it is written."""


class Consulted(Part):
    """Who was listened to; groups and roles, never a person who has no public role."""

    who: Ours
    """Who they were, as a group or by role."""
    how: Ours | None = None
    """How they were heard, in our words."""
    on: Date | None = None
    """When."""
    cites: Cites
    """Where it is written."""


class Carried(Part):
    """What became of one open item when its plan went into this one."""

    earlier: Annotated[ItemRef, Declared(back=Back("What became of it in a later plan", 31)), MINOR]
    """The item or ask of the earlier series."""
    later: Annotated[ItemOrNone, Declared(back=Back("What was carried over into it", 32)), MINOR]
    """The item here that takes it on; `none` where it was not carried over."""
    says: Annotated[Ours | None, Declared(heading=True)] = None
    """The reason given, or how it changed."""
    cites: Cites = ()
    """Where it is written."""


class Voiced(Part):
    """What somebody said of a rating."""

    by: Annotated[ActorRef, BY, MINOR]
    """Who said it."""
    says: Annotated[Ours, Declared(heading=True, undertakes=True)]
    """In our words."""
    cites: Cites
    """Where it is written."""


class Rating(Part):
    """A rating as somebody reported it; it sets no standing here."""

    as_printed: Printed
    """The colour and words as printed."""
    by: Annotated[ActorOrNone, BY, Declared(none="nobody, in the papers held"), MINOR]
    """Who rated it; `none` where no paper says."""
    challenge: Annotated[Voiced | None, MINOR] = None
    """Who questioned it, and how."""
    answer: Annotated[Voiced | None, MINOR] = None
    """What was said in answer."""
