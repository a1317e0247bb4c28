"""Prose: nothing in it is lost or unsafe, and what it refers to is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator import prose
from generator.problems import Problem, did_you_mean
from generator.record.addresses import split
from generator.record.kinds import parts
from generator.record.portal import Portal


def well_written(portal: Portal) -> Iterator[Problem]:
    """Every word of a prose reaches its page, and no link is unsafe."""
    for address, record in portal.records.items():
        if record.prose:
            source = portal.sources[address]
            yield from prose.problems(record.prose, source.path, source.prose_line)


def references_are_there(portal: Portal) -> Iterator[Problem]:
    """A link within prose names a record, or a part of one, that is there."""
    for address, record in portal.records.items():
        source = portal.sources[address]
        for target, line, column in prose.references(record.prose, source.prose_line) if record.prose else ():
            found, part = split(target)
            named = portal.records.get(found)
            if named is None:
                hint = did_you_mean(found, portal.records) or "Mend the address, or write the record first."
                yield Problem(source.path, line, column, f'There is nothing at "{found}".', hint)
            elif part and part not in {own for own, _, _ in parts(named)}:
                yield Problem(
                    source.path, line, column, f'"{found}" has no part "{part}".', "Mend the part's name."
                )


RULES = (well_written, references_are_there)
