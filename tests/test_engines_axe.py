"""axe finds no barrier: in every page of both portals, and in one of each kind however it is shown.

Every page is shown at 320 pixels in light. One of each kind is shown also in dark, in forced colours and
from right to left, at 320 and 1280 pixels. The rules are all of axe's for WCAG 2.0 to 2.2, levels A, AA and
AAA, and its best practices. What axe cannot see is in docs/testing-by-hand.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import LIGHT, LOOKS, Question
from tests.engines import required

if TYPE_CHECKING:
    from tests.browser import Chromium, Look
    from tests.pages import Page, Served

TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22aa", "best-practice"]
BARRIERS = f"""async () => (await axe.run({{runOnly: {TAGS}, resultTypes: ["violations"]}})).violations
    .flatMap((rule) => rule.nodes.map((node) => `${{rule.id}}: ${{node.html.slice(0, 160)}}`))"""
WAYS = [(look, width) for look in LOOKS for width in (320, 1280) if (look, width) != (LIGHT, 320)]


@pytest.fixture(scope="session")
def axe() -> Question:
    """Give axe as a question: what stands in the way, rule by rule."""
    return Question(BARRIERS, before=required("axe").read_text(encoding="utf-8"))


def test_axe_finds_no_barrier_in_any_page_of_either_portal(
    chromium: Chromium, axe: Question, served: list[Served],
) -> None:
    told = chromium.ask_each(((site, page) for site in served for page in site.pages.values()), axe, 320)
    assert len(told) > 700
    assert {address: found for address, found in told.items() if found} == {}


@pytest.mark.parametrize(("look", "width"), WAYS, ids=[f"{look.name}-{width}" for look, width in WAYS])
def test_axe_finds_no_barrier_in_a_page_of_each_kind_however_it_is_shown(
    chromium: Chromium, axe: Question, kinds: list[tuple[Served, Page]], look: Look, width: int,
) -> None:
    told = chromium.ask_each(kinds, axe, width, look)
    assert len(told) > 50
    assert {address: found for address, found in told.items() if found} == {}


@pytest.mark.parametrize(("scheme", "fault_and_rule"), [
    ("light", ('<img src="x.png">', "image-alt")),
    ("dark", ('<p><font color="#333333">Dark on dark</font></p>', "color-contrast")),
])
def test_axe_finds_a_fault_that_is_put_into_a_page(
    chromium: Chromium, axe: Question, served: list[Served], scheme: str, fault_and_rule: tuple[str, str],
) -> None:
    site, (fault, rule) = served[0], fault_and_rule
    faulty = site.text(site.pages["index.html"]).replace("</main>", f"{fault}</main>")
    look = next(look for look in LOOKS if look.name == scheme)
    assert rule in str(chromium.ask_texts(site.address, {"faulty": faulty}, axe, 320, look))
