"""The portal's own colour, where it has one, against every ground it stands on, in light and in dark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from answerable.model.portal import Portal
from answerable.problem import Problem
from answerable.rules.locate import at

TEXT, EDGE = 7.0, 3.0
"""The least contrast: of text (WCAG 2.2, 1.4.6), and of an edge or a shape (1.4.11)."""
PAIRS = (
    *(("text", ground, TEXT) for ground in ("page", "panel", "amber-tint", "blue-tint")),
    ("an edge", "page", EDGE),
    ("an edge", "panel", EDGE),
)
"""What the portal's colour is, on which colour of `tokens.css`, and the contrast that needs."""
_DARK = re.compile(r"prefers-color-scheme:\s*dark")
_TOKEN = re.compile(r"--([a-z-]+): (#[0-9a-f]{6})")


def schemes(tokens: str) -> dict[str, dict[str, str]]:
    """Give the colours in `tokens.css` by their names, for `light` and `dark`; dark keeps what it leaves."""
    light, dark = _DARK.split(tokens, maxsplit=1)
    found = dict(_TOKEN.findall(light))
    return {"light": found, "dark": found | dict(_TOKEN.findall(dark))}


def luminance(colour: str) -> float:
    """Give the relative luminance of `#rrggbb`, 0 to 1, by WCAG 2.2's definition of it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21, by WCAG 2.2's definition of it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def brand(portal: Portal, static: Mapping[str, bytes]) -> Iterator[Problem]:
    """The portal's colour can be read wherever it stands."""
    own = portal.settings.brand
    if own is None:
        return
    for scheme, colours in schemes(static["css/tokens.css"].decode()).items():
        colour, change = (own.dark, "lighter") if scheme == "dark" else (own.light, "darker")
        for use, ground, needed in PAIRS:
            seen = contrast(colour, colours[ground])
            if seen < needed:
                # Cut, not rounded: 6.996 must not be told as 7.
                message = (
                    f"{colour} as {use} on {colours[ground]} ({ground}, {scheme}) has a contrast"
                    f" of {int(seen * 100) / 100} to 1. It needs {needed:g} to 1."
                )
                hint = f"Choose a {change} colour, or take brand out."
                yield at(portal, "site.yaml", ("brand", scheme), message, hint)
