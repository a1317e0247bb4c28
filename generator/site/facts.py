"""Any field of any record as a fact: its name in words, and words, dates or cards for its value.

Every word of every public field reaches its page through here unless the kind's own view shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from generator.derive.linked import Linked
from generator.derive.values import Cite, Fact
from generator.record.dates import When, day_in_words
from generator.record.fields import Citation, Part, Record
from generator.record.kinds import references

NAMES: Final = MappingProxyType(
    {
        "agenda_item": "Agenda item",
        "as_": "Standing of the words",
        "asks_split": "Who divided it into asks",
        "because": "Because of",
        "before": "What stood here before",
        "by": "By",
        "by_role": "In the role of",
        "called_there": "Called there",
        "closes": "Ends where this begins",
        "counted_by_says": "Counted by",
        "date_is": "The date is of",
        "due_is": "Whose reading the date is",
        "due_says": "Due, as the paper puts it",
        "due_why": "Reason given for the date",
        "falls_on": "Falls on",
        "falls_on_role": "In the role of",
        "file": "Held copy",
        "from_": "From",
        "happened_is": "The day counts from",
        "how_we_will_know": "How we will know",
        "in_": "In",
        "named": "Whether anybody is named",
        "named_why": "What the text says of who",
        "not_shown_same_as": "Not shown to be the same person as",
        "official": "Official copy",
        "opens": "Begins",
        "printed_as": "Also printed as",
        "seen": "Seen in papers of",
        "sha256": "SHA-256 of the held copy",
        "stands": "Where it stands",
        "text": "Official text",
        "to": "To",
        "voice": "Its word on badges",
        "why_named": "Named because",
        "why_not": "Why it is not held",
    }
)
OWN: Final = frozenset(
    {
        "address",
        "prose",
        "status",
        "embargo",
        "sensitive",
        "withdrawn",
        "cites",
        "gaps",
        "title",
        "name",
        "order",
        "id",
    }
)
"""Fields that the frame of every page shows, or that are not for readers."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list in a record: its facts and where it is written."""

    facts: tuple[Fact, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A list in a record, under its name."""

    title: str
    rows: tuple[Row, ...]


def name_of(field: str) -> str:
    """Give a field's name in words."""
    words = NAMES.get(field) or field.strip("_").replace("_", " ")
    return words[0].upper() + words[1:]


def facts(linked: Linked, part: Part, skip: frozenset[str] = frozenset()) -> tuple[Fact, ...]:
    """Give a part's single values and references, in the order of its fields."""
    return tuple(_facts(linked, part, skip))


def _facts(linked: Linked, part: Part, skip: frozenset[str]) -> Iterator[Fact]:
    named = {str(reference.where[0]) for reference in references(part) if _plain(reference.where)}
    for field, info in type(part).model_fields.items():
        value = getattr(part, field)
        if field in OWN or field in skip or value in (None, (), ""):
            continue
        label, alias = name_of(field), info.alias or field
        if alias in named:
            targets = value if isinstance(value, tuple) else (value,)
            yield Fact(label, cards=linked.cards(targets))
        elif isinstance(value, When):
            yield Fact(label, when=value)
        elif isinstance(value, tuple):
            if not isinstance(value[0], Part):
                yield Fact(label, "; ".join(map(str, value)))
        elif not isinstance(value, Part):
            yield Fact(label, _words(value))


def _plain(where: tuple[str | int, ...]) -> bool:
    return len(where) == 1 or (len(where) == 2 and isinstance(where[1], int))


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return day_in_words(value) if isinstance(value, date) else str(value)


def sections(linked: Linked, record: Part, skip: frozenset[str] = frozenset()) -> tuple[Section, ...]:
    """Give a record's lists of parts, each row with its facts and citations."""
    found = []
    for field in type(record).model_fields:
        value = getattr(record, field)
        if field in OWN or field in skip:
            continue
        rows = value if isinstance(value, tuple) else (value,)
        if rows and isinstance(rows[0], Part) and not isinstance(rows[0], Citation):
            found.append(Section(name_of(field), tuple(_row(linked, row) for row in rows)))
    return tuple(found)


def _row(linked: Linked, part: Part) -> Row:
    titles = [Fact("", str(getattr(part, name))) for name in ("title", "name") if getattr(part, name, None)]
    inner = [fact for section in sections(linked, part) for row in section.rows for fact in row.facts]
    cites = getattr(part, "cites", ())
    return Row((*titles, *facts(linked, part), *inner), linked.cites(cites))


def record_cites(linked: Linked, record: Record) -> tuple[Cite, ...]:
    """Give where a record itself is written."""
    return linked.cites(record.cites)
