"""What pages are made of, and a few pages that hold all of it.

What an engine says of an element hangs on what the element is and on what it stands in and behind, not on
its words. So engines are shown a cover: pages that together hold every structure of both portals.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Structures = frozenset[tuple[str, ...]]

DEPTH = 3
"""How many elements a structure is deep: an element, and what it stands in."""
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
WHOLE = frozenset({"class", "datetime", "dir", "name", "rel", "role", "scope", "type"})
"""Attributes whose values make a structure, digits apart; of all others the name does."""


class _Reader(HTMLParser):
    """Collects the structures of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.structures: set[tuple[str, ...]] = set()
        self._above: list[str] = []
        self._before = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = (f"{name}={value}" if name in WHOLE else name for name, value in sorted(attrs))
        element = " ".join([tag, *(re.sub(r"\d", "9", value) for value in values)])
        self.structures |= {(*self._above[1 - DEPTH :], element), ("after", self._before, element)}
        self._before = ""
        if tag in VOID:
            self._before = element
        else:
            self._above.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._before = self._above.pop()

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # pages are valid: it ends the last begun
        self._before = self._above.pop()


def structures(html: str) -> Structures:
    """Give what a page is made of: each element with those around it, and each with the one before it."""
    reader = _Reader()
    reader.feed(html)
    return frozenset(reader.structures)


def union(several: Iterable[Structures]) -> Structures:
    """Give what several pages hold together."""
    return frozenset().union(*several)


def cover(pages: Mapping[str, Structures], covered: Structures = frozenset()) -> list[str]:
    """Give the paths of few pages that together hold all that is not covered yet: path → what it holds."""
    left = union(pages.values()) - covered
    chosen = []
    while left:
        best = max(pages, key=lambda path: len(pages[path] & left))
        chosen.append(best)
        left -= pages[best]
    return chosen
