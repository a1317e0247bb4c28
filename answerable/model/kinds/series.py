"""Series: motions, reviews, resolutions, reports, strategies and plans."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from answerable.i18n import Message, gettext
from answerable.model.address import folder
from answerable.model.field import (
    BY,
    SERIES_FOLDERS,
    ActorRef,
    BodyRef,
    Cites,
    Date,
    Detail,
    DocumentRef,
    ItemRef,
    MeetingRef,
    Ours,
    Part,
    PartId,
    PersonRef,
    Record,
    SeriesRef,
    Summary,
    Title,
)
from answerable.model.kinds.ask import Ask, Consulted, SignOff
from answerable.model.spec import MINOR, Back, Declared, Meaning, Ref

Force = Literal["asked to consider", "suggested", "provisional", "decided", "agreed, not resolved", "quoted"]


ItemOrNone = Annotated[str, Ref((*SERIES_FOLDERS, "promises"), none=True)]


class Note(Part):
    """A note before the request, in our words."""

    noun: ClassVar[Message] = gettext("note")

    id: PartId
    """Its id on the page, for links: small letters, digits and hyphens."""
    says: Annotated[Ours, Declared(heading=True)]
    """In our words."""
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


class Series(Record):
    """A motion, review, set of resolutions, report, strategy or plan."""

    kind_folder: ClassVar[str] = "series"
    template: ClassVar[str] = "series"
    schema_type: ClassVar[str] = "CreativeWork"
    form: ClassVar[str] = "set of things asked"
    followed: ClassVar[Message | None] = gettext(
        "What moves it or one of its items, and each dated paper that speaks of it."
    )

    title: Title
    """What it is called: `Motion of 10 November 2021`."""
    summary: Summary
    """What it is, in a sentence."""
    date: Annotated[Date, Declared(opens=True, kept=True, dates="comes in", schema="dateCreated")]
    """The day it was agreed, approved or made."""
    date_is: Annotated[Detail | None, Declared(label="The date is of", opens=True)] = None
    """What the date is of."""
    force: Annotated[Force, Declared(choices="how firm", change=Meaning.STATUS)]
    """How firm it is, in words beside the title; never a badge."""
    force_says: Ours | None = None
    """What that means here, in a sentence; said first on the page."""
    by: Annotated[ActorRef, BY, Declared(opens=True, schema="author"), MINOR]
    """Whose it is."""
    asked_of: Annotated[
        tuple[BodyRef, ...], Declared(back=Back("What was asked of it", 3), opens=True, change=Meaning.OWNER)
    ] = ()
    """Whom it asks, as a whole."""
    meeting: Annotated[MeetingRef | None, Declared(back=Back("What was put or decided there", 19)), MINOR] = (
        None
    )
    """Where it was put or decided."""
    agenda_item: Detail | None = None
    """The item's number on that agenda."""
    moved_by: Annotated[PersonRef | None, Declared(back=Back("Moved", 12)), MINOR] = None
    """Who moved it."""
    seconded_by: Annotated[PersonRef | None, Declared(back=Back("Seconded", 13)), MINOR] = None
    """Who seconded it."""
    text: Annotated[
        DocumentRef | None, Declared(label="Official text", back=Back("Whose text it is", 15)), MINOR
    ] = None
    """The document that holds the official text."""
    follows: Annotated[tuple[SeriesRef, ...], Declared(back=Back("What followed", 25)), MINOR] = ()
    """The series it answers or takes up."""
    one: Annotated[Detail, Declared(called="word for one of its items", kept=True)]
    """The word for one of its items: point, recommendation, resolution."""
    many: Annotated[Detail, Declared(called="word for its items", kept=True)]
    """The same word for several."""
    notes: Annotated[tuple[Note, ...], Declared(called="note"), MINOR] = ()
    """Notes before the request."""
    asks: Annotated[tuple[Ask, ...], Declared(called="ask", change=Meaning.WORDING)] = ()
    """What the series as a whole asks."""
    sign_off: Annotated[SignOff | None, Declared(change=Meaning.MEASURE)] = None
    """Who may say that any of its items is done, where an item does not say."""
    consulted: Annotated[tuple[Consulted, ...], MINOR] = ()
    """Who was listened to in making it; shown as not stated where empty."""
    carried: Annotated[tuple[Carried, ...], MINOR] = ()
    """Where an earlier plan went into this one: each open item of it, and where it went."""

    @property
    def described_as(self) -> str:
        """Report, where its folder holds reports."""
        return "Report" if folder(self.address) in ("reports", "reviews") else self.schema_type

    @property
    def track(self) -> Literal["reply", "progress"]:
        """Track its items are counted on: what was asked is replied to, what was decided is done."""
        return "reply" if self.force in ("asked to consider", "suggested") else "progress"
