"""On paper and on one screen: what is said to fit does, in type that is large enough."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.engines import required

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

    from tests.browser import Chromium
    from tests.pages import Page, Served

SMALLEST = """() => Math.min(...[...document.querySelectorAll("main *, .help *, .banner *")]
    .filter((element) => element.checkVisibility() && element.textContent.trim())
    .map((element) => parseFloat(getComputedStyle(element).fontSize) * 0.75))"""
"""The smallest type that is shown, in points."""

LAST_LINE = """() => document.querySelector("main > ol").getBoundingClientRect().bottom"""
"""How far down the last item stands, in pixels."""


def sheets(tab: Tab) -> int:
    """Give how many pages of A4 the open page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", tab.pdf(format="A4", prefer_css_page_size=True)))


def test_the_noto_fonts_are_there_to_print_with() -> None:
    assert required("fonts").is_file()


def test_each_sheet_of_questions_fits_on_two_pages_of_paper(
    chromium: Chromium,
    portal: str,
    pages: dict[str, Page],
) -> None:
    printed = [page for page in pages.values() if page.address.startswith("/questions/")]
    assert len(printed) > 15
    with chromium.visit() as visit:
        for page in printed:
            visit.open(portal + page.address)
            assert sheets(visit.page) in (1, 2), page.address


ONE_SHEET = ("on-paper/one-sheet", "what-to-do")


def test_what_is_said_to_fit_on_one_sheet_does_in_both_portals(
    chromium: Chromium,
    served: list[Served],
) -> None:
    with chromium.visit() as visit:
        for site in (one.address for one in served):
            for address in ONE_SHEET:
                visit.open(f"{site}/{address}/")
                assert sheets(visit.page) == 1, f"{site}/{address}/"


def test_the_type_of_the_sheet_is_large_enough_to_read_on_paper(chromium: Chromium, portal: str) -> None:
    with chromium.visit() as visit:
        visit.open(f"{portal}/on-paper/one-sheet/")
        visit.page.emulate_media(media="print")
        assert round(visit.page.evaluate(SMALLEST), 2) >= 8.5


def test_each_minute_is_on_one_screen_of_a_desk(
    chromium: Chromium,
    portal: str,
    pages: dict[str, Page],
) -> None:
    minutes = [page for page in pages.values() if page.address.startswith("/in-one-minute/")]
    assert len(minutes) == 3
    with chromium.visit(1280, 900) as visit:
        for page in minutes:
            visit.open(portal + page.address)
            assert visit.page.evaluate(LAST_LINE) <= 900, page.address
