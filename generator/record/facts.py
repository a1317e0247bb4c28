"""Events, figures, terms, help lines, where we have looked, and pages of prose."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal

from generator.record.fields import (
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
    """The day the record first knows of a planned event."""
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
    def comes_in(self) -> dt.date:
        """The day it happened, or was announced if only planned; of several dates the earliest."""
        if self.happened == "planned" and self.announced:
            return self.announced.day
        return min((when.day for when in self.whens), default=dt.date.min)


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
    note: Text | None = None
    """What a reader should know besides."""
    about: tuple[Ref, ...] = ()
    """What it speaks of."""


class Help(Record):
    """A line for help; data with an expiry."""

    kind_folder: ClassVar[str] = "help"

    name: Text
    """What the line is."""
    order: int
    """Its place in the list."""
    certain: YesNo
    """Shown on every page: a line that does not change (999, 101)."""
    number: Text
    """The number to call."""
    who_for: Text
    """Whom it is for."""
    when: Text | None = None
    """Hours, cost, languages, other ways to reach it."""
    checked: Day | None = None
    """The day somebody last checked it."""
    checked_by: Text | None = None
    """Who checked it, by role."""


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
