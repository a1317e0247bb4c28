"""Nothing sticks out and nothing is cut: in every page at 320 pixels, with wider spacing, with larger text.

WCAG 2.2's 1.4.10 (reflow), 1.4.12 (the reader's own spacing of text) and 1.4.4 (text at 200 %).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import LIGHT, LOOKS

if TYPE_CHECKING:
    from tests.browser import Chromium, Look
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

BOTH = f"() => [...({TOO_WIDE})(), ...({CUT})()]"


def own_style(rules: str) -> str:
    """Give a script that lays a reader's own style over the page's."""
    return f"{{const s = new CSSStyleSheet(); s.replaceSync(`{rules}`); document.adoptedStyleSheets = [s];}}"


SPACED = own_style("* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
                   " word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }")  # fmt: skip
LARGER = own_style("html { font-size: 200% !important; }")


def sticking_out(
    chromium: Chromium, pages: list[tuple[Served, Page]], width: int, look: Look = LIGHT, given: str = "",
) -> dict[str, list[str]]:
    """Give what sticks out of each page or is cut in it, where something is."""
    found: dict[str, list[str]] = {}
    for address, site in {site.address: site for site, _ in pages}.items():
        html = site.html(page for owner, page in pages if owner is site)
        told = chromium.ask_each(address, html, BOTH, width, look, given)
        found |= {f"{address}/{path}": faults for path, faults in told.items() if faults}
    return found


def test_no_page_of_either_portal_scrolls_sideways_at_320_pixels(
    chromium: Chromium, served: list[Served],
) -> None:
    assert sticking_out(chromium, [(s, page) for s in served for page in s.pages.values()], 320) == {}


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("look", [look for look in LOOKS if look.turned], ids=lambda look: look.name)
def test_nothing_sticks_out_of_a_page_that_runs_from_right_to_left(
    chromium: Chromium, kinds: list[tuple[Served, Page]], look: Look, width: int,
) -> None:
    assert sticking_out(chromium, kinds, width, look) == {}


@pytest.mark.parametrize(("width", "given"), [(320, SPACED), (1280, SPACED), (640, LARGER), (1280, LARGER)],
                         ids=["320-spaced", "1280-spaced", "640-larger", "1280-larger"])  # fmt: skip
def test_nothing_is_cut_when_readers_space_text_or_make_it_larger(
    chromium: Chromium, kinds: list[tuple[Served, Page]], width: int, given: str,
) -> None:
    assert sticking_out(chromium, kinds, width, given=given) == {}


@pytest.mark.parametrize("fault", [
    '<p><span class="wide">wide</span></p>', '<div class="cut"><p>Two words</p></div>',
])
def test_what_sticks_out_or_is_cut_is_found(chromium: Chromium, served: list[Served], fault: str) -> None:
    home = served[0].html([served[0].pages["index.html"]])
    faulty = {path: text.replace("</main>", f"{fault}</main>") for path, text in home.items()}
    given = own_style(".wide { padding-inline: 500px; } .cut { height: 4px; overflow: hidden; }")
    assert chromium.ask_each(served[0].address, faulty, BOTH, 320, given=given)["index.html"] != []
