"""Register: what was public once stays, what was taken back stays so, what is public is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from answerable.model.address import parent, split
from answerable.model.date import day_in_words
from answerable.model.field import Record
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.item import Item
from answerable.model.portal import Portal
from answerable.model.register import NAME, Line, State
from answerable.model.registry import parts
from answerable.problem import Problem
from answerable.rules.settings import SITE

STATES: Final[Mapping[str, State]] = {"published": "public", "withdrawn": "withdrawn", "erased": "erased"}
"""What the register calls a record's status."""


def problems(portal: Portal, today: date, broken: frozenset[str]) -> Iterator[Problem]:
    """No line is of a day to come; no public address is gone; no address that was given up is used again."""
    public = _public(portal, today).values()
    standing = {name: record for record in public for name in (record.address, *record.aliases)}
    yield from _to_come(portal, today)
    yield from _vanished(portal, standing, broken)
    yield from _used_again(portal, standing)


def unregistered(portal: Portal, today: date) -> Iterator[Problem]:
    """A launched portal is not published while the register lacks what it would make public."""
    missing = lacking(portal, today)
    if missing:
        first = f'"{missing[0].address}" is {missing[0].state}'
        message = f"The portal is launched, and its register does not say that {first}."
        hint = f"Run build.py register; lines to add: {len(missing)}."
        yield portal.problem(SITE, ("launched",), message, hint)


def lacking(portal: Portal, today: date) -> tuple[Line, ...]:
    """Lines that the register is to have besides, in the order of addresses.

    They are of what is public today, and of what was taken back; none before the portal is launched.
    """
    last = {line.address: line.state for line in portal.register}
    lines = []
    for address, record in _public(portal, today).items() if portal.settings.launched else ():
        state = STATES[record.status]
        if last.get(address) != state:
            lines.append(Line(today, address, state))
        lines += [Line(today, part, "public") for part in _parts(record) if part not in last]
    return tuple(sorted(lines, key=lambda line: line.address))


def _public(portal: Portal, today: date) -> dict[str, Record]:
    """What the site shows on this day: an item with its series only, and nothing that is to come."""
    public = {}
    for address, record in portal.records.items():
        whole = portal.records.get(parent(address)) if isinstance(record, Item) else record
        if whole and whole.effective_on <= today and all(portal.is_public(r, today) for r in (record, whole)):
            public[address] = record
    return public


def _parts(record: Record) -> list[str]:
    """The addresses of a record's parts; of one that was taken back none is left."""
    return [] if record.retracted else [f"{record.address}#{part_id}" for part_id, _, _ in parts(record)]


def _to_come(portal: Portal, today: date) -> Iterator[Problem]:
    for line in portal.register:
        if line.day > today:
            message = f"{day_in_words(line.day)} has not come yet."
            hint = "Take the line out; build.py register adds it on its day."
            yield Problem(portal.sources[NAME].path, line.number, 1, message, hint)


def _vanished(portal: Portal, standing: Mapping[str, Record], broken: frozenset[str]) -> Iterator[Problem]:
    """Each address stands: at its own place, or as the former one of a record that moved."""
    anchors: dict[str, set[str]] = {}
    firsts = {line.address: line for line in reversed(portal.register)}
    for line in firsts.values():
        address, part = split(line.address)
        record = standing.get(address)
        if record and part and not record.retracted:
            ids = anchors.setdefault(record.address, {part_id for part_id, _, _ in parts(record)})
            hint = "Bring it back, or withdraw the whole record."
            gone = part not in ids
        else:
            hint = 'Bring it back, withdraw its record, or list it under "aliases" where it moved to.'
            gone = record is None
        if gone and not {address, parent(address)} & broken:
            since = day_in_words(line.day)
            message = f'"{line.address}" has been public since {since}, and nothing stands for it now.'
            yield Problem(portal.sources[NAME].path, line.number, 12, message, hint)


def _used_again(portal: Portal, standing: Mapping[str, Record]) -> Iterator[Problem]:
    """What was erased stays so; what was withdrawn is public again only where a correction says why."""
    corrections = [record for record in standing.values() if isinstance(record, Correction)]
    erased = {line.address for line in portal.register if line.state == "erased"}
    for address, line in {line.address: line for line in portal.register}.items():
        record = standing.get(address)
        if record is None or record.status == "erased":
            continue
        where = ("status",) if record.address == address else ("aliases",)
        if address in erased:
            message = f'"{address}" was erased, and its id is never used again.'
            hint = "Erase it again; a new record has a new id."
            yield portal.problem(record.address, where, message, hint)
        elif (
            line.state == "withdrawn"
            and not record.retracted
            and not _explained(corrections, record, line.day)
        ):
            day = day_in_words(line.day)
            message = f'"{address}" was withdrawn by {day}, and is public again.'
            hint = f"A new record has a new id; for this one, say why in a correction of {day} or later."
            yield portal.problem(record.address, where, message, hint)


def _explained(corrections: Iterable[Correction], record: Record, since: date) -> bool:
    """Whether a correction about a record says why, on a day or later."""
    return any(c.on >= since and record.address in [split(to)[0] for to in c.about] for c in corrections)
