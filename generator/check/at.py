"""A problem at the place of a field."""

from __future__ import annotations

from generator.problems import Problem
from generator.record.kinds import Where
from generator.record.portal import Portal


def at(portal: Portal, address: str, where: Where, message: str, hint: str = "") -> Problem:
    """Give a problem where a record's field stands in its file."""
    source = portal.sources[address]
    line, column = source.at(where)
    return Problem(source.path, line, column, message, hint)
