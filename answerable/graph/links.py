"""Links: how items stand to one another, and the pages that name a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from answerable.graph.graph import Graph
from answerable.graph.values import Card, Way
from answerable.i18n import gettext
from answerable.model.address import split
from answerable.model.field import Record
from answerable.model.kinds.item import STRENGTHS, Item
from answerable.model.kinds.meeting import Meeting, MeetingItem
from answerable.model.spec import Back

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
class LinkRow:
    """How a page's subject stands to another."""

    card: Card
    relation: str
    strength: str
    ours: bool
    why: str
    way: str
    """`to`: written on this page's record; `from`: on the other's."""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Rows of one relation."""

    words: str
    rows: tuple[LinkRow, ...]


def of_record(graph: Graph, address: str) -> tuple[LinkGroup, ...]:
    """Links of a record both ways, those to its parts included, the strongest first."""
    groups: dict[str, list[LinkRow]] = {}
    record = graph.portal.records[address]
    for link in record.links if isinstance(record, Item) else ():
        row = LinkRow(graph.card(link.to), link.relation, link.strength, link.basis == "ours", link.why, "to")
        groups.setdefault(TO[link.relation], []).append(row)
    backlinks = graph.backlinks.get(address, ())
    for source in dict.fromkeys(back.source for back in backlinks if back.field == "to"):
        other = graph.portal.records[source]
        for link in other.links if isinstance(other, Item) else ():
            target, part = split(link.to)
            if target == address:
                why = _place(record, part, link.why) if part else link.why
                row = LinkRow(
                    graph.card(other.address),
                    link.relation,
                    link.strength,
                    link.basis == "ours",
                    why,
                    "from",
                )
                groups.setdefault(FROM[link.relation], []).append(row)
    return tuple(
        LinkGroup(words, tuple(sorted(rows, key=lambda row: (STRENGTHS.index(row.strength), row.card.href))))
        for words, rows in groups.items()
    )


def backlinks(graph: Graph, record: Record, hidden: Iterable[str] = ()) -> tuple[Way, ...]:
    """Pages that name a record, under one heading for each way they do; `hidden` names fields left out."""
    headings: dict[Back, dict[str, None]] = {}
    for link in graph.backlinks.get(record.address, ()):
        if link.field not in ("to", *hidden):
            headings.setdefault(link.back, {})[link.source] = None
    return tuple(
        Way(gettext(back.label), graph.cards(headings[back]))
        for back in sorted(headings, key=lambda back: (back.place, back.label))
    )


def outcomes(graph: Graph, meeting: Meeting, item: MeetingItem) -> tuple[Card, ...]:
    """Series, updates and others that were put or decided at an item of a meeting."""
    names = [link for link in graph.backlinks.get(meeting.address, ()) if link.field in ("meeting", "at")]
    return graph.cards(dict.fromkeys(link.source for link in names if link.part == item.id))


def _place(record: Record, part: str, why: str) -> str:
    if getattr(record, "asks", ()):
        return gettext("Ask %(id)s: %(why)s", id=part, why=why)
    return gettext("At %(id)s: %(why)s", id=part, why=why)
