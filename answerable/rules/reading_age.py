"""Reading age of our own words: a school grade for each text, and what is too hard, counted.

One warning for each measure names how many texts pass the line and the hardest of them, so that the
other messages are not drowned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from statistics import median
from typing import Final, TypeAlias

from answerable.model.portal import Portal
from answerable.problem import Problem
from answerable.rules.texts import Passage

HARD_SUMMARY: Final = 9
"""A frightened reader reads less well than usual; what opens a page is the plainest."""
HARD_TEXT: Final = 12
LONG_SENTENCE: Final = 25
"""Words. The Government's own guidance for writers gives the same number."""
FEWEST: Final = 10
"""Words below which a grade says nothing."""

Measured: TypeAlias = tuple[Passage, Sequence[tuple[int, int]]]
"""A text, and where each sentence of it begins, with its number of words."""
_END = re.compile(r"[.!?:;](?=\W|$)|\n(?=\s*(?:\n|[-*#>|]|[0-9]+[.)] ))")
"""A colon and a semicolon end a sentence here, as Flesch counted them; so do a new entry and a paragraph."""
_WORD = re.compile(r"[^\W_]+(?:[’'.,][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<![aeiouyl])es?$|(?<![aeiouydt])ed$|(?<=[aeiouy]l)es?$")


def problems(portal: Portal, texts: Sequence[Passage]) -> Iterator[Problem]:
    """Warnings of summaries above grade 9, of prose above grade 12 and of long sentences, each once."""
    measured = [(passage, list(sentences(passage.text))) for passage in texts]
    summaries = [one for one in measured if one[0].field == "summary"]
    yield from _graded(portal, summaries, HARD_SUMMARY, "summaries")
    prose = [one for one in measured if one[0].field == "prose"]
    yield from _graded(portal, prose, HARD_TEXT, "texts below the fields")
    yield from _long(portal, measured)


def grade(text: str, count: int) -> float:
    """Flesch–Kincaid grade of so many sentences: years of school, as the United States count them.

    J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, Derivation of New Readability Formulas
    for Navy Enlisted Personnel, Research Branch Report 8-75 (1975):
    0.39 × words a sentence + 11.8 × syllables a word - 15.59. Syllables are counted as groups of vowels
    without a silent ending, which errs by a few in a hundred English words. No words have the grade 0.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    return 0.39 * len(words) / count + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """About how many syllables an English word has; a number counts as one."""
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower()))))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins, and how many words it has."""
    ends = [(end.start(), end.end()) for end in _END.finditer(text)]
    for (_, start), (end, _) in zip([(0, 0), *ends], [*ends, (len(text), len(text))], strict=True):
        if first := _WORD.search(text, start, end):
            yield first.start(), len(_WORD.findall(text, start, end))


def _long(portal: Portal, measured: Sequence[Measured]) -> Iterator[Problem]:
    lengths = [(words, start, passage) for passage, lengths in measured for start, words in lengths]
    long = [one for one in lengths if one[0] > LONG_SENTENCE]
    if long:
        words, start, passage = max(long, key=lambda one: one[0])
        message = (
            f"{len(long)} of {len(lengths)} sentences of ours have more than {LONG_SENTENCE} words. "
            f"This is the longest, with {words}."
        )
        yield passage.problem(portal, start, message, "Make two sentences of it.", "warning")


def _graded(portal: Portal, measured: Sequence[Measured], most: int, what: str) -> Iterator[Problem]:
    grades = [
        (grade(passage.text, len(lengths)), passage)
        for passage, lengths in measured
        if sum(words for _, words in lengths) >= FEWEST
    ]
    hard = [one for one in grades if one[0] > most]
    if hard:
        hardest, passage = max(hard, key=lambda one: one[0])
        middle = median(one[0] for one in grades)
        message = (
            f"{len(hard)} of {len(grades)} {what} read harder than grade {most}; half are at most "
            f"{middle:.1f}. This is the hardest, at {hardest:.1f}."
        )
        hint = "Shorter sentences and shorter words make it plainer."
        yield passage.problem(portal, 0, message, hint, "warning")
