"""The way back: for every reference, where it leads from, in words.

A link is written once, in the later record; this is the only place that turns it round.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.record.addresses import split
from generator.record.fields import Record
from generator.record.kinds import Where, citations, parts, references
from generator.record.portal import Portal
from generator.record.series import Item

LABELS: Final = MappingProxyType(
    {
        "to": "Linked from",
        "falls_on": "What falls on it",
        "asked_of": "What was asked of it",
        "by": "What it made, said or decided",
        "reported_by": "What it reported of others",
        "counted_by": "What it counted",
        "commissioned_by": "What it commissioned",
        "parent": "Bodies beneath it",
        "body": "Its people, meetings and papers",
        "person": "Not shown to be the same person",
        "people": "Meetings",
        "moved_by": "Moved",
        "seconded_by": "Seconded",
        "inside": "Papers inside it",
        "text": "Whose text it is",
        "minutes": "The meeting it records",
        "agenda": "The meeting it was for",
        "papers": "The meeting it went to",
        "meeting": "What was put or decided there",
        "at": "What moved there",
        "for": "Who came for it",
        "next": "Set at",
        "item": "What moved it",
        "because": "Named as the reason",
        "follows": "What followed",
        "under": "Beneath it",
        "about": "What speaks of it",
        "held": "Where we have looked",
        "forwarded_to": "What was forwarded to it",
        "bodies": "What it may sign off",
        "earlier": "What became of it in a later plan",
        "later": "What was carried over into it",
        "in": "What cites it",
    }
)
"""What a page calls the records that name its subject, by the field that names it."""


@dataclass(frozen=True, slots=True)
class Back:
    """One reference turned round."""

    field: str
    source: str
    """The record that refers, or the part of it: `meetings/2022-05-27-osmb#minute-42`."""
    part: str
    """The part that is referred to; empty when it is the whole."""


def ways_back(portal: Portal) -> dict[str, tuple[Back, ...]]:
    """Give for each address every reference to it, in the order of the addresses that refer."""
    found: dict[str, dict[Back, None]] = {}
    for address, record in portal.records.items():
        own = _parts_by_place(record)
        for reference in references(record):
            target, part = split(reference.target)
            if target == address:
                continue
            field = next(str(n) for n in reversed(reference.where) if isinstance(n, str))
            source = _innermost(address, own, reference.where)
            found.setdefault(target, {})[Back(field, source, part)] = None
    return {target: tuple(backs) for target, backs in found.items()}


def _parts_by_place(record: Record) -> dict[Where, str]:
    """Only what has an anchor on the record's page counts: asks and items, not remarks in them."""
    return {
        where: own for own, where, _ in parts(record) if len(where) == 2 and where[0] in ("asks", "items")
    }


def _innermost(address: str, own: dict[Where, str], where: Where) -> str:
    part = own.get(where[:2])
    return f"{address}#{part}" if part else address


def cited_places(portal: Portal) -> dict[str, dict[str, tuple[str, ...]]]:
    """Give for each document and each place in it the records that cite it, or have their wording there."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for address, record in portal.records.items():
        for _, citation in citations(record):
            place = citation.at.rpartition(", ")[2]
            found.setdefault(citation.in_, {}).setdefault(place, {})[address] = None
        for wording in record.wordings if isinstance(record, Item) else ():
            if wording.sha256:
                place = wording.at.rpartition(", ")[2]
                found.setdefault(wording.in_, {}).setdefault(place, {})[address] = None
    return {d: {p: tuple(found_there) for p, found_there in places.items()} for d, places in found.items()}
