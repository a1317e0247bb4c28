"""Rules about the whole record: one file a concern, one small function a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from answerable.load.record import Loaded
from answerable.load.sources import Sources
from answerable.model.portal import Portal
from answerable.model.register import NAME as REGISTER
from answerable.problem import Problem
from answerable.rules import acronyms as letters
from answerable.rules import allowances as allowed
from answerable.rules import (
    citations,
    colours,
    help_lines,
    jigsaw,
    measures,
    plans,
    reading_age,
    records,
    references,
    register,
    settings,
)
from answerable.rules import clearance as cleared
from answerable.rules import hidden_words as hidden
from answerable.rules import markdown as prose
from answerable.rules import personal_data as personal
from answerable.rules import publication as public
from answerable.rules import status as standings
from answerable.rules import wordlist as words
from answerable.rules.voice import own_words, printed_words

Rule = Callable[[Portal], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    *settings.RULES,
    *references.RULES,
    *records.RULES,
    *plans.RULES,
    *measures.RULES,
    *standings.RULES,
    *prose.RULES,
    citations.places,
)
PRESENCE = (
    settings.first_series,
    settings.doors,
    references.dangling,
    records.items_have_a_series,
    prose.references_are_there,
)
"""Rules about what is not there; they pass over what is there and could not be read."""


def check(loaded: Loaded, sources: Sources) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Give what is wrong, which alone stops a build, and what to warn of; each once, by its place."""
    found = sorted(set(_found(loaded, sources)))
    wrong = tuple(problem for problem in found if problem.level == "error")
    return wrong, tuple(problem for problem in found if problem.level == "warning")


def _found(loaded: Loaded, sources: Sources) -> list[Problem]:
    problems = [*sources.problems, *loaded.problems]
    portal = loaded.portal
    if portal is None:
        return problems
    for rule in RULES:
        problems += rule(portal)
    for presence in PRESENCE:
        problems += presence(portal, loaded.broken)
    problems += settings.catalogue(portal, sources.languages)
    problems += colours.brand(portal, sources.static)
    problems += public.problems(portal, sources.today)
    problems += cleared.problems(portal, sources.today)
    problems += help_lines.problems(portal, sources.today)
    problems += hidden.problems(sources.static)
    judged = sources.judged
    problems += (one for one in wording(portal, sources.today) if judged is None or one.path in judged)
    problems += register.problems(portal, sources.today, loaded.broken)
    if sources.publishing and REGISTER not in loaded.broken:
        problems += register.unregistered(portal, sources.today)
    if sources.archive is not None:
        problems += citations.problems(portal, sources.archive)
    return problems


def wording(portal: Portal, today: date) -> Iterator[Problem]:
    """What the rules about words find, in our own voice or in all that pages print."""
    ours, printed = tuple(own_words(portal)), tuple(printed_words(portal))
    found = (*words.finds(portal, ours), *personal.finds(printed), *jigsaw.finds(printed))
    rules = (*portal.words.rules, *personal.RULES, *jigsaw.RULES)
    yield from allowed.unless_allowed(portal, found, rules, today)
    yield from letters.letters_are_explained(portal, tuple(map(personal.without, ours)))
    yield from reading_age.words_are_plain(portal, ours)
