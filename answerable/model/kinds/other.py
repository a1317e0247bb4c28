"""Events, figures, terms, help lines, where we have looked, and pages of prose."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Final, Literal

from answerable.model.field import (
    ActorRef,
    Basis,
    BodyRef,
    Citation,
    Date,
    Day,
    Part,
    Record,
    Ref,
    Text,
    YesNo,
)


class DatedSaying(Part):
    """One of several dates that papers give for one thing."""

    date: Date
    """The date this paper gives."""
    says: Text
    """What the paper dates: agreed, signed."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Event(Record):
    """A dated happening that no other record carries."""

    kind_folder: ClassVar[str] = "events"

    title: Text
    """What it is called."""
    date: Date | None = None
    """When; left out where papers disagree."""
    dates: tuple[DatedSaying, ...] = ()
    """Where papers disagree: all are shown, none wins."""
    happened: Literal["yes", "planned", "probable", "reported"]
    """`reported`: somebody said so at a meeting."""
    announced: Date | None = None
    """The day the record first knows of a planned event; it stays when the event happened."""
    says: Text | None = None
    """What happened, in our words."""
    basis: Basis = "in the source"
    """Whether the source dates it, or we worked the date out."""
    about: tuple[Ref, ...] = ()
    """What it speaks of."""

    @property
    def whens(self) -> tuple[Date, ...]:
        """Its dates, in the order written."""
        return (self.date,) if self.date else tuple(saying.date for saying in self.dates)

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

    title: Text
    """The number as printed, with what it counts in a word."""
    counts: Text
    """What it counts, in our words."""
    counted_by: ActorRef | None = None
    """Who counted."""
    counted_by_says: Text | None = None
    """Who counted, where that is no record here, or that no paper says."""
    how: Text | None = None
    """How it was counted."""
    period: Date | None = None
    """The time it covers."""
    question: Text | None = None
    """The question it answers."""
    caution: Text | None = None
    """What must not be done with it."""
    about: tuple[Ref, ...] = ()
    """What it speaks of."""


class Term(Record):
    """A word or set of letters, and what the papers mean by it."""

    kind_folder: ClassVar[str] = "terms"

    title: Text
    """The word or letters."""
    expansions: tuple[Text, ...] = ()
    """As the papers expand it; empty where none does."""
    means: Text | None = None
    """What the papers mean by it, in our words."""
    also: tuple[Text, ...] = ()
    """Other words and misprints for the same thing."""
    in_source_glossary: Text | None = None
    """Whether the papers' own glossary has it, and how."""
    everyday: YesNo = False
    """Whether it is an everyday word too; pages then do not mark it where they use it."""
    note: Text | None = None
    """What a reader should know besides."""
    about: tuple[Ref, ...] = ()
    """What it speaks of."""


class Help(Record):
    """A line for help: data that goes out of date.

    A number that no longer answers can do harm, and the pages of the services themselves disagree about
    hours and ages. So each line says when somebody last confirmed it, and is shown for a time only.
    """

    kind_folder: ClassVar[str] = "help"

    name: Text
    """What the line is."""
    order: int
    """Its place among the lines; those that are certain stand before all others."""
    certain: YesNo
    """Whether it needs no confirming, because it does not change (999, 101); one line at least is certain."""
    number: Text
    """The number to call, as people dial it; `not shown` in what readers get where it is left out."""
    who_for: Text
    """Whom it is for, in the words they would use."""
    ages: Text | None = None
    """Who is too young or too old for it, where there is a limit: `16 and over`."""
    area: Text | None = None
    """Where callers must live, where there is a limit."""
    hours: Text | None = None
    """When somebody answers."""
    cost: Text | None = None
    """What a call costs the caller."""
    on_bill: Text | None = None
    """Whether the call shows on a phone bill; somebody else may open it."""
    languages: Text | None = None
    """Languages in which it answers, and how to ask for another."""
    by_text: Text | None = None
    """How to reach it by text message."""
    by_chat: Text | None = None
    """The address of its web chat, over https, or how to find it."""
    bsl: Text | None = None
    """How to reach it in British Sign Language."""
    checked: Day | None = None
    """The day somebody last called it or asked the service, and confirmed all of the above."""
    checked_by: Text | None = None
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

    address: Text
    """Where it is said to be."""
    what: Text
    """What it is said to be."""


class Searched(Record):
    """Whose papers of which kind were looked through, from when to when, on which day, by whom."""

    kind_folder: ClassVar[str] = "searched"

    body: BodyRef
    """Whose papers."""
    papers: Text
    """Which papers, in words."""
    from_: Date
    """The first day of the papers meant."""
    to: Date
    """The last day of the papers meant."""
    looked_on: Day | Literal["none"]
    """`none`: nobody has looked through the series."""
    looked_by: Text
    """Who looked, by role; `nobody` where nobody has."""
    held: tuple[Ref, ...] = ()
    """What of the series is held."""
    not_read: tuple[NotRead, ...] = ()
    """What is said to exist, and was not read."""
    note: Text | None = None
    """What a reader should know besides."""

    @property
    def heading(self) -> str:
        """What was looked through."""
        return self.papers


class Page(Record):
    """A page of prose: about, privacy, how to read this site."""

    kind_folder: ClassVar[str] = "pages"

    title: Text
    """What it is called."""
    head_title: Text | None = None
    """A neutral title for the browser's history, where the heading says more."""
    order: int = 1
    """Its place among the pages."""
    summary: Text | None = None
    """What the page answers, in a sentence."""
    in_menu: YesNo = False
    """Whether the main menu names it."""
    on_paper: YesNo = False
    """Whether it fits on one sheet of A4 and is named among what there is to print."""
