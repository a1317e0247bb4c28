"""Every pair of colours that stands together can be told apart, in light and in dark.

The formula is that of WCAG 2.2 (relative luminance, contrast ratio). Text has at least 7:1, edges 3:1.
"""

from __future__ import annotations

import re

import pytest

from tests.engines import ROOT

TOKENS = (ROOT / "static/css/tokens.css").read_text(encoding="utf-8")
TINTS = ("grey", "blue", "teal", "green", "rose", "amber")
TEXT = [
    *((text, ground) for text in ("ink", "soft", "link", "visited") for ground in ("page", "panel")),
    *(("ink", f"{tint}-tint") for tint in TINTS),
]
EDGES = [
    ("edge", "page"),
    ("focus", "page"),
    ("focus", "panel"),
    *((f"{tint}-edge", ground) for tint in TINTS for ground in ("page", "panel", f"{tint}-tint")),
]


def schemes() -> dict[str, dict[str, str]]:
    """Give the colours of each scheme by their names; dark keeps what it does not change."""
    light, dark = TOKENS.split("prefers-color-scheme: dark")
    found = {
        name: dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", css))
        for name, css in (("light", light), ("dark", dark))
    }
    return {"light": found["light"], "dark": found["light"] | found["dark"]}


def luminance(colour: str) -> float:
    """Give the relative luminance of `#rrggbb`, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_gives_the_known_ratios() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(scheme: str) -> None:
    colours = schemes()[scheme]
    low = {pair: round(ratio, 2) for pair in TEXT if (ratio := contrast(*(colours[c] for c in pair))) < 7}
    assert low == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_edge_stands_out_from_its_ground(scheme: str) -> None:
    colours = schemes()[scheme]
    low = {pair: round(ratio, 2) for pair in EDGES if (ratio := contrast(*(colours[c] for c in pair))) < 3}
    assert low == {}
