"""The page of an update: who moved which items, to what, because of what."""

from __future__ import annotations

from dataclasses import dataclass, replace

from answerable.graph.events import StatusEvent
from answerable.graph.graph import Graph
from answerable.graph.values import Card, Fact
from answerable.i18n import gettext
from answerable.model.kinds.update import Update
from answerable.site.facts import known_here
from answerable.site.views.common import Common, common
from answerable.site.views.replies import Reply, reply


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


def update(graph: Graph, record: Update) -> UpdateView:
    """Give the page of one update."""
    events: dict[str, list[StatusEvent]] = {}
    for event in graph.events_in(record.address):
        events.setdefault(event.target, []).append(event)
    moves = [
        MoveView(graph.card(target), reply(graph, event))
        for target, moved in events.items()
        for event in reversed(moved)
    ]
    shown = frozenset({"moves", "happened", "happened_is", "decided", "published", "known_here", "basis"})
    whole = common(graph, record, shown)
    dates = (*_dates(record), *known_here(graph, record))
    whole = replace(whole, opens=(*whole.opens, *dates))
    return UpdateView(whole, record.basis != "in the source", tuple(moves))


def _dates(record: Update) -> tuple[Fact, ...]:
    """When it happened, was decided and became public: days that are never mixed.

    A date that the record gives as `none` is said to be in no paper; one it leaves out is left out.
    """
    written = record.model_fields_set
    note = gettext("The day of: {what}.", what=record.happened_is) if record.happened_is else ""
    others = (
        (gettext("Decided"), "decided", record.decided),
        (gettext("Published"), "published", record.published),
    )
    told = (
        Fact(label, "" if when else gettext("no paper held says"), when=when)
        for label, field, when in others
        if when or field in written
    )
    return (Fact(gettext("Happened"), when=record.happened, note=note), *told)
