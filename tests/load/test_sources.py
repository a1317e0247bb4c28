"""What a build is a function of: each folder and file that is read."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from answerable.load.sources import Folders, gather
from tests.engines import ROOT
from tests.portals import TODAY

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
    "program/forms/new.md",
)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """Give a copy of the harbour and of what it is built with."""
    own = tmp_path_factory.mktemp("sources") / "harbour"
    shutil.copytree(ROOT / "examples/harbour", own)
    for name in ("templates", "static", "languages", "forms"):
        shutil.copytree(ROOT / name, own / "program" / name)
    return Folders(own / "program", own / "content", own / "private", own / "archive")


@pytest.mark.parametrize("name", SAVED)
def test_each_place_that_is_read_is_one_to_watch(folders: Folders, name: str) -> None:
    file: Path = folders.content.parent / name
    read = gather(folders, TODAY, TODAY)
    assert gather(folders, TODAY, TODAY) == read
    file.write_text(f"{file.read_text(encoding='utf-8') if file.exists() else ''}\n", encoding="utf-8")
    assert any(file.is_relative_to(place) for place in folders.places)
    assert gather(folders, TODAY, TODAY) != read
