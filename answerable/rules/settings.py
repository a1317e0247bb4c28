"""Settings: what site.yaml names is there, and the portal's own colour can be read on every ground."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from answerable.model.field import SERIES_FOLDERS
from answerable.model.kinds.series import Series
from answerable.model.portal import Portal
from answerable.model.registry import kind_of
from answerable.problem import Problem
from answerable.rules.references import absent

SITE: Final = "site.yaml"
DOORS: Final = ("pages/get-help", "pages/change-or-remove")
"""Where every page leads: who to call, and whom to tell that something is wrong or about oneself."""
TEXT, EDGE = 7.0, 3.0
"""The least contrast: of text (WCAG 2.2, 1.4.6), and of an edge or a shape (1.4.11)."""
PAIRS: Final = (
    *(("text", ground, TEXT) for ground in ("page", "panel", "amber-tint", "blue-tint")),
    ("an edge", "page", EDGE),
    ("an edge", "panel", EDGE),
)
"""What the portal's colour is, on which colour of `tokens.css`, and the contrast that needs."""
_DARK: Final = re.compile(r"prefers-color-scheme:\s*dark")
_TOKEN: Final = re.compile(r"--([a-z-]+): (#[0-9a-f]{6})")


def problems(
    portal: Portal, broken: frozenset[str], languages: Collection[str], static: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Mistakes in what the settings name; `broken` holds addresses that could not be read."""
    yield from _first_series(portal, broken)
    yield from _doors(portal, broken)
    yield from _catalogue(portal, languages)
    yield from _brand(portal, static)


def _first_series(portal: Portal, broken: frozenset[str]) -> Iterator[Problem]:
    """The home page opens with series that are there."""
    for number, target in enumerate(portal.settings.first):
        record, where = portal.records.get(target), ("first", number)
        if verdict := absent(portal, broken, target):
            yield portal.problem(SITE, where, *verdict)
        elif record and not (isinstance(record, Series) and kind_of(target).folder in SERIES_FOLDERS):
            hint = "Name a motion, a review or the like, as a whole."
            yield portal.problem(SITE, where, f'"{target}" is no series.', hint)


def _doors(portal: Portal, broken: frozenset[str]) -> Iterator[Problem]:
    """The two pages to which every page leads are there for readers."""
    for door in DOORS:
        record = portal.records.get(door)
        if door not in broken and (record is None or record.status == "draft"):
            message = f'Every page leads to "{door}", and readers cannot open it.'
            yield Problem(f"content/{door}.md", 1, 1, message, "Write this page, and publish it.")


def _catalogue(portal: Portal, languages: Collection[str]) -> Iterator[Problem]:
    """What the pages say is there in their language; English needs no catalogue."""
    code = portal.settings.language
    if not portal.settings.speaks_english and f"{code}.mo" not in languages:
        hint = "docs/translating.md says how one is made."
        yield portal.problem(SITE, ("language",), f"There is no catalogue languages/{code}.mo.", hint)


def _brand(portal: Portal, static: Mapping[str, bytes]) -> Iterator[Problem]:
    """The portal's colour can be read wherever it stands."""
    brand = portal.settings.brand
    if brand is None:
        return
    for scheme, colours in schemes(static["css/tokens.css"].decode()).items():
        colour, change = (brand.dark, "lighter") if scheme == "dark" else (brand.light, "darker")
        for use, ground, needed in PAIRS:
            ratio = contrast(colour, colours[ground])
            if ratio < needed:
                # Cut, not rounded: 6.996 must not be called 7.
                message = (
                    f"{colour} as {use} on {colours[ground]} ({ground}, {scheme}) has a contrast"
                    f" of {int(ratio * 100) / 100} to 1. It needs {needed:g} to 1."
                )
                hint = f"Choose a {change} colour, or take brand out."
                yield portal.problem(SITE, ("brand", scheme), message, hint)


def schemes(tokens: str) -> dict[str, dict[str, str]]:
    """Colours in `tokens.css` by their names, for `light` and `dark`; dark keeps what it leaves."""
    light, dark = _DARK.split(tokens, maxsplit=1)
    colours = dict(_TOKEN.findall(light))
    return {"light": colours, "dark": colours | dict(_TOKEN.findall(dark))}


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1, by WCAG 2.2's definition of it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, by WCAG 2.2's definition of it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
