"""What is painted can be seen: each text, shape and edge of a page of each kind against its ground.

The pairs are not a list that somebody keeps: they are those that Chromium computes for the pages.
Text has at least 7:1, whatever its size; shapes, marks and edges 3:1. Thin rules in the colour `line`
only part what is parted by space already, so nothing is asked of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from answerable.rules.settings import EDGE, PAIRS, TEXT, contrast, schemes
from tests.browser import LOOKS, Question
from tests.engines import ROOT

if TYPE_CHECKING:
    from tests.browser import Chromium, Look
    from tests.pages import Page, Served

TOKENS = schemes((ROOT / "static/css/tokens.css").read_text(encoding="utf-8"))
PLAIN = [look for look in LOOKS if not look.forced]

PAINTED = Question("""() => {
    const hex = (colour) => {
        const [r, g, b, a] = colour.match(/[\\d.]+/g).map(Number);
        if (a === 0) return "";
        if ((a ?? 1) < 1) return "see-through";
        return "#" + [r, g, b].map((n) => n.toString(16).padStart(2, "0")).join("");
    };
    const ground = (element) => element
        ? hex(getComputedStyle(element).backgroundColor) || ground(element.parentElement) : "none";
    const found = {};
    const add = (use, colour, on, element) => {
        if (colour) found[`${use} ${colour} ${on}`] ??= element.outerHTML.slice(0, 90);
    };
    const text = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const drawn = (element, style) => {
        if (text(element)) add("text", hex(style.fill), ground(element), element);
        else if (element.localName !== "svg" && !element.children.length)
            add("shape", [style.fill, style.stroke].filter((one) => one !== "none").map(hex).join(),
                ground(element), element);
    };
    const written = (element, style) => {
        if (text(element)) add("text", hex(style.color), ground(element), element);
        for (const side of ["Top", "Right", "Bottom", "Left"])
            if (parseFloat(style[`border${side}Width`]))
                add("edge", hex(style[`border${side}Color`]), ground(element.parentElement), element);
    };
    const made = (element, style) => {
        if (style.content === "none") return;
        if (parseFloat(style.borderTopWidth))
            add("edge", hex(style.borderTopColor), ground(element), element);
        else if (style.content !== '""') add("text", hex(style.color), ground(element), element);
    };
    for (const element of document.body.querySelectorAll("*")) {
        const style = getComputedStyle(element);
        if (!element.checkVisibility() || style.clipPath !== "none") continue;
        if (element.closest("svg")) drawn(element, style);
        else written(element, style);
        for (const part of ["::before", "::after"]) made(element, getComputedStyle(element, part));
    }
    return found;
}""")
"""Each use, colour and ground that is there, with the start of an element that shows it."""


def painted(told: dict[str, dict[str, str]]) -> dict[str, str]:
    """Give what is painted in some pages: `use colour ground` → an element."""
    return {pair: where for answer in told.values() for pair, where in answer.items()}


def faint(pairs: dict[str, str], line: str) -> dict[str, str]:
    """Give the pairs that do not stand out enough, each with its contrast."""
    low = {}
    for pair, where in pairs.items():
        use, colours, ground = pair.split()
        needed = TEXT if use == "text" else EDGE
        best = max(contrast(colour, ground) for colour in colours.split(","))
        if best < needed and not (use == "edge" and colours == line):
            low[f"{pair} {best:.2f}"] = where
    return low


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("look", PLAIN, ids=lambda look: look.name)
def test_every_text_shape_and_edge_stands_out_from_its_ground(
    chromium: Chromium,
    kinds: list[tuple[Served, Page]],
    look: Look,
    width: int,
) -> None:
    pairs = painted(chromium.ask_each(kinds, PAINTED, width, look))
    assert len(pairs) > 30
    assert faint(pairs, TOKENS[look.scheme]["line"]) == {}


def test_what_is_faint_is_found() -> None:
    assert list(faint({"text #767676 #ffffff": "<p>", "edge #dad6cb #ffffff": "<hr>"}, "#000000")) == [
        "text #767676 #ffffff 4.54",
        "edge #dad6cb #ffffff 1.45",
    ]


@pytest.mark.parametrize("look", PLAIN, ids=lambda look: look.name)
def test_the_portals_own_colour_stands_on_no_ground_that_the_build_does_not_check(
    chromium: Chromium,
    served: list[Served],
    look: Look,
) -> None:
    """The harbour has a colour of its own, in every page of it."""
    harbour = served[1]
    name = {colour: token for token, colour in TOKENS[look.scheme].items()}
    own = {"light": "#0b5045", "dark": "#9adccb"}[look.scheme]
    every = ((harbour, page) for page in harbour.pages.values())
    pairs = map(str.split, painted(chromium.ask_each(every, PAINTED, 1280, look)))
    found = {
        ("text" if use == "text" else "an edge", name[ground])
        for use, colours, ground in pairs
        if own in colours.split(",")
    }
    assert found - {(use, ground) for use, ground, _ in PAIRS} == set()
    assert ("text", "page") in found
