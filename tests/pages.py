"""A built site as tests see it: its pages, each parsed once, and what they point to.

The site is looked at as a browser would: an address in a page is worked out against the page's
own, and `/folder/` means `/folder/index.html`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import html5lib

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

ORIGIN = "https://site.invalid"
"""Stands for the site's own host; the name is reserved, so no real page can have it."""

FETCHING = {
    "a": ("ping",),
    "audio": ("src",),
    "base": ("href",),
    "body": ("background",),
    "button": ("formaction",),
    "embed": ("src",),
    "form": ("action",),
    "frame": ("src",),
    "iframe": ("src",),
    "image": ("href",),
    "img": ("src", "srcset"),
    "input": ("src", "formaction"),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href",),
    "video": ("src", "poster"),
}
"""What makes a browser ask for something without the reader following a link."""

RELATIONS_THAT_ONLY_NAME = frozenset({"alternate", "author", "canonical", "help", "license", "next", "prev"})
"""A `link` of these relations is not fetched."""

IN_A_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")


@dataclass(frozen=True)
class Page:
    """One HTML file of a built site."""

    path: str
    """From the site's root, with forward slashes: `about/index.html`."""
    root: Element
    faults: tuple[str, ...]
    """What an HTML5 parser had to put right: `line:column: code`."""

    @property
    def address(self) -> str:
        """Give the address a reader sees: `/about/`."""
        return "/" + self.path.removesuffix("index.html")

    @property
    def kind(self) -> str:
        """Give the address with each part but the first as `x`: `motions-x-x` for a point's page."""
        return kind(self.path)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Give every place in the page that a fragment can name."""
        return frozenset(element.get("id", "") for element in self.root.iter()) | {"", "top"}

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Give what readers can follow, as full addresses."""
        return tuple(self.full(href) for tag in ("a", "area") for href in _values(self.root, tag, "href"))

    @cached_property
    def fetched(self) -> tuple[str, ...]:
        """Give what a browser asks for by itself, as full addresses."""
        plain = [
            value
            for tag, names in FETCHING.items()
            for name in names
            for value in _addresses(name, _values(self.root, tag, name))
        ]
        named = [
            e.get("href", "")
            for e in self.root.iter("link")
            if not set(e.get("rel", "").lower().split()) <= RELATIONS_THAT_ONLY_NAME
        ]
        styles = [found for e in self.root.iter("style") for found in IN_A_STYLE.findall(e.text or "")]
        return tuple(self.full(value) for value in (*plain, *named, *styles))

    @cached_property
    def named(self) -> tuple[str, ...]:
        """Give what the head names without its being fetched: feeds, the licence, the neighbours."""
        return tuple(self.full(href) for href in _values(self.root, "link", "href"))

    def full(self, reference: str) -> str:
        """Work an address in this page out in full."""
        return urljoin(ORIGIN + self.address, reference.strip())


def _values(root: Element, tag: str, name: str) -> list[str]:
    return [value for element in root.iter(tag) if (value := element.get(name)) is not None]


def _addresses(name: str, values: list[str]) -> Iterator[str]:
    """Give the addresses in attribute values; a `srcset` holds several, each with its width."""
    for value in values:
        yield from (part.split()[0] for part in value.split(",")) if name == "srcset" else (value,)


@cache
def read_pages(site: Path) -> dict[str, Page]:
    """Parse every HTML file of a site as a browser would; give path → page, sorted."""
    return {path: _parse(path, (site / path).read_bytes()) for path in files(site, ".html")}


def _parse(path: str, data: bytes) -> Page:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Element = parser.parse(data, transport_encoding="utf-8")
    return Page(path, root, tuple(f"{line}:{column}: {code}" for (line, column), code, _ in parser.errors))


def kind(path: str) -> str:
    """Give a page's address with each part but the first as `x`: `motions-x-x` for a point's page."""
    first, *more = path.removesuffix("index.html").strip("/").split("/")
    return "-".join([first or "home", *("x" for _ in more)])


def files(site: Path, ending: str = "") -> list[str]:
    """List every file of a site whose name ends so by its path, sorted."""
    return sorted(p.relative_to(site).as_posix() for p in site.rglob(f"*{ending}") if p.is_file())


def inside(address: str) -> bool:
    """Tell whether a full address lies on the site itself."""
    return address.startswith(ORIGIN + "/") or address == ORIGIN


def target(address: str) -> tuple[str, str]:
    """Split a full address on the site into the file it means and the place in it."""
    parts = urlsplit(address)
    path = unquote(parts.path).removeprefix("/")
    return (path + "index.html" if path == "" or path.endswith("/") else path), unquote(parts.fragment)


@dataclass(frozen=True)
class Served:
    """A built site at an address."""

    address: str
    """Of its root, without a slash at the end."""
    folder: Path

    def full(self, path: str) -> str:
        """Give the address at which a page is served."""
        return f"{self.address}/{path.removesuffix('index.html')}"

    def text(self, path: str) -> str:
        """Give a page as it was written."""
        return (self.folder / path).read_text(encoding="utf-8")
