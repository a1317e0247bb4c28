"""The fictional portal in a language written from right to left, in a browser and the validator."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser import Chromium
    from tests.pages import Page, Served


def test_a_page_from_right_to_left_begins_at_the_right(
    chromium: Chromium,
    rtl_kinds: list[tuple[Served, Page]],
) -> None:
    with chromium.visit(1280) as visit:
        visit.page.goto(f"{rtl_kinds[0][0].address}/", wait_until="load")
        heading = visit.page.evaluate("document.querySelector('h1 bdi').getBoundingClientRect().right")
        assert heading > 1280 / 2


def test_pages_from_right_to_left_are_valid_html(nu: Callable[[Path], list[str]], rtl_site: Path) -> None:
    assert nu(rtl_site) == []
