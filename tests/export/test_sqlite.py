"""The SQLite file opens, holds what the tables hold, and finds words; what is sensitive is not found."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from answerable.export.downloads import data
from answerable.export.sqlite import database
from answerable.export.tables import kind_tables, part_tables
from tests.engines import ROOT
from tests.portals import graph, harbour, harbour_graph
from tests.small import SMALL, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.graph.graph import Graph

THERE = harbour_graph()
TABLES = (*kind_tables(THERE), *part_tables(THERE))


def opened(there: Graph) -> sqlite3.Connection:
    """Give a portal's database, opened."""
    base = sqlite3.connect(":memory:")
    base.deserialize(database(there, (*kind_tables(there), *part_tables(there))))
    return base


@pytest.fixture
def base() -> Iterator[sqlite3.Connection]:
    """Give the harbour's database, opened."""
    with closing(opened(THERE)) as own:
        yield own


def test_every_table_is_there_with_all_its_rows(base: sqlite3.Connection) -> None:
    for table in TABLES:
        found = base.execute(f'SELECT * FROM "{table.name}"')  # noqa: S608  (names of our own)
        assert [column[0] for column in found.description] == [column.name for column in table.columns]
        assert [list(map(str, row)) for row in found] == [
            [str(int(cell) if isinstance(cell, bool) else cell) for cell in row] for row in table.rows
        ]


def test_the_file_is_whole_and_every_reference_in_it_leads_somewhere(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    refers = sum(1 for table in TABLES for column in table.columns if column.refers)
    lists = [base.execute(f'PRAGMA foreign_key_list("{table.name}")').fetchall() for table in TABLES]
    assert sum(map(len, lists)) == refers > 5


def test_a_word_in_any_field_or_in_the_prose_finds_its_record(base: sqlite3.Connection) -> None:
    def found(words: str) -> list[str]:
        asked = "SELECT address FROM search WHERE search MATCH ? ORDER BY rank"
        return [address for (address,) in base.execute(asked, (words,))]

    assert "terms/mole" in found("mole")
    assert found("sirens") == found("siren") != []
    record = next(r for r in THERE.portal.records.values() if r.prose)
    assert record.address in found(" ".join(word for word in record.prose.split()[:3] if word.isalpha()))
    assert base.execute("SELECT count(*) FROM search").fetchone() == (len(THERE.portal.records),)


SENSITIVE = ("content/terms/mole.yaml", "content/motions/2029-06-12/index.md")


def test_what_is_sensitive_is_in_its_table_and_not_in_the_search() -> None:
    content = harbour().content
    more = {
        path: content[path].replace(b'status: "published"', b'sensitive: "yes"\nstatus: "published"')
        for path in SENSITIVE
    }
    with closing(opened(graph(harbour(more=more)))) as base:
        searched = {address for (address,) in base.execute("SELECT address FROM search")}
        assert base.execute("SELECT sensitive FROM terms WHERE address = 'terms/mole'").fetchone() == (1,)
    hidden = {
        address
        for address in THERE.portal.records
        if address == "terms/mole" or address.startswith("motions/2029-06-12")
    }
    assert len(hidden) > 3
    assert searched == set(THERE.portal.records) - hidden


def test_the_file_says_what_it_is_and_under_which_licence() -> None:
    small = graph(sources(SMALL))
    for there, banner in ((small, "An example."), (THERE, None)):
        with closing(opened(there)) as base:
            about = dict(base.execute("SELECT name, says FROM about").fetchall())
        assert about["title"] == there.portal.settings.title
        assert there.portal.settings.licence.address in about["licence"]
        assert about.get("banner") == banner, "a site that is launched has none"


MADE = """
import sys
from hashlib import sha256
from answerable.export.downloads import (data)
from tests.portals import harbour_graph
files = [(one.path, sha256(one.data).hexdigest()) for one in data(harbour_graph())]
print(sha256(repr(files).encode()).hexdigest())
"""


def test_the_same_portal_gives_the_same_bytes_in_another_process() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", MADE],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("77", "Pacific/Kiritimati"))
    }
    assert len(made) == 1
    assert data(THERE) == data(harbour_graph())
