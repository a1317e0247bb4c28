"""Letters in our own voice: each has an entry in the glossary, so that pages can explain it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from answerable.model.kinds.term import Term
from answerable.model.portal import Portal
from answerable.problem import Problem
from answerable.rules.voice import Own

_RUN = re.compile(r"[^\W_]+")
_CAPITALS = range(2, 7)
"""A run of letters with so many capitals is taken for letters that stand for something."""


def letters_are_explained(portal: Portal, texts: Sequence[Own]) -> Iterator[Problem]:
    """Warn of letters that no term explains: once for each text."""
    known = set(portal.words.letters)
    for term in portal.of(Term):
        known |= {run for written in (term.title, *term.also) for run in _RUN.findall(written)}
    for own in texts:
        told: set[str] = set()
        for found in _RUN.finditer(own.text):
            letters = found[0].removesuffix("s")
            if sum(map(str.isupper, letters)) in _CAPITALS and letters not in known | told:
                told.add(letters)
                message = f"No word we explain says what “{letters}” stands for."
                hint = "Write it out, add it to content/terms, or name it under letters in words.yaml."
                yield own.problem(portal, found.start(), message, hint, "warning")
