"""The fictional harbour as a person reads it: each page as plain text, kept in `tests/golden/harbour/`.

`python -m tests.golden_harbour` writes the folder anew; what changed is then read in `git diff`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import html5lib

from tests.engines import ROOT
from tests.portals import harbour, site_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

FOLDER = ROOT / "tests/golden/harbour"
FILES = "files.txt"
"""Beside the pages: the name of every file of the site."""
HASHED = re.compile(r"-[0-9a-f]{10}(?=\.)")
"""The part of a name that follows from the bytes of a style or script."""

HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption"}
    | {"figure", "footer", "header", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "thead"}
    | {"tr", "ul"}
)
UNSEEN = frozenset(["head", "script", "style", "svg", "template"])


def expected(site: Mapping[str, bytes]) -> dict[str, str]:
    """Give the golden files that a site comes to: name → text."""
    pages = {_name(path): readable(data) for path, data in site.items() if path.endswith(".html")}
    names = (HASHED.sub("-(hash)", path) for path in site)
    return {**pages, FILES: "\n".join(sorted(names)) + "\n"}


def _name(path: str) -> str:
    """Give the golden file of a page: `reviews/2029-09-20/2/index.html` → `reviews.2029-09-20.2.txt`."""
    address = path.removesuffix("index.html").removesuffix(".html").strip("/")
    return (address.replace("/", ".") or "home") + ".txt"


def readable(html: bytes) -> str:
    """Give a page as text: its title, its crumbs, its contents.

    A heading begins with `#`, a link is `[words](address)`, a badge `[who: word]`, an entry of a list
    `-`; the cells of a row are parted by ` | `.
    """
    page = html5lib.parse(html, namespaceHTMLElements=False)
    title = page.findtext("head/title", "")
    kept = [
        found for name in ("nav[@class='crumbs']", "main") if (found := page.find(f".//{name}")) is not None
    ]
    lines = [line for part in kept for line in _lines(part)]
    return "\n".join([f"title: {title}", "", *_spaced(lines)]) + "\n"


def _spaced(lines: list[str]) -> Iterator[str]:
    """An empty line before each heading."""
    for number, line in enumerate(lines):
        if line.startswith("#") and number:
            yield ""
        yield line


def _lines(part: Element) -> list[str]:
    """Give the lines of a block; its inline runs are one line each."""
    text = "".join(_marked(part))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line not in ("", "-")]


def _marked(element: Element) -> Iterator[str]:
    if element.tag in UNSEEN:
        return
    inside = "".join(_content(element))
    classes = element.get("class", "").split()
    if element.tag in HEADINGS:
        yield f"\n{HEADINGS[element.tag]} {' '.join(inside.split())}\n"
    elif element.tag == "a":
        yield f"[{' '.join(inside.split())}]({element.get('href', '')})"
    elif "badge" in classes or "ours" in classes:
        yield f"[{' '.join(inside.split())}]"
    elif element.tag == "li":
        yield f"\n- {inside.strip()}\n"
    elif element.tag == "dt":
        yield f"\n{' '.join(inside.split())}:\n"
    elif element.tag == "tr":
        yield "\n" + " | ".join(" ".join("".join(_marked(cell)).split()) or "–" for cell in element) + "\n"
    elif element.tag in BLOCKS:
        yield f"\n{inside}\n"
    else:
        yield inside


def _content(element: Element) -> Iterator[str]:
    yield _flat(element.text)
    for child in element:
        yield from _marked(child)
        yield _flat(child.tail)


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def write() -> None:
    """Write the golden files anew, and take away those of pages that are gone."""
    files = expected(site_of(harbour()))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.iterdir():
        if old.name not in files:
            old.unlink()
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
