"""The tables hold every record and every single value, under columns that say what they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import Phase, given, settings

from answerable.export.tables import (
    Cell,
    Table,
    cells_of,
    columns_of,
    days,
    kind_tables,
    part_tables,
    status_cells,
)
from answerable.graph.graph import Graph, link
from answerable.model import date as dates
from answerable.model.field import Record
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.series import Series
from answerable.model.registry import citations, models
from answerable.model.spec import Voice, written
from tests.portals import graph, harbour, harbour_graph, public
from tests.strategies import Small, portals

THERE = harbour_graph()


def tables(there: Graph) -> dict[str, Table]:
    """Give all tables of a portal by name."""
    return {table.name: table for table in (*kind_tables(there), *part_tables(there))}


TABLES = tables(THERE)


def rows(name: str, found: dict[str, Table] = TABLES) -> list[dict[str, Cell]]:
    """Give the rows of a table, each by the names of its columns."""
    names = [column.name for column in found[name].columns]
    return [dict(zip(names, row, strict=True)) for row in found[name].rows]


@given(portals())
@settings(max_examples=10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_every_record_of_any_portal_has_one_row_and_every_row_all_columns(small: Small) -> None:
    there = graph(small.sources)
    found = tables(there)
    addresses = [row["address"] for model in models() for row in rows(model.kind_folder, found)]
    assert sorted(map(str, addresses)) == list(there.portal.records)
    for table in found.values():
        assert {len(row) for row in table.rows} <= {len(table.columns)}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_columns_have_distinct_names_a_meaning_and_a_key_without_repeats(table: Table) -> None:
    names = [column.name.lower() for column in table.columns]
    assert len(names) == len(set(names))
    assert all(column.says for column in table.columns)
    assert table.about
    if table.key:
        keys = [row[names.index(table.key)] for row in table.rows]
        assert len(keys) == len(set(keys))
    types: dict[str, type] = {"string": str, "integer": int, "boolean": bool, "date": date}
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or type(cell) is types[column.type], (column.name, cell)
            assert cell != "", column.name


@pytest.mark.parametrize("model", models())
def test_every_single_value_of_a_kind_has_its_column(model: type[Record]) -> None:
    columns = [column.name for column in TABLES[model.kind_folder].columns]
    for spec in written(model):
        if spec.voice is Voice.INTERNAL:
            assert spec.alias not in columns
        elif not spec.part:
            assert spec.alias in columns
        elif not spec.many:
            single = [one.alias for one in written(spec.part) if not one.part]
            assert [name for name in single if f"{spec.alias}_{name}" not in columns] == []


def test_columns_and_cells_of_the_same_fields_go_together() -> None:
    for meeting in THERE.portal.of(Meeting):
        order = written(Meeting)
        assert len(list(columns_of(order))) == len(list(cells_of(order, meeting)))
        assert set(cells_of(order, None)) == {None}


def test_a_date_is_its_words_and_both_its_ends() -> None:
    assert days(dates.read("2022-05")) == ("2022-05", date(2022, 5, 1), date(2022, 5, 31))
    assert days(dates.read("since 2019")) == ("since 2019", date(2019, 1, 1), None)
    assert days(None) == (None, None, None)


def test_what_is_printed_in_place_of_a_date_has_columns_of_its_own() -> None:
    bell = next(row for row in rows("events") if row["address"] == "events/2030-bell-rehung")
    assert (bell["date"], bell["printed_date_words"]) == ("2030-01-09", "9 January 3030")
    assert bell["printed_date_why"] == "the year is a slip"


def test_every_move_stands_in_the_history_once_an_axis() -> None:
    told_ = [
        (row["item"], row["ask"], row["axis"], row["word"], row["who"], row["whose"], row["update"])
        for row in rows("moves")
    ]
    made = [
        (
            m.target.partition("#")[0],
            m.target if "#" in m.target else None,
            s and s.track,
            s and s.word_id,
            m.speaker,
            m.by,
            m.update.address,
        )
        for m in THERE.events
        for s in (m.statuses or (None,))
    ]
    assert told_ == made
    assert any(track is None for _, _, track, *_ in told_), "no move that only says something is tried"


def test_every_ask_link_citation_and_question_has_its_row() -> None:
    records = THERE.portal.records.values()
    asks = [f"{r.address}#{a.id}" for r in records if isinstance(r, (Series, Item)) for a in r.asks]
    assert [row["ask"] for row in rows("asks")] == asks
    assert len(rows("links")) == sum(len(item.links) for item in THERE.portal.of(Item))
    assert len(rows("citations")) == sum(1 for record in records for _ in citations(record))
    asked = [f"{m.address}#{q.id}" for m in THERE.portal.of(Meeting) for i in m.items for q in i.questions]
    assert [row["question"] for row in rows("questions")] == asked
    for name in ("asks", "links", "citations", "questions", "attendance", "timeline"):
        assert rows(name), f"{name} is not tried"


def test_the_day_a_record_or_an_ask_was_known_here_has_its_column() -> None:
    updates = {str(row["address"]): row["known_here"] for row in rows("updates")}
    assert updates["updates/2030-04-02-inspector-finds-otherwise"] == date(2030, 4, 8)
    asks = {row["ask"]: row["known_here"] for row in rows("asks")}
    assert asks["reviews/2029-09-20/2#a"] == date(2029, 10, 1)
    bare = tables(link(replace(public(harbour()), register=())))
    assert {row["known_here"] for name in ("updates", "asks", "bodies") for row in rows(name, bare)} == {None}


def test_everybody_who_came_has_a_row_and_so_has_a_category_without_names() -> None:
    for meeting in THERE.portal.of(Meeting):
        for group in meeting.attendance:
            own = [
                row
                for row in rows("attendance")
                if (row["meeting"], row["as"]) == (meeting.address, group.as_)
            ]
            assert [row["person"] for row in own if row["person"]] == list(group.people)
            assert [row["role"] for row in own if row["role"]] == list(group.roles)
            assert own


def test_where_an_item_stands_says_who_speaks() -> None:
    moved = next(target for target in THERE.statuses if "#" not in target)
    badge = THERE.badges(moved)[0]
    told_ = [cell for cell in status_cells(THERE, moved) if cell]
    assert any(str(cell).startswith(f"{badge.voice}: {badge.word}") for cell in told_)
    row = next(row for table in ("items", "promises") for row in rows(table) if row["address"] == moved)
    assert row[f"standing_{badge.track}"] in told_


def test_an_item_names_its_series() -> None:
    assert {row["series"] for row in rows("items")} <= {row["address"] for row in rows("series")}
