"""Prose: nothing in it is lost or unsafe, and what it refers to is there."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.load import markdown as prose
from answerable.model.field import Record
from answerable.model.portal import Portal
from answerable.problem import Problem
from answerable.rules.references import absent, too_late


def well_written(portal: Portal) -> Iterator[Problem]:
    """Every word of a prose reaches its page, and no link is unsafe."""
    for address, record in portal.records.items():
        if record.prose:
            source = portal.sources[address]
            yield from prose.problems(record.prose, source.path, source.prose_line)


def references_are_there(portal: Portal, broken: frozenset[str]) -> Iterator[Problem]:
    """A link within prose names a record, or a part of one, that is there."""
    for record, target, line, column in links(portal):
        if said := absent(portal, broken, target):
            yield Problem(portal.sources[record.address].path, line, column, *said)


def references_point_back(portal: Portal) -> Iterator[Problem]:
    """A link within prose names nothing later, as one in a field does."""
    for record, target, line, column in links(portal):
        if said := too_late(portal, record, target):
            yield Problem(portal.sources[record.address].path, line, column, *said)


def links(portal: Portal) -> Iterator[tuple[Record, str, int, int]]:
    """Give each link within prose to a record: the record it stands in, the target, line and column."""
    for address, record in portal.records.items():
        for target, line, column in prose.references(record.prose, portal.sources[address].prose_line):
            yield record, target, line, column


RULES = (well_written, references_point_back)
