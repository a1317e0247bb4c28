"""A page of each kind in a real browser, in a language written from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.engines import required
from tests.pages import one_of_each_kind
from tests.test_engines_chromium import AXE, TOO_WIDE, WIDTHS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser import Chromium
    from tests.pages import Page

STICKS_OUT = TOO_WIDE.replace(".right > width", ".left < 0")
"""The same at the other edge, to which pages of this language grow."""


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_from_right_to_left_scrolls_sideways(
    chromium: Chromium, rtl_portal: str, rtl_pages: dict[str, Page], width: int,
) -> None:
    faults: dict[str, list[str]] = {}
    with chromium.visit(width) as visit:
        for page in one_of_each_kind(rtl_pages):
            visit.page.goto(rtl_portal + page.address, wait_until="load")
            faults[page.address] = visit.page.evaluate(STICKS_OUT)
    assert {address: found for address, found in faults.items() if found} == {}


def test_axe_finds_no_barrier_in_a_page_from_right_to_left(
    chromium: Chromium, rtl_portal: str, rtl_pages: dict[str, Page],
) -> None:
    axe = required("axe").read_text(encoding="utf-8")
    barriers: dict[str, list[str]] = {}
    with chromium.visit(320) as visit:
        for page in one_of_each_kind(rtl_pages):
            visit.page.goto(rtl_portal + page.address, wait_until="load")
            visit.page.evaluate(axe)
            barriers[page.address] = visit.page.evaluate(AXE)
    assert {address: found for address, found in barriers.items() if found} == {}


def test_a_page_from_right_to_left_begins_at_the_right(chromium: Chromium, rtl_portal: str) -> None:
    with chromium.visit(1280) as visit:
        visit.page.goto(rtl_portal, wait_until="load")
        heading = visit.page.evaluate("document.querySelector('h1 bdi').getBoundingClientRect().right")
        assert heading > 1280 / 2


def test_pages_from_right_to_left_are_valid_html(nu: Callable[[Path], list[str]], rtl_site: Path) -> None:
    assert nu(rtl_site) == []
