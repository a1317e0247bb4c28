"""Pages that hold every structure of both portals: each is opened once at a width and asked everything.

A window of 1280 by 1024 pixels at 400 % is one of 320 by 256. What no machine sees is in
docs/testing-by-hand.md.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from answerable.rules.settings import EDGE, PAIRS, TEXT, contrast, schemes
from tests.browser import DARK, FORCED, LIGHT
from tests.engines import ROOT
from tests.questions import (
    BARRIERS,
    BUT_COLOURS,
    FOCUSED,
    KEPT,
    LARGER,
    PAINTED,
    REFLOW,
    SPACED,
    STOPS,
    WAY_OUT,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page as Tab

    from tests.browser import Chromium, Look, Visit
    from tests.pages import Served

HEIGHTS = {320: 256, 1280: 800}
"""A window's height for its width, in pixels."""
PRESSES = 15
"""How often Tab is pressed in a page; all further stops are focused by script."""
ASKS_FOR_SCRIPT = re.compile(r"(?:enable|turn on|switch on|needs?|requires?) (?:java)?script", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Walk:
    """What pages answered at a width."""

    width: int
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By the name of the question, then by the page's full address."""

    def note(self, question: str, address: str, answer: object) -> None:
        """Keep an answer."""
        self.answers.setdefault(question, {})[address] = answer

    def faults(self, question: str) -> dict[str, Any]:
        """Give the answers that name a fault, by address."""
        assert len(self.answers[question]) > 40
        return {address: answer for address, answer in self.answers[question].items() if answer}

    def painted(self, look: str, host: str = "") -> dict[str, str]:
        """Give what the pages of a host paint: `use colour ground` → an element."""
        pages = self.answers[f"painted {look}"].items()
        return {
            pair: where
            for address, pairs in pages
            if address.startswith(host)
            for pair, where in pairs.items()
        }


def ask(walk: Walk, visit: Visit, address: str, axe: str) -> None:
    """Open a page and ask whatever must be true of it."""
    page, narrow = visit.page, walk.width == 320
    visit.open(address)
    walk.note("words", address, page.inner_text("main").splitlines())
    walk.note("requests", address, list(visit.requests))
    walk.note("kept", address, page.evaluate(KEPT))
    if narrow:
        walk.note("way out", address, page.evaluate(WAY_OUT))
        walk.note("tab", address, by_tab(page))
    else:
        page.evaluate(STOPS)
    walk.note("focus", address, page.evaluate(FOCUSED))
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(axe)
    walk.note("barriers", address, page.evaluate(BARRIERS if narrow else BUT_COLOURS))
    walk.note("reflow", address, page.evaluate(REFLOW))
    for look in (DARK, FORCED, LIGHT):
        visit.show(look)
        walk.note(f"painted {look.name}", address, page.evaluate(PAINTED))
    page.evaluate(SPACED)
    walk.note("spaced", address, page.evaluate(REFLOW))
    page.evaluate(LARGER)
    page.set_viewport_size({"width": max(walk.width, 640), "height": HEIGHTS[walk.width]})
    walk.note("larger", address, page.evaluate(REFLOW))
    page.set_viewport_size({"width": walk.width, "height": HEIGHTS[walk.width]})
    walk.note("complaints", address, [*visit.console, *visit.foreign])


def by_tab(page: Tab) -> list[str]:
    """Press Tab and follow the skip link as a reader would; give what went wrong."""
    page.evaluate("scrollTo(0, 0)")
    stops = min(PRESSES, page.evaluate(STOPS))
    for _ in range(stops):
        page.keyboard.press("Tab")
    first = page.evaluate("stops.slice(0, 2).map((stop) => stop.className || stop.parentElement.className)")
    right = {
        "Tab goes in reading order": page.evaluate("came") == list(range(stops)),
        "The first stops lead out and past the frame": first == ["exit", "skip"],
    }
    page.evaluate("document.querySelector('.skip').focus()")
    page.keyboard.press("Enter")
    right["The skip link leads to the content"] = page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    # Not back to a stop before the content: inside it, or behind it where it holds none.
    after = "compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING"
    right["Tab goes on from there"] = bool(page.evaluate(f"document.getElementById('main').{after}"))
    return [f"not so: {promise}" for promise, kept in right.items() if not kept]


@pytest.fixture(scope="module")
def addresses(served: list[Served], covering: dict[Path, list[str]]) -> list[str]:
    """Give the full addresses of the pages that hold every structure, but for what leads on at once."""
    return [
        site.full(path)
        for site in served
        for path in covering[site.folder]
        if 'http-equiv="refresh"' not in site.text(path)
    ]


@pytest.fixture(scope="module", params=HEIGHTS)
def walk(request: pytest.FixtureRequest, chromium: Chromium, axe: str, addresses: list[str]) -> Walk:
    """Give what the pages answered at a width."""
    answered = Walk(request.param)
    with chromium.visit(answered.width, HEIGHTS[answered.width]) as visit:
        for address in addresses:
            ask(answered, visit, address, axe)
    return answered


def test_axe_finds_no_barrier(walk: Walk) -> None:
    """All rules for WCAG 2.0 to 2.2, levels A, AA and AAA, and best practices."""
    assert walk.faults("barriers") == {}


def test_nothing_sticks_out_or_is_cut(walk: Walk) -> None:
    assert walk.faults("reflow") == {}


def test_nothing_is_cut_when_readers_space_text_or_make_it_larger(walk: Walk) -> None:
    """WCAG 2.2's 1.4.12 and 1.4.4."""
    assert walk.faults("spaced") == {}
    assert walk.faults("larger") == {}


def test_wherever_the_focus_is_it_is_seen_forwards_and_back(walk: Walk) -> None:
    assert walk.faults("focus") == {}


def test_by_keyboard_and_at_400_per_cent_the_order_is_right_and_the_way_out_at_hand(walk: Walk) -> None:
    if walk.width == 320:
        assert walk.faults("tab") == {}
        assert walk.faults("way out") == {}


def test_no_page_complains_or_keeps_anything_in_the_browser(walk: Walk) -> None:
    assert walk.faults("complaints") == {}
    assert walk.faults("kept") == {}


def test_a_page_asks_for_itself_styles_script_and_icon(walk: Walk) -> None:
    for address, requests in walk.answers["requests"].items():
        endings = Counter(request.rpartition(".")[2] for request in requests if request != address)
        assert endings["css"] in (1, 2), address
        assert endings["js"] == 1 + address.endswith("/search/"), address
        assert endings.keys() <= {"css", "js", "svg", "png", "jpg"}, address


# Colours: the pairs are not a list that somebody keeps, but those that Chromium computes for the pages.

TOKENS = schemes((ROOT / "static/css/tokens.css").read_text(encoding="utf-8"))
HARBOURS = {"light": "#0b5045", "dark": "#9adccb"}
"""The harbour's colour."""


def faint(pairs: dict[str, str], line: str) -> dict[str, str]:
    """Give the pairs that do not stand out enough, each with its contrast: text at 7:1, all else at 3:1.

    Thin rules in the colour `line` only part what is parted by space already.
    """
    low = {}
    for pair, where in pairs.items():
        use, colours, ground = pair.split()
        best = max(contrast(colour, ground) for colour in colours.split(","))
        if best < (TEXT if use == "text" else EDGE) and not (use == "edge" and colours == line):
            low[f"{pair} {best:.2f}"] = where
    return low


@pytest.mark.parametrize("look", [LIGHT, DARK, FORCED], ids=lambda look: look.name)
def test_every_text_shape_and_edge_stands_out_from_its_ground(walk: Walk, look: Look) -> None:
    pairs = walk.painted(look.name)
    assert len(pairs) > (5 if look.forced else 30)
    assert faint(pairs, TOKENS[look.scheme]["line"]) == {}


@pytest.mark.parametrize("scheme", HARBOURS)
def test_the_portals_colour_stands_on_no_ground_that_the_build_does_not_check(
    walk: Walk, served: list[Served], scheme: str
) -> None:
    name = {colour: token for token, colour in TOKENS[scheme].items()}
    grounds = {
        ("text" if use == "text" else "an edge", name[ground])
        for use, colours, ground in map(str.split, walk.painted(scheme, served[1].address))
        if HARBOURS[scheme] in colours.split(",")
    }
    assert grounds - {(use, ground) for use, ground, _ in PAIRS} == set()
    assert ("text", "page") in grounds


# Without script.


def test_with_script_off_a_page_says_the_same_and_the_way_out_is_in_sight(
    chromium: Chromium, walk: Walk
) -> None:
    with chromium.visit(walk.width, script=False) as without:
        for address, words in walk.answers["words"].items():
            without.open(address)
            plain = without.page.inner_text("main").splitlines()
            assert set(plain) - set(words) == set(), address
            assert address.endswith("/search/") or plain == words, address
            assert ASKS_FOR_SCRIPT.search(without.page.inner_text("body")) is None, address
            assert without.page.locator(".exit a").is_visible()
            assert not [request for request in without.requests if request.endswith(".js")]


# From right to left: the fictional portal in such a language, its pages the same.


@pytest.fixture(scope="module")
def turned_addresses(rtl: Served, harbour_site: Path, covering: dict[Path, list[str]]) -> list[str]:
    """Give the full addresses of the same pages from right to left."""
    paths = covering[harbour_site]
    return [rtl.full(path) for path in paths if 'http-equiv="refresh"' not in rtl.text(path)]


@pytest.fixture(scope="module", params=HEIGHTS)
def turned(request: pytest.FixtureRequest, chromium: Chromium, axe: str, turned_addresses: list[str]) -> Walk:
    """Give what pages that run from right to left answered at a width."""
    answered = Walk(request.param)
    with chromium.visit(answered.width) as visit:
        for address in turned_addresses:
            visit.open(address)
            answered.note("reflow", address, visit.page.evaluate(REFLOW))
            if answered.width == 320:
                visit.page.evaluate(axe)
                answered.note("barriers", address, visit.page.evaluate(BUT_COLOURS))
            answered.note("complaints", address, [*visit.console, *visit.foreign])
    return answered


def test_pages_from_right_to_left_hold_no_barrier_and_nothing_sticks_out(turned: Walk) -> None:
    for question in turned.answers:
        assert turned.faults(question) == {}


def test_a_page_from_right_to_left_begins_at_the_right(chromium: Chromium, rtl: Served) -> None:
    with chromium.visit(1280) as visit:
        visit.open(rtl.full("index.html"))
        heading = visit.page.evaluate("document.querySelector('h1 bdi').getBoundingClientRect().right")
        assert heading > 1280 / 2


# Each fault is found where it is put in.

WIDE = '<p><span style="padding-inline: 500px">wide</span></p>'
CUT = '<div style="block-size: 4px; overflow: hidden"><p>Two words</p></div>'
BESIDE = '<svg width="9"><text>Nine letters</text></svg>'


@pytest.fixture
def planted(chromium: Chromium, axe: str) -> Iterator[Tab]:
    """Give an empty page in a small window, in which axe's script has run."""
    with chromium.visit(320, 256) as visit:
        visit.page.evaluate(axe)
        yield visit.page


@pytest.mark.parametrize(
    ("question", "body", "fault"),
    [
        (BARRIERS, '<img src="x.png">', "image-alt"),
        (BARRIERS, '<p style="color: #767676">Grey</p>', "color-contrast-enhanced"),
        (BARRIERS, '<p style="color: #999999">Grey</p>', "color-contrast"),
        (BUT_COLOURS, '<img src="x.png">', "image-alt"),
        (REFLOW, WIDE, "<span"),
        (REFLOW, BESIDE, "outside its picture"),
        (REFLOW, f"<main>{CUT}</main>", "cut: <div"),
        (PAINTED, '<p style="color: #767676; background: #ffffff">Grey</p>', "text #767676 #ffffff"),
        (
            WAY_OUT,
            '<div class="exit" style="margin-block-start: 300px"><a href="#a">Out</a></div>',
            "out of sight",
        ),
    ],
)
def test_a_fault_in_a_page_is_found(planted: Tab, question: str, body: str, fault: str) -> None:
    planted.evaluate("(body) => { document.body.innerHTML = body; }", body)
    assert fault in str(planted.evaluate(question))


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
        assert {found.partition(":")[0].partition(" <")[0] for found in visit.page.evaluate(FOCUSED)} == {
            fault
        }


def test_what_is_faint_is_found() -> None:
    assert list(faint({"text #767676 #ffffff": "<p>", "edge #dad6cb #ffffff": "<hr>"}, "#000000")) == [
        "text #767676 #ffffff 4.54",
        "edge #dad6cb #ffffff 1.45",
    ]


def test_a_request_to_another_host_is_refused_and_noted(chromium: Chromium) -> None:
    with chromium.visit() as visit:
        visit.page.set_content('<img src="https://elsewhere.invalid/x.png" alt="">', wait_until="load")
        assert visit.foreign == ["https://elsewhere.invalid/x.png"]
