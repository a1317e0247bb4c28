"""Due dates that moved: the first is kept, each move has its reason, and the whole is told in words."""

from __future__ import annotations

import pytest

from answerable.graph.graph import Graph
from tests.portals import graph, harbour, harbour_graph, record_file

HARBOUR = harbour_graph()
CITES = [{"in": "documents/board-notices-2030", "at": "notice 7", "quote": "complete by 17 September"}]


def moved_to(*days: str, of: str = "plans/2030-03-01/1#a") -> Graph:
    """Give the harbour in which a due date went on to each of these days."""
    more = {}
    for number, day in enumerate(days, 1):
        move = {"item": of, "due": day, "due_why": "no reason given", "cites": CITES}
        fields = {
            "title": "Moved",
            "happened": "2030-06-01",
            "by": "bodies/board",
            "at": "none",
            "order": str(number),
            "basis": "ours",
            "status": "published",
            "moves": [move],
        }
        more[f"content/updates/more-{number}.md"] = record_file(fields, "")
    return graph(harbour(more=more))


def words(linked: Graph, of: str = "plans/2030-03-01/1#a") -> str:
    """Give how its date moved, in words."""
    found = linked.delay(of)
    return found.words if found else ""


def test_the_first_date_is_kept_and_the_moves_are_counted() -> None:
    found = HARBOUR.delay("plans/2030-03-01/1#a")
    assert found
    assert (found.first.text, found.now.text, found.words) == (
        "2030-04-30",
        "2030-09-17",
        "moved 2 times, 140 days",
    )
    assert HARBOUR.due("plans/2030-03-01/1#a") == found.now
    assert HARBOUR.due("reviews/2029-09-20/1") is None


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2030-10-01",), "moved 3 times, 154 days"),
        (("2030-04-29",), "moved 3 times, 1 day earlier"),
        (("since 2031",), "moved 3 times"),
    ],
)
def test_how_far_it_moved_is_said_where_both_dates_can_tell(days: tuple[str, ...], said: str) -> None:
    assert words(moved_to(*days)) == said


def test_a_date_first_set_by_an_update_has_not_moved() -> None:
    of = "plans/2030-03-01/2"
    assert words(moved_to("2030-09-01", of=of), of) == ""
    assert words(moved_to("2030-09-01", "2030-09-11", of=of), of) == "moved once, 10 days"
