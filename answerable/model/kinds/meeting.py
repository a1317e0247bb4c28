"""Meetings: who was there, what was on the agenda, what was said, asked and decided."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from answerable.i18n import Message, gettext
from answerable.model.field import (
    BODY,
    BY,
    PEOPLE,
    PRINTED_DATE,
    AnyRef,
    BodyRef,
    Cites,
    Date,
    Detail,
    DocumentRef,
    MeetingRef,
    Ours,
    Part,
    PartId,
    PersonRef,
    Printed,
    PrintedDate,
    Record,
    Subjects,
    Summary,
    Text,
    Title,
    YesNo,
)
from answerable.model.spec import MINOR, Back, Declared, Meaning, Voice, unwritten


class Attendance(Part):
    """One category of those who came, or did not, as the paper prints it."""

    as_: Printed
    """The category, in the paper's own words."""
    people: Annotated[tuple[PersonRef, ...], PEOPLE, MINOR] = ()
    """Those who are named."""
    roles: Annotated[tuple[Text, ...], Declared(voice=Voice.PAPER, change=Meaning.ROLE)] = ()
    """Those who appear here by role only."""
    for_: Annotated[tuple[AnyRef, ...], Declared(back=Back("Who came for it", 21)), MINOR] = ()
    """The items for which they came."""
    note: Ours | None = None
    """What a reader should know besides."""
    cites: Cites = ()
    """Where it is written."""


class Members(Part):
    """The printed membership list."""

    people: Annotated[tuple[PersonRef, ...], PEOPLE, MINOR]
    """Those on the list."""
    note: Ours | None = None
    """What a reader should know besides."""
    cites: Cites
    """Where it is written."""


class Remark(Part):
    """What was said, in our words."""

    noun: ClassVar[Message] = gettext("remark")

    id: PartId
    """Its id on the page, for links: small letters, digits and hyphens."""
    kind: Annotated[
        Literal[
            "answer", "comment", "commitment", "correction", "gap noted", "no decision", "suggestion", "view"
        ],
        Declared(choices="a kind of remark"),
        MINOR,
    ]
    """What sort of remark; a closed list."""
    theme: Annotated[Detail, Declared(heading=True)]
    """What it was about, in a few words."""
    says: Annotated[Ours, Declared(heading=True)]
    """In our words."""
    about: Subjects = ()
    """Earlier items it speaks of."""
    cites: Cites
    """Where it is written."""


class Question(Part):
    """A question put at the meeting, and what the paper records as its answer."""

    noun: ClassVar[Message] = gettext("question")

    id: PartId
    """Its id on the page, for links: small letters, digits and hyphens."""
    asks: Annotated[Text, Declared(called="wording", heading=True, voice=Voice.OURS, change=Meaning.WORDING)]
    """The question, in our words."""
    by: Annotated[PersonRef | None, BY, MINOR] = None
    """Left out where the paper names nobody."""
    about: Subjects = ()
    """Earlier items it asks about."""
    answer: Ours | None = None
    """In our words; left out where the paper records none."""
    answered: Annotated[Literal["yes", "in part", "no answer recorded"], MINOR]
    """Whether the paper records an answer."""
    cites: Cites
    """Where it is written."""


class Observation(Part):
    """Something members saw and reported."""

    noun: ClassVar[Message] = gettext("observation")

    id: PartId
    """Its id on the page, for links: small letters, digits and hyphens."""
    says: Annotated[Ours, Declared(heading=True)]
    """In our words."""
    cites: Cites
    """Where it is written."""


class MeetingItem(Part):
    """One item of the agenda or minutes."""

    noun: ClassVar[Message] = gettext("minute")

    id: PartId
    """Its id on the page, for links: small letters, digits and hyphens."""
    number: Annotated[Detail, Declared(none="printed without a number", name=True)]
    """The minute's number as printed, or `none`."""
    agenda: Detail | None = None
    """Its number on the agenda."""
    title: Title
    """What it is called."""
    says: Ours | None = None
    """What the item was, in our words."""
    outcome: Annotated[
        Literal["recorded", "noted", "resolved", "agreed", "provisional", "not held", "no decision recorded"],
        Declared(choices="an outcome"),
        MINOR,
    ]
    """`not held`: what came of it stands in no paper held here."""
    said: Annotated[tuple[Remark, ...], Declared(called="remark"), MINOR] = ()
    """What was said."""
    questions: Annotated[tuple[Question, ...], Declared(called="question"), MINOR] = ()
    """What was asked, and what was answered."""
    observations: Annotated[tuple[Observation, ...], Declared(called="observation"), MINOR] = ()
    """What members had seen."""
    cites: Cites = ()
    """Where it is written."""


class Meeting(Record):
    """A meeting, held or planned or only spoken of."""

    kind_folder: ClassVar[str] = "meetings"
    template: ClassVar[str] = "meeting"
    schema_type: ClassVar[str] = "Event"

    title: Title
    """What it is called."""
    summary: Annotated[Summary | None, Declared(afterwards=True)] = None
    """What it was, in a sentence or two."""
    body: Annotated[BodyRef | None, BODY, Declared(opens=True, schema="organizer"), MINOR] = None
    """Left out where no one body met."""
    date: Annotated[Date, Declared(opens=True, kept=True, dates="comes in", schema="startDate")]
    """The day it was held, or is planned for."""
    printed_date: Annotated[PrintedDate | None, PRINTED_DATE] = None
    """What the paper prints, where another date is counted; readers see both."""
    time: Annotated[Detail | None, Declared(opens=True)] = None
    """When it began, as printed."""
    place: Annotated[Detail | None, Declared(opens=True)] = None
    """Where, as printed."""
    state: Annotated[
        Literal["held", "planned", "report only", "mentioned"],
        Declared(choices="how a meeting is known", kept=True),
        MINOR,
    ]
    """`held`: minutes are held here; it stays `planned` until a paper shows that it was held."""
    announced: Annotated[Date | None, Declared(kept=True)] = None
    """The day the record first knows of a planned meeting; it stays when the meeting was held."""
    minutes: Annotated[
        DocumentRef | None, Declared(back=Back("The meeting it records", 16), afterwards=True), MINOR
    ] = None
    """The minutes held here."""
    agenda: Annotated[
        DocumentRef | None, Declared(back=Back("The meeting it was for", 17), afterwards=True), MINOR
    ] = None
    """The agenda held here."""
    papers: Annotated[
        tuple[DocumentRef, ...], Declared(back=Back("The meeting it went to", 18), afterwards=True), MINOR
    ] = ()
    """Other papers that went to it."""
    next: Annotated[MeetingRef | None, Declared(back=Back("Set at", 22), afterwards=True), MINOR] = None
    """The next meeting, set at this one."""
    attendance: Annotated[tuple[Attendance, ...], Declared(called="attendance", afterwards=True), MINOR] = ()
    """Who was there or sent apologies, in the categories printed."""
    members: Annotated[Members | None, Declared(afterwards=True), MINOR] = None
    """The printed list of members."""
    items: Annotated[tuple[MeetingItem, ...], Declared(called="item", afterwards=True), MINOR] = ()
    """The items of the agenda or minutes, in order."""
    public: Annotated[YesNo | None, Declared(afterwards=True), MINOR] = None
    """Whether the public could attend, where a paper says so."""

    @property
    def effective_on(self) -> dt.date:
        """Day it was announced, where the record knows it, else the day it was held."""
        return (self.announced or self.date).day

    @property
    def known_until(self) -> dt.date:
        """Day it was held, or announced if only planned."""
        return self.effective_on if self.state == "planned" else self.date.day

    @property
    def described_as(self) -> str:
        """Event that was held or is planned; of others no paper shows that they took place."""
        return self.schema_type if self.state in ("held", "planned") else ""

    def as_announced(self) -> Meeting:
        """What could be known of it until it was held: whose it was to be, when and where."""
        return self.model_copy(update={**unwritten(Meeting, "afterwards"), "state": "planned"})
