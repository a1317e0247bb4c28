"""How items stand to one another: links written on one, shown on both."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from answerable.graph.graph import Graph
from answerable.graph.values import LinkRow
from answerable.i18n import gettext
from answerable.model.address import split
from answerable.model.field import Record
from answerable.model.kinds.item import STRENGTHS, Item

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


def of_record(graph: Graph, address: str) -> tuple[LinkGroup, ...]:
    """Give a record's links both ways, those to its parts included, the strongest first."""
    found: dict[str, list[LinkRow]] = {}
    record = graph.portal.records[address]
    for link in record.links if isinstance(record, Item) else ():
        row = LinkRow(graph.card(link.to), link.relation, link.strength, link.basis == "ours", link.why, "to")
        found.setdefault(TO[link.relation], []).append(row)
    backlinks = graph.backlinks.get(address, ())
    for source in dict.fromkeys(back.source for back in backlinks if back.field == "to"):
        other = graph.portal.records[source]
        for link in other.links if isinstance(other, Item) else ():
            target, part = split(link.to)
            if target == address:
                why = _at(record, part, link.why) if part else link.why
                row = LinkRow(
                    graph.card(other.address),
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
        return gettext("Ask %(id)s: %(why)s", id=part, why=why)
    return gettext("At %(id)s: %(why)s", id=part, why=why)
