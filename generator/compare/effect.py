"""What a change does to the site, and what the checks think of it: both revisions built, nothing written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.problems import Built, ContentError, Problem
from generator.read.sources import Sources

Build = Callable[[Sources, int], Built]
PAGE, FEED = ".html", "feed.xml"


@dataclass(frozen=True, slots=True)
class Files:
    """Files of one sort that came, changed or went, each in the order of its address."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def none(self) -> bool:
        """Whether none did."""
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to the site and to what the checks find."""

    pages: Files | None
    """By their addresses, as people type them; None where one of the revisions cannot be built."""
    feeds: Files | None
    others: Files | None
    """Tables, calendars, pictures, styles."""
    found: tuple[Problem, ...]
    """Problems and warnings of the new revision that the old one does not have."""
    mended: tuple[Problem, ...]
    """Those of the old one that the new one does not have."""


def effect(old: Sources, new: Sources, build: Build) -> Effect:
    """Give what differs between two sites; a revision with problems has none, and its problems are told."""
    (before, was), (after, now) = _outcome(old, build), _outcome(new, build)
    known, left = {_same(one) for one in was}, {_same(one) for one in now}
    found = tuple(one for one in now if _same(one) not in known)
    mended = tuple(one for one in was if _same(one) not in left)
    if before is None or after is None:
        return Effect(None, None, None, found, mended)
    pages, feeds, others = (_files(before, after, sort) for sort in (_is_page, _is_feed, _is_other))
    return Effect(pages, feeds, others, found, mended)


def _outcome(sources: Sources, build: Build) -> tuple[Mapping[str, bytes] | None, tuple[Problem, ...]]:
    try:
        built = build(sources, 1)
    except ContentError as error:
        return None, error.problems
    return built.files, built.warnings


def _same(problem: Problem) -> tuple[str, str, str]:
    """What makes it the same problem in another revision, in which lines have moved."""
    return problem.path, problem.message, problem.level


def _files(before: Mapping[str, bytes], after: Mapping[str, bytes], sort: Callable[[str], bool]) -> Files:
    was, now = ({path for path in files if sort(path)} for files in (before, after))
    both = was & now
    return Files(*(tuple(sorted(map(_address, paths))) for paths in (
        now - was, (path for path in both if before[path] != after[path]), was - now)))


def _is_page(path: str) -> bool:
    return path.endswith(PAGE)


def _is_feed(path: str) -> bool:
    return path.rpartition("/")[2] == FEED


def _is_other(path: str) -> bool:
    return not (_is_page(path) or _is_feed(path))


def _address(path: str) -> str:
    return f"/{path.removesuffix('index.html')}"
