"""Public and not public: a public record leans on nothing that is not, and its address tells no subject."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.check.at import at
from generator.check.prose import links
from generator.problems import Problem
from generator.record.addresses import parent, split
from generator.record.kinds import references
from generator.record.portal import Portal
from generator.record.series import Item

TOGETHER = "Publish both together, or take the reference out."


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """A public record refers to no other; drafts do not lie in a public repository."""
    hidden = frozenset(a for a, r in portal.records.items() if not portal.is_public(r, today))
    yield from _in_the_open(portal, hidden)
    yield from _references(portal, hidden)
    yield from _items(portal, hidden)
    yield from _addresses(portal, hidden)


def _in_the_open(portal: Portal, hidden: frozenset[str]) -> Iterator[Problem]:
    """What is not public lies in a private folder, where everybody may read the other one."""
    if portal.settings.repository == "public":
        for address in sorted(hidden - portal.private):
            message = "This record is not public, and everybody may read this folder."
            hint = "Move it into a private folder, given with --private."
            later = portal.records[address].status == "published"
            yield at(portal, address, ("embargo" if later else "status",), message, hint)


def _references(portal: Portal, hidden: frozenset[str]) -> Iterator[Problem]:
    """Neither a field nor the prose of a public record names one that is not."""
    if not hidden:
        return
    for address, record in portal.records.items():
        for reference in references(record) if address not in hidden else ():
            if split(reference.target)[0] in hidden:
                yield at(portal, address, reference.where, _said(reference.target), TOGETHER)
    for record, target, line, column in links(portal):
        if record.address not in hidden and split(target)[0] in hidden:
            yield Problem(portal.sources[record.address].path, line, column, _said(target), TOGETHER)


def _said(target: str) -> str:
    return f'"{target}" is not public, and this record is.'


def _items(portal: Portal, hidden: frozenset[str]) -> Iterator[Problem]:
    """A public item stands in a public series."""
    for item in portal.of(Item):
        if item.address not in hidden and parent(item.address) in hidden:
            hint = "Publish both together, or make this one a draft too."
            yield at(portal, item.address, ("status",), _said(parent(item.address)), hint)


def _addresses(portal: Portal, hidden: frozenset[str]) -> Iterator[Problem]:
    """No public address, of now or of before, holds a word that titles avoid: both stay in histories."""
    for address, record in portal.records.items():
        for own in (address, *record.was) if address not in hidden else ():
            if word := portal.settings.telling(own):
                message = f'The address "{own}" holds "{word}", and addresses stay in histories.'
                yield Problem(portal.sources[address].path, 1, 1, message, "Give it a neutral name.")
