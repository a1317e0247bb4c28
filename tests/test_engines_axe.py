"""axe finds no barrier: in every page of both portals, and in one of each kind however it is shown.

Every page is shown at 320 pixels in light. One of each kind is shown also in dark, in forced colours and
from right to left, at 320 and 1280 pixels. The rules are all of axe's for WCAG 2.0 to 2.2, levels A, AA and
AAA, and its best practices. What axe cannot see is in docs/testing-by-hand.md.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from tests.browser import LIGHT, LOOKS
from tests.engines import required

if TYPE_CHECKING:
    from tests.browser import Chromium, Look
    from tests.pages import Page, Served

TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22aa", "best-practice"]
BARRIERS = f"""async () => (await axe.run({{runOnly: {TAGS}, resultTypes: ["violations"]}})).violations
    .flatMap((rule) => rule.nodes.map((node) => `${{rule.id}}: ${{node.html.slice(0, 160)}}`))"""
WAYS = [(look, width) for look in LOOKS for width in (320, 1280) if (look, width) != (LIGHT, 320)]


@pytest.fixture(scope="session")
def axe() -> str:
    """Give axe's script."""
    return required("axe").read_text(encoding="utf-8")


def barriers(
    chromium: Chromium, axe: str, pages: list[tuple[Served, Page]], width: int, look: Look,
) -> dict[str, list[str]]:
    """Give what axe finds in each page that has something."""
    sites: defaultdict[str, list[tuple[Served, Page]]] = defaultdict(list)
    for site, page in pages:
        sites[site.address].append((site, page))
    found = {}
    for address, group in sites.items():
        html = group[0][0].html(page for _, page in group)
        told = chromium.ask_each(address, html, BARRIERS, width, look, given=axe)
        assert told.keys() == html.keys()
        found |= {f"{address}/{path}": faults for path, faults in told.items() if faults}
    return found


def test_axe_finds_no_barrier_in_any_page_of_either_portal(
    chromium: Chromium, axe: str, served: list[Served],
) -> None:
    every = [(site, page) for site in served for page in site.pages.values()]
    assert len(every) > 700
    assert barriers(chromium, axe, every, 320, LIGHT) == {}


@pytest.mark.parametrize(("look", "width"), WAYS, ids=[f"{look.name}-{width}" for look, width in WAYS])
def test_axe_finds_no_barrier_in_a_page_of_each_kind_however_it_is_shown(
    chromium: Chromium, axe: str, kinds: list[tuple[Served, Page]], look: Look, width: int,
) -> None:
    assert len(kinds) > 50
    assert barriers(chromium, axe, kinds, width, look) == {}


@pytest.mark.parametrize(("look", "fault", "rule"), [
    (LOOKS[0], '<img src="x.png">', "image-alt"),
    (LOOKS[1], '<p><font color="#333333">Dark on dark</font></p>', "color-contrast"),
])
def test_axe_finds_a_fault_that_is_put_into_a_page(
    chromium: Chromium, axe: str, served: list[Served], look: Look, fault: str, rule: str,
) -> None:
    home = served[0].html([served[0].pages["index.html"]])
    faulty = {path: text.replace("</main>", f"{fault}</main>") for path, text in home.items()}
    told = chromium.ask_each(served[0].address, faulty, BARRIERS, 320, look, given=axe)
    assert rule in str(told)
