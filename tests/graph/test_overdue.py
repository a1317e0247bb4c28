"""What a clock may say: only what papers show themselves, or a window that somebody looked through."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.graph.graph import Graph
from answerable.graph.overdue import Silence, of_record, windows
from answerable.model.field import Record
from tests.portals import TODAY, graph, harbour, harbour_graph, record_file, site_of
from tests.strategies import FIRST, Small, portals

SEARCH = "content/searched/board-notices.yaml"
CITES = [{"in": "documents/board-notices", "at": "notice 5", "quote": "published today"}]
ADVERSE = re.compile(
    r"no paper looked through|nothing later than|was due by|was promised by|overdue|has not answered|"
    r"silent since|unanswered|nobody has shown|no update published|broke|failed to",
    re.IGNORECASE,
)
"""What says of somebody that they did not do, or did late, what was expected."""


def lines(linked: Graph) -> list[Silence]:
    """Give every line of every record."""
    return [line for record in linked.portal.records.values() for line in of_record(linked, record)]


def words_by_target(linked: Graph) -> dict[tuple[str, str], str]:
    """Give the words by what they speak of and their kind."""
    return {(line.target, line.kind): line.words for line in lines(linked)}


def searched(**fields: str) -> bytes:
    """Give the harbour's search with other fields."""
    base = {
        "body": "bodies/board",
        "papers": "Notices of the Harbour Board",
        "from": "2029-10-01",
        "to": "2030-06-15",
        "looked_on": "2030-06-15",
        "looked_by": "the editor",
        "status": "published",
    }
    return record_file({**base, **fields})


def looked(as_of: date = TODAY, **fields: str) -> Graph:
    """Give the harbour with another search."""
    return graph(harbour(as_of=as_of, more={SEARCH: searched(**fields)}))


def moved(day: str, **move: object) -> dict[str, bytes]:
    """Give an update of the register by the Board."""
    fields = {
        "title": "More",
        "happened": day,
        "by": "bodies/board",
        "at": "none",
        "basis": "ours",
        "status": "published",
        "moves": [{"item": "resolutions/2030-02-04/register", "cites": CITES, **move}],
    }
    return {"content/updates/more.md": record_file(fields, "")}


UP_TO = "up to 15 June 2030; looked on 15 June 2030 by the editor of the record."


def test_what_a_later_plan_took_on_or_left_is_told_there_and_by_no_clock() -> None:
    linked = harbour_graph()
    assert [linked.is_carried_on(f"plans/2029-11-05/{number}") for number in "1234"] == [
        True,
        True,
        True,
        False,
    ]
    assert [one.target for one in lines(linked) if one.target.startswith("plans/2029-11-05")] == []


def test_each_line_leads_to_where_it_can_be_seen() -> None:
    for line in lines(harbour_graph()):
        if line.kind == "late":
            assert line.looked is None
            assert line.cites
        else:
            assert line.looked is not None
            assert line.looked.href == "searched/board-notices/"


def test_where_nobody_looked_only_papers_speak() -> None:
    assert windows(looked(looked_on="none", looked_by="nobody")) == ()
    assert {kind for _, kind in words_by_target(looked(looked_on="none", looked_by="nobody"))} == {"late"}


def test_papers_of_another_body_say_nothing_of_this_one() -> None:
    assert {kind for _, kind in words_by_target(looked(body="bodies/inspector"))} == {"late"}


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({"from": "2030-05-26"}, {"late", "next"}),
        ({"to": "2030-02-04"}, {"late", "passed", "next"}),
        ({"to": "2029-12-31"}, {"late", "next"}),
        ({"to": "2030-09-18", "looked_on": "2030-09-18"}, {"late", "passed", "silent"}),
        ({"from": "2030-01-01", "to": "2030-02-03"}, {"late", "next"}),
    ],
)
def test_a_window_tells_only_of_what_falls_into_it(fields: dict[str, str], kinds: set[str]) -> None:
    assert {kind for _, kind in words_by_target(looked(date(2030, 12, 1), **fields))} == kinds


def test_nobody_can_have_looked_through_what_was_not_yet_written() -> None:
    (window,) = windows(looked(date(2031, 2, 1), to="2031-01-01", looked_on="2030-06-15"))
    assert (window.first, window.last) == (date(2029, 10, 1), date(2030, 6, 15))


def test_as_of_a_day_the_window_ends_on_that_day() -> None:
    words = words_by_target(graph(harbour(as_of=date(2030, 3, 1))))[
        ("resolutions/2030-02-04/register", "silent")
    ]
    assert words == (
        "No paper looked through shows what was done up to 1 March 2030; "
        "looked on 15 June 2030 by the editor of the record."
    )


def test_what_the_body_said_starts_the_clock_anew_and_what_closes_it_ends_it() -> None:
    key = ("resolutions/2030-02-04/register", "silent")
    agreed = words_by_target(graph(harbour(more=moved("2030-03-01", reply="agreed"))))
    assert agreed[key] == f"Nothing later than 1 March 2030 in the papers looked through {UP_TO}"
    assert key not in words_by_target(graph(harbour(more=moved("2030-03-01", reply="declined"))))
    assert key not in words_by_target(graph(harbour(more=moved("2030-03-01", progress="shown-done"))))


def test_what_somebody_else_answered_is_not_told_as_silence() -> None:
    more = moved("2030-03-01", reply="in-place", by="bodies/inspector")
    assert ("resolutions/2030-02-04/register", "silent") not in words_by_target(graph(harbour(more=more)))


def test_a_new_due_date_is_the_one_that_passes() -> None:
    more = moved("2030-03-01", reply="agreed", due="2030-05-01", due_why="no reason given")
    found = words_by_target(graph(harbour(more=more)))
    key = ("resolutions/2030-02-04/register", "passed")
    assert found[key] == f"Was due by 1 May 2030. No paper looked through shows it {UP_TO}"


def test_what_is_sensitive_has_no_clock() -> None:
    linked = harbour_graph()
    for address in ("resolutions/2030-02-04/register", "promises/2029-06-12-map"):
        assert of_record(linked, linked.portal.records[address])
        hidden = linked.portal.records[address].model_copy(update={"sensitive": True})
        assert of_record(linked, hidden) == ()
    more = moved("2030-03-01", says="It is kept.")
    secret = {path: data.replace(b"status:", b'sensitive: "yes"\nstatus:', 1) for path, data in more.items()}
    assert not [
        target for target, _ in words_by_target(graph(harbour(more=secret))) if target.endswith("register")
    ]


# Promise 12.


def unlooked(small: Small) -> Small:
    """Give the small portal with a search that nobody carried out."""
    more = {SEARCH: searched(looked_on="none", looked_by="nobody")}
    return Small(replace(small.sources, content={**small.sources.content, **more}), small.made_up)


@given(portals())
@settings(max_examples=15)
def test_where_nobody_looked_nothing_adverse_is_computed(small: Small) -> None:
    linked = graph(unlooked(small).sources)
    shown = {one.target for one in linked.events if one.days_late}
    assert {(line.kind, line.target) for line in lines(linked)} == {("late", target) for target in shown}


@given(portals())
@settings(max_examples=3)
def test_where_nobody_looked_no_page_says_anything_adverse(small: Small) -> None:
    sources = unlooked(small).sources
    late = {line.words for line in lines(graph(sources))}
    for name, data in site_of(sources).items():
        if name.endswith(".html"):
            words = data.decode()
            for line in late:
                words = words.replace(line, "")
            assert not ADVERSE.search(words), (name, ADVERSE.search(words))


@given(portals(), st.dates(FIRST, TODAY), st.integers(0, 300), st.integers(0, 30))
@settings(max_examples=25)
def test_every_line_stays_inside_its_window(small: Small, first: date, long: int, later: int) -> None:
    last = first + timedelta(days=long)
    on = last + timedelta(days=later)
    fields = {"from": f"{first}", "to": f"{last}", "looked_on": f"{on}"}
    sources = small.sources
    linked = graph(replace(sources, content={**sources.content, SEARCH: searched(**fields)}))
    for line in lines(linked):
        if line.kind == "late":
            continue
        target: Record = linked.portal.record(line.target)
        assert linked.portal.day_of(target) <= TODAY
        assert not any(s.word.final for s in linked.statuses.get(line.target, ()))
        if line.kind != "next":
            assert re.search(r"up to \d+ \w+ \d{4}; looked on \d+ \w+ \d{4} by the editor\.$", line.words)
