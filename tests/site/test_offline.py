"""A preview opens from a folder: every link leads to a file, and nothing else of a page is touched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from answerable.publish.folder import publish
from answerable.site.offline import without_server
from tests.pages import files, inside, read_pages, target
from tests.portals import harbour_files

if TYPE_CHECKING:
    from pathlib import Path

HREF = re.compile(r'<a\b[^>]*\shref="([^"#]*)')


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a harbour that opens without a server."""
    folder = tmp_path_factory.mktemp("preview") / "site"
    publish(without_server(harbour_files()), folder)
    return folder


def test_every_link_of_a_preview_names_a_file_that_is_there(opened: Path) -> None:
    known = frozenset(files(opened))
    found = {address for page in read_pages(opened).values() for address in page.links if inside(address)}
    assert len(found) > 100
    assert [address for address in found if target(address)[0] not in known] == []
    written = {href for path in opened.rglob("*.html") for href in HREF.findall(path.read_text("utf-8"))}
    assert [href for href in written if href.endswith("/") and "://" not in href] == []


def test_nothing_but_links_to_folders_is_changed() -> None:
    page = (
        b'<link href="assets/a.css"><a class="x" href="../b/#c">b/</a><a href="./">home</a>'
        b'<a href="https://example.org/">away</a><a href="#d">here</a><a href="e/feed.xml">f</a>'
        b'<meta http-equiv="refresh" content="0; url=../g/">'
    )
    site = {"a/index.html": page, "data/a.json": b'{"x": "<a href=\\"b/\\">"}'}
    made_so = without_server(site)
    assert made_so["data/a.json"] == site["data/a.json"]
    assert made_so["a/index.html"] == (
        page.replace(b"../b/#c", b"../b/index.html#c")
        .replace(b'"./"', b'"./index.html"')
        .replace(b"url=../g/", b"url=../g/index.html")
    )
