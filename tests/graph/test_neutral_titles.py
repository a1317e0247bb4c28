"""Neutral titles, which stay behind in histories, feeds and calendars."""

from __future__ import annotations

from dataclasses import replace

from answerable.graph.graph import Graph, link
from tests.portals import harbour, harbour_graph, public

THERE = harbour_graph()


def avoiding(word: str) -> Graph:
    """Give the harbour with a word that no title may hold."""
    portal = public(harbour())
    return link(replace(portal, settings=portal.settings.model_copy(update={"avoid_in_titles": (word,)})))


def test_an_item_is_called_by_its_number_and_series() -> None:
    assert THERE.neutral_title("reviews/2029-09-20/2") == ("Recommendation 2, Review of lights and sirens")
    assert THERE.neutral_title("reviews/2029-09-20/2#a") == "Recommendation 2, ask a"


def test_a_title_with_a_word_to_avoid_gives_way_to_kind_and_address() -> None:
    there = avoiding("SIREN")
    assert there.neutral_title("reviews/2029-09-20") == "Review 2029-09-20"
    assert there.neutral_title("promises/2029-06-12-map") == "Promise 2029-06-12-map"


def test_a_title_says_of_which_site_it_is() -> None:
    assert THERE.portal.settings.titled("Bodies") == "Bodies – Harbour record"
