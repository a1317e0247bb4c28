"""What things are called in sentences, also where a reference leads nowhere."""

from __future__ import annotations

import pytest

from answerable.diff.sentences import BESIDE, WHOLE, called, cut, gist, in_words, sentence, short
from answerable.model import date as dates
from answerable.model.kinds.item import Item
from tests.portals import harbour, public

LONG = [f"word{number}" for number in range(WHOLE + 20)]


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("reviews/2029-09-20/2#a", "Recommendation 2, ask a"),
        ("reviews/2029-09-20", "Review “Review of lights and sirens”"),
        ("meetings/2030-02-04-board#minute-7", "Meeting “Harbour Board, 4 February 2030”, minute 7"),
        ("people/nobody", "people/nobody"),
        ("reviews/1999/2#a", "reviews/1999/2, a"),
    ],
)
def test_a_reference_is_called_by_its_name_or_as_it_is_written(reference: str, name: str) -> None:
    portal = public(harbour())
    assert called(portal, reference) == name


def test_values_are_shown_in_words() -> None:
    portal = public(harbour())
    assert in_words(portal, dates.read("2030-05")) == "May 2030"
    assert in_words(portal, ("bodies/board", "x")) == "Harbour Board; “x”"
    assert [in_words(portal, value) for value in (True, (), None, 3)] == ["yes", "none", "", "3"]


def test_a_citation_and_a_link_are_told_in_a_phrase() -> None:
    portal = public(harbour())
    item = portal.records["reviews/2029-09-20/2"]
    assert isinstance(item, Item)
    assert gist(portal, item.links[0]).startswith("follows from Point 1 (strong, in the source): The report")
    assert gist(portal, item.cites[0]).endswith("recommendation 2, “The Board should test all twelve sirens”")


def test_of_two_long_texts_only_what_differs_is_shown_with_words_beside_it() -> None:
    new = [*LONG[:20], "changed", *LONG[21:]]
    was, now = cut(" ".join(LONG), " ".join(new))
    assert was.split() == ["…", *LONG[20 - BESIDE : 21 + BESIDE], "…"]
    assert now.split() == ["…", *new[20 - BESIDE : 21 + BESIDE], "…"]
    assert cut("a b", "a c") == ("a b", "a c")


def test_words_added_at_the_end_are_shown_to_the_end() -> None:
    was, now = cut(" ".join(LONG), " ".join([*LONG, "more"]))
    assert was.split() == ["…", *LONG[-BESIDE:]]
    assert now.split() == ["…", *LONG[-BESIDE:], "more"]


def test_a_long_text_is_cut_and_a_sentence_has_one_stop() -> None:
    assert short(" ".join(LONG)).split() == [*LONG[:WHOLE], "…"]
    assert short("as it is") == "as it is"
    assert [sentence(words) for words in ("A", "A.", "“A.”", "“A”")] == ["A.", "A.", "“A.”", "“A”."]
