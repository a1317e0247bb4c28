"""Rules about the whole record: one file a concern, one small function a rule."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.load.record import Loaded
from answerable.load.sources import Sources
from answerable.model.register import NAME as REGISTER
from answerable.problem import Problem
from answerable.rules import (
    citations,
    items,
    metadata,
    publication,
    records,
    references,
    register,
    settings,
    status,
    words,
)


def check(loaded: Loaded, sources: Sources) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Errors, which alone stop a build, and warnings; each once, in the order of file, line and column."""
    problems = sorted({*sources.problems, *loaded.problems, *_problems(loaded, sources)})
    errors = tuple(problem for problem in problems if problem.level == "error")
    return errors, tuple(problem for problem in problems if problem.level == "warning")


def _problems(loaded: Loaded, sources: Sources) -> Iterator[Problem]:
    portal, broken, today = loaded.portal, loaded.broken, sources.today
    if portal is None:
        return
    yield from settings.problems(portal, broken, sources.languages, sources.static)
    yield from records.problems(portal)
    yield from items.problems(portal, broken)
    yield from status.problems(portal)
    yield from references.problems(portal, broken)
    yield from citations.problems(portal, sources.archive)
    yield from publication.problems(portal, today)
    yield from metadata.problems(sources.static)
    judged = sources.judged
    yield from (one for one in words.problems(portal, today) if judged is None or one.path in judged)
    yield from register.problems(portal, today, broken)
    if sources.publishing and REGISTER not in broken:
        yield from register.unregistered(portal, today)
