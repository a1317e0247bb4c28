"""Links: written on one record, shown on both, each with whose reading it is and why."""

from __future__ import annotations

import pytest

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


def test_a_link_is_shown_where_it_is_written_and_where_it_leads() -> None:
    assert rows("resolutions/2030-02-04/register") == {
        "Takes the place of": [("Recommendation 1", "strong", False)],
        "Served by": [("Plan of 1 March 2030, action 2", "strong", False)],
    }
    assert rows("reviews/2029-09-20/1") == {
        "Follows from": [("Point 2", "likely", True)],
        "Superseded by": [("Resolution (a)", "strong", False)],
        "Served by": [("Plan of 1 March 2030, action 2", "likely", True)],
    }


def test_a_link_to_an_ask_is_shown_on_its_item_and_names_the_ask() -> None:
    (group,) = (g for g in of_record(HARBOUR, "reviews/2029-09-20/2") if g.words == "Led to")
    assert [row.why for row in group.rows] == ["Ask b: Both make the results known."]


def test_every_link_has_its_way_back_and_the_strongest_come_first() -> None:
    for item in HARBOUR.portal.of(Item):
        for link in item.links:
            back = [row for group in of_record(HARBOUR, link.to.partition("#")[0]) for row in group.rows]
            assert item.title in [row.card.title for row in back]
        for group in of_record(HARBOUR, item.address):
            order = [STRENGTHS.index(row.strength) for row in group.rows]
            assert order == sorted(order)


@pytest.mark.parametrize("address", ["bodies/inspector", "motions/2029-06-12/4"])
def test_what_nothing_is_linked_to_has_no_groups(address: str) -> None:
    assert of_record(HARBOUR, address) == ()


def test_each_relation_has_words_for_both_ways() -> None:
    assert TO.keys() == FROM.keys()
