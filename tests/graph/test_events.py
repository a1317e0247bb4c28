"""Standing: the last word of each body on each axis, the dates as they moved, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from answerable.graph.events import late_by
from answerable.graph.graph import Graph
from answerable.graph.statuses import CONFLICT, count, stands_at, tracks_in_conflict
from answerable.model.date import read
from tests.portals import graph, harbour, harbour_graph, record_file
from tests.strategies import portals

if TYPE_CHECKING:
    from tests.strategies import Small

HARBOUR = harbour_graph()
CITES = [{"in": "documents/board-notices", "at": "notice 5", "quote": "published today"}]


def words(linked: Graph, target: str) -> list[tuple[str, str, str]]:
    """Give what stands of an item: axis, who, word."""
    return [(s.track, s.by.removeprefix("bodies/"), s.word_id) for s in linked.statuses.get(target, ())]


def with_update(day: str, order: str, **move: object) -> Graph:
    """Give the harbour with one more update by the Board of recommendation 2, ask b."""
    fields = {
        "title": "More",
        "happened": day,
        "by": "bodies/board",
        "at": "none",
        "order": order,
        "basis": "ours",
        "status": "published",
        "moves": [{"item": "reviews/2029-09-20/2#b", "cites": CITES, **move}],
    }
    return graph(harbour(more={"content/updates/more.md": record_file(fields, "")}))


def test_each_bodys_last_word_stands_on_each_axis() -> None:
    assert words(HARBOUR, "reviews/2029-09-20/2#b") == [
        ("reply", "board", "taken-up"),
        ("progress", "board", "shown-done"),
        ("check", "inspector", "disputed"),
    ]
    assert words(HARBOUR, "motions/2029-06-12/4") == []


def test_a_later_word_takes_the_place_of_the_same_bodys_and_of_nobody_elses() -> None:
    linked = with_update("2030-05-01", "1", reply="declined")
    assert ("reply", "board", "declined") in words(linked, "reviews/2029-09-20/2#b")
    assert ("reply", "board", "taken-up") not in words(linked, "reviews/2029-09-20/2#b")
    beside = with_update("2030-05-01", "1", reply="declined", by="bodies/council")
    assert [who for track, who, _ in words(beside, "reviews/2029-09-20/2#b") if track == "reply"] == [
        "board",
        "council",
    ]
    assert tracks_in_conflict(beside.statuses["reviews/2029-09-20/2#b"]) == ("reply",)


def test_updates_of_one_day_fold_in_their_order() -> None:
    before, after = (
        with_update("2030-02-04", "0", reply="declined"),
        with_update("2030-02-04", "3", reply="declined"),
    )
    assert ("reply", "board", "taken-up") in words(before, "reviews/2029-09-20/2#b")
    assert ("reply", "board", "declined") in words(after, "reviews/2029-09-20/2#b")


def test_an_earlier_update_written_later_does_not_win() -> None:
    assert ("reply", "board", "taken-up") in words(
        with_update("2029-12-01", "9", reply="declined"), "reviews/2029-09-20/2#b"
    )


def test_late_is_counted_only_where_both_dates_can_tell() -> None:
    assert late_by(read("2030-01-31"), read("2030-02-04")) == 4
    assert late_by(read("2030-01-31"), read("2030-01-31")) == 0
    assert late_by(read("2030-01"), read("2030-01-31")) == 0
    assert late_by(read("2030"), read("2031-02")) == 32
    assert late_by(read("since 2029"), read("2031")) == 0
    assert late_by(read("2030-01-31"), read("by 2031")) == 0


def test_a_parent_is_counted_from_its_asks_and_the_silent_are_counted_too() -> None:
    asks = ["reviews/2029-09-20/2#a", "reviews/2029-09-20/2#b", "motions/2029-06-12/4"]
    assert count(asks, HARBOUR.statuses) == {"agreed": 1, "taken-up": 1, "": 1}
    assert count(asks, HARBOUR.statuses, "check") == {"checked": 1, CONFLICT: 1, "": 1}
    assert count(asks, HARBOUR.statuses, "progress") == {"shown-done": 1, CONFLICT: 1, "": 1}


def test_what_two_bodies_differ_on_is_counted_once_and_at_no_word_of_theirs() -> None:
    apart = "reviews/2029-09-20/1"
    assert len({s.word_id for s in HARBOUR.statuses[apart] if s.track == "reply"}) == 2
    assert stands_at(HARBOUR.statuses[apart], "reply") == CONFLICT
    assert stands_at(HARBOUR.statuses[apart], "progress") == ""
    assert count([apart], HARBOUR.statuses) == {CONFLICT: 1}


@given(portals())
@settings(max_examples=20)
def test_the_log_gives_of_each_thing_what_a_look_at_every_event_gives(small: Small) -> None:
    linked = graph(small.sources)
    events = linked.events
    for target in {event.target for event in events}:
        assert linked.events_of(target) == tuple(event for event in events if event.target == target)
        address = target.partition("#")[0]
        within = tuple(event for event in events if event.target.partition("#")[0] == address)
        assert linked.events_within(address) == within
    for update in {event.update.address for event in events}:
        assert linked.events_in(update) == tuple(e for e in events if e.update.address == update)
    assert len({event.key for event in events}) == len(events)
    assert linked.events_of("nothing") == ()
    assert linked.events_in("nothing") == ()
    assert linked.status_of("nothing") == ()
