"""The first page: what was asked, what was answered, and what no paper held shows."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph import unknowns as gaps
from answerable.graph.conflicts import conflicts
from answerable.graph.graph import Graph
from answerable.graph.tally import Tally, tally, timescales
from answerable.graph.values import Card
from answerable.model.date import When
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.spec import word
from answerable.site.coverage import way
from answerable.site.pictures import Paths


@dataclass(frozen=True, slots=True)
class Step:
    """One series of the story: what it is, how firm, and its counts."""

    card: Card
    by: Card
    when: When
    force: str
    summary: str
    many: str
    number: int
    tally: Tally | None
    timescales: str


@dataclass(frozen=True, slots=True)
class GapCount:
    """How many gaps of a kind there are."""

    number: int
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page."""

    purpose: str
    """Empty on an earlier day, of which it tells what came later."""
    steps: tuple[Step, ...]
    gaps: tuple[GapCount, ...]
    held_until: str
    latest: tuple[Card, ...]
    way: Paths | None
    apart: int
    """Of how many things two bodies hold different views."""


def home(graph: Graph) -> HomeView:
    """Give the first page."""
    settings = graph.portal.settings
    updates = sorted(
        graph.portal.of(Update), key=lambda u: (u.effective_on, u.order, u.address), reverse=True
    )
    series = [graph.portal.records[s] for s in settings.first if s in graph.portal.records]
    return HomeView(
        purpose="" if graph.portal.then else settings.purpose,
        steps=tuple(_step(graph, s) for s in series if isinstance(s, Series)),
        gaps=tuple(
            GapCount(len(kind.found), kind.title, f"unknown/#{kind.id}")
            for kind in graph.once(gaps.everything)
        ),
        held_until=settings.held_until,
        latest=graph.cards(update.address for update in updates[:3]),
        way=way(graph),
        apart=len(graph.once(conflicts)),
    )


def _step(graph: Graph, series: Series) -> Step:
    return Step(
        card=graph.card(series.address),
        by=graph.card(series.by),
        when=series.date,
        force=word(series, "force"),
        summary=series.summary,
        many=series.many,
        number=len(graph.portal.items(series)),
        tally=tally(graph, series),
        timescales=timescales(graph, series),
    )
