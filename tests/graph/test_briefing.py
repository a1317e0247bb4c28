"""Questions for the next meeting: what a body was asked, what is open, and where that is written."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings

from answerable.graph.briefing import Sheet, Topic, has_sheet, sheets
from answerable.graph.graph import Graph
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.body import Body
from answerable.model.kinds.item import Item
from answerable.site.questions import QUESTIONS
from tests.portals import graph, harbour, harbour_graph, harbour_reading, record_file
from tests.reading import plain
from tests.strategies import Small, portals

HARBOUR = harbour_graph()
BOARD = "bodies/board"


def sheet(linked: Graph, body: str = BOARD) -> Sheet | None:
    """Give the sheet of a body."""
    return sheets(linked).get(body)


def topics(linked: Graph) -> dict[str, list[str]]:
    """Give what the Board is asked about: topic → labels or titles."""
    found: dict[str, list[str]] = {}
    board = sheet(linked)
    for point in board.points if board else ():
        found.setdefault(point.topic, []).append(point.card.label or point.card.title)
    return found


def sensitive(path: str) -> dict[str, bytes]:
    """Give a file of the harbour as that of a sensitive record."""
    return {path: harbour().content[path].replace(b"status:", b'sensitive: "yes"\nstatus:', 1)}


def test_each_body_that_was_asked_anything_has_a_sheet_and_its_page_leads_there() -> None:
    site = harbour_reading()
    linked = sheets(HARBOUR).keys()
    assert linked == {"bodies/board", "bodies/council", "bodies/crews"}
    for body in HARBOUR.portal.of(Body):
        name = f"questions/{body.address.partition('/')[2]}/index.html"
        assert has_sheet(HARBOUR, body) == (body.address in linked) == (name in site.pages)
        assert (name in site.leads_to(f"{body.address}/index.html")) == (body.address in linked)
        assert (name in site.leads_to("questions/index.html")) == (body.address in linked)


def test_each_point_says_who_asked_and_the_exact_place_to_cite() -> None:
    for one in sheets(HARBOUR).values():
        for point in one.points:
            assert point.cites, point
            assert point.by or point.card.kind == "promise" or point.topic == "raised"
    (answer, *_) = sheets(HARBOUR)[BOARD].points
    assert answer.cites[0].href.startswith("documents/")


def test_lateness_and_silence_stand_on_the_sheet_as_they_do_on_the_page() -> None:
    board, council, _crews = sheets(HARBOUR).values()
    assert {line.kind for line in board.clock} == {"late", "passed", "silent", "next"}
    assert council.clock == ()
    page = harbour_reading().words_on("questions/board/index.html")
    for line in board.clock:
        assert plain(line.words) in page


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        ("content/resolutions/2030-02-04/register.md", "Resolution (a)"),
        ("content/promises/2030-02-04-read-out.yaml", "Read the results out at the next meeting"),
        ("content/motions/2029-06-12/index.md", "Point 4"),
        ("content/updates/2029-09-20-review-answers.md", "Point 1"),
    ],
)
def test_what_is_sensitive_is_asked_of_nobody(path: str, gone: str) -> None:
    labels = {label for found in topics(HARBOUR).values() for label in found}
    assert gone in labels
    hidden = graph(harbour(more=sensitive(path)))
    assert gone not in {label for found in topics(hidden).values() for label in found}


def test_a_body_that_is_sensitive_or_was_asked_nothing_has_no_sheet() -> None:
    path = "content/bodies/board.yaml"
    hidden = graph(harbour(more=sensitive(path)))
    assert sheet(hidden) is None
    assert sheet(HARBOUR, "bodies/inspector") is None


def test_a_promise_stands_for_the_ask_it_carries_until_somebody_speaks_of_the_ask() -> None:
    promise = {
        "title": "Report back",
        "by": BOARD,
        "made": "2029-06-12",
        "due": "2029-12-31",
        "status": "published",
        "about": ["motions/2029-06-12#report-back"],
        "cites": [{"in": "documents/motion", "at": "request", "quote": "to report back"}],
    }
    linked = graph(harbour(more={"content/promises/back.yaml": record_file(promise)}))
    assert topics(linked)["answer"] == ["Point 4"]
    assert "Report back" in topics(linked)["promised"]
    (carried,) = linked.promises_about("motions/2029-06-12#report-back")
    assert carried.title == "Report back"


def test_a_timescale_is_its_own_an_owners_or_that_of_a_promise() -> None:
    item = HARBOUR.portal.records["reviews/2029-09-20/2"]
    assert isinstance(item, Item)
    first, second = item.asks
    assert HARBOUR.is_timed("reviews/2029-09-20/2#a", first)
    assert not HARBOUR.is_timed("reviews/2029-09-20/2#b", second)
    bare = Ask.model_validate({**second.model_dump(by_alias=True), "contributions": first.contributions})
    assert HARBOUR.is_timed("reviews/2029-09-20/2#b", bare)
    point = HARBOUR.portal.records["motions/2029-06-12/3"]
    assert isinstance(point, Item)
    assert HARBOUR.is_timed(point.address, point), "the map was promised for December"


def test_every_topic_but_the_ended_has_a_question_and_it_is_polite() -> None:
    assert QUESTIONS.keys() == set(get_args(Topic)) - {"ended"}
    for question, basis in QUESTIONS.values():
        assert question.endswith("?")
        assert basis.endswith(".")
        words = set(f"{question} {basis}".lower().split())
        assert not {"why", "fail", "failed", "still", "yet", "finally"} & words


@given(portals())
@settings(max_examples=15)
def test_nothing_is_asked_twice_of_one_body_and_every_question_is_its_own(small: Small) -> None:
    linked = graph(small.sources)
    for made_ in sheets(linked).values():
        once = [point.card for point in made_.points if point.topic not in ("open", "raised")]
        assert len(once) == len(set(once))
    assert sheets(linked)
