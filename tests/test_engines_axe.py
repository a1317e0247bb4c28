"""axe finds no barrier: in every page of both portals, and in one of each kind however it is shown.

Every page is shown in light at 320 pixels, and one of each kind at 1280: with all of axe's rules for WCAG
2.0 to 2.2, levels A, AA and AAA, and its best practices; so is one of each kind in a language from right to
left, at both widths. One of each kind is shown also in dark and in forced colours, at both widths, with the
rules on which colours bear: the others judge words, names and nesting, which are the same. What axe cannot
see is in docs/testing-by-hand.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import LIGHT, LOOKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser import Chromium, Look, Question
    from tests.pages import Page, Served

    Asked = Callable[[list[str]], Question]

TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22aa", "best-practice"]
SHOWN = [
    "color-contrast",
    "color-contrast-enhanced",
    "link-in-text-block",
    "scrollable-region-focusable",
    "target-size",
]
"""The rules that judge what is painted, and where."""
WAYS = [(look, width) for look in LOOKS for width in (320, 1280) if look is not LIGHT]


def test_axe_finds_no_barrier_in_any_page_of_either_portal(
    chromium: Chromium,
    axe: Asked,
    served: list[Served],
) -> None:
    every = ((site, page) for site in served for page in site.pages.values())
    told = chromium.ask_each(every, axe(TAGS), 320)
    assert len(told) > 700
    assert {address: found for address, found in told.items() if found} == {}


def test_axe_finds_no_barrier_in_a_page_of_each_kind_on_a_wide_screen(
    chromium: Chromium,
    axe: Asked,
    kinds: list[tuple[Served, Page]],
) -> None:
    told = chromium.ask_each(kinds, axe(TAGS), 1280)
    assert len(told) > 50
    assert {address: found for address, found in told.items() if found} == {}


@pytest.mark.parametrize(("look", "width"), WAYS, ids=[f"{look.name}-{width}" for look, width in WAYS])
def test_a_page_of_each_kind_can_be_seen_and_hit_in_other_colours(
    chromium: Chromium,
    axe: Asked,
    kinds: list[tuple[Served, Page]],
    look: Look,
    width: int,
) -> None:
    told = chromium.ask_each(kinds, axe(SHOWN), width, look)
    assert len(told) > 50
    assert {address: found for address, found in told.items() if found} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_barrier_in_a_page_of_each_kind_from_right_to_left(
    chromium: Chromium,
    axe: Asked,
    rtl_kinds: list[tuple[Served, Page]],
    width: int,
) -> None:
    told = chromium.ask_each(rtl_kinds, axe(TAGS), width)
    assert len(told) > 40
    assert {address: found for address, found in told.items() if found} == {}


@pytest.mark.parametrize(
    ("scheme", "fault_and_rule"),
    [
        ("light", ('<img src="x.png">', "image-alt")),
        ("dark", ('<p><font color="#333333">Dark on dark</font></p>', "color-contrast")),
    ],
)
def test_axe_finds_a_fault_that_is_put_into_a_page(
    chromium: Chromium,
    axe: Asked,
    served: list[Served],
    scheme: str,
    fault_and_rule: tuple[str, str],
) -> None:
    site, (fault, rule) = served[0], fault_and_rule
    faulty = site.text(site.pages["index.html"]).replace("</main>", f"{fault}</main>")
    look = next(look for look in LOOKS if look.name == scheme)
    question = axe(TAGS if look is LIGHT else SHOWN)
    assert rule in str(chromium.ask_texts(site.address, {"faulty": faulty}, question, 320, look))
