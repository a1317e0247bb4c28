"""Words in our own voice: those of `words.yaml` to avoid, unexplained letters, and their reading age."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from answerable.model.kinds.term import Term
from answerable.model.portal import Portal
from answerable.model.wordlist import WordRule
from answerable.problem import Problem
from answerable.rules import personal_data, reading_age
from answerable.rules.texts import Find, Passage, passages, unless_allowed

_RUN: Final = re.compile(r"[^\W_]+")
_SENTENCE: Final = re.compile(r"(?:[^.!?\n]|[.!?](?!\s|$))+[.!?]?|\n")
_CAPITALS: Final = range(2, 7)
"""A run of letters with so many capitals is taken for letters that stand for something."""


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """What the rules about words find, in our own voice or in all that pages print."""
    ours, printed = passages(portal)
    finds = (*avoided(portal, ours), *personal_data.finds(printed))
    yield from unless_allowed(portal, finds, (*portal.words.rules, *personal_data.RULES), today)
    yield from unexplained(portal, ours)
    yield from reading_age.problems(portal, ours)


def avoided(portal: Portal, texts: Sequence[Passage]) -> Iterator[Find]:
    """Each use of words to avoid."""
    rules = portal.words.rules
    patterns = {name: _pattern(rule.words) for name, rule in rules.items()}
    phrases = [(_flat(phrase), name) for name, rule in rules.items() for phrase in rule.words]
    for passage in texts:
        text = _flat(passage.text)
        # Where none of its phrases stands, the pattern of a rule needs not look.
        for name in dict.fromkeys(name for phrase, name in phrases if phrase in text):
            if rules[name].only_in == "everything" or passage.undertakes:
                yield from _uses(passage, name, rules[name], patterns[name])


def _flat(words: str) -> str:
    return " ".join(words.lower().split())


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern of whole words, in small or capital letters, with or without an `s` behind."""
    either = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in words)
    return re.compile(rf"(?<!\w)(?:{either})s?(?!\w)", re.IGNORECASE)


def _uses(passage: Passage, name: str, rule: WordRule, pattern: re.Pattern[str]) -> Iterator[Find]:
    for use in pattern.finditer(passage.text):
        sentence = _sentence(passage.text, use.start())
        if rule.beside and not _pattern(rule.beside).search(sentence):
            continue
        if rule.unless and _pattern(rule.unless).search(sentence):
            continue
        message = f"“{' '.join(use[0].split())}”: {rule.why}"
        yield Find(passage, name, *use.span(), message, rule.instead, rule.level)


def _sentence(text: str, offset: int) -> str:
    """The sentence that a place stands in."""
    return next((one[0] for one in _SENTENCE.finditer(text) if one.start() <= offset < one.end()), text)


def unexplained(portal: Portal, texts: Sequence[Passage]) -> Iterator[Problem]:
    """Warnings of letters that no term explains: once for each text. Personal data is not repeated."""
    known = set(portal.words.letters)
    for term in portal.of(Term):
        known |= {run for written in (term.title, *term.also) for run in _RUN.findall(written)}
    for passage in texts:
        if next(_letters(passage.text, known), None):
            first: dict[str, int] = {}
            for letters, offset in _letters(personal_data.without(passage.text), known):
                first.setdefault(letters, offset)
            for letters, offset in first.items():
                message = f"No word we explain says what “{letters}” stands for."
                hint = "Write it out, add it to content/terms, or name it under letters in words.yaml."
                yield passage.problem(portal, offset, message, hint, "warning")


def _letters(text: str, known: set[str]) -> Iterator[tuple[str, int]]:
    """Runs of letters that stand for something and are not known, and where each stands."""
    for run in _RUN.finditer(text):
        if run[0] not in known and not run[0].islower():
            letters = run[0].removesuffix("s")
            if letters not in known and sum(map(str.isupper, letters)) in _CAPITALS:
                yield letters, run.start()
