"""Pages made to be printed: what may stand on them, the list of them, one minute of a series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.graph.events import Status
from answerable.graph.graph import Graph
from answerable.graph.tally import tally
from answerable.graph.values import Badge, Card
from answerable.i18n import gettext
from answerable.model.field import Record
from answerable.model.kinds.page import Page
from answerable.model.kinds.series import Series


@dataclass(frozen=True, slots=True)
class OnPaperView:
    """Everything that is made to be printed."""

    minutes: tuple[Card, ...]
    """One minute of each series that the first page opens with."""
    pages: tuple[Card, ...]
    """Pages of prose that fit on one sheet."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item in plain words, and where it stands."""

    label: str
    words: str
    href: str
    badges: tuple[Badge, ...]
    count: str


@dataclass(frozen=True, slots=True)
class MinuteView:
    """A series in one minute."""

    silent: str
    """What stands beside an item of which nobody said anything; empty where that holds of all."""
    series: Card
    says: str
    """How firm it is, or what it is, in a sentence."""
    counts: str
    lines: tuple[Line, ...]
    words: tuple[tuple[str, str], ...]
    """The words said of them, with their meanings, so that none misleads alone."""
    others: tuple[Card, ...]


def minute_of(series: str) -> str:
    """Give the address of a series' minute: `in-one-minute/motions/2021-11-10/`."""
    return f"in-one-minute/{series}/"


def first_series(graph: Graph) -> tuple[Series, ...]:
    """Give the series that the first page opens with, in its order, and that may be printed."""
    there = (graph.portal.records.get(address) for address in graph.portal.settings.first)
    return tuple(one for one in there if isinstance(one, Series) and not one.retracted and not one.sensitive)


def may_be_printed(graph: Graph, record: Record) -> bool:
    """Whether a record may be handed round on paper.

    A sensitive one may not, nor an item of one, nor anything that a sensitive update speaks of.
    """
    events = graph.events_within(record.address)
    return not graph.portal.is_sensitive(record) and not any(event.update.sensitive for event in events)


def brief(graph: Graph, status: Status) -> str:
    """Give the word of a standing, up to its first comma where no other word begins so."""
    short = status.word.short_word
    words = graph.portal.vocabulary.track(status.track).values()
    return short if sum(word.short_word == short for word in words) == 1 else status.word.word


def explained(graph: Graph, targets: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Give the words that were said of items or asks, in brief, each with its meaning."""
    statuses = (status for target in targets for status in graph.status_of(target))
    return tuple({brief(graph, status): status.word.means for status in statuses}.items())


def listed(graph: Graph) -> OnPaperView:
    """Give the list of what is made to be printed."""
    pages = sorted((p for p in graph.portal.of(Page) if p.on_paper), key=lambda p: (p.order, p.address))
    return OnPaperView(
        tuple(_minute_card(graph, series) for series in first_series(graph)),
        graph.cards(page.address for page in pages if not page.retracted),
    )


def minute(graph: Graph, series: Series) -> MinuteView:
    """Give one series in one minute: each item in plain words, and where it stands."""
    items = [item for item in graph.portal.items(series) if may_be_printed(graph, item)]
    cards = graph.cards(item.address for item in items)
    counted = tally(graph, series)
    words = explained(graph, (t for item in items for t in (item.address, *graph.asks_of(item))))
    return MinuteView(
        silent=graph.portal.vocabulary.default(series.track).word if words else "",
        series=graph.card(series.address),
        says=series.force_says or series.summary,
        counts=counted.sentence if counted else "",
        lines=tuple(
            Line(
                "" if item.number == "none" else item.number,
                item.in_short or item.title,
                card.href,
                card.badges,
                card.count,
            )
            for item, card in zip(items, cards, strict=True)
        ),
        words=words,
        others=tuple(_minute_card(graph, other) for other in first_series(graph) if other is not series),
    )


def _minute_card(graph: Graph, series: Series) -> Card:
    number = sum(may_be_printed(graph, item) for item in graph.portal.items(series))
    title = gettext("%(series)s: the %(n)s %(things)s", series=series.title, n=number, things=series.many)
    return Card("page", title, minute_of(series.address).removesuffix("/"))
