"""Facts: any field of any record as its label, with words, dates or cards for its value.

Every word of every public field reaches its page through here unless its template shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from answerable.graph.graph import Graph
from answerable.graph.values import Cite, Fact
from answerable.i18n import gettext, semicolons
from answerable.model import date as dates
from answerable.model.date import When, day_in_words
from answerable.model.field import Citation, Part, Record, with_note
from answerable.model.kinds.item import Item
from answerable.model.spec import FieldSpec, Voice, headings, none_words, specs


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list in a record: its title, its facts and where it is written."""

    title: str
    facts: tuple[Fact, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A list in a record, under its name."""

    title: str
    rows: tuple[Row, ...]


def facts(graph: Graph, part: Part, skip: frozenset[str] = frozenset()) -> tuple[Fact, ...]:
    """Single values and references of a part, in the order of its fields."""
    return tuple(_facts(graph, part, skip))


def _facts(graph: Graph, part: Part, skip: frozenset[str]) -> Iterator[Fact]:
    for spec in specs(type(part)):
        value = getattr(part, spec.name)
        if spec.declared.framed or spec.name in skip or value in (None, (), ""):
            continue
        printed = spec.declared.voice is Voice.PAPER
        if spec.ref and value != "none":
            yield Fact(spec.label, cards=graph.cards(value if isinstance(value, tuple) else (value,)))
        elif isinstance(value, When):
            yield Fact(spec.label, when=with_note(part, spec.name, value))
        elif isinstance(value, tuple):
            if not isinstance(value[0], Part):
                yield Fact(spec.label, semicolons(map(str, value)), printed=printed)
        elif not isinstance(value, Part):
            yield Fact(spec.label, _words(spec, value), printed=printed)


def _words(spec: FieldSpec, value: object) -> str:
    if value == "none":
        return none_words(spec)
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, date):
        return day_in_words(value)
    return spec.words.get(str(value), str(value))


def known_here(graph: Graph, record: Record, skip: frozenset[str] = frozenset()) -> tuple[Fact, ...]:
    """Day on which a record was first public here, kept apart from the days it tells of.

    None where the register has no such day, and none of what tells of no day: a body, a word, a page.
    """
    day = graph.portal.known_here(record.address)
    if day is None or "known_here" in skip or not (isinstance(record, Item) or record.when):
        return ()
    return (Fact(gettext("Known here"), when=dates.read(day.isoformat())),)


def sections(graph: Graph, record: Part, skip: frozenset[str] = frozenset()) -> tuple[Section, ...]:
    """Lists of parts in a record, each row with its facts and citations."""
    lists = []
    for spec in specs(type(record)):
        value = getattr(record, spec.name)
        if spec.declared.framed or spec.name in skip:
            continue
        rows = value if isinstance(value, tuple) else (value,)
        if rows and isinstance(rows[0], Part) and not isinstance(rows[0], Citation):
            lists.append(Section(spec.label, tuple(_row(graph, row) for row in rows)))
    return tuple(lists)


def _row(graph: Graph, part: Part) -> Row:
    framed = (getattr(part, spec.name) for spec in headings(type(part)) if spec.declared.framed)
    title = str(next(filter(None, framed), ""))
    inner = [(section.title, row) for section in sections(graph, part) for row in section.rows]
    nested = [
        replace(fact, label=gettext("%(list)s: %(name)s", list=name, name=fact.label))
        for name, row in inner
        for fact in row.facts
    ]
    cites = (*graph.cites(getattr(part, "cites", ())), *(cite for _, row in inner for cite in row.cites))
    return Row(title, (*facts(graph, part), *nested), cites)
