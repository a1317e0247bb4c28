"""A problem or a warning at the place of a field."""

from __future__ import annotations

from dataclasses import replace

from answerable.model.portal import Portal
from answerable.model.registry import Where
from answerable.problem import Problem


def at(portal: Portal, address: str, where: Where, message: str, hint: str = "") -> Problem:
    """Give a problem where a record's field stands in its file."""
    source = portal.sources[address]
    line, column = source.at(where)
    return Problem(source.path, line, column, message, hint)


def warning(portal: Portal, address: str, where: Where, message: str, hint: str = "") -> Problem:
    """Give a warning where a record's field stands in its file; it stops no build."""
    return replace(at(portal, address, where, message, hint), level="warning")
