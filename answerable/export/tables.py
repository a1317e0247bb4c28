"""The record as tables: one for each kind, with its single values; lists of addresses and words are joined.

What stands several times within a record has a table of its own in `told.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from inspect import getdoc
from typing import Final, Literal, TypeAlias

from pydantic import BaseModel

from answerable.graph.graph import Graph
from answerable.i18n import pgettext
from answerable.model.address import href, parent
from answerable.model.date import When
from answerable.model.field import Record
from answerable.model.kinds.item import Item
from answerable.model.kinds.promise import Promise
from answerable.model.registry import file_order, kind_of, models
from answerable.model.spec import FieldSpec, Voice, written
from answerable.model.status import TRACKS

Cell: TypeAlias = str | int | bool | date | None
SEVERAL: Final = "; "
"""Between the entries of a list in one cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what is in it, and of what type that is."""

    name: str
    says: str
    type: Literal["string", "integer", "boolean", "date"] = "string"
    refers: str = ""
    """The table whose keys are in it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; with a key, no two rows have the same value in its column."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: str = ""


KNOWN: Final = Column(
    "known_here", "The day on which it was first public here; empty where nothing is published yet.", "date"
)
FIRST: Final = (
    Column("address", "The record's address, which never changes."),
    Column("record_kind", "What kind of record it is, in a word."),
    Column("page", "Its page, from the root of the site."),
    KNOWN,
)
SERIES: Final = Column("series", "The series it stands in.", refers="series")
PROSE: Final = Column("prose", "The text of its page, in Markdown.")


def kinds(graph: Graph) -> Iterator[Table]:
    """Give the table of each kind, in the order of its records' addresses."""
    for model in models():
        public = tuple(spec for spec in file_order(model) if spec.voice is not Voice.INTERNAL)
        moved = issubclass(model, (Item, Promise))
        inside = (SERIES,) if model is Item else ()
        columns = (*FIRST, *inside, *columns_of(public), *(STATUSES if moved else ()), PROSE)
        rows = tuple(
            (
                record.address,
                str(kind_of(record.address).one),
                href(record.address),
                graph.portal.known_here(record.address),
                *([parent(record.address)] if inside else []),
                *cells_of(public, record),
                *(status_cells(graph, record.address) if moved else ()),
                record.prose or None,
            )
            for record in graph.portal.of(model)
        )
        yield Table(model.kind_folder, about(model), columns, rows, "address")


def about(model: type[Record]) -> str:
    """Give what a kind is in a sentence: the words that its type says of itself."""
    words = " ".join((getdoc(model) or "").split())
    return pgettext("a table", words)


def columns_of(order: Iterable[FieldSpec], before: str = "") -> Iterator[Column]:
    """Give the columns of some fields; lists of parts have none, a date has three."""
    for spec in order:
        name = before + spec.alias
        if spec.part:
            if not spec.many:
                yield from columns_of(written(spec.part), f"{name}_")
        elif spec.holds == "date":
            yield from dated(name, spec.says)
        elif spec.many:
            yield Column(name, f'{spec.says} Several are divided by "{SEVERAL}".')
        elif spec.holds == "yes or no":
            yield Column(name, spec.says, "boolean")
        elif spec.holds == "whole number":
            yield Column(name, spec.says, "integer")
        else:
            yield Column(name, spec.says, "date" if spec.holds == "day" else "string")


def cells_of(order: Iterable[FieldSpec], part: BaseModel | None) -> Iterator[Cell]:
    """Give the cells of a part under the columns of the same fields; all empty where it is absent."""
    for spec in order:
        value = getattr(part, spec.name) if part else None
        if spec.part:
            if not spec.many:
                yield from cells_of(written(spec.part), value)
        elif spec.holds == "date":
            yield from days(value)
        elif spec.many:
            yield SEVERAL.join(value or ()) or None
        elif spec.holds == "day":
            yield value if isinstance(value, date) else None
        else:
            yield value


def dated(name: str, says: str) -> tuple[Column, ...]:
    """Give the three columns of a date."""
    return (
        Column(name, f"{says} As it is written in the record."),
        Column(f"{name}_earliest", "The first day that this date can mean; empty where it is open.", "date"),
        Column(f"{name}_latest", "The last day that this date can mean; empty where it is open.", "date"),
    )


def days(when: When | None) -> tuple[Cell, Cell, Cell]:
    """Give the three cells of a date."""
    if when is None:
        return None, None, None
    return when.text, when.earliest, when.latest


def _status_column(track: str) -> Column:
    says = f'Where it stands on the axis "{track}": who says so, and the word. Empty where nobody set it.'
    return Column(f"standing_{track}", f'{says} Several are divided by "{SEVERAL}".')


STATUSES: Final = tuple(_status_column(track) for track in TRACKS)


def status_cells(graph: Graph, reference: str) -> Iterator[Cell]:
    """Give where an item, an ask or a promise stands, one cell an axis: `Review: no comment`."""
    badges = graph.badges(reference)
    for track in TRACKS:
        said = (f"{badge.voice}: {badge.word}" for badge in badges if badge.track == track)
        yield SEVERAL.join(said) or None
