"""The SQLite file in Datasette itself: every table is there to read, and a search finds a word."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeAlias

import pytest
from datasette.app import Datasette

from answerable.export.downloads import data
from answerable.export.sqlite import database
from answerable.export.tables import kind_tables, part_tables
from tests.portals import harbour_graph

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Rows: TypeAlias = "list[dict[str, object]]"
THERE = harbour_graph()
TABLES = (*kind_tables(THERE), *part_tables(THERE))


def asked_for(path: Path, asked: Iterable[tuple[str, dict[str, str]]]) -> tuple[str, list[Rows]]:
    """Give what `_read` gives, from a thread of its own: in this one Playwright may keep an event loop."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(lambda: asyncio.run(_read(path, asked))).result()


async def _read(path: Path, asked: Iterable[tuple[str, dict[str, str]]]) -> tuple[str, list[Rows]]:
    """Give the page of the search, and rows of tables, from Datasette in this process: no port is opened."""
    here = Datasette([], immutables=[str(path)])
    await here.invoke_startup()
    answers = [await here.client.get(f"/portal/{one}.json", params=how) for one, how in asked]
    page = (await here.client.get("/portal/search")).raise_for_status().text
    here.executor.shutdown()
    return page, [answer.raise_for_status().json() for answer in answers]


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Give the harbour's database as a file, with the bytes that stand among the downloads."""
    path = tmp_path / "portal.sqlite"
    path.write_bytes(next(one.data for one in data(THERE) if one.path.endswith(".sqlite")))
    assert path.read_bytes() == database(THERE, TABLES)
    return path


def test_every_table_can_be_read_with_all_its_rows(portal: Path) -> None:
    whole = {"_shape": "array", "_size": "max"}
    _, answers = asked_for(portal, [(table.name, whole) for table in TABLES])
    assert [len(rows) for rows in answers] == [len(table.rows) for table in TABLES]
    assert sum(len(rows) for rows in answers) > 200
    (bodies,) = [rows for rows, table in zip(answers, TABLES, strict=True) if table.name == "bodies"]
    assert "Harbour Board" in {row["name"] for row in bodies}


def test_a_word_that_is_searched_for_finds_its_records(portal: Path) -> None:
    asked = [("search", {"_shape": "array", "_search": word}) for word in ("mole", "zephyrine")]
    page, (found, lost) = asked_for(portal, asked)
    assert 'name="_search"' in page, "Datasette sees that the table can be searched"
    assert "terms/mole" in {row["address"] for row in found}
    assert lost == []
