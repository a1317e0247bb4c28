"""Register of public addresses: one line for the first day of each, and one when it was taken back.

It only grows. What is not public has no line in it, so it may lie where everybody can read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, cast

from answerable.model.date import day_in_words
from answerable.problem import Problem

NAME: Final = "register.csv"
"""The register's file, beside the folders of records."""
HEADER: Final = "day,address,state"
"""Its first line."""
State = Literal["public", "withdrawn", "erased"]
_LINE: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r",([a-z0-9-]+(?:/[a-z0-9-]+){1,2}(?:#[a-z0-9-]+(?=,public))?)"
    r",(public|withdrawn|erased)"
)
_ADD: Final = "Put back the line that stood here; build.py register adds new ones."


@dataclass(frozen=True, slots=True)
class Line:
    """One line: from this day on the address has been public, or its record has been taken back."""

    day: date
    address: str
    """Of a record, or of a part of one: `reviews/2022-05-12/1#a`."""
    state: State
    number: int = field(default=0, compare=False)
    """Where it stands in the file, counted from 1; 0 for a line not yet written."""

    def __str__(self) -> str:
        """Line as it is written."""
        return f"{self.day.isoformat()},{self.address},{self.state}"


def parse(text: str, path: str) -> tuple[tuple[Line, ...], list[Problem]]:
    """Lines of a register that stands in `path`, the days going up, and what is wrong with any."""
    first, *others = text.removesuffix("\n").split("\n")
    problems: list[Problem] = []
    if first != HEADER:
        message = f'The first line of the register is "{HEADER}", and this is another.'
        problems.append(Problem(path, 1, 1, message, "Put it back."))
    lines = []
    for number, written in enumerate(others, start=2):
        line = _line(written, number)
        if line:
            lines.append(line)
        else:
            message = f'This is no line of the register; one reads "{HEADER}", with nothing between.'
            problems.append(Problem(path, number, 1, message, _ADD))
    return tuple(lines), [*problems, *_misplaced(lines, path)]


def _line(written: str, number: int) -> Line | None:
    match = _LINE.fullmatch(written)
    if match is None:
        return None
    try:
        return Line(date.fromisoformat(match[1]), match[2], cast("State", match[3]), number)
    except ValueError:
        return None


def _misplaced(lines: list[Line], path: str) -> Iterator[Problem]:
    """What stands before its day, or says again what an earlier line of its address says."""
    latest: dict[str, Line] = {}
    day = date.min
    for line in lines:
        before = latest.get(line.address)
        if line.day < day:
            message = f"This line is of an earlier day than the one above it, {day_in_words(day)}."
            yield Problem(path, line.number, 1, message, "Put the lines in the order of their days.")
        if before and before.state == line.state:
            message = f'"{line.address}" is {line.state} since line {before.number} already.'
            yield Problem(path, line.number, 12, message, "Keep the earlier line only.")
        latest[line.address] = line
        day = line.day
