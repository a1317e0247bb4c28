"""Meetings: who was there, what was on the agenda, what was said, asked and decided."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal

from answerable.model.field import (
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
    """The category, in the paper's own words."""
    people: tuple[PersonRef, ...] = ()
    """Those who are named."""
    roles: tuple[Text, ...] = ()
    """Those who appear here by role only."""
    for_: tuple[Ref, ...] = ()
    """The items for which they came."""
    note: Text | None = None
    """What a reader should know besides."""
    cites: tuple[Citation, ...] = ()
    """Where it is written."""


class Members(Part):
    """The printed membership list."""

    people: tuple[PersonRef, ...]
    """Those on the list."""
    note: Text | None = None
    """What a reader should know besides."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Remark(Part):
    """What was said, in our words."""

    id: Id
    """Its id on the page, for links: small letters, digits and hyphens."""
    kind: Literal[
        "answer", "comment", "commitment", "correction", "gap noted", "no decision", "suggestion", "view"
    ]
    """What sort of remark; a closed list."""
    theme: Text
    """What it was about, in a few words."""
    says: Text
    """In our words."""
    about: tuple[Ref, ...] = ()
    """Earlier items it speaks of."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Question(Part):
    """A question put at the meeting, and what the paper records as its answer."""

    id: Id
    """Its id on the page, for links: small letters, digits and hyphens."""
    asks: Text
    """The question, in our words."""
    by: PersonRef | None = None
    """Left out where the paper names nobody."""
    about: tuple[Ref, ...] = ()
    """Earlier items it asks about."""
    answer: Text | None = None
    """In our words; left out where the paper records none."""
    answered: Literal["yes", "in part", "no answer recorded"]
    """Whether the paper records an answer."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Observation(Part):
    """Something members saw and reported."""

    id: Id
    """Its id on the page, for links: small letters, digits and hyphens."""
    says: Text
    """In our words."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class MeetingItem(Part):
    """One item of the agenda or minutes."""

    id: Id
    """Its id on the page, for links: small letters, digits and hyphens."""
    number: Text
    """The minute's number as printed, or `none`."""
    agenda: Text | None = None
    """Its number on the agenda."""
    title: Text
    """What it is called."""
    says: Text | None = None
    """What the item was, in our words."""
    outcome: Literal[
        "recorded", "noted", "resolved", "agreed", "provisional", "not held", "no decision recorded"
    ]
    """`not held`: what came of it stands in no paper held here."""
    said: tuple[Remark, ...] = ()
    """What was said."""
    questions: tuple[Question, ...] = ()
    """What was asked, and what was answered."""
    observations: tuple[Observation, ...] = ()
    """What members had seen."""
    cites: tuple[Citation, ...] = ()
    """Where it is written."""


class Meeting(Record):
    """A meeting, held or planned or only spoken of."""

    kind_folder: ClassVar[str] = "meetings"

    title: Text
    """What it is called."""
    summary: Text | None = None
    """What it was, in a sentence or two."""
    body: BodyRef | None = None
    """Left out where no one body met."""
    date: Date
    """The day it was held, or is planned for."""
    time: Text | None = None
    """When it began, as printed."""
    place: Text | None = None
    """Where, as printed."""
    state: Literal["held", "planned", "report only", "mentioned"]
    """`held`: minutes are held here; it stays `planned` until a paper shows that it was held."""
    announced: Date | None = None
    """The day the record first knows of a planned meeting; it stays when the meeting was held."""
    minutes: DocumentRef | None = None
    """The minutes held here."""
    agenda: DocumentRef | None = None
    """The agenda held here."""
    papers: tuple[DocumentRef, ...] = ()
    """Other papers that went to it."""
    next: MeetingRef | None = None
    """The next meeting, set at this one."""
    attendance: tuple[Attendance, ...] = ()
    """Who was there or sent apologies, in the categories printed."""
    members: Members | None = None
    """The printed list of members."""
    items: tuple[MeetingItem, ...] = ()
    """The items of the agenda or minutes, in order."""
    public: YesNo | None = None
    """Whether the public could attend, where a paper says so."""

    @property
    def effective_on(self) -> dt.date:
        """The day it was announced, where the record knows it, else the day it was held."""
        return (self.announced or self.date).day

    @property
    def known_until(self) -> dt.date:
        """The day it was held, or announced if only planned."""
        return self.effective_on if self.state == "planned" else self.date.day

    def as_announced(self) -> Meeting:
        """Give what could be known of it until it was held: whose it was to be, when and where."""
        unknown = dict.fromkeys(("summary", "minutes", "agenda", "next", "members", "public"))
        none = dict.fromkeys(("papers", "attendance", "items", "gaps"), ())
        return self.model_copy(update={**unknown, **none, "state": "planned", "prose": ""})
