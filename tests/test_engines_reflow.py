"""Nothing sticks out and nothing is cut: in every page at 320 pixels, with wider spacing, with larger text.

WCAG 2.2's 1.4.10 (reflow), 1.4.12 (the reader's own spacing of text) and 1.4.4 (text at 200 %).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import Question

if TYPE_CHECKING:
    from tests.browser import Chromium
    from tests.pages import Page, Served

TOO_WIDE = """() => {
    const root = document.documentElement;
    if (root.scrollWidth <= innerWidth) return [];
    const wide = [...document.body.querySelectorAll("*")]
        .filter((element) => {
            const box = element.getBoundingClientRect();
            return box.right > root.clientWidth || box.left < 0;
        })
        .map((element) => element.outerHTML.slice(0, 120));
    return wide.length ? wide : ["The page is wider than the window, though no element sticks out."];
}"""
"""What sticks out when a page can be scrolled sideways; nothing when it can't."""

CUT = """() => [...document.body.querySelectorAll("main *, header *, footer *, aside *")]
    .filter((element) => getComputedStyle(element).overflow !== "visible" && !element.closest("svg, .skip")
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
    .map((element) => `cut: ${element.outerHTML.slice(0, 120)}`)"""

OUTSIDE = """() => [...document.querySelectorAll("svg text")]
    .filter((text) => {
        const [own, picture] = [text, text.ownerSVGElement].map((one) => one.getBoundingClientRect());
        return own.left < picture.left - 1 || own.right > picture.right + 1;
    })
    .map((text) => `outside its picture: ${text.outerHTML}`)"""

ALL = f"() => [...({TOO_WIDE})(), ...({CUT})(), ...({OUTSIDE})()]"


def own_style(rules: str) -> str:
    """Give a script that lays a reader's own style over the page's."""
    return f"{{const s = new CSSStyleSheet(); s.replaceSync(`{rules}`); document.adoptedStyleSheets = [s];}}"


SPACED = own_style(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"
)
LARGER = own_style("html { font-size: 200% !important; }")


def faults(told: dict[str, list[str]]) -> dict[str, list[str]]:
    """Give the answers that tell of something."""
    return {address: found for address, found in told.items() if found}


def test_no_page_of_either_portal_scrolls_sideways_at_320_pixels(
    chromium: Chromium,
    served: list[Served],
) -> None:
    every = ((site, page) for site in served for page in site.pages.values())
    assert faults(chromium.ask_each(every, Question(ALL), 320)) == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_sticks_out_of_a_page_that_runs_from_right_to_left(
    chromium: Chromium,
    rtl_kinds: list[tuple[Served, Page]],
    width: int,
) -> None:
    assert faults(chromium.ask_each(rtl_kinds, Question(ALL), width)) == {}


@pytest.mark.parametrize(
    ("width", "given"),
    [(320, SPACED), (1280, SPACED), (640, LARGER), (1280, LARGER)],
    ids=["320-spaced", "1280-spaced", "640-larger", "1280-larger"],
)
def test_nothing_is_cut_when_readers_space_text_or_make_it_larger(
    chromium: Chromium,
    kinds: list[tuple[Served, Page]],
    width: int,
    given: str,
) -> None:
    assert faults(chromium.ask_each(kinds, Question(ALL, given), width)) == {}


@pytest.mark.parametrize(
    "fault",
    [
        '<p><span class="wide">wide</span></p>',
        '<svg width="9"><text>Nine letters</text></svg>',
        '<div class="cut"><p>Two words</p></div>',
    ],
)
def test_what_sticks_out_or_is_cut_is_found(chromium: Chromium, served: list[Served], fault: str) -> None:
    site = served[0]
    faulty = site.text(site.pages["index.html"]).replace("</main>", f"{fault}</main>")
    style = own_style(".wide { padding-inline: 500px; } .cut { height: 4px; overflow: hidden; }")
    assert chromium.ask_texts(site.address, {"faulty": faulty}, Question(ALL, style), 320)["faulty"] != []
