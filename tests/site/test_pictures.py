"""Pictures: whole numbers, inside their frame, and never more than the words beside them say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.derive.coverage import tables
from generator.derive.values import Card
from generator.record.series import Series
from generator.site.pictures import EDGE, WIDTH, Stage, bars_by_year, paths
from generator.site.views import coverage, governance, lists
from tests.portals import harbour, linked

if TYPE_CHECKING:
    from generator.site.pictures import Paths
    from tests.pages import Page

HARBOUR = linked(harbour())
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = frozenset(["svg", "path", "rect", "line", "circle", "text"])


def way() -> Paths:
    """Give the way through the harbour's first series."""
    made = coverage.way(HARBOUR)
    assert made is not None
    return made


def test_every_year_has_a_bar_as_long_as_its_number() -> None:
    view = lists.timeline(HARBOUR)
    assert [(bar.name, bar.number) for bar in view.bars.bars] == [
        (year.year, len(year.entries)) for year in view.years]
    assert view.bars.longest == max(bar.number for bar in view.bars.bars)
    assert str(sum(bar.number for bar in view.bars.bars)) in view.bars.sentence


def test_years_that_share_the_most_are_all_named() -> None:
    assert bars_by_year([("2022", 3), ("2021", 3), ("2020", 1)]).sentence == (
        "7 dated entries in 3 years; the most in 2022 and 2021: 3.")


def test_every_item_of_the_first_series_is_a_dot_inside_the_frame() -> None:
    made = way()
    items = [item for s in HARBOUR.portal.settings.first
             for item in HARBOUR.portal.items(_series(s))]
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
    assert len(made.lines) == sum(len(row.by) for _, rows in made.told for row in rows)
    assert {line.strength for line in made.lines} <= {"strong", "likely"}


def test_the_sentences_say_what_the_tables_count() -> None:
    counted = [f"{len(table.reached)} of {len(table.rows)}" for table in tables(HARBOUR)]
    assert all(any(said.startswith(count) for count in counted) for said in way().sentences)
    assert len(way().sentences) == 2


def test_without_a_table_between_each_two_there_is_no_way_to_draw() -> None:
    stage = Stage("points", (("1", Card("point", "x", "x/")),))
    assert paths([stage], []) is None
    assert paths([stage, stage, stage], list(tables(HARBOUR))[:1]) is None


def test_the_bodies_of_each_time_in_the_settings_are_laid_side_by_side() -> None:
    view = governance.then_and_now(HARBOUR)
    assert [one.when for one in view.trees] == ["2027", "2030"]
    assert view.sentence.endswith("0 in papers of 2027, 1 in papers of 2030. In all of them: 0.")


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
