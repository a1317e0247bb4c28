"""As it stood: the list of days on which anything moved, and for each what moved and how it stood then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.graph.graph import Graph
from answerable.graph.notices import Notice, among
from answerable.graph.past_days import PastDay, answered
from answerable.graph.values import Badge, Card
from answerable.model.date import day_in_words


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which something moved, and the series and updates of it."""

    words: str
    href: str
    moved: tuple[Card, ...]

    @property
    def id(self) -> str:
        """The day, in figures."""
        return self.href.strip("/").rpartition("/")[2]

    @property
    def title(self) -> str:
        """The day, as of a heading."""
        return self.words


@dataclass(frozen=True, slots=True)
class DaysView:
    """Every day on which anything moved, the latest first."""

    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Stood:
    """An item, ask or promise that moved, and how it stood at the end of the day."""

    card: Card
    history: str
    """The place on its page where each of its states stands with its day."""
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """What moved on a day."""

    words: str
    notices: tuple[Notice, ...]
    """Corrections and statements as there are today."""
    moved: tuple[Card, ...]
    stood: tuple[Stood, ...]
    before: Day | None
    after: Day | None


def address_of(day: date) -> str:
    """Give the address of a day's page: `as-of/2022-05-12/`."""
    return f"as-of/{day.isoformat()}/"


def everything(graph: Graph, days: Sequence[PastDay]) -> DaysView:
    """Give the list of days."""
    return DaysView(tuple(_day(graph, day) for day in days))


def one(
    graph: Graph,
    day: PastDay,
    beside: tuple[PastDay | None, PastDay | None],
    answers: Mapping[str, Mapping[str, tuple[str, ...]]],
) -> DayView:
    """Give the page of one day; `beside` are the day before and the day after, `answers` today's."""
    before, after = beside
    return DayView(
        words=day_in_words(day.day),
        notices=among(graph, answered(day, answers)),
        moved=graph.cards(day.records),
        stood=tuple(
            Stood(graph.card(target), _history(graph, target), tuple(status.badge for status in statuses))
            for target, statuses in day.stood.items()
        ),
        before=_day(graph, before) if before else None,
        after=_day(graph, after) if after else None,
    )


def _history(graph: Graph, target: str) -> str:
    return f"{graph.card(target.partition('#')[0]).href}#timeline"


def _day(graph: Graph, day: PastDay) -> Day:
    return Day(day_in_words(day.day), address_of(day.day), graph.cards(day.records))
