"""The words of `words.yaml`: none of them stands in our own voice, save where somebody allowed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.check.at import at
from generator.check.own_words import TOLD, Own
from generator.problems import Problem, did_you_mean
from generator.record.dates import day_in_words
from generator.record.portal import Portal
from generator.record.updates import Promise, Update
from generator.record.words import Allowed, WordRule

WORDS = "words.yaml"
_RUN = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s|$))+[.!?]?|\n")


def words_are_chosen(portal: Portal, texts: Sequence[Own], today: date) -> Iterator[Problem]:
    """Tell of each use of words to avoid, and of each exception that is unknown, unused or past its day."""
    rules = portal.words.rules
    used: set[int] = set()
    patterns = {name: _pattern(rule.words) for name, rule in rules.items()}
    firsts = {name: _firsts(rule.words) for name, rule in rules.items()}
    for own in texts:
        there = set(_RUN.findall(own.text.lower()))
        for name, pattern in patterns.items():
            if not there.isdisjoint(firsts[name]) and _holds_in(portal, own, rules[name]):
                yield from _uses(portal, own, name, pattern, used)
    for number, allowed in enumerate(portal.words.allow):
        yield from _exception(portal, number, allowed, number in used, today)


def _firsts(words: tuple[str, ...]) -> set[str]:
    """Give how each phrase begins: where none of these stands, no pattern needs to look."""
    runs = [_RUN.findall(phrase.lower())[:1] for phrase in words]
    return {first + ending for run in runs for first in run for ending in ("", "s")}


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Give a pattern of whole words, in small or capital letters, with or without an `s` behind."""
    either = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in words)
    return re.compile(rf"(?<!\w)(?:{either})s?(?!\w)", re.IGNORECASE)


def _holds_in(portal: Portal, own: Own, rule: WordRule) -> bool:
    if rule.only_in == "everything":
        return True
    return isinstance(portal.records.get(own.address), Promise | Update) and own.field in TOLD


def _uses(
    portal: Portal, own: Own, name: str, pattern: re.Pattern[str], used: set[int]
) -> Iterator[Problem]:
    rule = portal.words.rules[name]
    for found in pattern.finditer(own.text):
        sentence = _around(own.text, found.start())
        if rule.beside and not _pattern(rule.beside).search(sentence):
            continue
        if rule.unless and _pattern(rule.unless).search(sentence):
            continue
        allowed = {
            number
            for number, one in enumerate(portal.words.allow)
            if (one.rule, one.in_) == (name, own.address) and _covers(own.text, one.text, found)
        }
        used |= allowed
        if not allowed:
            said = " ".join(found[0].split())
            yield own.problem(portal, found.start(), f"“{said}”: {rule.why}", rule.instead, rule.level)


def _around(text: str, offset: int) -> str:
    """Give the sentence that a place stands in."""
    return next((one[0] for one in _SENTENCE.finditer(text) if one.start() <= offset < one.end()), text)


def _covers(text: str, allowed: str, found: re.Match[str]) -> bool:
    """Whether the words found stand within words that are allowed."""
    exact = re.compile(r"\s+".join(map(re.escape, allowed.split())))
    return any(one.start() <= found.start() and found.end() <= one.end() for one in exact.finditer(text))


def _exception(
    portal: Portal, number: int, allowed: Allowed, used: bool, today: date
) -> Iterator[Problem]:
    where = ("allow", number)
    if allowed.rule not in portal.words.rules:
        hint = did_you_mean(allowed.rule, portal.words.rules) or "Take the exception out."
        yield at(portal, WORDS, (*where, "rule"), f'There is no rule "{allowed.rule}".', hint)
    elif not used:
        message = f"The rule finds nothing in these words of {allowed.in_}."
        yield at(portal, WORDS, (*where, "text"), message, "Take the exception out, or mend its words.")
    elif allowed.until < today:
        message = f"This exception held until {day_in_words(allowed.until)}."
        yield at(portal, WORDS, (*where, "until"), message, "Look again: give a later day, or take it out.")
