"""Timelines: of one thing, and of everything dated."""

from __future__ import annotations

from itertools import pairwise

from answerable.graph.timeline import Entry, concerning, entries_of, everything, of_event, of_record
from answerable.model.kinds.correction import Correction
from answerable.model.registry import kind_of
from tests.portals import harbour_graph

HARBOUR = harbour_graph()


def lines(address: str) -> list[tuple[str, str]]:
    """Give the timeline of a record: each date in words, and what it says."""
    return [(entry.when.words, entry.text) for entry in of_record(HARBOUR, HARBOUR.portal.records[address])]


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


def test_two_dates_of_one_event_are_both_shown_and_neither_wins() -> None:
    tests = [entry for entry in everything(HARBOUR) if entry.href == "events/2029-first-test/"]
    assert [entry.when.words for entry in tests] == ["3 November 2029", "5 November 2029"]
    assert {entry.text.partition(". ")[2] for entry in tests} == {
        "Papers give more than one date; see the page."
    }


def test_a_planned_meeting_is_marked_as_planned_and_a_reported_event_as_reported() -> None:
    by_href: dict[str, Entry] = {entry.href: entry for entry in everything(HARBOUR)}
    assert [href for href, entry in by_href.items() if entry.planned] == ["meetings/2030-09-10-board/"]
    assert by_href["events/2029-review-visits/"].text.startswith("As somebody reported.")
    assert by_href["events/2029-review-visits/"].ours


def test_an_item_tells_its_series_its_moves_and_what_speaks_of_it() -> None:
    assert [text for _, text in lines("reviews/2029-09-20/2") if text.startswith("Ask a")] == [
        "Ask a. The Board agrees to test the sirens.",
        (
            "Ask a. The tests will be complete by 31 January 2030. Date moved to 31 January 2030. "
            "No reason given."
        ),
        (
            "Ask a. Eleven of twelve were sounded by the day set, the last a day later. "
            "Shown 4 days after the date due, 31 January 2030."
        ),
        "Ask a. The Inspector listens to the tests.",
    ]
    assert lines("reviews/2029-09-20/2")[0][0] == "20 September 2029"


def test_of_what_was_taken_back_the_timeline_says_only_that() -> None:
    assert lines("events/2030-bell-rehung") == [("9 January 2030", "Taken back; the page says why.")]


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
