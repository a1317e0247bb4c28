"""A page of each kind in a real browser, on a small phone's screen and on a desk's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.engines import TOOLS, required
from tests.pages import one_of_each_kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser import Chromium, Visit
    from tests.pages import Page

SCREENSHOTS = TOOLS / "screenshots"
WIDTHS = (320, 1280)
"""CSS pixels: the narrowest screen WCAG 2.2 asks to reflow on (1.4.10), and a common desk's."""

TALLEST = 16_000
"""CSS pixels: Chromium draws no picture taller than 16,384, and the booklet is."""

TOO_WIDE = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    const wide = [...document.body.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > width)
        .map((element) => element.outerHTML.slice(0, 120));
    return wide.length ? wide : ["The page is wider than the window, though no element sticks out."];
}"""
"""What sticks out when a page can be scrolled sideways; nothing when it can't."""

AXE = """async () => (await axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}))
    .violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`))"""


SMALLEST = """() => Math.min(...[...document.querySelectorAll("main *, .help *, .banner *")]
    .filter((element) => element.checkVisibility() && element.textContent.trim())
    .map((element) => parseFloat(getComputedStyle(element).fontSize) * 0.75))"""
"""The smallest type that is shown, in points."""

LAST_LINE = """() => document.querySelector("main > ol").getBoundingClientRect().bottom"""
"""How far down the last item stands, in pixels."""


def open_page(visit: Visit, portal: str, page: Page) -> None:
    """Open a page of the site and wait until all of it has come."""
    visit.page.goto(portal + page.address, wait_until="load")


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways_complains_or_asks_another_host(
    chromium: Chromium, portal: str, pages: dict[str, Page], width: int,
) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    faults: dict[str, list[str]] = {}
    with chromium.visit(width) as visit:
        for page in one_of_each_kind(pages):
            open_page(visit, portal, page)
            height = min(visit.page.evaluate("document.documentElement.scrollHeight"), TALLEST)
            visit.page.screenshot(path=SCREENSHOTS / f"{page.kind or 'home'}-{width}.png", full_page=True,
                                  clip={"x": 0, "y": 0, "width": width, "height": height})  # fmt: skip
            faults[page.address] = [*visit.page.evaluate(TOO_WIDE), *visit.console, *visit.foreign]
            visit.console.clear()
            visit.foreign.clear()
    assert {address: found for address, found in faults.items() if found} == {}


def test_axe_finds_no_barrier_in_a_page_of_each_kind(
    chromium: Chromium, portal: str, pages: dict[str, Page],
) -> None:
    axe = required("axe").read_text(encoding="utf-8")
    barriers: dict[str, list[str]] = {}
    with chromium.visit(320) as visit:
        for page in one_of_each_kind(pages):
            open_page(visit, portal, page)
            visit.page.evaluate(axe)
            barriers[page.address] = visit.page.evaluate(AXE)
    assert {address: found for address, found in barriers.items() if found} == {}


def test_the_noto_fonts_are_there_for_the_screenshots() -> None:
    assert required("fonts").is_file()


def test_a_request_to_another_host_is_refused_and_noted(chromium: Chromium) -> None:
    with chromium.visit() as visit:
        visit.page.set_content('<img src="https://elsewhere.invalid/x.png" alt="">', wait_until="load")
        assert visit.foreign == ["https://elsewhere.invalid/x.png"]


def test_what_sticks_out_of_a_narrow_page_is_found(chromium: Chromium) -> None:
    with chromium.visit(320) as visit:
        visit.page.set_content('<p style="width: 900px">wide</p>')
        assert visit.page.evaluate(TOO_WIDE) == ['<p style="width: 900px">wide</p>']


def test_each_sheet_of_questions_fits_on_two_pages_of_paper(
    chromium: Chromium, portal: str, pages: dict[str, Page],
) -> None:
    sheets = [page for page in pages.values() if page.address.startswith("/questions/")]
    assert len(sheets) > 15
    with chromium.visit() as visit:
        for page in sheets:
            open_page(visit, portal, page)
            paper = visit.page.pdf(format="A4", prefer_css_page_size=True)
            assert len(re.findall(rb"/Type\s*/Page\b", paper)) in (1, 2), page.address


ONE_SHEET = ("on-paper/one-sheet", "on-paper/poster", "what-to-do")


def test_what_is_said_to_fit_on_one_sheet_does_in_both_portals(
    chromium: Chromium, portal: str, nginx: Callable[[Path], str], harbour_site: Path,
) -> None:
    with chromium.visit() as visit:
        for site in (portal, nginx(harbour_site)):
            for address in ONE_SHEET:
                visit.page.goto(f"{site}/{address}/", wait_until="load")
                paper = visit.page.pdf(format="A4", prefer_css_page_size=True)
                assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1, f"{site}/{address}/"


def test_the_type_of_the_sheet_is_large_enough_to_read_on_paper(chromium: Chromium, portal: str) -> None:
    with chromium.visit() as visit:
        visit.page.goto(f"{portal}/on-paper/one-sheet/", wait_until="load")
        visit.page.emulate_media(media="print")
        assert round(visit.page.evaluate(SMALLEST), 2) >= 8.5


def test_each_minute_is_on_one_screen_of_a_desk(
    chromium: Chromium, portal: str, pages: dict[str, Page],
) -> None:
    minutes = [page for page in pages.values() if page.kind == "in-one-minute"]
    assert len(minutes) == 3
    with chromium.visit(1280, 900) as visit:
        for page in minutes:
            open_page(visit, portal, page)
            assert visit.page.evaluate(LAST_LINE) <= 900, page.address
