"""The register's file, read strictly: a day, an address and a state a line, the days going up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, cast

from answerable.model.date import day_in_words
from answerable.model.register import HEADER, Line, State
from answerable.problem import Problem

_LINE: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r",([a-z0-9-]+(?:/[a-z0-9-]+){1,2}(?:#[a-z0-9-]+(?=,public))?)"
    r",(public|withdrawn|erased)"
)
_ADD: Final = "Put back the line that stood here; build.py register adds new ones."


def parse(text: str, path: str) -> tuple[tuple[Line, ...], list[Problem]]:
    """Give the lines of a register that stands in `path`, and each line that is none or stands wrongly."""
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
    found = _LINE.fullmatch(written)
    if found is None:
        return None
    try:
        return Line(date.fromisoformat(found[1]), found[2], cast("State", found[3]), number)
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
