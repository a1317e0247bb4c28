"""References: each names something that is there, of the right kind, and points back in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from answerable.load.validation_errors import a
from answerable.model.address import parent, split
from answerable.model.field import SERIES_FOLDERS, Record
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.item import Item, Link
from answerable.model.kinds.series import Series
from answerable.model.portal import Portal
from answerable.model.registry import KINDS, Reference, kind_of, parts, references
from answerable.problem import Problem, did_you_mean
from answerable.rules.locate import at

BACK = "the way back is made by itself."


def dangling(portal: Portal, broken: frozenset[str]) -> Iterator[Problem]:
    """A reference names a record, or a part of one, that is there.

    What could not be read is not complained of twice: `broken` holds its addresses.
    """
    for record, reference in _all(portal):
        if said := absent(portal, broken, reference.target):
            yield at(portal, record.address, reference.where, *said)


def absent(portal: Portal, broken: frozenset[str], target: str) -> tuple[str, str] | None:
    """Say of what a reference names that it is not there, and what to do; None when it is."""
    address, part = split(target)
    folder = address.partition("/")[0]
    if address in broken:
        return None
    if address in portal.records and not part:
        return None
    if address in portal.records:
        anchors = sorted(own for own, _, _ in parts(portal.records[address]))
        if part in anchors:
            return None
        listed = f"Its parts are: {', '.join(anchors)}." if anchors else "It has no parts to name."
        return f'"{address}" has no part "{part}".', did_you_mean(part, anchors) or listed
    if folder not in KINDS:
        message = f'"{target}" is no address: it begins with no kind of record.'
        return message, did_you_mean(address, portal.records) or "Write it like bodies/osmb."
    # Only what follows the folder is compared, or every address in it would look alike.
    known = [
        other.removeprefix(f"{folder}/")
        for other in portal.records
        if other.startswith(f"{folder}/") and other.count("/") == address.count("/")
    ]
    near = did_you_mean(address.removeprefix(f"{folder}/"), known).replace('"', f'"{folder}/', 1)
    message = f'There is no {KINDS[folder].one} at "{address}".'
    return message, near or "Write the record first, or mend the address."


def wrong_kind(portal: Portal) -> Iterator[Problem]:
    """A reference names a kind of thing that fits there."""
    for record, reference in _all(portal):
        folders, target = reference.spec.folders, portal.records.get(split(reference.target)[0])
        if target is None or not folders:
            continue
        if folder_of(target) not in folders:
            message = f'"{reference.target}" is {a(kind_of(target.address).one)}.'
            yield at(portal, record.address, reference.where, message, f"Name {_either(folders)}.")
        elif folders == SERIES_FOLDERS and isinstance(target, Item):
            message = f'"{reference.target}" is one thing in a series, and the series belongs here.'
            hint = f'Write "{parent(target.address)}".'
            yield at(portal, record.address, reference.where, message, hint)


def folder_of(record: Record) -> str:
    """Give the folder, that is the kind, of a record."""
    return kind_of(record.address).folder


def _either(folders: Sequence[str]) -> str:
    """Give `a body or a person in a public role`."""
    if len(folders) > 2:
        return f"something in {', '.join(folders[:-1])} or {folders[-1]}"
    return " or ".join(a(KINDS[folder].one) for folder in folders)


def forward(portal: Portal) -> Iterator[Problem]:
    """A dated record refers only to the same day or earlier; what is always there only to its like."""
    for record, reference in _all(portal):
        fits = reference.target.partition("/")[0] in (reference.spec.folders or KINDS)
        if fits and (said := too_late(portal, record, reference.target)):
            yield at(portal, record.address, reference.where, *said)


def too_late(portal: Portal, record: Record, target: str) -> tuple[str, str] | None:
    """Say why a record may not refer to what came in later, and what to do; None when it may."""
    named = portal.records.get(split(target)[0])
    if named is None or not kind_of(named.address).dated:
        return None
    if not kind_of(record.address).dated:
        one = a(kind_of(record.address).one)
        message = f'{one[0].upper()}{one[1:]} is always there, and "{target}" is dated.'
        return message, f"Write the reference in the dated record; {BACK}"
    known = named.known_until if split(target)[1] else named.effective_on
    if max(_day(portal, named), known) > max(_day(portal, record), record.known_until):
        return f'"{target}" is later than this record.', f"Write the reference in the later record; {BACK}"
    return None


def _day(portal: Portal, record: Record) -> date:
    """The day a record comes in; the earliest of all for an item whose series could not be read.

    A correction refers to whatever there was on the day it was made.
    """
    loose = isinstance(record, Item) and not isinstance(portal.records.get(parent(record.address)), Series)
    if isinstance(record, Correction):
        return record.effective_on
    return date.min if loose else portal.day_of(record)


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
