"""Clues that are harmless alone and point to one person together; and counts of few people.

A jigsaw clue is told by its kind, never in its own words. What no rule can see is in docs/reviewing.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from answerable.rules.allowances import Find
from answerable.rules.personal_data import DAY
from answerable.rules.voice import Own

AGE: Final = "exact-age"
RULES: Final = ("jigsaw", AGE, "small-count")
"""The rules' names, as exceptions call them."""

_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s|$)|\n(?!\s*\n))+")
_YOUNG = (
    "[1-9]|1[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen"
)
_AGE = re.compile(
    r"(?<![-–0-9])(?<!under\s)(?<!over\s)(?<!to\s)(?<!and\s)(?<!or\s)"
    rf"\b(?:(?:aged|age|at\sthe\sage\sof)\s(?:{_YOUNG})\b"
    rf"(?!\s?(?:[-–+/]|,\s?[0-9]|to\b|and\b|or\b|years?\s(?:and|or|to)\b))|(?:{_YOUNG})[-\s]years?[-\s]old\b(?!s))",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:an?|the|this|that|one|his|her|their)\s(?:[a-z-]+\s){0,2}?(?:girl|boy|child|teenager|pupil|student"
    r"|young\s(?:person|woman|man)|daughter|son|sister|brother)\b(?![’'-])",
    re.IGNORECASE,
)
_HARMED = re.compile(
    r"\b(?:an?|the|this|that|one)\s(?:[a-z-]+\s){0,2}?(?:victim|survivor)\b(?![’'-])", re.IGNORECASE
)
_NAME = r"\b(?!The\b)[A-Z][\w’']+(?:\s[A-Z][\w’']+)*"
_CLUES: Final = {
    "a school": re.compile(rf"{_NAME}\s(?:School|Academy|College|Nursery|Comprehensive)\b"),
    "a home": re.compile(rf"{_NAME}\s(?:Children’s\sHome|Children's\sHome|Care\sHome|House)\b"),
    "a street": re.compile(
        rf"{_NAME}\s(?:Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace|Grove|Estate)\b"
    ),
    "a day": re.compile(DAY),
    "a month": re.compile(
        r"\bin\s(?:early\s|late\s)?(?:January|February|March|April|May|June|July|August|September|October"
        r"|November|December)\b"
    ),
    "a place": re.compile(r"\b(?:lived|lives|living|from|born|moved)\s(?:in|to|at|near)?\s?[A-Z][a-z]+\b"),
}
_CLOSE: Final = frozenset({"a school", "a home", "a street"})
"""Clues that few people share."""
_ANYBODY = re.compile(
    r"girl|boy|child|teenager|pupil|student|young|daughter|\bson|sister|brother|victim|survivor|\baged?\s|\bbab"
    r"|years?\Wold",
    re.IGNORECASE,
)
"""Where none of these stands, no sentence needs to be looked at."""
_FEW = re.compile(
    r"(?<!at\smost\s)(?<!up\sto\s)(?<!more\sthan\s)(?<!maximum\sof\s)(?<!no\s)(?<![0-9.])"
    r"\b(?:one|two|three|four|[1-4]|a\ssingle)\s(?:of\s(?:the|these|those)\s|more\s|other\s|further\s|young(?:er)?\s"
    r"|looked[-\s]after\s|missing\s|local\s)*(?:child|children|girls?|boys?|pupils?|victims?|survivors?"
    r"|young\s(?:people|persons?|women|woman|men|man)|teenagers?|babies|baby)\b(?![’'-])(?!\sat\smost\b)",
    re.IGNORECASE,
)
"""A limit, such as “up to three children”, counts nobody."""
FEWER = "Write “fewer than five”, unless nobody can be known by it."
APART = "Take out what is not needed to understand it: say “a child”, “a school”, “in that year”."


def finds(texts: Iterable[Own]) -> Iterator[Find]:
    """Give each sentence whose clues point to one person, each single age, and each count of few people.

    The age of one person is a clue too where another text of the same record names a school, street or home.
    """
    for _, record in groupby(texts, key=lambda own: own.address):
        whole = tuple(record)
        found = tuple(_in_texts(whole))
        if any(find.rule == AGE for find in found):
            near = sorted(name for name in _CLOSE if any(_CLUES[name].search(own.text) for own in whole))
            told = f"This is the age of one person, and elsewhere the record names {', '.join(near)}."
            found = tuple(_closer(find, told) if near and find.rule == AGE else find for find in found)
        yield from found


def _closer(find: Find, message: str) -> Find:
    return replace(find, rule="jigsaw", message=message, hint=APART, level="error")


def _in_texts(texts: Iterable[Own]) -> Iterator[Find]:
    for own in texts:
        for sentence in _SENTENCE.finditer(own.text) if _ANYBODY.search(own.text) else ():
            yield from _clues(own, sentence)
            for few in _FEW.finditer(sentence[0]):
                start = sentence.start() + few.start()
                message = "Few people are counted here."
                yield Find("small-count", own, start, start + len(few[0]), message, FEWER, "warning")


def _clues(own: Own, sentence: re.Match[str]) -> Iterator[Find]:
    words = sentence[0]
    age, one, harmed = (pattern.search(words) for pattern in (_AGE, _ONE, _HARMED))
    about = age or one or harmed
    if about is None:
        return
    told = [name for name, pattern in _CLUES.items() if pattern.search(words)]
    start, end = sentence.start() + about.start(), sentence.start() + about.end()
    if (age and told) or len(told) > 1 or ((one or harmed) and not _CLOSE.isdisjoint(told)):
        clues = [*(["an age"] if age else []), *told]
        message = f"Together these may show who one person is: {', '.join(['a person', *clues])}."
        yield Find("jigsaw", own, start, end, message, APART, "error")
    elif age:
        message = "This is the age of one person."
        yield Find(AGE, own, start, end, message, "Leave it out, or say “a child”.", "warning")
