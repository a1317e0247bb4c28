"""What is told of a change and what it does to the site agree: each byte is told, and nothing without one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from answerable.diff.changes import compare
from answerable.diff.effect import effect
from answerable.problem import Built
from tests.portals import harbour, made, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from answerable.load.sources import Sources

Edit = tuple[str, str, str]
"""A file, what stands once in it, what is to stand there."""

OLD = harbour()
SITE = made(replace(OLD, archive=None))
TELLING: tuple[Edit, ...] = (
    ("content/terms/mole.yaml", "A wall of stone", "A long wall of stone"),
    ("content/reviews/2029-09-20/2.md", "Test all twelve sirens.", "Test each of the twelve sirens."),
    ("content/updates/2029-11-12-date-moved.md", 'due: "2030-01-31"', 'due: "2030-01-30"'),
    ("content/corrections/2030-05-02-sirens.yaml", "A bell was counted", "A big bell was counted"),
    ("content/reviews/2029-09-20/2.md", 'strength: "strong"', 'strength: "likely"'),
    ("content/pages/about.md", "can do.", "can do today."),
    ("content/bodies/board.yaml", 'name: "Harbour Board"', 'name: "Board of the Harbour"'),
    ("site.yaml", 'title: "The harbour record"', 'title: "A harbour record"'),
)
"""Each changes what readers are told."""
SILENT: tuple[Edit, ...] = (
    ("content/terms/mole.yaml", "title:", "# As sailors say.\ntitle:"),
    ("content/terms/mole.yaml", "title:", 'sensitive: "no"\ntitle:'),
    (
        "content/terms/mole.yaml",
        'title: "Mole"\nexpansions: ["breakwater"]\n',
        'expansions: ["breakwater"]\ntitle: "Mole"\n',
    ),
)
"""Comments, defaults written out or not, the order of fields: no change in meaning, and no byte."""
GUIDING: tuple[Edit, ...] = (
    ("content/words.yaml", "It cannot come late.", "It can never come late."),
    ("site.yaml", '["storm"]', '["storm", "gale"]'),
)
"""The exception: what guides the checks alone is told, and changes no byte of the site."""


def edited(edits: Iterable[Edit]) -> Sources:
    """Give the harbour with edits."""
    files = {**OLD.settings, **OLD.content}
    for path, old, new in edits:
        text = files[path].decode()
        assert text.count(old) == 1, (path, old)
        files[path] = text.replace(old, new).encode()
    settings = {"site.yaml": files.pop("site.yaml")}
    return replace(OLD, settings=settings, content=files, archive=None)


def told(edits: Iterable[Edit]) -> list[str]:
    """Give the sentences told of edits."""
    return [change.sentence for change in compare(whole(OLD), whole(edited(edits)))]


def differing(edits: Iterable[Edit]) -> set[str]:
    """Give the files of the site that edits change."""
    site = made(edited(edits))
    return {path for path in SITE.keys() | site.keys() if SITE.get(path) != site.get(path)}


def test_every_file_that_differs_is_explained_by_a_change_and_every_change_has_one() -> None:
    alone = {edit: differing([edit]) for edit in TELLING}
    assert [edit for edit, files in alone.items() if not files or not told([edit])] == []
    together = differing(TELLING)
    assert together - set().union(*alone.values()) == set(), "a file differs that no change explains"
    assert set(told(TELLING)) >= {sentence for edit in TELLING[:6] for sentence in told([edit])}


def test_what_is_silent_in_meaning_is_silent_on_the_site() -> None:
    assert told(SILENT[:1] + SILENT[2:]) == told(SILENT[1:2]) == []
    assert differing(SILENT[:1]) == differing(SILENT[1:2]) == differing(SILENT[2:]) == set()


def test_what_guides_the_checks_alone_is_told_and_changes_no_byte() -> None:
    assert len(told(GUIDING)) == len(GUIDING)
    assert differing(GUIDING) == set()


def test_a_text_wrapped_elsewhere_is_no_change_and_only_white_space_differs_on_the_pages() -> None:
    edit = ("content/pages/about.md", "Nobody in it lives, and", "Nobody in it lives,\nand")
    assert told([edit]) == []
    site = made(edited([edit]))
    pages = [path for path in differing([edit]) if path.endswith(".html") and path != "data/index.html"]
    assert [path for path in pages if SITE[path].split() != site[path].split()] == []


def test_the_effect_on_the_site_is_what_differs_between_two_builds() -> None:
    before = {"a/index.html": b"1", "b/index.html": b"1", "feed.xml": b"1", "x.csv": b"1"}
    after = {"a/index.html": b"2", "c/index.html": b"1", "feed.xml": b"1", "x.csv": b"2"}
    done = effect(OLD, edited(()), lambda given: Built(before if given is OLD else after, ()))
    assert [(one.sort, one.added, one.changed, one.removed) for one in done.sorts] == [
        ("pages", ("/c/",), ("/a/",), ("/b/",)),
        ("feeds", (), (), ()),
        ("others", (), ("/x.csv",), ()),
    ]


@pytest.mark.parametrize("edit", [*TELLING, *SILENT, *GUIDING], ids=lambda edit: f"{edit[0]} {edit[2][:20]}")
def test_each_edit_still_stands_once_in_the_harbour(edit: Edit) -> None:
    assert edited([edit]) != OLD
