"""The way back: for every reference, where it leads from, in words.

A link is written once, in the later record; this is the only place that turns it round.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from answerable.i18n import gettext
from answerable.model.address import split
from answerable.model.field import Record
from answerable.model.kinds.series import Item
from answerable.model.portal import Portal
from answerable.model.registry import Where, citations, parts, references

LABELS: Final = MappingProxyType(
    {
        "to": gettext("Linked from"),
        "owners": gettext("What falls on it"),
        "asked_of": gettext("What was asked of it"),
        "by": gettext("What it made, said or decided"),
        "reported_by": gettext("What it reported of others"),
        "counted_by": gettext("What it counted"),
        "commissioned_by": gettext("What it commissioned"),
        "parent": gettext("Bodies beneath it"),
        "body": gettext("Its people, meetings and papers"),
        "person": gettext("Not shown to be the same person"),
        "people": gettext("Meetings"),
        "moved_by": gettext("Moved"),
        "seconded_by": gettext("Seconded"),
        "inside": gettext("Papers inside it"),
        "text": gettext("Whose text it is"),
        "minutes": gettext("The meeting it records"),
        "agenda": gettext("The meeting it was for"),
        "papers": gettext("The meeting it went to"),
        "meeting": gettext("What was put or decided there"),
        "at": gettext("What moved there"),
        "for": gettext("Who came for it"),
        "next": gettext("Set at"),
        "item": gettext("What moved it"),
        "adopted_by": gettext("Named as the reason"),
        "follows": gettext("What followed"),
        "under": gettext("Beneath it"),
        "about": gettext("What speaks of it"),
        "held": gettext("Where we have looked"),
        "forwarded_to": gettext("What was forwarded to it"),
        "bodies": gettext("What it may sign off"),
        "earlier": gettext("What became of it in a later plan"),
        "later": gettext("What was carried over into it"),
        "in": gettext("What cites it"),
    }
)
"""What a page calls the records that name its subject, by the field that names it."""


@dataclass(frozen=True, slots=True)
class Backlink:
    """One reference turned round."""

    field: str
    source: str
    """The record that refers, or the part of it: `meetings/2022-05-27-osmb#minute-42`."""
    part: str
    """The part that is referred to; empty when it is the whole."""


def ways_back(portal: Portal) -> dict[str, tuple[Backlink, ...]]:
    """Give for each address every reference to it, in the order of the addresses that refer."""
    found: dict[str, dict[Backlink, None]] = {}
    for address, record in portal.records.items():
        own = _parts_by_place(record)
        for reference in references(record):
            target, part = split(reference.target)
            if target == address:
                continue
            field = next(str(n) for n in reversed(reference.where) if isinstance(n, str))
            source = _innermost(address, own, reference.where)
            found.setdefault(target, {})[Backlink(field, source, part)] = None
    return {target: tuple(backlinks) for target, backlinks in found.items()}


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
            place = citation.place
            found.setdefault(citation.in_, {}).setdefault(place, {})[address] = None
        for wording in record.wordings if isinstance(record, Item) else ():
            if wording.sha256:
                place = wording.place
                found.setdefault(wording.in_, {}).setdefault(place, {})[address] = None
    return {d: {p: tuple(found_there) for p, found_there in places.items()} for d, places in found.items()}
