"""The public record in time: what had happened by a day, and the only lateness that its papers show."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from answerable.graph import overdue as silence
from answerable.graph.graph import link
from answerable.graph.past_days import past_days
from answerable.graph.visibility import visible
from answerable.load.sources import Folders, Sources, gather
from answerable.model.registry import kind_of
from build import build
from tests.engines import ROOT
from tests.reading import Site

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.model.portal import Portal

TODAY = date(2026, 11, 22)
MOTION, REVIEW, BOARD = "motions/2021-11-10", "reviews/2022-05-12", "resolutions/2022-05-27-osmb"


@cache
def sources() -> Sources:
    """Give the real portal's files, read once."""
    return gather(Folders(ROOT, ROOT / "content", None, None), TODAY, TODAY)


@cache
def as_of(day: date) -> Site:
    """Give the whole site as of a day."""
    return Site(build(replace(sources(), as_of=day)).files)


def test_as_of_the_review_the_points_are_answered_and_the_board_has_seen_nothing() -> None:
    site = as_of(date(2022, 5, 12))
    home = site.words_on("index.html")
    counts = "5 in place, 5 “in place, more suggested”, 2 found no evidence, 1 no comment."
    assert f"of 13 points: {counts}" in home
    assert "for all 27 asks: no reply recorded." in home
    assert f"{BOARD}/index.html" not in site.pages
    assert not [name for name in site.pages if name.startswith("updates/2022-05-27")]
    for number in range(1, 14):
        assert "review: " in site.words_on(f"{MOTION}/{number:02}/index.html")
    for number in range(1, 8):
        assert "board: " not in site.words_on(f"{REVIEW}/{number}/index.html")


def test_as_of_december_2021_the_motion_is_agreed_and_nothing_is_of_2022(record: Portal) -> None:
    day = date(2021, 12, 1)
    site, shown = as_of(day), visible(record, TODAY, day)
    home = site.words_on("index.html")
    assert "for all 13 points: no reply recorded." in home
    assert set(re.findall(r"[^ ]+ [^ ]+ 2022", home)) == {"10 february 2022", "27 may 2022"}, (
        "the date that the motion gives, and up to when papers are held"
    )
    assert "motion of 10 november 2021" in site.words_on(f"{MOTION}/index.html")
    dated = [r for a, r in record.records.items() if kind_of(a).dated]
    assert [r.address for r in dated if record.day_of(r) > day and r.address in shown.records] == []
    later = {f"{r.address}/index.html" for r in dated if record.day_of(r).year >= 2022}
    assert len(later) > 50
    assert later.isdisjoint(site.pages)
    assert not [name for name in site.pages if name.startswith("as-of/2022")]


def test_each_day_on_which_anything_moved_has_a_page(built_site: Path, record: Portal) -> None:
    found = [day.isoformat() for day in past_days(link(visible(record, TODAY, TODAY)))]
    assert found == [
        "2022-05-27",
        "2022-05-13",
        "2022-05-12",
        "2022-03-14",
        "2021-12-01",
        "2021-11-10",
        "2016-04-06",
        "2015-07-22",
        "2015-06-10",
        "2015-02-28",
        "2014-11-12",
    ]
    for day in found:
        assert (built_site / f"as-of/{day}/index.html").is_file()


def test_only_the_lateness_that_papers_show_is_told_and_nothing_else(record: Portal) -> None:
    there = link(visible(record, TODAY, TODAY))
    assert silence.windows(there) == ()
    lines = [line for one in there.portal.records.values() for line in silence.of_record(there, one)]
    assert {line.target: line.words for line in lines} == {
        "promises/2021-11-10-report-back": "Was due by 10 February 2022; shown in part on 27 May 2022, 106 days later.",
        "promises/2021-12-01-report-to-council": "Was due by 1 March 2022; shown on 13 May 2022, 73 days later.",
        "promises/2021-12-01-stage-1-report": "Was due by the end of January 2022; shown on 14 March 2022, 42 days later.",
    }
    assert {line.kind for line in lines} == {"late"}


def test_no_page_but_theirs_and_the_partnerships_sheet_bears_a_line_of_the_clock(built_site: Path) -> None:
    bearing = {
        page.relative_to(built_site).parent.as_posix()
        for page in built_site.rglob("index.html")
        if b'class="silence"' in page.read_bytes()
    }
    assert bearing == {
        "promises/2021-11-10-report-back",
        "promises/2021-12-01-report-to-council",
        "promises/2021-12-01-stage-1-report",
        "questions/rscp",
    }


def test_each_body_that_was_asked_anything_has_a_sheet(built_site: Path) -> None:
    there = sorted(page.parent.name for page in (built_site / "questions").glob("*/index.html"))
    assert len(there) == 22
    assert {"ilsc", "osmb", "rmbc", "rscp", "srp", "syp"} <= set(there)


def test_what_the_motion_asked_back_within_three_months_has_a_timescale(built_site: Path) -> None:
    name = f"{MOTION}/index.html"
    assert "by 10 february 2022" in Site({name: (built_site / name).read_bytes()}).words_on(name)
