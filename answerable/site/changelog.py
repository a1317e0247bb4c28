"""What changed, by day: each change with its old and its new, why, and who."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from answerable.graph import changelog as changed
from answerable.graph.changelog import Changed
from answerable.graph.graph import Graph
from answerable.graph.values import Card
from answerable.model.date import day_in_words


@dataclass(frozen=True, slots=True)
class Told:
    """One change as shown."""

    change: Changed
    source: Card
    about: tuple[Card, ...]
    """What changed, where that is not what tells of it."""


@dataclass(frozen=True, slots=True)
class Day:
    """The changes of one day."""

    id: str
    title: str
    changes: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Every substantive change, the latest day first."""

    days: tuple[Day, ...]


def changes(graph: Graph) -> ChangesView:
    """Give every substantive change, by day."""
    by_day = groupby(graph.once(changed.changed), key=lambda one: one.day)
    return ChangesView(
        tuple(
            Day(f"d{day}", day_in_words(day), tuple(_told(graph, one) for one in found))
            for day, found in by_day
        )
    )


def _told(graph: Graph, one: Changed) -> Told:
    about = () if one.about == (one.source,) else one.about
    return Told(one, graph.card(one.source), graph.cards(about))
