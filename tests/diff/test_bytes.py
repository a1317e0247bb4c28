"""What is told of a change and what it does to the site agree: each byte is told, and nothing without one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from answerable.diff.compare import compare
from tests.portals import harbour, site_of, whole
from tests.small import SMALL, sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from answerable.load.sources import Sources

Edit = tuple[str, str, str]
"""A file, what stands once in it, what is to stand there."""

FILES = {
    **SMALL,
    "site.yaml": SMALL["site.yaml"] + 'avoid_in_titles: ["storm"]\n',
    "content/words.yaml": 'letters: ["UK"]\n',
}
ABOUT = "content/pages/about.md"
TELLING: tuple[Edit, ...] = (
    ("content/terms/lamp.yaml", "The light of", "The great light of"),
    ("content/motions/2030-01-10/1.md", 'asks: "Mend the lamp."', 'asks: "Mend the old lamp."'),
    ("content/promises/2030-02-10-lamp.yaml", 'due: "by 2030-05"', 'due: "by 2030-04"'),
    ("content/corrections/2030-03-02-lamp.yaml", "The lamp is new.", "The big lamp is new."),
    ("content/resolutions/2030-02-10/1.md", 'strength: "strong"', 'strength: "likely"'),
    (ABOUT, "about a lamp.", "about an old lamp."),
    ("content/bodies/board.yaml", 'name: "Harbour Board"', 'name: "Board of the Harbour"'),
    ("site.yaml", 'title: "The lighthouse"', 'title: "A lighthouse"'),
)
"""Each changes what readers are told."""
SILENT: tuple[Edit, ...] = (
    ("content/terms/lamp.yaml", "title:", 'sensitive: "no"\ntitle:'),
    (
        "content/terms/lamp.yaml",
        'title: "Lamp"\nmeans: "The light of the lighthouse."\n',
        'means: "The light of the lighthouse."\ntitle: "Lamp"\n',
    ),
)
"""Defaults written out or not, the order of fields: no change in meaning, and no byte."""
GUIDING: tuple[Edit, ...] = (
    ("content/words.yaml", '["UK"]', '["UK", "EU"]'),
    ("site.yaml", '["storm"]', '["storm", "gale"]'),
)
"""The exception: what guides the checks alone is told, and changes no byte of the site."""


def edited(edits: Iterable[Edit]) -> Sources:
    """Give the small portal, dressed as every portal is, with edits."""
    files = dict(FILES)
    for path, old, new in edits:
        assert files[path].count(old) == 1, (path, old)
        files[path] = files[path].replace(old, new)
    return replace(sources(files), templates=harbour().templates, static=harbour().static, archive=None)


OLD = edited(())


@cache
def old_site() -> dict[str, bytes]:
    """Give the site without an edit."""
    return site_of(OLD)


def told(edits: Iterable[Edit]) -> list[str]:
    """Give the sentences told of edits."""
    return [change.sentence for change in compare(whole(OLD), whole(edited(edits)))]


def differing(edits: Iterable[Edit]) -> set[str]:
    """Give the files of the site that edits change."""
    site = site_of(edited(edits))
    return {path for path in old_site().keys() | site.keys() if old_site().get(path) != site.get(path)}


def test_every_file_that_differs_is_explained_by_a_change_and_every_change_has_one() -> None:
    alone = {edit: differing([edit]) for edit in TELLING}
    assert [edit for edit, files in alone.items() if not files or not told([edit])] == []
    together = differing(TELLING)
    assert together - set().union(*alone.values()) == set(), "a file differs that no change explains"
    assert set(told(TELLING)) >= {sentence for edit in TELLING[:6] for sentence in told([edit])}


def test_what_is_silent_in_meaning_is_silent_on_the_site() -> None:
    for edit in SILENT:
        assert told([edit]) == []
        assert differing([edit]) == set()


def test_what_guides_the_checks_alone_is_told_and_changes_no_byte() -> None:
    assert len(told(GUIDING)) == len(GUIDING)
    assert differing(GUIDING) == set()


def test_a_text_wrapped_elsewhere_is_no_change_and_only_white_space_differs_on_the_pages() -> None:
    edit = (ABOUT, "about a lamp.", "about\na lamp.")
    assert told([edit]) == []
    site = site_of(edited([edit]))
    pages = [path for path in differing([edit]) if path.endswith(".html") and path != "data/index.html"]
    assert [path for path in pages if old_site()[path].split() != site[path].split()] == []
