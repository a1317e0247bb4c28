"""Meetings: who was there, what was on the agenda, what was said, asked and decided."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal

from generator.record.fields import (
    BodyRef,
    Citation,
    Date,
    DocumentRef,
    Id,
    MeetingRef,
    Part,
    PersonRef,
    Record,
    Ref,
    Text,
    YesNo,
)


class Attendance(Part):
    """One category of those who came, or did not, as the paper prints it."""

    as_: Text
    people: tuple[PersonRef, ...] = ()
    roles: tuple[Text, ...] = ()
    """Those who appear here by role only."""
    for_: tuple[Ref, ...] = ()
    """The items for which they came."""
    note: Text | None = None
    cites: tuple[Citation, ...] = ()


class Members(Part):
    """The printed membership list."""

    people: tuple[PersonRef, ...]
    note: Text | None = None
    cites: tuple[Citation, ...]


class Remark(Part):
    """What was said, in our words."""

    id: Id
    kind: Literal[
        "answer", "comment", "commitment", "correction", "gap noted", "no decision", "suggestion", "view"
    ]
    theme: Text
    says: Text
    about: tuple[Ref, ...] = ()
    """Earlier items it speaks of."""
    cites: tuple[Citation, ...]


class Question(Part):
    """A question put at the meeting, and what the paper records as its answer."""

    id: Id
    asks: Text
    by: PersonRef | None = None
    """Left out where the paper names nobody."""
    about: tuple[Ref, ...] = ()
    answer: Text | None = None
    """In our words; left out where the paper records none."""
    answered: Literal["yes", "in part", "no answer recorded"]
    cites: tuple[Citation, ...]


class Observation(Part):
    """Something members saw and reported."""

    id: Id
    says: Text
    cites: tuple[Citation, ...]


class MeetingItem(Part):
    """One item of the agenda or minutes."""

    id: Id
    number: Text
    """The minute's number as printed, or `none`."""
    agenda: Text | None = None
    title: Text
    says: Text | None = None
    outcome: Literal[
        "recorded", "noted", "resolved", "agreed", "provisional", "not held", "no decision recorded"
    ]
    """`not held`: what came of it stands in no paper held here."""
    said: tuple[Remark, ...] = ()
    questions: tuple[Question, ...] = ()
    observations: tuple[Observation, ...] = ()
    cites: tuple[Citation, ...] = ()


class Meeting(Record):
    """A meeting, held or planned or only spoken of."""

    kind_folder: ClassVar[str] = "meetings"

    title: Text
    summary: Text | None = None
    body: BodyRef | None = None
    """Left out where no one body met."""
    date: Date
    time: Text | None = None
    place: Text | None = None
    state: Literal["held", "planned", "report only", "mentioned"]
    """`held`: minutes are held here; it stays `planned` until a paper shows that it was held."""
    announced: Date | None = None
    """The day the record first knows of a planned meeting."""
    minutes: DocumentRef | None = None
    agenda: DocumentRef | None = None
    papers: tuple[DocumentRef, ...] = ()
    next: MeetingRef | None = None
    attendance: tuple[Attendance, ...] = ()
    members: Members | None = None
    items: tuple[MeetingItem, ...] = ()
    public: YesNo | None = None
    """Whether the public could attend, where a paper says so."""

    @property
    def comes_in(self) -> dt.date:
        """The day it was held, or announced if only planned."""
        return (self.announced or self.date).day if self.state == "planned" else self.date.day
