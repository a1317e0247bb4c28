"""What a build is a function of: what of it changed, and what tells that something may have."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from answerable.load.sources import Folders, gather, stamp
from tests.engines import ROOT
from tests.portals import TODAY, harbour

if TYPE_CHECKING:
    from pathlib import Path

SAVED = (
    "content/terms/mole.yaml",
    "site.yaml",
    "private/events/new.yaml",
    "archive/new.txt",
    "program/templates/base.html",
    "program/static/new.css",
    "program/languages/new.po",
)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """Give a copy of the harbour and of what it is built with."""
    own = tmp_path_factory.mktemp("sources") / "harbour"
    shutil.copytree(ROOT / "examples/harbour", own)
    for name in ("templates", "static", "languages"):
        shutil.copytree(ROOT / name, own / "program" / name)
    return Folders(own / "program", own / "content", own / "private", own / "archive")


def test_what_changed_is_each_file_of_the_record_that_reads_differently_came_or_went() -> None:
    before = harbour()
    gone = {path: data for path, data in before.private.items() if "parade" not in path}
    after = harbour(more={"content/pages/about.md": b"x", "content/terms/new.yaml": b"y"}, private=gone)
    assert before.changed_since(before) == frozenset()
    changed = {"content/pages/about.md", "content/terms/new.yaml", *(before.private.keys() - gone.keys())}
    assert after.changed_since(before) == before.changed_since(after) == changed


@pytest.mark.parametrize("name", SAVED)
def test_each_folder_that_is_read_is_stamped(folders: Folders, name: str) -> None:
    file: Path = folders.content.parent / name
    before, read = stamp(folders), gather(folders, TODAY, TODAY)
    assert (stamp(folders), gather(folders, TODAY, TODAY)) == (before, read)
    file.write_text(f"{file.read_text(encoding='utf-8') if file.exists() else ''}\n", encoding="utf-8")
    assert stamp(folders) != before
    assert gather(folders, TODAY, TODAY) != read
