"""The page of an update: who moved which items, to what, because of what."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.linked import Linked
from generator.derive.values import Card
from generator.record.updates import Update
from generator.site.views.common import Common, common
from generator.site.views.replies import Reply, replies


@dataclass(frozen=True, slots=True)
class MoveView:
    """One item moved."""

    card: Card
    reply: Reply


@dataclass(frozen=True, slots=True)
class UpdateView:
    """An update."""

    common: Common
    ours: bool
    moves: tuple[MoveView, ...]


def update(linked: Linked, record: Update) -> UpdateView:
    """Give the page of one update."""
    own = linked.card(record.address)
    moves = []
    for target in dict.fromkeys(move.item for move in record.moves):
        moves += [MoveView(linked.card(target), r) for r in replies(linked, target) if r.update == own]
    return UpdateView(
        common(linked, record, frozenset({"moves"})), record.basis != "in the source", tuple(moves)
    )
