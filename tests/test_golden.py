"""The fictional harbour reads as it did; what changed is told as a difference."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from tests.golden_harbour import FOLDER, expected
from tests.pages import files, read_pages
from tests.portals import harbour_files
from tests.test_links import broken

if TYPE_CHECKING:
    from pathlib import Path

AGAIN = "If the change is meant, run `make golden` and read the difference."


def test_every_page_of_the_harbour_reads_as_it_did() -> None:
    now = expected(harbour_files())
    kept = {file.name: file.read_text(encoding="utf-8") for file in sorted(FOLDER.iterdir())}
    changed = [
        line
        for name in sorted(kept.keys() | now.keys())
        for line in unified_diff(
            kept.get(name, "").splitlines(),
            now.get(name, "").splitlines(),
            f"kept/{name}",
            f"now/{name}",
            "",
            "",
            2,
            "",
        )
    ]
    assert not changed, "\n".join([*changed[:120], AGAIN])


def test_every_link_of_the_harbour_leads_somewhere(harbour_site: Path) -> None:
    assert broken(read_pages(harbour_site), frozenset(files(harbour_site))) == []
