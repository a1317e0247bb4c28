"""A CSV opens in a spreadsheet as it was written: no formula, no date or number made up, nothing lost."""

from __future__ import annotations

import csv
import io
import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from answerable.export.csv import csv_of, guarded
from answerable.export.tables import Column, Table

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", " =", "\u00a0=", "＝", "＋", "－", "＠", "﹦", "\u200b=")
TELLING = st.sampled_from("=+-@'\t\r ＝＋－＠0123456789.,-/e")
SIGNS = st.one_of(st.characters(exclude_categories=["Cs"]), TELLING)


def opens(text: str) -> str:
    """Give the text that a cell stands for."""
    return text.removeprefix("'")


@given(st.text(SIGNS, max_size=12))
@example("")
@example("'")
@example("'=1")
def test_no_text_begins_a_formula_and_each_comes_back_as_it_was(text: str) -> None:
    cell = guarded(text)
    assert opens(cell) == text
    if not cell.startswith("'"):
        bare = "".join(sign for sign in cell if unicodedata.category(sign)[0] not in "CZ")
        assert not unicodedata.normalize("NFKC", bare).startswith(("=", "+", "-", "@"))
        assert not cell[:1].isspace()


@pytest.mark.parametrize("start", STARTS)
def test_every_beginning_of_a_formula_is_guarded(start: str) -> None:
    assert guarded(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize(
    "text",
    [
        "1.10",
        "007",
        "3-4",
        "1/2",
        "2022-05",
        "2016-17",
        "May 2022",
        "27 May 2022",
        "1E5",
        "5 a",
        "10:30",
        "1,000",
        "50%",
        "£5",
        "(5)",
        "true",
        "FALSE",
        "1234567890123456",
        "Mar-1",
        "sept 3",
    ],
)
def test_what_a_spreadsheet_would_show_otherwise_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "9",
        "13",
        "0",
        "2022",
        "2022-05-12",
        "motions/2021-11-10/09",
        "meetings/2022-05-27-osmb#minute-42",
        "spring 2022",
        "2a",
        "by 2022-02-10",
        "mole",
        "May",
        "minute 42",
        "none",
    ],
)
def test_plain_words_addresses_whole_numbers_and_days_stand_as_they_are(text: str) -> None:
    assert guarded(text) == text


CELLS = st.one_of(st.none(), st.booleans(), st.integers(), st.dates(), st.text(SIGNS, min_size=1))
COLUMNS = tuple(Column(name, name) for name in "abc")


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6))
def test_a_table_comes_back_from_its_file(rows: list[tuple[str | int | bool | date | None, ...]]) -> None:
    made = csv_of(Table("t", "", COLUMNS, tuple(rows)))
    assert made.startswith(b"\xef\xbb\xbf")
    head, *found = csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), strict=True)
    assert head == ["a", "b", "c"]
    assert [list(map(opens, row)) for row in found] == [list(map(_shown, row)) for row in rows]


def _shown(cell: str | int | bool | date | None) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else str(cell)


def test_every_value_is_quoted_and_every_row_ends_as_the_rule_says() -> None:
    rows = (('say "so"', 3, None), ("a\nb", True, date(2030, 1, 2)))
    made = csv_of(Table("t", "", COLUMNS, rows)).decode("utf-8-sig")
    assert made == '"a","b","c"\r\n"say ""so""","3",""\r\n"a\nb","yes","2030-01-02"\r\n'
