"""The words of `words.yaml`: where they stand in our own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from answerable.model.portal import Portal
from answerable.model.wordlist import WordRule
from answerable.rules.allowances import Find
from answerable.rules.voice import Own

_RUN = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s|$))+[.!?]?|\n")


def finds(portal: Portal, texts: Sequence[Own]) -> Iterator[Find]:
    """Give each use of words to avoid."""
    rules = portal.words.rules
    patterns = {name: _pattern(rule.words) for name, rule in rules.items()}
    firsts = {name: _firsts(rule.words) for name, rule in rules.items()}
    for own in texts:
        there = set(_RUN.findall(own.text.lower()))
        for name, pattern in patterns.items():
            holds = rules[name].only_in == "everything" or own.undertakes
            if holds and not there.isdisjoint(firsts[name]):
                yield from _uses(own, name, rules[name], pattern)


def _firsts(words: tuple[str, ...]) -> set[str]:
    """Give how each phrase begins: where none of these stands, no pattern needs to look."""
    runs = [_RUN.findall(phrase.lower())[:1] for phrase in words]
    return {first + ending for run in runs for first in run for ending in ("", "s")}


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Give a pattern of whole words, in small or capital letters, with or without an `s` behind."""
    either = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in words)
    return re.compile(rf"(?<!\w)(?:{either})s?(?!\w)", re.IGNORECASE)


def _uses(own: Own, name: str, rule: WordRule, pattern: re.Pattern[str]) -> Iterator[Find]:
    for found in pattern.finditer(own.text):
        sentence = _around(own.text, found.start())
        if rule.beside and not _pattern(rule.beside).search(sentence):
            continue
        if rule.unless and _pattern(rule.unless).search(sentence):
            continue
        message = f"“{' '.join(found[0].split())}”: {rule.why}"
        yield Find(name, own, *found.span(), message, rule.instead, rule.level)


def _around(text: str, offset: int) -> str:
    """Give the sentence that a place stands in."""
    return next((one[0] for one in _SENTENCE.finditer(text) if one.start() <= offset < one.end()), text)
