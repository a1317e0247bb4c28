"""The real portal on paper: the 13, the 7 with their 27 asks and the 9, each there and none lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading import plain, text
from tests.real.look import items

if TYPE_CHECKING:
    from answerable.model.portal import Portal
    from tests.pages import Page

MOTION, REVIEW, BOARD = "motions/2021-11-10", "reviews/2022-05-12", "resolutions/2022-05-27-osmb"


@pytest.mark.parametrize(("series", "number"), [(MOTION, 13), (REVIEW, 7), (BOARD, 9)])
def test_a_minute_lists_exactly_the_items_of_its_series(
    pages: dict[str, Page], record: Portal, series: str, number: int
) -> None:
    page = pages[f"in-one-minute/{series}/index.html"]
    (listed,) = page.root.findall(".//main/ol")
    led = [link.get("href", "") for link in listed.iter("a")]
    assert led == [f"../../../{item.address}/" for item in items(record, series)]
    assert len(led) == number


def test_the_sheet_holds_the_13_the_27_asks_and_the_9(pages: dict[str, Page]) -> None:
    tables = pages["on-paper/one-sheet/index.html"].root.findall(".//table")
    assert [len(table.findall("tbody/tr/td/..")) for table in tables] == [13, 27, 9]
    assert [len(table.findall("tbody/tr/th[@class='group']")) for table in tables] == [0, 7, 0]


def test_the_sheet_says_nothing_of_what_came_after_the_papers(pages: dict[str, Page]) -> None:
    told = plain(text(pages["on-paper/one-sheet/index.html"].root))
    assert "we hold papers up to 27 may 2022. we have not looked further." in told
    assert "how we will know: no text says so for any of these" in told
    for words in ("no update", "nobody has shown", "no minutes exist", "implemented", "accepted"):
        assert words not in told


def test_each_item_is_told_in_at_most_twelve_plain_words(record: Portal) -> None:
    for series in (MOTION, REVIEW, BOARD):
        for item in items(record, series):
            assert len((item.in_short or item.title).split()) <= 12, item.address
            for ask in item.asks:
                assert len((ask.in_short or ask.asks).split()) <= 12, f"{item.address}#{ask.id}"
