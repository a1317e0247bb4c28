"""The only place that knows addresses: of records, of their parts, of pages and their files.

A reference is an address without outer slashes: `bodies/osmb`, `reviews/2022-05-12/1#a`.
"""

from __future__ import annotations

import re
from typing import Final

ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID: Final = 60
DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))]
)
"""Names Windows keeps for devices; no file may bear them there."""
OWN: Final = frozenset(
    {"index", "assets", "feed", "feeds", "sitemap", "search", "data", "releases", "as-of", "changes", "api"}
    | {"coverage", "questions", "standing", "statuses", "timeline", "unknown", "working", "404"}
    | {"bodies-then-and-now", "in-one-minute", "on-paper"}
)
"""Addresses of the site's own pages; no record may take one."""


def split(reference: str) -> tuple[str, str]:
    """Record's address and the part's id (empty when the whole record is meant)."""
    address, _, part = reference.partition("#")
    return address, part


def folder(reference: str) -> str:
    """Folder, that is the kind, of what is referred to."""
    return reference.partition("/")[0]


def parent(address: str) -> str:
    """Series an item stands in: `motions/2021-11-10/09` → `motions/2021-11-10`."""
    return address.rpartition("/")[0]


def href(reference: str) -> str:
    """Page's address below the site's root: `motions/2021-11-10/09/`, `about/`."""
    address, part = split(reference)
    page = address.removeprefix("pages/") + "/"
    return f"{page}#{part}" if part else page


def file_of(page: str) -> str:
    """Output file of a page's address: `about/` → `about/index.html`."""
    return page if page.rpartition("/")[2] else page + "index.html"


def root_of(page: str) -> str:
    """Way from a page back to the site's root: `about/` → `../`."""
    return "../" * page.count("/")


def anchor(words: str) -> str:
    """Id for a place on a page, from the words that name it: `section 7(9)` → `section-7-9`."""
    return re.sub(r"[^a-z0-9.]+", "-", words.lower()).strip("-")


def id_problem(name: str) -> str:
    """Say what is wrong with an id, as the end of a sentence; empty when nothing is."""
    if len(name) > LONGEST_ID:
        return f"is longer than {LONGEST_ID} characters"
    if not ID.fullmatch(name):
        return "may hold only small letters, digits and single hyphens between them"
    if name in DEVICES:
        return "is a name that Windows keeps for itself"
    if name in OWN:
        return "is an address of the site's own"
    return ""
