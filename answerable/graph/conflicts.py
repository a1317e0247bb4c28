"""Where two bodies hold different views of one thing: both, side by side, in words."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph.graph import Graph
from answerable.graph.statuses import conflict
from answerable.graph.values import Card


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing of which bodies hold different views, and what each says."""

    card: Card
    words: str


def conflicts(graph: Graph) -> tuple[Conflict, ...]:
    """Give all things of which bodies hold different views, in the order of their addresses."""
    words = {target: conflict(graph.portal, graph.statuses[target]) for target in sorted(graph.statuses)}
    return tuple(Conflict(graph.card(target), says) for target, says in words.items() if says)
