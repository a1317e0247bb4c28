"""What reaches what: tables of a later series against the one it follows, and the lists they give."""

from __future__ import annotations

from answerable.graph.coverage import Row, tables
from answerable.graph.values import Card
from tests.portals import harbour_graph

FIRST, SECOND, _PLAN = tables(harbour_graph())


def titles(rows: tuple[Row, ...]) -> list[str]:
    """Give the labels of rows."""
    return [row.head.label for row in rows]


def test_there_is_a_table_for_each_series_that_follows_another_in_the_order_of_time() -> None:
    assert [(table.earlier.title, table.later.title) for table in (FIRST, SECOND)] == [
        ("Motion of 12 June 2029", "Review of lights and sirens"),
        ("Review of lights and sirens", "Resolutions of 4 February 2030"),
    ]


def test_each_row_is_in_one_list_and_topic_alone_does_not_reach() -> None:
    for table in (FIRST, SECOND):
        assert len(table.reached) + len(table.loosely) + len(table.unreached) == len(table.rows)
    assert titles(FIRST.reached) == ["Point 1", "Point 2"]
    assert titles(FIRST.loosely) == ["Point 3"]
    assert titles(FIRST.unreached) == ["Point 4"]
    assert Row(FIRST.rows[0].head, ("", "topic", "weak")).best == "topic"


def test_asks_are_the_rows_where_the_earlier_series_has_them() -> None:
    assert (FIRST.by_asks, SECOND.by_asks) == (False, True)
    assert titles(SECOND.rows) == [
        "Recommendation 1",
        "Recommendation 2, ask a",
        "Recommendation 2, ask b",
        "Recommendation 3",
    ]
    assert [group.head.label if group.head else "" for group in SECOND.groups] == [
        "Recommendation 1",
        "Recommendation 2",
        "Recommendation 3",
    ]


def test_a_cell_holds_the_strength_of_the_link_between_its_row_and_column() -> None:
    assert [row.cells for row in FIRST.rows] == [
        ("", "strong", ""),
        ("likely", "", ""),
        ("", "", "topic"),
        ("", "", ""),
    ]


def test_what_comes_from_nothing_is_listed_and_whose_reading_the_table_is_is_known() -> None:
    assert [card.label for card in FIRST.from_nothing] == ["Recommendation 3"]
    assert SECOND.from_nothing == ()
    assert (FIRST.all_ours, SECOND.all_ours) == (False, False)


def test_the_best_of_a_row_is_its_strongest_link() -> None:
    head = Card("point", "x", "x")
    assert Row(head, ("weak", "likely", "topic")).best == "likely"
    assert Row(head, ("", "")).best == ""
