"""Rules about the whole record: one file a concern, one small function a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.check import citations, colours, plans, prose, public, records, references, settings, standings
from generator.problems import Problem
from generator.read.load import Loaded
from generator.read.sources import Sources
from generator.record.portal import Portal

Rule = Callable[[Portal], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    *settings.RULES,
    *references.RULES,
    *records.RULES,
    *plans.RULES,
    *standings.RULES,
    *prose.RULES,
    citations.places,
)
PRESENCE = (
    settings.first_series,
    settings.three_questions,
    references.dangling,
    records.items_have_a_series,
    prose.references_are_there,
)
"""Rules about what is not there; they pass over what is there and could not be read."""


def check(loaded: Loaded, sources: Sources) -> list[Problem]:
    """Give every problem of the content, those of reading first; nothing else stops a build."""
    problems = [*sources.problems, *loaded.problems]
    portal = loaded.portal
    if portal is None:
        return problems
    for rule in RULES:
        problems += rule(portal)
    for presence in PRESENCE:
        problems += presence(portal, loaded.broken)
    problems += colours.brand(portal, sources.static)
    problems += public.problems(portal, sources.today)
    if sources.archive is not None:
        problems += citations.problems(portal, sources.archive)
    return problems
