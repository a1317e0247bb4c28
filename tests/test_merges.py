"""Two changes that git merges without a word can still make a wrong whole: it is checked as merged.

Each case is a real merge of two branches, clean for git; each branch alone has no problem.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from answerable.cli import main
from build import build
from tests.diff.repository import WHO, commit, git
from tests.small import SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PLAN = """title: "Board plan"
holding: "cited only"
by: "bodies/board"
summary: "What the Board set out to do."
official: "none"
status: "published"
"""
LONG_ITEM = """---
number: "2"
order: "2"
title: "The wall"
asks:
  - {id: "a", asks: "Mend the wall.", owners: [], named: "nobody", cites: []}
  - {id: "b", asks: "Paint the wall.", owners: [], named: "nobody", cites: []}
  - {id: "c", asks: "Light the wall.", owners: [], named: "nobody", cites: []}
status: "published"
---
"""
BASE = {**SMALL, "content/documents/plan.yaml": PLAN, "content/motions/2030-01-10/2.md": LONG_ITEM}
ASK = '  - {{id: "d", asks: "{}", owners: [], named: "nobody", cites: []}}\n'


@dataclass(frozen=True)
class Merge:
    """Two people's changes to the same portal, and what the check says of the two together."""

    name: str
    ours: Mapping[str, str]
    theirs: Mapping[str, str]
    """File → its new text; an empty one takes it away."""
    message: str


def changed(path: str, before: str, after: str) -> dict[str, str]:
    """Give one file of the base with a piece of it replaced."""
    assert BASE[path].count(before) == 1
    return {path: BASE[path].replace(before, after)}


MERGES = (
    Merge(
        "a key that both wrote, at different places of a file",
        changed("content/documents/plan.yaml", 'holding: "', 'date: "2030-02-01"\nholding: "'),
        changed("content/documents/plan.yaml", 'status: "', 'date: "2030-02-03"\nstatus: "'),
        'content/documents/plan.yaml:7:1: "date" stands twice; the first is on line 2. Keep one of the two.',
    ),
    Merge(
        "an id that both gave, at different places of a list",
        changed("content/motions/2030-01-10/2.md", '  - {id: "b"', ASK.format("Clean it.") + '  - {id: "b"'),
        changed("content/motions/2030-01-10/2.md", 'status: "', ASK.format("Widen it.") + 'status: "'),
        'content/motions/2030-01-10/2.md:10:10: The id "d" stands twice in this record.'
        " Give each part an id of its own.",
    ),
    Merge(
        "a place in a list that both gave away, in files of two names",
        {"content/motions/2030-01-10/3.md": LONG_ITEM.replace('"2"', '"3"')},
        {"content/motions/2030-01-10/net.md": LONG_ITEM.replace('"2"', '"3"').replace("wall", "net")},
        'content/motions/2030-01-10/net.md:3:8: The order 3 is taken by "motions/2030-01-10/3" already.'
        " Give each item of a series its own.",
    ),
    Merge(
        "a reference to what the other took away",
        {"content/documents/law.yaml": ""},
        changed("content/documents/plan.yaml", 'status: "', 'inside: "documents/law"\nstatus: "'),
        'content/documents/plan.yaml:6:9: There is no document at "documents/law".'
        " Write the record first, or mend the address.",
    ),
)


def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Give what the check says of the portal in a folder; nothing where it has no problem."""
    ended = main(
        [
            "check",
            "--content",
            str(folder / "content"),
            "--archive",
            str(folder / "archive"),
            "--today",
            "2030-06-01",
        ],
        build,
    )
    told = capsys.readouterr().err.splitlines()
    assert (ended == 0) == (told == [])
    return [line for line in told if line][:-1]


@pytest.mark.parametrize("merge", MERGES, ids=lambda merge: merge.name)
def test_a_clean_merge_that_makes_a_wrong_whole_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], merge: Merge
) -> None:
    commit(tmp_path, BASE, "base")
    assert check(tmp_path, capsys) == []
    for branch, change in (("theirs", merge.theirs), ("ours", merge.ours)):
        git(tmp_path, "switch", "--quiet", "--create", branch, "base")
        commit(tmp_path, {path: text for path, text in {**BASE, **change}.items() if text}, f"{branch}-done")
        assert check(tmp_path, capsys) == [], branch
    merged = subprocess.run(
        ["git", *WHO, "merge", "--no-edit", "theirs"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    assert merged.returncode == 0, merged.stdout
    assert check(tmp_path, capsys) == [merge.message]
