"""What a rule about words finds, and the exceptions of `words.yaml`: exact words, a reason, a role, a day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from answerable.model.date import day_in_words
from answerable.model.portal import Portal
from answerable.model.wordlist import Allowed
from answerable.problem import Level, Problem, did_you_mean
from answerable.rules.locate import at
from answerable.rules.voice import Own

WORDS = "words.yaml"


@dataclass(frozen=True, slots=True)
class Find:
    """One place in a text where a rule finds something."""

    rule: str
    """The rule's name, as an exception calls it."""
    own: Own
    start: int
    end: int
    message: str
    hint: str
    level: Level


def unless_allowed(
    portal: Portal, finds: Iterable[Find], rules: Collection[str], today: date
) -> Iterator[Problem]:
    """Tell of each find that no exception covers, and of each exception that is unknown, unused or past."""
    used: set[int] = set()
    for find in finds:
        covering = {
            number
            for number, one in enumerate(portal.words.allow)
            if (one.rule, one.in_) == (find.rule, find.own.address) and _covers(find, one.text)
        }
        used |= covering
        if not covering:
            yield find.own.problem(portal, find.start, find.message, find.hint, find.level)
    for number, allowed in enumerate(portal.words.allow):
        if said := _fault(allowed, rules, today, used=number in used):
            field, message, hint = said
            yield at(portal, WORDS, ("allow", number, field), message, hint)


def _covers(find: Find, allowed: str) -> bool:
    """Whether the words found stand within words that are allowed."""
    exact = re.compile(r"\s+".join(map(re.escape, allowed.split())))
    return any(o.start() <= find.start and find.end <= o.end() for o in exact.finditer(find.own.text))


def _fault(
    allowed: Allowed, rules: Collection[str], today: date, *, used: bool
) -> tuple[str, str, str] | None:
    """Give the field of an exception that is at fault, what is wrong with it, and what to do."""
    if allowed.rule not in rules:
        hint = did_you_mean(allowed.rule, rules) or "Take the exception out."
        return "rule", f'There is no rule "{allowed.rule}".', hint
    if not used:
        message = f"The rule finds nothing in these words of {allowed.in_}."
        return "text", message, "Take the exception out, or mend its words."
    if allowed.until < today:
        message = f"This exception held until {day_in_words(allowed.until)}."
        return "until", message, "Look again: give a later day, or take it out."
    return None
