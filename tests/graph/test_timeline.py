"""Timelines: of one thing, and of everything dated."""

from __future__ import annotations

from itertools import pairwise

from answerable.graph.timeline import concerning, entries_of, everything, of_event, of_record
from answerable.model.kinds.correction import Correction
from answerable.model.registry import kind_of
from tests.portals import harbour_graph

HARBOUR = harbour_graph()


def test_everything_dated_is_on_the_one_timeline_oldest_first() -> None:
    entries = everything(HARBOUR)
    dated = {
        f"{a}/"
        for a, r in HARBOUR.portal.records.items()
        if kind_of(a).dated and r.when and not isinstance(r, Correction)
    }
    assert {entry.href for entry in entries} == dated
    assert all(one.when.order <= other.when.order for one, other in pairwise(entries))
    assert "statements/2030-04-10-board/" in dated


def test_what_is_always_there_has_no_line_of_its_own() -> None:
    body = HARBOUR.portal.records["bodies/board"]
    assert list(entries_of(HARBOUR, body)) == []
    assert of_record(HARBOUR, body), "what dated things say of it is on its timeline"


def test_nothing_stands_twice_on_a_timeline() -> None:
    for record in HARBOUR.portal.records.values():
        entries = of_record(HARBOUR, record)
        assert len({(e.when.text, e.title, e.href, e.text) for e in entries}) == len(entries), record.address


def test_each_move_has_one_line_and_an_update_one_of_its_own() -> None:
    for one in HARBOUR.events:
        line = of_event(HARBOUR, one)
        assert line.href == next(iter(entries_of(HARBOUR, one.update))).href
        assert len(line.badges) == len(one.statuses)


def test_what_concerns_a_record_names_an_update_by_its_moves_or_by_itself_never_twice() -> None:
    for record in HARBOUR.portal.records.values():
        records, moved = concerning(HARBOUR, record)
        named = [one.address for one in records]
        assert len(named) == len(set(named))
        if record.address not in {one.update.address for one in moved}:
            assert not {one.update.address for one in moved} & set(named)
