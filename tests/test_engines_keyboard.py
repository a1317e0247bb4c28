"""By keyboard and at 400 %: the order of stops, where the focus is seen, and the way out always at hand.

A window of 1280 by 1024 pixels at 400 % is one of 320 by 256. One page of each kind is walked in both.
In the small one the first stops are pressed for with the real Tab key; in both all are focused in turn,
forwards and back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.browser import Chromium
    from tests.pages import Page, Served

PRESSES = 15

STOPS = """window.stops = [
    ...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]"),
].filter((element) => element.tabIndex >= 0 && element.checkVisibility()); stops.length"""
"""Where Tab stops, in the order in which a page is read."""

LISTEN = "window.came = []; addEventListener('focusin', (event) => came.push(stops.indexOf(event.target)))"

SEEN = """() => {
    const faults = [];
    const look = (element) => {
        element.focus({focusVisible: true});
        const name = element.outerHTML.slice(0, 90);
        const style = getComputedStyle(element);
        if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
            faults.push(`no outline: ${name}`);
        const boxes = [...element.getClientRects()].filter((box) => box.width > 1);
        const inside = boxes.filter((box) => box.top >= 0 && box.bottom <= innerHeight);
        if (!inside.length && boxes[0].height < innerHeight) faults.push(`out of sight: ${name}`);
        for (const box of inside) {
            const y = box.top + box.height / 2;
            const there = document.elementFromPoint(Math.min(box.left + 3, innerWidth - 1), y);
            if (!element.contains(there)) faults.push(`covered by ${there?.outerHTML.slice(0, 60)}: ${name}`);
        }
    };
    stops.forEach(look);
    [...stops].reverse().forEach(look);
    return faults;
}"""
"""Focuses each stop, forwards and then back, and says which cannot be seen."""

OUT = """() => {
    const box = document.querySelector(".exit a").getBoundingClientRect();
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (document.querySelector(".exit").offsetHeight > 48) return false;
    return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
        && at?.closest(".exit a") !== null;
}"""
"""Whether the way out is in sight; and its bar takes little of a window that is only 256 pixels high."""


def test_tab_goes_in_reading_order_out_first_then_past_the_frame(
    chromium: Chromium,
    kinds: list[tuple[Served, Page]],
) -> None:
    with chromium.visit(320, 256) as visit:
        for site, page in kinds:
            visit.page.goto(site.address + page.address, wait_until="load")
            stops = min(PRESSES, visit.page.evaluate(STOPS))
            visit.page.evaluate(LISTEN)
            for _ in range(stops):
                visit.page.keyboard.press("Tab")
            assert visit.page.evaluate("came") == list(range(stops)), page.address
            first = "stops.slice(0, 2).map((stop) => stop.className || stop.parentElement.className)"
            assert visit.page.evaluate(first) == ["exit", "skip"], page.address


@pytest.mark.parametrize(("width", "height"), [(320, 256), (1280, 800)])
def test_wherever_the_focus_is_it_is_seen_forwards_and_back(
    chromium: Chromium,
    kinds: list[tuple[Served, Page]],
    width: int,
    height: int,
) -> None:
    faults: dict[str, list[str]] = {}
    with chromium.visit(width, height) as visit:
        for site, page in kinds:
            visit.page.goto(site.address + page.address, wait_until="load")
            assert visit.page.evaluate(STOPS) > 20
            faults[page.address] = visit.page.evaluate(SEEN)
    assert {address: found for address, found in faults.items() if found} == {}


def test_the_skip_link_moves_the_focus_to_the_content(
    chromium: Chromium,
    kinds: list[tuple[Served, Page]],
) -> None:
    with chromium.visit(320, 256) as visit:
        for site, page in kinds:
            visit.page.goto(site.address + page.address, wait_until="load")
            for key in ("Tab", "Tab", "Enter"):
                visit.page.keyboard.press(key)
            assert visit.page.evaluate("document.activeElement.id") == "main", page.address
            visit.page.keyboard.press("Tab")
            # Not back to a stop before the content: inside it, or behind it where it holds none.
            assert visit.page.evaluate("""document.getElementById("main")
                .compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING""")


def test_the_way_out_is_in_sight_at_400_per_cent_before_and_after_scrolling(
    chromium: Chromium,
    kinds: list[tuple[Served, Page]],
) -> None:
    hidden = []
    with chromium.visit(320, 256) as visit:
        for site, page in kinds:
            visit.page.goto(site.address + page.address, wait_until="load")
            for place in ("0", "700", "document.body.scrollHeight"):
                visit.page.evaluate(f"scrollTo(0, {place})")
                if not visit.page.evaluate(OUT):
                    hidden.append(f"{page.address} scrolled to {place}")
    assert hidden == []


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("outline: none; position: relative; z-index: 1", "no outline"),
        ("outline: 3px solid; inset-block-start: -2000px; position: fixed", "out of sight"),
        ("outline: 3px solid; inset-block-start: 0; position: fixed; z-index: -1", "covered by"),
    ],
)
def test_a_stop_that_cannot_be_seen_is_found(chromium: Chromium, style: str, fault: str) -> None:
    with chromium.visit(320, 256) as visit:
        visit.page.set_content(
            f'<body style="background: white"><a href="#a" style="{style}">one</a>'
            '<div style="position: fixed; inset: 0">over</div>'
        )
        assert visit.page.evaluate(STOPS) == 1
        assert {found.partition(":")[0].partition(" <")[0] for found in visit.page.evaluate(SEEN)} == {fault}
