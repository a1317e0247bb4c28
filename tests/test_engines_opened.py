"""A preview is a folder to open: no server runs, and Chromium shows it as it will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.publish.folder import publish
from answerable.site.offline import without_server
from tests.portals import harbour_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Chromium


def test_a_preview_opens_from_its_folder_with_its_style_and_its_links(
    tmp_path: Path, chromium: Chromium
) -> None:
    publish(without_server(harbour_files()), tmp_path / "preview")
    tab = chromium.browser.new_page()
    refused: list[str] = []
    tab.on("requestfailed", lambda request: refused.append(request.url))
    tab.goto((tmp_path / "preview/index.html").as_uri())
    assert tab.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    tab.click("header nav a >> nth=0")
    tab.wait_for_url((tmp_path / "preview/standing/index.html").as_uri())
    assert tab.evaluate("document.styleSheets.length") == 1
    assert refused == []
    tab.close()
