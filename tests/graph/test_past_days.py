"""As it stood: the days on which anything moved, and the record as of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.graph.graph import Graph
from answerable.graph.past_days import as_it_stood, came_in, days, notices
from answerable.graph.visibility import up_to
from answerable.site.views import days as pages
from answerable.site.views.days import DayView, Stood
from tests.portals import TODAY, graph, harbour, made, record_file
from tests.reading import Site, text
from tests.strategies import FIRST, Small, portals

HARBOUR = graph(harbour())
SITE = made(harbour())


def stood(view: DayView) -> object:
    """Give what a frozen overview tells, apart from today's notices and the way to other days."""
    return view.words, view.moved, view.series


def test_each_day_on_which_anything_moved_is_listed_the_latest_first() -> None:
    found = [day.isoformat() for day in days(HARBOUR.portal)]
    assert found == [
        "2030-05-30",
        "2030-05-25",
        "2030-04-20",
        "2030-04-02",
        "2030-03-15",
        "2030-03-01",
        "2030-02-04",
        "2029-11-12",
        "2029-11-05",
        "2029-10-15",
        "2029-10-08",
        "2029-09-20",
        "2029-06-12",
    ]
    assert [day.words for day in pages.everything(HARBOUR).days][:2] == ["30 May 2030", "25 May 2030"]
    assert came_in(HARBOUR.portal, date(2030, 2, 4)) == (
        "resolutions/2030-02-04",
        "updates/2030-02-04-board-resolves",
        "updates/2030-02-04-map-published",
    )


@pytest.mark.parametrize("day", days(HARBOUR.portal))
def test_a_frozen_overview_is_what_a_build_as_of_that_day_would_tell(day: date) -> None:
    assert stood(pages.one(HARBOUR, day)) == stood(pages.one(graph(harbour(as_of=day)), day))


def test_the_items_stand_as_they_stood() -> None:
    (item,) = [
        item
        for series in pages.one(HARBOUR, date(2029, 11, 12)).series
        for item in series.items
        if item.card.href == "reviews/2029-09-20/2/"
    ]
    assert [said(ask) for ask in item.asks] == [["Board: agreed"], ["Board: agreed"]]
    now = pages.one(HARBOUR, date(2030, 4, 2)).series
    (item,) = [item for series in now for item in series.items if item.card.href == "reviews/2029-09-20/2/"]
    assert "Inspector: disputed" in said(item.asks[1])


def said(one: Stood) -> list[str]:
    """Give the badges in words."""
    return [f"{badge.voice}: {badge.word}" for badge in one.badges]


def test_a_frozen_overview_is_not_for_indexes_and_links_to_the_pages_as_they_are() -> None:
    site = Site(SITE)
    for day in days(HARBOUR.portal):
        name = f"{pages.address_of(day)}index.html"
        assert b'<meta name="robots" content="noindex">' in SITE[name]
        assert site.leads_to(name) <= site.pages.keys()
    assert b'name="robots"' not in SITE["as-of/index.html"]


def test_todays_corrections_and_statements_stand_on_top_of_an_earlier_day() -> None:
    page = SITE["as-of/2030-03-15/index.html"].decode()
    assert page.index("The Board replies to the Inspector") < page.index("What moved on this day")
    assert page.index("How many sirens there are") < page.index("What moved on this day")
    assert "statements/2030-04-10-board" in notices(HARBOUR, as_it_stood(HARBOUR, date(2030, 3, 15)))
    before = as_it_stood(HARBOUR, date(2029, 6, 12))
    assert notices(HARBOUR, before) == {
        "corrections/2030-05-02-sirens": ("figures/sirens",),
        "corrections/2030-05-08-letter": ("documents/council-letter",),
        "corrections/2030-06-03-map": ("motions/2029-06-12/3",),
        "corrections/2030-06-12-name": ("figures/sirens",),
    }
    assert "A bell was counted as a siren." in page
    assert "Three sheets had blown down in the wind." in page


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
                        "cites": [{"in": "documents/board-notices", "at": "notice 5", "find": "x"}],
                    }
                ],
            },
            "",
        )
    }
    site = made(harbour(more=more))
    assert "as-of/2029-12-24/index.html" not in site
    frozen = [data for name, data in site.items() if name.startswith("as-of/")]
    assert frozen
    assert not [data for data in frozen if b"ephyrine" in data or b"It went" in data]


def test_a_whole_site_as_of_a_day_says_so_on_every_page_and_keeps_out_of_indexes() -> None:
    site = made(harbour(as_of=date(2030, 2, 4)))
    for name, data in site.items():
        if name.endswith(".html"):
            assert b"As it stood on 4 February 2030, told from the papers held today." in data, name
            assert b'<meta name="robots" content="noindex">' in data, name
    assert not [name for name, data in SITE.items() if b"About the day shown" in data]


def test_an_update_keeps_the_days_apart() -> None:
    pages_of = Site(SITE).pages
    words = " ".join(text(pages_of["updates/2029-10-08-council-declines/index.html"]).split())
    assert "Happened 8 October 2029 Decided before 8 October 2029 Published 4 February 2030" in words
    answers = " ".join(text(pages_of["updates/2029-09-20-review-answers/index.html"]).split())
    assert "Happened 20 September 2029 The day of: the report's date. Published no paper held says" in answers
    assert "Decided" not in answers


def test_what_came_later_is_left_out_and_the_day_is_known() -> None:
    then = up_to(HARBOUR.portal, date(2029, 9, 20))
    assert then.then == date(2029, 9, 20)
    assert HARBOUR.portal.then is None
    assert not [a for a in then.records if a.startswith("resolutions/")]


@given(portals(), st.dates(FIRST, TODAY - timedelta(days=1)))
@settings(max_examples=20)
def test_the_fold_cut_short_is_the_fold_of_what_there_was(small: Small, day: date) -> None:
    there: Graph = graph(small.sources)
    cut, built = as_it_stood(there, day), graph(replace(small.sources, as_of=day))
    assert (cut.portal, cut.history, cut.standing) == (built.portal, built.history, built.standing)
