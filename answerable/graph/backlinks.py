"""The way back: for every reference, where it leads from, in words.

A link is written once, in the later record; this is the only place that turns it round. What a page calls
the records that name its subject is declared with the field that names it.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from answerable.model.address import split
from answerable.model.field import Record
from answerable.model.kinds.item import Item
from answerable.model.portal import Portal
from answerable.model.registry import Where, citations, parts, references
from answerable.model.spec import Back


@dataclass(frozen=True, slots=True)
class Backlink:
    """One reference turned round."""

    field: str
    source: str
    """The record that refers, or the part of it: `meetings/2022-05-27-osmb#minute-42`."""
    part: str
    """The part that is referred to; empty when it is the whole."""
    back: Back = dataclasses.field(default=Back(""), compare=False)
    """The heading under which a page shows it."""


def ways_back(portal: Portal) -> dict[str, tuple[Backlink, ...]]:
    """References to each address, in the order of the addresses that refer."""
    by_target: dict[str, dict[Backlink, None]] = {}
    for address, record in portal.records.items():
        part_ids = _parts_by_place(record)
        for reference in references(record):
            target, part = split(reference.target)
            if target == address:
                continue
            inner = part_ids.get(reference.where[:2])
            source = f"{address}#{inner}" if inner else address
            backlink = Backlink(reference.spec.alias, source, part, reference.spec.back)
            by_target.setdefault(target, {})[backlink] = None
    return {target: tuple(backlinks) for target, backlinks in by_target.items()}


def _parts_by_place(record: Record) -> dict[Where, str]:
    """Only what has an anchor on the record's page counts: asks and items, not remarks in them."""
    return {
        where: part_id
        for part_id, where, _ in parts(record)
        if len(where) == 2 and where[0] in ("asks", "items")
    }


def cited_places(portal: Portal) -> dict[str, dict[str, tuple[str, ...]]]:
    """Records for each document and each place in it that cite it, or have their wording there."""
    by_document: dict[str, dict[str, dict[str, None]]] = {}
    for address, record in portal.records.items():
        for _, citation in citations(record):
            place = citation.place
            by_document.setdefault(citation.in_, {}).setdefault(place, {})[address] = None
        for wording in record.wordings if isinstance(record, Item) else ():
            if wording.sha256:
                place = wording.place
                by_document.setdefault(wording.in_, {}).setdefault(place, {})[address] = None
    return {d: {p: tuple(citing) for p, citing in places.items()} for d, places in by_document.items()}
