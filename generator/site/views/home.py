"""The first page: what was asked, what was answered, and what no paper held shows."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive import gaps
from generator.derive.linked import Linked
from generator.derive.values import Card
from generator.record.choices import CHOICES
from generator.record.dates import When
from generator.record.series import Series
from generator.record.updates import Update
from generator.site.pictures import Paths
from generator.site.views.apart import everything_apart
from generator.site.views.coverage import way
from generator.site.views.tally import Tally, tally, timescales


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


def home(linked: Linked) -> HomeView:
    """Give the first page."""
    settings = linked.portal.settings
    updates = sorted(linked.portal.of(Update), key=lambda u: (u.comes_in, u.order, u.address), reverse=True)
    series = [linked.portal.records[s] for s in settings.first if s in linked.portal.records]
    return HomeView(
        purpose="" if linked.portal.then else settings.purpose,
        steps=tuple(_step(linked, s) for s in series if isinstance(s, Series)),
        gaps=tuple(
            GapCount(len(kind.found), kind.title, f"unknown/#{kind.id}")
            for kind in gaps.everything(linked)
        ),
        held_until=settings.held_until,
        latest=linked.cards(update.address for update in updates[:3]),
        way=way(linked),
        apart=len(everything_apart(linked)),
    )


def _step(linked: Linked, series: Series) -> Step:
    return Step(
        card=linked.card(series.address),
        by=linked.card(series.by),
        when=series.date,
        force=CHOICES["force"][series.force],
        summary=series.summary,
        many=series.many,
        number=len(linked.portal.items(series)),
        tally=tally(linked, series),
        timescales=timescales(linked, series),
    )
