"""Texts that the rules about words read, what these find in them, and the exceptions of `words.yaml`.

Our own voice is summaries, explanations and prose; there, names, official words and whatever stands between
quotation marks are the papers' own and are passed over. Pages print these too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from pydantic import BaseModel

from answerable.model.date import day_in_words
from answerable.model.field import Part
from answerable.model.portal import Portal
from answerable.model.registry import Where
from answerable.model.spec import FieldSpec, Voice, spec, written
from answerable.model.wordlist import Allowed
from answerable.problem import Level, Problem, did_you_mean

WORDS: Final = "words.yaml"
_SHORT_QUOTE = r"“[^”]*”|\"[^\"\n]*\"|`[^`\n]*`"
_ADDRESS: Final = re.compile(r"https?://\S+")
_QUOTED: Final = re.compile(rf"{_SHORT_QUOTE}|^ *>.*$|\]\([^)\n]*\)", re.MULTILINE)
_LINES: Final = re.compile(r"[^\n]")


class Passage(NamedTuple):
    """A text of the record: where it stands, and what it says, with blanks for what no rule reads."""

    address: str
    where: Where
    """The field; empty for the prose below the fields."""
    text: str
    undertakes: bool = False
    """Whether it tells what somebody will do."""

    @property
    def field(self) -> str:
        """The innermost field's name; `prose` for the words below the fields."""
        return next((step for step in reversed(self.where) if isinstance(step, str)), "prose")

    def problem(self, portal: Portal, offset: int, message: str, hint: str, level: Level) -> Problem:
        """Problem at a place in the text."""
        if self.where:
            problem = portal.problem(self.address, self.where, message, hint, level)
            return replace(problem, column=problem.column + 1 + offset)
        source = portal.sources[self.address]
        line = source.prose_line + self.text.count("\n", 0, offset)
        column = offset - self.text.rfind("\n", 0, offset)
        return Problem(source.path, line, column, message, hint, level)


@dataclass(frozen=True, slots=True)
class Find:
    """One place in a text where a rule finds something."""

    passage: Passage
    rule: str
    """The rule's name, as an exception calls it."""
    start: int
    end: int
    message: str
    hint: str
    level: Level


def passages(portal: Portal) -> tuple[list[Passage], list[Passage]]:
    """Texts in our own voice, and all that pages print; the settings' first, then in the order of records."""
    ours: list[Passage] = []
    printed: list[Passage] = []
    files = (("site.yaml", portal.settings), ("statuses.yaml", portal.vocabulary))
    wholes = [(name, whole) for name, whole in files if name in portal.sources]
    for address, whole in (*wholes, *portal.records.items()):
        if getattr(whole, "retracted", False):
            continue
        texts = list(_texts(whole, ()))
        if prose := getattr(whole, "prose", ""):
            texts.append(((), prose, spec(type(whole), "prose")))
        for where, text, field in texts:
            if field.voice is Voice.OURS and not field.ref:
                ours.append(Passage(address, where, _QUOTED.sub(_blank, text), field.declared.undertakes))
            if whole is not portal.vocabulary:
                words = _ADDRESS.sub(_blank, text) if "://" in text else text
                printed.append(Passage(address, where, words))
    return ours, printed


def _texts(part: BaseModel, where: Where) -> Iterator[tuple[Where, str, FieldSpec]]:
    """Every text of a record or a part of one, with where it stands and the field that holds it."""
    for field in _wordy(type(part)):
        value = getattr(part, field.name)
        if not value:
            continue
        here = (*where, field.alias)
        if isinstance(value, str):
            yield here, value, field
        elif isinstance(value, Part):
            yield from _texts(value, here)
        else:
            for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(inner, str):
                    yield (*here, key), inner, field
                else:
                    yield from _texts(inner, (*here, key))


@cache
def _wordy(model: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """The fields that hold words, or parts that do; a misspelt reference may hold any."""
    return tuple(
        field
        for field in written(model)
        if field.holds in ("text", "reference", "part") and field.voice is not Voice.CODE
    )


def _blank(match: re.Match[str]) -> str:
    return _LINES.sub(" ", match[0])


def unless_allowed(
    portal: Portal, finds: Iterable[Find], rules: Collection[str], today: date
) -> Iterator[Problem]:
    """Problems of finds that no exception covers, and of exceptions that are unknown, unused or past."""
    used: set[int] = set()
    for find in finds:
        covering = {
            number
            for number, one in enumerate(portal.words.allow)
            if (one.rule, one.in_) == (find.rule, find.passage.address) and _covers(find, one.text)
        }
        used |= covering
        if not covering:
            yield find.passage.problem(portal, find.start, find.message, find.hint, find.level)
    for number, allowed in enumerate(portal.words.allow):
        if fault := _fault(allowed, rules, today, used=number in used):
            field, message, hint = fault
            yield portal.problem(WORDS, ("allow", number, field), message, hint)


def _covers(find: Find, allowed: str) -> bool:
    """Whether the words found stand within words that are allowed."""
    exact = re.compile(r"\s+".join(map(re.escape, allowed.split())))
    return any(o.start() <= find.start and find.end <= o.end() for o in exact.finditer(find.passage.text))


def _fault(
    allowed: Allowed, rules: Collection[str], today: date, *, used: bool
) -> tuple[str, str, str] | None:
    """The field of an exception that is at fault, what is wrong with it, and what to do."""
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
