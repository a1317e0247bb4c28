"""Events, figures, terms, help lines, where we have looked, and pages of prose."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Final, Literal

from answerable.model.date import When
from answerable.model.field import (
    BODY,
    ActorRef,
    AnyRef,
    Basis,
    BodyRef,
    Cites,
    Date,
    Day,
    Detail,
    Ours,
    Part,
    Printed,
    Record,
    Subjects,
    Title,
    YesNo,
)
from answerable.model.spec import MINOR, Back, Declared, Voice


class DatedSaying(Part):
    """One of several dates that papers give for one thing."""

    date: Date
    """The date this paper gives."""
    says: Annotated[Ours, Declared(heading=True)]
    """What the paper dates: agreed, signed."""
    cites: Cites
    """Where it is written."""


class Event(Record):
    """A dated happening that no other record carries."""

    kind_folder: ClassVar[str] = "events"

    title: Title
    """What it is called."""
    date: Annotated[Date | None, Declared(kept=True, dates="comes in")] = None
    """When; left out where papers disagree."""
    dates: Annotated[tuple[DatedSaying, ...], Declared(called="date"), MINOR] = ()
    """Where papers disagree: all are shown, none wins."""
    happened: Annotated[
        Literal["yes", "planned", "probable", "reported"],
        Declared(choices="whether it happened", kept=True),
        MINOR,
    ]
    """`reported`: somebody said so at a meeting."""
    announced: Annotated[Date | None, Declared(kept=True)] = None
    """The day the record first knows of a planned event; it stays when the event happened."""
    says: Ours | None = None
    """What happened, in our words."""
    basis: Basis = "in the source"
    """Whether the source dates it, or we worked the date out."""
    about: Subjects = ()
    """What it speaks of."""

    @property
    def whens(self) -> tuple[Date, ...]:
        """Its dates, in the order written."""
        return (self.date,) if self.date else tuple(saying.date for saying in self.dates)

    @property
    def when(self) -> When | None:
        """Its date; of several the first written."""
        return next(iter(self.whens), None)

    @property
    def effective_on(self) -> dt.date:
        """The day it was announced, where the record knows it, else the first day on which it happened."""
        return self.announced.day if self.announced else self._first

    @property
    def known_until(self) -> dt.date:
        """The day it happened, or was announced if only planned; of several dates the earliest."""
        return self.effective_on if self.happened == "planned" else self._first

    @property
    def _first(self) -> dt.date:
        return min((when.day for when in self.whens), default=dt.date.min)

    def as_announced(self) -> Event:
        """Give what could be known of it until it happened: that it was planned, for when and about what."""
        return self.model_copy(update={"happened": "planned", "says": None, "prose": "", "gaps": ()})


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


class Term(Record):
    """A word or set of letters, and what the papers mean by it."""

    kind_folder: ClassVar[str] = "terms"

    title: Title
    """The word or letters."""
    expansions: Annotated[tuple[Printed, ...], Declared(name=True)] = ()
    """As the papers expand it; empty where none does."""
    means: Ours | None = None
    """What the papers mean by it, in our words."""
    also: Annotated[tuple[Printed, ...], Declared(name=True)] = ()
    """Other words and misprints for the same thing."""
    in_source_glossary: Detail | None = None
    """Whether the papers' own glossary has it, and how."""
    everyday: Annotated[YesNo, Declared(framed=True), MINOR] = False
    """Whether it is an everyday word too; pages then do not mark it where they use it."""
    note: Ours | None = None
    """What a reader should know besides."""
    about: Subjects = ()
    """What it speaks of."""


class Help(Record):
    """A line for help: data that goes out of date.

    A number that no longer answers can do harm, and the pages of the services themselves disagree about
    hours and ages. So each line says when somebody last confirmed it, and is shown for a time only.
    """

    kind_folder: ClassVar[str] = "help"

    name: Title
    """What the line is."""
    order: Annotated[int, Declared(called="place in the order", framed=True, kept=True), MINOR]
    """Its place among the lines; those that are certain stand before all others."""
    certain: Annotated[YesNo, Declared(framed=True), MINOR]
    """Whether it needs no confirming, because it does not change (999, 101); one line at least is certain."""
    number: Annotated[Detail, Declared(name=True)]
    """The number to call, as people dial it; `not shown` in what readers get where it is left out."""
    who_for: Annotated[Ours, Declared(label="For")]
    """Whom it is for, in the words they would use."""
    ages: Detail | None = None
    """Who is too young or too old for it, where there is a limit: `16 and over`."""
    area: Detail | None = None
    """Where callers must live, where there is a limit."""
    hours: Detail | None = None
    """When somebody answers."""
    cost: Detail | None = None
    """What a call costs the caller."""
    on_bill: Annotated[Detail | None, Declared(label="On a phone bill")] = None
    """Whether the call shows on a phone bill; somebody else may open it."""
    languages: Detail | None = None
    """Languages in which it answers, and how to ask for another."""
    by_text: Annotated[Detail | None, Declared(label="By text message")] = None
    """How to reach it by text message."""
    by_chat: Annotated[Detail | None, Declared(label="Web chat")] = None
    """The address of its web chat, over https, or how to find it."""
    bsl: Annotated[Detail | None, Declared(label="In British Sign Language")] = None
    """How to reach it in British Sign Language."""
    checked: Annotated[Day | None, Declared(label="Last confirmed"), MINOR] = None
    """The day somebody last called it or asked the service, and confirmed all of the above."""
    checked_by: Annotated[Detail | None, Declared(label="Confirmed by", after="checked")] = None
    """Who did, by role."""

    @property
    def is_hidden(self) -> bool:
        """Whether its number is not there, because nobody has confirmed it lately."""
        return self.number == NOT_SHOWN

    def shown_until(self, days: int) -> dt.date | None:
        """Give the last day it is shown, so many days after it was confirmed; none if it never was."""
        if self.checked is None or self.checked_by is None:
            return None
        return self.checked + dt.timedelta(days=days)

    def unconfirmed(self, today: dt.date, days: int) -> Help:
        """Give the line as it is; on a day when it is not to be shown, without number and ways to reach it.

        Its name, whom it is for and when it was last confirmed stay.
        """
        until = self.shown_until(days)
        if self.certain or (until and today <= until):
            return self
        return self.model_copy(update={"number": NOT_SHOWN, **dict.fromkeys(REACHING)})


NOT_SHOWN: Final = "not shown"
"""What stands for the number of a line that nobody has confirmed lately."""
REACHING: Final = ("ages", "area", "hours", "cost", "on_bill", "languages", "by_text", "by_chat", "bsl")
"""What a line for help says that goes out of date, besides its number."""


class NotRead(Part):
    """A paper said to exist that nobody here has opened."""

    address: Annotated[Detail, Declared(framed=True, voice=Voice.CODE)]
    """Where it is said to be."""
    what: Annotated[Ours, Declared(heading=True)]
    """What it is said to be."""


class Searched(Record):
    """Whose papers of which kind were looked through, from when to when, on which day, by whom."""

    kind_folder: ClassVar[str] = "searched"

    body: Annotated[BodyRef, BODY, MINOR]
    """Whose papers."""
    papers: Annotated[Detail, Declared(kept=True, heading=True)]
    """Which papers, in words."""
    from_: Date
    """The first day of the papers meant."""
    to: Date
    """The last day of the papers meant."""
    looked_on: Annotated[Day | Literal["none"], Declared(none="nobody has looked through them"), MINOR]
    """`none`: nobody has looked through the series."""
    looked_by: Detail
    """Who looked, by role; `nobody` where nobody has."""
    held: Annotated[tuple[AnyRef, ...], Declared(back=Back("Where we have looked", 28)), MINOR] = ()
    """What of the series is held."""
    not_read: Annotated[tuple[NotRead, ...], Declared(called="paper not read"), MINOR] = ()
    """What is said to exist, and was not read."""
    note: Ours | None = None
    """What a reader should know besides."""


class Page(Record):
    """A page of prose: about, privacy, how to read this site."""

    kind_folder: ClassVar[str] = "pages"

    title: Title
    """What it is called."""
    head_title: Annotated[Detail | None, Declared(framed=True)] = None
    """A neutral title for the browser's history, where the heading says more."""
    order: Annotated[int, Declared(called="place in the order", framed=True, kept=True), MINOR] = 1
    """Its place among the pages."""
    summary: Ours | None = None
    """What the page answers, in a sentence."""
    in_menu: Annotated[YesNo, Declared(framed=True), MINOR] = False
    """Whether the main menu names it."""
    on_paper: Annotated[YesNo, Declared(framed=True), MINOR] = False
    """Whether it fits on one sheet of A4 and is named among what there is to print."""
