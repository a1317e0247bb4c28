"""What a change does to the site, and what the checks think of it: both revisions built, nothing written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from answerable.export.atom import NAME
from answerable.load.sources import Sources
from answerable.problem import Built, ContentError, Problem

Build = Callable[[Sources], Built]
Sort = Literal["pages", "feeds", "others"]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)
"""`others` are tables, calendars, pictures, styles."""


@dataclass(frozen=True, slots=True)
class Files:
    """Files of one sort that came, changed or went, each in the order of its address."""

    sort: Sort
    added: tuple[str, ...]
    """Addresses as people type them: `/about/`."""
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many did."""
        return len(self.added) + len(self.changed) + len(self.removed)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to the site and to what the checks find."""

    built: bool
    """Whether both revisions can be built."""
    sorts: tuple[Files, ...]
    """One of each sort; none where one of the revisions cannot be built."""
    found: tuple[Problem, ...]
    """Problems and warnings of the new revision that the old one does not have."""
    mended: tuple[Problem, ...]
    """Those of the old one that the new one does not have."""


def effect(old: Sources, new: Sources, build: Build) -> Effect:
    """What differs between two sites; a revision with problems has none, and its problems are told."""
    (before, was), (after, now) = _outcome(old, build), _outcome(new, build)
    known, left = {_same(one) for one in was}, {_same(one) for one in now}
    found = tuple(one for one in now if _same(one) not in known)
    mended = tuple(one for one in was if _same(one) not in left)
    if before is None or after is None:
        return Effect(False, (), found, mended)
    return Effect(True, tuple(_files(before, after, sort) for sort in SORTS), found, mended)


def _outcome(sources: Sources, build: Build) -> tuple[Mapping[str, bytes] | None, tuple[Problem, ...]]:
    try:
        built = build(sources)
    except ContentError as error:
        return None, error.problems
    return built.files, built.warnings


def _same(problem: Problem) -> tuple[str, str, str]:
    """What makes it the same problem in another revision, in which lines have moved."""
    return problem.path, problem.message, problem.level


def _files(before: Mapping[str, bytes], after: Mapping[str, bytes], sort: Sort) -> Files:
    was, now = ({path for path in files if _sort(path) == sort} for files in (before, after))
    altered = {path for path in was & now if before[path] != after[path]}
    added, changed, removed = (tuple(sorted(map(_address, p))) for p in (now - was, altered, was - now))
    return Files(sort, added, changed, removed)


def _sort(path: str) -> Sort:
    if path.endswith(".html"):
        return "pages"
    return "feeds" if path.rpartition("/")[2] == NAME else "others"


def _address(path: str) -> str:
    return f"/{path.removesuffix('index.html')}"
