"""References: each names something that is there, of the right kind, and points back in time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.at import at
from generator.problems import Problem, did_you_mean
from generator.record.addresses import split
from generator.record.fields import Record
from generator.record.kinds import KINDS, Reference, kind_of, parts, references
from generator.record.portal import Portal
from generator.record.series import Item, Link


def dangling(portal: Portal, broken: frozenset[str]) -> Iterator[Problem]:
    """A reference names a record, or a part of one, that is there.

    What could not be read is not complained of twice: `broken` holds its addresses.
    """
    anchors = {address: {own for own, _, _ in parts(r)} for address, r in portal.records.items()}
    for record, reference in _all(portal):
        address, part = split(reference.target)
        if address in broken:
            continue
        if address not in portal.records:
            yield _missing(portal, record, reference)
        elif part and part not in anchors[address]:
            hint = (
                did_you_mean(part, anchors[address])
                or f"Its parts are: {', '.join(sorted(anchors[address])) or 'none'}."
            )
            message = f'"{address}" has no part "{part}".'
            yield at(portal, record.address, reference.where, message, hint)


def _missing(portal: Portal, record: Record, reference: Reference) -> Problem:
    target = reference.target
    folder = target.partition("/")[0]
    near = did_you_mean(split(target)[0], portal.records)
    if folder not in KINDS:
        message = f'"{target}" is no address: it begins with no kind of record.'
        return at(portal, record.address, reference.where, message, near or "Write it like bodies/osmb.")
    message = f'There is no {KINDS[folder].one} at "{split(target)[0]}".'
    return at(
        portal,
        record.address,
        reference.where,
        message,
        near or "Write the record first, or mend the address.",
    )


def wrong_kind(portal: Portal) -> Iterator[Problem]:
    """A reference names a kind of thing that fits there."""
    for record, reference in _all(portal):
        folders = reference.to.folders
        if (
            folders
            and reference.target.partition("/")[0] not in folders
            and reference.target in portal.records
        ):
            wanted = " or ".join(KINDS[folder].one for folder in folders)
            message = f'"{reference.target}" is a {kind_of(reference.target).one}; a {wanted} belongs here.'
            yield at(portal, record.address, reference.where, message, "Name one of those.")


def forward(portal: Portal) -> Iterator[Problem]:
    """A dated record refers only to the same day or earlier; what is always there only to its like."""
    for record, reference in _all(portal):
        target = portal.records.get(split(reference.target)[0])
        if target is None or not _dated(target):
            continue
        if not _dated(record):
            message = f'A {kind_of(record.address).one} is always there, and may not refer to "{reference.target}", which is dated.'
            yield at(
                portal,
                record.address,
                reference.where,
                message,
                "Write the link in the dated record; the way back is made.",
            )
        elif portal.day_of(target) > portal.day_of(record):
            message = f'"{reference.target}" is later than this record.'
            yield at(
                portal,
                record.address,
                reference.where,
                message,
                "Write the link in the later record; the way back is made.",
            )


def _dated(record: Record) -> bool:
    return kind_of(record.address).dated


def same_twice(portal: Portal) -> Iterator[Problem]:
    """An item links to the same thing in the same way once."""
    for item in portal.of(Item):
        seen: dict[tuple[str, str], Link] = {}
        for number, link in enumerate(item.links):
            if (link.to, link.relation) in seen:
                message = f'The link "{link.relation}" to "{link.to}" stands twice.'
                yield at(portal, item.address, ("links", number, "to"), message, "Keep one of the two.")
            seen[(link.to, link.relation)] = link


def _all(portal: Portal) -> Iterator[tuple[Record, Reference]]:
    for record in portal.records.values():
        for reference in references(record):
            yield record, reference


RULES = (wrong_kind, forward, same_twice)
