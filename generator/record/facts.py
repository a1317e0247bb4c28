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
    says: Text
    cites: tuple[Citation, ...]


class Event(Record):
    """A dated happening that no other record carries."""

    kind_folder: ClassVar[str] = "events"

    title: Text
    date: Date | None = None
    dates: tuple[DatedSaying, ...] = ()
    """Where papers disagree: all are shown, none wins."""
    happened: Literal["yes", "planned", "probable", "reported"]
    """`reported`: somebody said so at a meeting."""
    announced: Date | None = None
    """The day the record first knows of a planned event."""
    says: Text | None = None
    basis: Basis = "in the source"
    about: tuple[Ref, ...] = ()

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
    counts: Text
    """What it counts, in our words."""
    counted_by: ActorRef | None = None
    counted_by_says: Text | None = None
    """Who counted, where that is no record here, or that no paper says."""
    how: Text | None = None
    period: Date | None = None
    question: Text | None = None
    """The question it answers."""
    caution: Text | None = None
    """What must not be done with it."""
    about: tuple[Ref, ...] = ()


class Term(Record):
    """A word or set of letters, and what the papers mean by it."""

    kind_folder: ClassVar[str] = "terms"

    title: Text
    expansions: tuple[Text, ...] = ()
    """As the papers expand it; empty where none does."""
    means: Text | None = None
    also: tuple[Text, ...] = ()
    """Other words and misprints for the same thing."""
    in_source_glossary: Text | None = None
    """Whether the papers' own glossary has it, and how."""
    note: Text | None = None
    about: tuple[Ref, ...] = ()


class Help(Record):
    """A line for help; data with an expiry."""

    kind_folder: ClassVar[str] = "help"

    name: Text
    order: int
    certain: YesNo
    """Shown on every page: a line that does not change (999, 101)."""
    number: Text
    who_for: Text
    when: Text | None = None
    """Hours, cost, languages, other ways to reach it."""
    checked: Day | None = None
    checked_by: Text | None = None


class NotRead(Part):
    """A paper said to exist that nobody here has opened."""

    address: Text
    what: Text


class Searched(Record):
    """Whose papers of which kind were looked through, from when to when, on which day, by whom."""

    kind_folder: ClassVar[str] = "searched"

    body: BodyRef
    papers: Text
    from_: Date
    to: Date
    looked_on: Day | Literal["none"]
    """`none`: nobody has looked through the series."""
    looked_by: Text
    held: tuple[Ref, ...] = ()
    """What of the series is held."""
    not_read: tuple[NotRead, ...] = ()
    note: Text | None = None

    @property
    def heading(self) -> str:
        """What was looked through."""
        return self.papers


class Page(Record):
    """A page of prose: about, privacy, how to read this site."""

    kind_folder: ClassVar[str] = "pages"

    title: Text
    head_title: Text | None = None
    """A neutral title for the browser's history, where the heading says more."""
    order: int = 1
    summary: Text | None = None
    in_menu: YesNo = False
