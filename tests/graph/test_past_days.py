"""As it stood: the days on which anything moved, and the record as of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.graph.events import Status
from answerable.graph.graph import Graph
from answerable.graph.notices import answered, answers
from answerable.graph.past_days import past_days
from answerable.graph.visibility import up_to
from tests.portals import TODAY, graph, harbour, harbour_files, harbour_graph, record_file, site_of
from tests.reading import Site
from tests.strategies import FIRST, Small, portals

HARBOUR = harbour_graph()
SITE = harbour_files()


DAYS = {day.isoformat(): told for day, told in past_days(HARBOUR).items()}


def after(linked: Graph) -> dict[str, tuple[Status, ...]]:
    """Give how everything stands after the last day, from what each day alone says."""
    return {
        target: statuses
        for day in reversed(past_days(linked).values())
        for target, statuses in day.stood.items()
        if statuses
    }


@pytest.mark.parametrize("day", DAYS)
def test_a_past_day_is_what_a_build_as_of_that_day_would_tell(day: str) -> None:
    built = graph(harbour(as_of=date.fromisoformat(day)))
    last = next(iter(past_days(built).values()))
    assert last == DAYS[day]
    assert last.stood == DAYS[day].stood == {t: built.statuses.get(t, ()) for t in DAYS[day].stood}


def test_what_moved_stands_as_it_stood_at_the_end_of_the_day() -> None:
    words = {
        target: [f"{status.badge.voice}: {status.badge.word}" for status in statuses]
        for day in ("2029-11-12", "2030-04-02")
        for target, statuses in DAYS[day].stood.items()
    }
    assert "Inspector: disputed" in words["reviews/2029-09-20/2#b"]
    earlier = DAYS["2029-10-15"].stood["reviews/2029-09-20/2#a"]
    assert [status.badge.word for status in earlier] == ["agreed"]
    page = SITE["as-of/2029-10-15/index.html"].decode()
    assert 'href="../../reviews/2029-09-20/2/#timeline"' in page


def test_a_past_day_is_not_for_indexes_and_links_to_the_pages_as_they_are() -> None:
    site = Site(SITE)
    for day in DAYS:
        name = f"as-of/{day}/index.html"
        assert b'<meta name="robots" content="noindex">' in SITE[name]
        assert site.leads_to(name) <= site.pages.keys()
    assert b'name="robots"' not in SITE["as-of/index.html"]


def test_todays_corrections_and_statements_stand_on_top_of_an_earlier_day() -> None:
    shown = SITE["as-of/2030-04-02/index.html"].decode()
    assert shown.index("The Board replies to the Inspector") < shown.index("What moved on this day")
    assert "Three sheets had blown down in the wind." in shown
    found = answered(DAYS["2029-06-12"], answers(HARBOUR))
    assert found == {}
    found = answered(DAYS["2030-04-02"], answers(HARBOUR))
    assert found["statements/2030-04-10-board"] == ["reviews/2029-09-20/2#b"]


def test_what_was_taken_back_is_in_no_frozen_overview() -> None:
    more = {
        "content/updates/gone.md": record_file(
            {
                "title": "It went",
                "happened": "2029-12-24",
                "by": "bodies/board",
                "at": "none",
                "basis": "ours",
                "status": "withdrawn",
                "withdrawn": {"on": "2030-05-20", "why": "It was wrong."},
                "moves": [
                    {
                        "item": "motions/2029-06-12/4",
                        "reply": "declined",
                        "says": "Zephyrine said no.",
                        "cites": [{"in": "documents/board-notices", "at": "notice 5", "quote": "x"}],
                    }
                ],
            },
            "",
        )
    }
    site = site_of(harbour(more=more))
    assert "as-of/2029-12-24/index.html" not in site
    frozen = [data for name, data in site.items() if name.startswith("as-of/")]
    assert frozen
    assert not [data for data in frozen if b"ephyrine" in data or b"It went" in data]


def test_a_whole_site_as_of_a_day_says_so_on_every_page_and_keeps_out_of_indexes() -> None:
    site = site_of(harbour(as_of=date(2030, 2, 4)))
    for name, data in site.items():
        if name.endswith(".html"):
            assert b"As it stood on 4 February 2030, told from the papers held today." in data, name
            assert b'<meta name="robots" content="noindex">' in data, name
    assert not [name for name, data in SITE.items() if b"About the day shown" in data]


def test_what_came_later_is_left_out_and_the_day_is_known() -> None:
    then = up_to(HARBOUR.portal, date(2029, 9, 20))
    assert then.then == date(2029, 9, 20)
    assert HARBOUR.portal.then is None
    assert not [a for a in then.records if a.startswith("resolutions/")]


@given(portals(), st.dates(FIRST, TODAY - timedelta(days=1)))
@settings(max_examples=20)
def test_the_days_together_say_how_everything_stands_on_any_day(small: Small, day: date) -> None:
    linked, built = graph(small.sources), graph(replace(small.sources, as_of=day))
    assert up_to(linked.portal, day) == built.portal
    assert after(built) == built.statuses
    assert {one: told for one, told in past_days(linked).items() if one <= day} == past_days(built)
