"""Chromium itself: pages of each kind as pictures to look at, sheets on paper, and what it reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser import LIGHT, LOOKS
from tests.engines import TOOLS, required

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Chromium, Look, Visit
    from tests.pages import Page, Served

SCREENSHOTS = TOOLS / "screenshots"
WIDTHS = (320, 1280)
"""CSS pixels: the narrowest screen WCAG 2.2 asks to reflow on (1.4.10), and a common desk's."""

OTHER = dict(zip(WIDTHS, LOOKS[1:], strict=True))
"""The look in which a page is drawn at each width beside the light one."""
TALL = 1000
"""Pixels of a page that a picture shows; what is below repeats what is above."""


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
def test_a_page_of_each_kind_is_drawn_without_a_complaint(
    chromium: Chromium,
    kinds: list[tuple[Served, Page]],
    rtl_kinds: list[tuple[Served, Page]],
    width: int,
) -> None:
    """The pictures are for people: see docs/testing-by-hand.md. None is compared with an older one."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    faults: dict[str, list[str]] = {}
    with chromium.visit(width, TALL) as visit:
        for site, page in (*kinds, *rtl_kinds):
            open_page(visit, site.address, page)
            turned = "rtl-" if page.root.get("dir") == "rtl" else ""
            for look in (LIGHT,) if turned else (LIGHT, OTHER[width]):
                draw(visit, look, SCREENSHOTS / f"{page.kind}-{turned}{look.name}-{width}.jpg")
            faults[page.address] = [*visit.console, *visit.foreign]
            visit.console.clear()
            visit.foreign.clear()
    assert {address: found for address, found in faults.items() if found} == {}


def draw(visit: Visit, look: Look, place: Path) -> None:
    """Draw the first screen of the page that is open."""
    visit.page.emulate_media(color_scheme=look.scheme, forced_colors="active" if look.forced else "none")
    visit.page.screenshot(path=place, type="jpeg", quality=80)


def test_the_noto_fonts_are_there_for_the_screenshots() -> None:
    assert required("fonts").is_file()


def test_a_request_to_another_host_is_refused_and_noted(chromium: Chromium) -> None:
    with chromium.visit() as visit:
        visit.page.set_content('<img src="https://elsewhere.invalid/x.png" alt="">', wait_until="load")
        assert visit.foreign == ["https://elsewhere.invalid/x.png"]


def test_each_sheet_of_questions_fits_on_two_pages_of_paper(
    chromium: Chromium,
    portal: str,
    pages: dict[str, Page],
) -> None:
    sheets = [page for page in pages.values() if page.address.startswith("/questions/")]
    assert len(sheets) > 15
    with chromium.visit() as visit:
        for page in sheets:
            open_page(visit, portal, page)
            paper = visit.page.pdf(format="A4", prefer_css_page_size=True)
            assert len(re.findall(rb"/Type\s*/Page\b", paper)) in (1, 2), page.address


ONE_SHEET = ("on-paper/one-sheet", "what-to-do")


def test_what_is_said_to_fit_on_one_sheet_does_in_both_portals(
    chromium: Chromium,
    served: list[Served],
) -> None:
    with chromium.visit() as visit:
        for site in (one.address for one in served):
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
    chromium: Chromium,
    portal: str,
    pages: dict[str, Page],
) -> None:
    minutes = [page for page in pages.values() if page.address.startswith("/in-one-minute/")]
    assert len(minutes) == 3
    with chromium.visit(1280, 900) as visit:
        for page in minutes:
            open_page(visit, portal, page)
            assert visit.page.evaluate(LAST_LINE) <= 900, page.address
