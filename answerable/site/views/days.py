"""As it stood: the list of days on which anything moved, and a frozen overview of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable.graph import past_days as days
from answerable.graph.graph import Graph
from answerable.graph.values import Badge, Card
from answerable.i18n import gettext
from answerable.model.date import day_in_words
from answerable.model.kinds.series import Series
from answerable.site.views.notices import Notice, told
from answerable.site.views.tally import Tally, tally


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which something moved, and what moved on it."""

    words: str
    href: str
    moved: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class DaysView:
    """Every day on which anything moved, the latest first."""

    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Stood:
    """One item or ask as it stood; without badges where nobody had set anything."""

    card: Card
    label: str
    badges: tuple[Badge, ...]
    asks: tuple[Stood, ...]


@dataclass(frozen=True, slots=True)
class SeriesStood:
    """One series as it stood: its counts, and each of its items."""

    card: Card
    id: str
    tally: Tally | None
    silent: str
    """What stands where nobody had set anything."""
    items: tuple[Stood, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """How everything that had been asked stood on a day."""

    words: str
    notices: tuple[Notice, ...]
    """Corrections and statements as there are today."""
    moved: tuple[Card, ...]
    series: tuple[SeriesStood, ...]
    before: Day | None
    after: Day | None


def address_of(day: date) -> str:
    """Give the address of a day's page: `as-of/2022-05-12/`."""
    return f"as-of/{day.isoformat()}/"


def everything(graph: Graph) -> DaysView:
    """Give the list of days."""
    return DaysView(tuple(_day(graph, day) for day in days.days(graph.portal)))


def one(graph: Graph, day: date) -> DayView:
    """Give the frozen overview of one day."""
    then = days.as_it_stood(graph, day)
    series = then.portal.series()
    there = days.days(graph.portal)
    at = there.index(day)
    return DayView(
        words=day_in_words(day),
        notices=told(graph, days.notices(graph, then), address_of(day)),
        moved=graph.cards(days.came_in(graph.portal, day)),
        series=tuple(_series(then, s) for s in series if s.force != "quoted" and not s.retracted),
        before=_day(graph, there[at + 1]) if at + 1 < len(there) else None,
        after=_day(graph, there[at - 1]) if at else None,
    )


def _day(graph: Graph, day: date) -> Day:
    return Day(day_in_words(day), address_of(day), graph.cards(days.came_in(graph.portal, day)))


def _series(then: Graph, series: Series) -> SeriesStood:
    items = []
    for item in then.portal.items(series):
        card = then.card(item.address)
        asks = tuple(
            _stood(then.card(ask), gettext("Ask {id}", id=ask.partition("#")[2]))
            for ask in then.asks_of(item)
        )
        first = series.address in then.portal.settings.first
        items.append(_stood(card, card.label if first else then.numbered(item), asks))
    default = then.portal.vocabulary.default(series.track).word
    return SeriesStood(
        then.card(series.address),
        series.address.replace("/", "-"),
        tally(then, series),
        default,
        tuple(items),
    )


def _stood(card: Card, label: str, asks: tuple[Stood, ...] = ()) -> Stood:
    return Stood(card, label, card.badges, asks)
