"""The steps of a suggestion: those that papers show, and once those that none does."""

from __future__ import annotations

from datetime import date

from answerable.graph.stages import Path, path, with_asks
from answerable.model.kinds.item import Item
from tests.portals import graph, harbour, harbour_graph

HARBOUR = harbour_graph()


def steps(address: str, day: date | None = None) -> Path | None:
    """Give the steps of an item of the harbour, as of a day."""
    there = graph(harbour(as_of=day)) if day else HARBOUR
    item = there.portal.records[address]
    assert isinstance(item, Item)
    return path(there, item)


def test_each_step_that_a_paper_shows_has_its_day_and_names_its_asks() -> None:
    found = steps("reviews/2029-09-20/2")
    assert found
    assert [(step.name, step.asks, step.when.text, step.who) for step in found.done] == [
        ("Suggested", (), "2029-09-20", ""),
        ("Answered", (), "2029-10-15", "Harbour Board"),
        ("Taken up", ("b",), "2030-02-04", "Harbour Board"),
        ("Forwarded", ("b",), "2030-04-20", "to Crews' Company of the harbour"),
        ("Refined", ("b",), "2030-05-25", "amended"),
    ]
    assert [(step.name, step.asks) for step in found.missing] == [
        ("Taken up", ("a",)),
        ("Refined", ("a",)),
        ("Forwarded", ("a",)),
    ]


def test_a_refusal_is_an_answer_and_no_taking_up() -> None:
    found = steps("reviews/2029-09-20/3")
    assert found
    assert [step.name for step in found.done] == ["Suggested", "Answered"]


def test_a_step_shows_only_from_its_day() -> None:
    found = steps("reviews/2029-09-20/2", date(2029, 9, 20))
    assert found
    assert [step.name for step in found.done] == ["Suggested"]
    assert [(step.name, step.asks) for step in found.missing] == [
        (name, ()) for name in ("Taken up", "Refined", "Forwarded", "Answered")
    ]


def test_what_was_decided_has_no_such_steps() -> None:
    assert steps("resolutions/2030-02-04/results") is None
    assert steps("motions/2029-06-12/1") is None


def test_what_no_paper_shows_is_one_sentence() -> None:
    found = steps("reviews/2029-09-20/2", date(2029, 9, 20))
    assert found
    assert found.lacking == ("No paper held shows that it was taken up, refined, forwarded or answered.")
    asked = [with_asks("refined", asks) for asks in ((), ("a",), ("a", "c"))]
    assert asked == ["refined", "refined (ask a)", "refined (asks a, c)"]
