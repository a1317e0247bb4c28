"""Pictures: whole numbers, inside their frame, and never more than the words beside them say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from answerable.graph.coverage import tables
from answerable.graph.timeline import month_of
from answerable.graph.values import Card
from answerable.model.date import read
from answerable.model.kinds.series import Series
from answerable.site import coverage
from answerable.site.context import Context
from answerable.site.pictures import EDGE, WIDTH, Stage, paths
from answerable.site.timeline import chart, timeline
from tests.portals import harbour_graph

if TYPE_CHECKING:
    from answerable.site.pictures import Paths
    from tests.pages import Page

HARBOUR = harbour_graph()
CTX = Context(HARBOUR, "")
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = frozenset(["svg", "path", "rect", "line", "circle", "text"])


def way() -> Paths:
    """Give the way through the harbour's first series."""
    made = coverage.way(CTX)
    assert made is not None
    return made


def test_every_month_has_a_bar_and_only_what_is_dated_to_it_is_counted_there() -> None:
    view = timeline(CTX)
    assert [year.name for year in view.chart.years] == [year.title for year in view.years]
    for drawn, year in zip(view.chart.years, view.years, strict=True):
        there = {month.month: len(month.entries) for month in CTX.months(int(year.title))}
        assert [bar.number for bar in drawn.bars] == [there.get(month, 0) for month in range(1, 13)]
        assert drawn.number == sum(there.values()) == sum(place.number for place in drawn.places)
        assert {place.href for place in drawn.places} == {f"#{month.id}" for month in year.entries}


def test_bars_stand_in_their_frame_and_no_entry_is_too_few_to_be_seen() -> None:
    drawn = chart({2022: {1: 1, 5: 500, 12: 250}, 2021: {0: 3}})
    assert [(bar.x, bar.height) for bar in drawn.years[0].bars if bar.number] == [(1, 2), (41, 24), (111, 13)]
    assert {bar.height for year in drawn.years for bar in year.bars if not bar.number} == {1}
    assert all(bar.x + drawn.bar < drawn.width for year in drawn.years for bar in year.bars)


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("2022-05-12", 5),
        ("2022-05", 5),
        ("end of 2021-11", 11),
        ("2022-05-01 to 2022-05-31", 5),
        ("2022", 0),
        ("spring 2022", 0),
        ("by 2022-05-12", 0),
        ("since 2019", 0),
        ("2022-04-30 to 2022-05-01", 0),
        ("2021-05-01 to 2022-05-31", 0),
    ],
)
def test_a_date_is_of_a_month_only_where_it_can_mean_no_day_outside_it(written: str, month: int) -> None:
    assert month_of(read(written)) == month


def test_every_item_of_the_first_series_is_a_dot_inside_the_frame() -> None:
    made = way()
    items = [item for s in HARBOUR.portal.settings.first for item in HARBOUR.portal.items(_series(s))]
    assert len(made.dots) == len(items)
    assert len({(dot.x, dot.y) for dot in made.dots}) == len(items)
    assert all(EDGE <= dot.x <= WIDTH - EDGE and 10 < dot.y <= made.height - 10 for dot in made.dots)


def _series(address: str) -> Series:
    record = HARBOUR.portal.records[address]
    assert isinstance(record, Series)
    return record


def test_every_line_joins_two_dots_and_is_told_in_words() -> None:
    made = way()
    places = {(dot.x, dot.y) for dot in made.dots if dot.linked}
    assert made.lines
    assert all({(line.x1, line.y1), (line.x2, line.y2)} <= places for line in made.lines)
    assert len(made.lines) == sum(len(row.by) for _, rows in made.reached for row in rows)
    assert {line.strength for line in made.lines} <= {"strong", "likely"}


def test_the_sentences_say_what_the_tables_count() -> None:
    counted = [f"{len(table.reached)} of {len(table.rows)}" for table in tables(HARBOUR)]
    assert all(any(said.startswith(count) for count in counted) for said in way().sentences)
    assert len(way().sentences) == 2


def test_without_a_table_between_each_two_there_is_no_way_to_draw() -> None:
    stage = Stage("points", (("1", Card("point", "x", "x")),))
    assert paths([stage], []) is None
    assert paths([stage, stage, stage], list(tables(HARBOUR))[:1]) is None


def test_pictures_of_the_real_portal_are_drawn_with_attributes_and_say_nothing_by_themselves(
    pages: dict[str, Page],
) -> None:
    drawn = 0
    for page in pages.values():
        for svg in page.root.iter(f"{SVG}svg"):
            drawn += 1
            assert svg.get("aria-hidden") == "true", page.path
            assert not [e.tag for e in svg.iter() if e.get("style") or e.tag.removeprefix(SVG) not in DRAWN]
            numbers = [e.get(name, "0") for e in svg.iter() for name in ("x", "y", "x1", "width", "cx", "cy")]
            assert all(re.fullmatch(r"\d+|100%", number) for number in numbers), page.path
    assert drawn > 100
    real = pages["index.html"]
    text = " ".join("".join(real.root.itertext()).split())
    assert "5 of 13 points reach one of the 7 recommendations." in text
    assert "11 of 27 asks in the recommendations reach one of the 9 resolutions." in text
