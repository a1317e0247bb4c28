"""Links: written on one record, shown on both, each with whose reading it is and why."""

from __future__ import annotations

from answerable.graph.links import FROM, TO, of_record
from answerable.model.kinds.item import STRENGTHS, Item
from tests.portals import harbour_graph

HARBOUR = harbour_graph()


def rows(address: str) -> dict[str, list[tuple[str, str, bool]]]:
    """Give a record's links: relation in words → whom, how strongly, whether it is our reading."""
    return {
        group.words: [(row.card.label, row.strength, row.ours) for row in group.rows]
        for group in of_record(HARBOUR, address)
    }


def test_every_link_has_its_way_back_and_the_strongest_come_first() -> None:
    for item in HARBOUR.portal.of(Item):
        for link in item.links:
            back = [row for group in of_record(HARBOUR, link.to.partition("#")[0]) for row in group.rows]
            assert item.title in [row.card.title for row in back]
        for group in of_record(HARBOUR, item.address):
            order = [STRENGTHS.index(row.strength) for row in group.rows]
            assert order == sorted(order)


def test_each_relation_has_words_for_both_ways() -> None:
    assert TO.keys() == FROM.keys()
