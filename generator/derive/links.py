"""How items stand to one another: links written on one, shown on both."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.derive.linked import Linked
from generator.derive.values import LinkRow
from generator.record.addresses import split
from generator.record.fields import Record
from generator.record.series import STRENGTHS, Item
from generator.words import gettext

TO: Final = MappingProxyType(
    {
        "answers": gettext("Answers"),
        "follows from": gettext("Follows from"),
        "quotes": gettext("Quotes"),
        "same subject": gettext("On the same subject"),
        "supersedes": gettext("Takes the place of"),
        "serves": gettext("Serves"),
    }
)
FROM: Final = MappingProxyType(
    {
        "answers": gettext("Answered by"),
        "follows from": gettext("Led to"),
        "quotes": gettext("Quoted by"),
        "same subject": gettext("On the same subject"),
        "supersedes": gettext("Superseded by"),
        "serves": gettext("Served by"),
    }
)


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Rows of one relation."""

    words: str
    rows: tuple[LinkRow, ...]


def of_record(linked: Linked, address: str) -> tuple[LinkGroup, ...]:
    """Give a record's links both ways, those to its parts included, the strongest first."""
    found: dict[str, list[LinkRow]] = {}
    record = linked.portal.records[address]
    for link in record.links if isinstance(record, Item) else ():
        row = LinkRow(
            linked.card(link.to), link.relation, link.strength, link.basis == "ours", link.why, "to"
        )
        found.setdefault(TO[link.relation], []).append(row)
    backs = linked.backs.get(address, ())
    for source in dict.fromkeys(back.source for back in backs if back.field == "to"):
        other = linked.portal.records[source]
        for link in other.links if isinstance(other, Item) else ():
            target, part = split(link.to)
            if target == address:
                why = _at(record, part, link.why) if part else link.why
                row = LinkRow(
                    linked.card(other.address),
                    link.relation,
                    link.strength,
                    link.basis == "ours",
                    why,
                    "from",
                )
                found.setdefault(FROM[link.relation], []).append(row)
    return tuple(
        LinkGroup(words, tuple(sorted(rows, key=lambda row: (STRENGTHS.index(row.strength), row.card.href))))
        for words, rows in found.items()
    )


def _at(record: Record, part: str, why: str) -> str:
    if getattr(record, "asks", ()):
        return gettext("Ask {id}: {why}", id=part, why=why)
    return gettext("At {id}: {why}", id=part, why=why)
