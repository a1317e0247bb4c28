"""How entries of lists are matched, so that one edit is one difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.diff.differences import differences, same_words
from answerable.model.field import Citation
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.item import Item

IDS = st.lists(st.sampled_from("abcdef"), unique=True)


def ask(own: str, asks: str = "Do it.") -> Ask:
    """Give an ask."""
    return Ask.model_validate({"id": own, "asks": asks, "owners": (), "named": "nobody", "cites": ()})


def item(*asks: Ask, prose: str = "", cites: tuple[Citation, ...] = ()) -> Item:
    """Give an item with these asks."""
    fields = {"number": "1", "order": 1, "title": "T", "status": "published"}
    return Item.model_validate(fields).model_copy(update={"asks": asks, "prose": prose, "cites": cites})


def cite(find: str, at: str = "page 1") -> Citation:
    """Give a citation."""
    return Citation.model_validate({"in": "documents/a", "at": at, "quote": find})


def told(old: Item, new: Item) -> list[tuple[str, str]]:
    """Give path and manner of each difference."""
    return [(difference.path, difference.how) for difference in differences(old, new)]


@given(IDS, IDS)
def test_entries_with_ids_come_go_and_change_places_and_nothing_else(was: list[str], now: list[str]) -> None:
    old, new = (item(*(ask(own, f"Do {own}.") for own in ids)) for ids in (was, now))
    kept = [own for own in was if own in now]
    moved = [("asks", "reordered")] if kept != [own for own in now if own in was] else []
    assert sorted(told(old, new)) == sorted(
        [
            *((f"asks/{own}", "removed") for own in was if own not in now),
            *((f"asks/{own}", "added") for own in now if own not in was),
            *moved,
        ]
    )


def test_an_entry_put_in_front_of_others_is_one_difference() -> None:
    old = item(cites=(cite("one"), cite("two")))
    assert told(old, item(cites=(cite("new"), cite("one"), cite("two")))) == [("cites/1", "added")]


def test_a_citation_that_kept_its_place_is_changed_and_another_is_another() -> None:
    assert told(item(cites=(cite("one"),)), item(cites=(cite("two"),))) == [("cites/1", "changed")]


def test_an_ask_with_another_id_and_the_same_words_is_the_same_ask() -> None:
    assert told(item(ask("a")), item(ask("b"))) == [("asks/b/id", "changed")]
    assert told(item(ask("a")), item(ask("b", "Do another."))) == [("asks/a", "removed"), ("asks/b", "added")]


@pytest.mark.parametrize(
    ("was", "now", "same"),
    [
        ("one\ntwo", "one two", True),
        ("- one\n- two", "- one - two", False),
        ("one\n\ntwo", "one\ntwo", False),
        ("one", "One", False),
    ],
)
def test_prose_is_compared_as_it_is_read(was: str, now: str, *, same: bool) -> None:
    assert told(item(prose=was), item(prose=now)) == ([] if same else [("prose", "changed")])


def test_words_are_the_same_wherever_their_lines_end() -> None:
    assert same_words("a b\n  c", "a\nb c")
    assert not same_words("a b", "ab")
