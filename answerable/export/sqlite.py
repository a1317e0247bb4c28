"""SQLite file of the tables, with a search over the words of every record (SQLite's FTS5).

The same tables give the same bytes from one version of SQLite.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import cache
from typing import Final

from answerable.export.tables import Cell, Column, Table
from answerable.graph.graph import Graph
from answerable.model.address import href
from answerable.model.date import When
from answerable.model.field import Part
from answerable.model.portal import Portal
from answerable.model.registry import kind_of
from answerable.model.spec import FieldSpec, written

TYPES: Final = {"string": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "date": "TEXT"}
SEARCH: Final = """CREATE VIRTUAL TABLE search USING fts5(
  title, text, kind UNINDEXED, address UNINDEXED, page UNINDEXED,
  tokenize = "porter unicode61 remove_diacritics 2"
)"""
_TARGET = re.compile(r"\]\([^)]*\)")
"""Where a link in Markdown leads, which is no word of the text."""


def database(graph: Graph, tables: Sequence[Table]) -> bytes:
    """SQLite file of the tables, of `about`, and of `search`; nothing touches the disk."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("PRAGMA secure_delete = ON")  # what is taken out leaves zeros behind
        base.execute("CREATE TABLE about (name TEXT PRIMARY KEY, says TEXT)")
        base.executemany("INSERT INTO about VALUES (?, ?)", _about(graph.portal))
        for table in tables:
            base.execute(f"CREATE TABLE {_quoted(table.name)} ({_columns(table)})")
            marks = ", ".join("?" * len(table.columns))
            insert = f"INSERT INTO {_quoted(table.name)} VALUES ({marks})"  # noqa: S608  (names of our own)
            base.executemany(insert, _stored(table))
        base.execute(SEARCH)
        base.executemany("INSERT INTO search VALUES (?, ?, ?, ?, ?)", _searched(graph.portal))
        base.execute("INSERT INTO search (search) VALUES ('optimize')")
        base.commit()
        return base.serialize()


def _quoted(name: str) -> str:
    return f'"{name}"'


def _columns(table: Table) -> str:
    return ", ".join(_column(column, column.name == table.key) for column in table.columns)


def _column(column: Column, key: bool) -> str:
    words = [_quoted(column.name), TYPES[column.type]]
    if key:
        words.append("PRIMARY KEY")
    if column.refers:
        words.append(f"REFERENCES {_quoted(column.refers)} (address)")
    return " ".join(words)


def _stored(table: Table) -> Iterable[Sequence[Cell]]:
    """The rows, each day as text."""
    if all(column.type != "date" for column in table.columns):
        return table.rows
    return ([cell.isoformat() if isinstance(cell, date) else cell for cell in row] for row in table.rows)


def _about(portal: Portal) -> Iterator[tuple[str, str]]:
    settings = portal.settings
    if not settings.launched:
        yield "banner", settings.banner
    yield "title", settings.title
    yield "purpose", settings.purpose
    yield "held_until", settings.held_until
    yield "licence", f"{settings.licence.name}, {settings.licence.address}"
    yield "licence_covers", settings.licence.covers
    yield "papers", settings.licence.papers


def _searched(portal: Portal) -> Iterator[tuple[str, str, str, str, str]]:
    """One row a record; what is sensitive, or stands in a sensitive series, is kept out of search."""
    for address, record in portal.records.items():
        if not portal.is_sensitive(record):
            text = "\n".join([*words_of(record), _TARGET.sub("]", record.prose)])
            yield record.heading, text, kind_of(address).one, address, href(address)


def words_of(part: Part) -> Iterator[str]:
    """The texts and the dates in words that a record holds for readers, without its prose."""
    for spec in _with_words(type(part)):
        value = getattr(part, spec.name)
        for one in value if spec.many else (value,):
            if isinstance(one, str):
                yield one
            elif isinstance(one, When):
                yield one.words
            elif one:
                yield from words_of(one)


@cache
def _with_words(model: type[Part]) -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in written(model) if spec.holds in ("text", "date", "part"))
