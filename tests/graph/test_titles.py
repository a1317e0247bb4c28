"""Neutral titles, which stay behind in histories, feeds and calendars."""

from __future__ import annotations

from dataclasses import replace

from answerable.graph.graph import Graph, link
from answerable.graph.titles import neutral, neutral_part, titled
from tests.portals import harbour, harbour_graph, public

THERE = harbour_graph()


def avoiding(word: str) -> Graph:
    """Give the harbour with a word that no title may hold."""
    portal = public(harbour())
    return link(replace(portal, settings=portal.settings.model_copy(update={"avoid_in_titles": (word,)})))


def test_an_item_is_called_by_its_number_and_series() -> None:
    assert neutral(THERE, THERE.portal.records["reviews/2029-09-20/2"]) == (
        "Recommendation 2, Review of lights and sirens"
    )
    assert neutral_part(THERE, "reviews/2029-09-20/2#a") == "Recommendation 2, ask a"


def test_a_title_with_a_word_to_avoid_gives_way_to_kind_and_address() -> None:
    there = avoiding("SIREN")
    assert neutral(there, there.portal.records["reviews/2029-09-20"]) == "Review 2029-09-20"
    assert neutral_part(there, "promises/2029-06-12-map") == "Promise 2029-06-12-map"


def test_a_title_says_of_which_site_it_is() -> None:
    assert titled("Bodies", THERE.portal.settings) == "Bodies – Harbour record"
