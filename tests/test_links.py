"""Every way through the site leads somewhere, and none of it leads a browser to another host."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.pages import IN_A_STYLE, ORIGIN, files, inside, read_pages, target

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages import Page

IMPORTED = re.compile(r'\bimport\("([^"]+)"\)')
"""What a script of ours asks for later, when somebody needs it."""
ASSETS = (".css", ".js", ".svg", ".png", ".jpg", ".webp", ".ico", ".woff2", ".gif", ".avif")


def broken(pages: dict[str, Page], known: frozenset[str]) -> list[str]:
    """List the links to a file or a place that is not there: `page: address`."""
    return [
        f"{page.path}: {address.removeprefix(ORIGIN)}"
        for page in pages.values()
        for address in dict.fromkeys((*page.links, *page.fetched, *page.named))
        if inside(address) and not _there(address, pages, known)
    ]


def _there(address: str, pages: dict[str, Page], known: frozenset[str]) -> bool:
    file, place = target(address)
    return file in known and (file not in pages or place in pages[file].ids)


def reached(pages: dict[str, Page], start: str) -> set[str]:
    """Give the pages that a reader can come to from one page by following links."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path in pages and path not in seen:
            seen.add(path)
            waiting += [target(address)[0] for address in pages[path].links if inside(address)]
    return seen


def foreign(pages: dict[str, Page]) -> list[str]:
    """List what a browser would ask other hosts for by itself: `page: address`."""
    return [
        f"{page.path}: {address}"
        for page in pages.values()
        for address in page.fetched
        if not inside(address) and not address.startswith("data:")
    ]


def in_styles(site: Path) -> list[tuple[str, str]]:
    """List what the style sheets ask for: (style sheet, address as written)."""
    sheets = [path for path in files(site) if path.endswith(".css")]
    return [
        (path, found)
        for path in sheets
        for found in IN_A_STYLE.findall((site / path).read_text(encoding="utf-8"))
        if not found.startswith(("data:", "#"))
    ]


def test_no_link_leads_to_a_page_or_a_place_that_is_not_there(
    pages: dict[str, Page],
    built_site: Path,
) -> None:
    assert broken(pages, frozenset(files(built_site))) == []


def test_every_page_can_be_reached_from_the_home_page(pages: dict[str, Page]) -> None:
    # 404.html is the one page that only the server leads to.
    assert set(pages) - reached(pages, "index.html") == {"404.html"}


def test_every_asset_is_used_by_a_page_or_a_style_sheet(pages: dict[str, Page], built_site: Path) -> None:
    asked = {target(address)[0] for page in pages.values() for address in (*page.fetched, *page.links)}
    asked |= {
        (built_site / sheet).parent.joinpath(address).resolve().relative_to(built_site).as_posix()
        for sheet, address in in_styles(built_site)
        if not address.startswith(("/", "http"))
    }
    asked |= {address.removeprefix("/") for _, address in in_styles(built_site) if address.startswith("/")}
    asked |= {
        (built_site / script).parent.joinpath(address).resolve().relative_to(built_site).as_posix()
        for script in asked
        if script.endswith(".js")
        for address in IMPORTED.findall((built_site / script).read_text(encoding="utf-8"))
    }
    assert {path for path in files(built_site) if path.endswith(ASSETS)} - asked == set()


def test_no_page_and_no_style_sheet_asks_another_host_for_anything(
    pages: dict[str, Page],
    harbour_pages: dict[str, Page],
    built_site: Path,
) -> None:
    assert [*foreign(pages), *foreign(harbour_pages)] == []
    assert [found for found in in_styles(built_site) if "//" in found[1]] == []


PAGE = '<!DOCTYPE html><html lang="en"><head><title>x</title>{}</head><body id="here">{}</body></html>'


@pytest.mark.parametrize(
    "body",
    ['<a href="/gone/">x</a>', '<a href="#gone">x</a>', '<img src="gone.png" alt="">'],
)
def test_a_broken_link_is_found(tmp_path: Path, body: str) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("", body), encoding="utf-8")
    assert len(broken(read_pages(tmp_path), frozenset({"index.html"}))) == 1


def test_links_to_places_that_are_there_are_not_called_broken(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        PAGE.format("", '<a href="#here">x</a><a href="./">x</a><a href="//elsewhere.invalid/x">x</a>'),
        encoding="utf-8",
    )
    assert broken(read_pages(tmp_path), frozenset({"index.html"})) == []


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<link rel="stylesheet" href="//elsewhere.invalid/x.css">', ""),
        ('<link rel="preconnect" href="https://elsewhere.invalid">', ""),
        ("<style>p { background: url(https://elsewhere.invalid/x.png) }</style>", ""),
        ("", '<img srcset="/a.png 1x, https://elsewhere.invalid/x.png 2x" alt="">'),
        ("", '<form action="https://elsewhere.invalid/"></form>'),
        ("", '<video poster="https://elsewhere.invalid/x.png"></video>'),
        ("", '<a href="/" ping="https://elsewhere.invalid/">x</a>'),
    ],
)
def test_a_request_to_another_host_is_found(tmp_path: Path, head: str, body: str) -> None:
    (tmp_path / "index.html").write_text(PAGE.format(head, body), encoding="utf-8")
    assert len(foreign(read_pages(tmp_path))) == 1
