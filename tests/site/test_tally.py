"""Counts: the parts of every tally add up to its whole, whatever anybody said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given, settings

from answerable.graph.graph import Graph
from answerable.graph.statuses import CONFLICT, conflicting, stands_at
from answerable.graph.tally import tally, targets
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.site.context import Context
from answerable.site.lists import standing
from tests.portals import graph, harbour_graph
from tests.strategies import portals

if TYPE_CHECKING:
    from tests.strategies import Small

HARBOUR = harbour_graph()


def sums(linked: Graph) -> list[str]:
    """Give every count of a portal whose parts do not add up to its whole."""
    wrong = []
    for series in linked.portal.of(Series):
        whole, counted = targets(linked, series), tally(linked, series)
        if counted:
            told = [int(number) for number in re.findall(r"(?:: |, )([0-9]+) ", counted.sentence)]
            parts = [part.number for part in counted.parts]
            wrong += [series.address] if sum(parts) != len(whole) or told not in ([], parts) else []
    for item in linked.portal.of(Item):
        asks = linked.asks_of(item)
        parts = [int(number) for number in re.findall(r"([0-9]+) of", linked.tally(asks))]
        silent = sum(not stands_at(linked.statuses.get(ask, ()), "reply") for ask in asks)
        wrong += [item.address] if sum(parts) + silent != len(asks) else []
    return wrong


@given(portals())
@settings(max_examples=40, deadline=None)
def test_the_parts_of_every_tally_add_up_to_its_whole(small: Small) -> None:
    linked = graph(small.sources)
    assert sums(linked) == []
    for group in standing(Context(linked, "")):
        if isinstance(group.record, Series):
            shown = [card.href for word in group.entries for card in word.entries]
            assert sorted(shown) == sorted(card.href for card in linked.cards(targets(linked, group.record)))


def test_the_parts_add_up_on_the_harbour_where_bodies_differ() -> None:
    assert sums(HARBOUR) == []
    series = HARBOUR.portal.records["reviews/2029-09-20"]
    assert isinstance(series, Series)
    differing = [t for t in targets(HARBOUR, series) if conflicting(HARBOUR.statuses.get(t, ()))]
    assert [t for t in differing if stands_at(HARBOUR.statuses[t], series.track) == CONFLICT] == [
        "reviews/2029-09-20/1"
    ]
    counted = tally(HARBOUR, series)
    assert counted is not None
    assert counted.sentence == "Of 4 asks: 1 agreed, 1 taken up, 1 declined, 1 on which two bodies differ."
