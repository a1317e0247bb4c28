"""A question: what a form holds in place of a value, and no record may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from answerable.load.yaml import Parsed, Where
from answerable.problem import Problem

NEEDED: Final = "? "
OPTIONAL: Final = "(?) "


def question(text: str) -> str:
    """Words of a question; empty for any other text."""
    if text.startswith((NEEDED, OPTIONAL)):
        return text.partition(" ")[2]
    return ""


def unanswered(parsed: Parsed, prose: tuple[str, int], path: str) -> Iterator[Problem]:
    """Problems of a record in which questions of its form still stand; `prose` is given with its line."""
    if parsed.problems:
        return
    for where, text in _texts(parsed.value, ()):
        if question(text):
            yield _problem(text, path, *parsed.places[where])
    words, line = prose
    if question(words):
        yield _problem(words.partition("\n")[0], path, line, 1)


def _problem(text: str, path: str, line: int, column: int) -> Problem:
    hint = "Write the answer in its place."
    if text.startswith(OPTIONAL):
        hint = "Write the answer in its place, or take the line out."
    return Problem(path, line, column, f"A question of the form stands here: “{question(text)}”", hint)


def _texts(value: object, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _texts(inner, (*where, name))
    elif isinstance(value, Sequence):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*where, number))
