"""The tables for editors hold every field of every kind as it is written in a file."""

from __future__ import annotations

import pytest

from answerable.export.field_docs import tables
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.registry import KINDS

PAGE = tables()


@pytest.mark.parametrize("model", sorted({*(kind.model for kind in KINDS.values()), Item}, key=str))
def test_every_field_of_a_kind_is_in_a_table_under_its_written_name(model: type[Series]) -> None:
    written = {field.alias or name for name, field in model.model_fields.items()} - {"address", "prose"}
    assert [name for name in written if f"| `{name}` |" not in PAGE] == []
    assert not any(name.endswith("_") for name in written)


def test_nothing_that_nobody_writes_is_in_a_table_of_records() -> None:
    assert "| `prose` |" not in PAGE
    assert "from_" not in PAGE


@pytest.mark.parametrize(
    "row",
    [
        (
            "| `status` | yes | one of `draft`, `published`, `withdrawn`, `erased` | Nothing is public without"
            " `published`. |"
        ),
        (
            "| `owners` | yes | a list, each: a reference into `bodies` | Who is to do it; empty where nobody is"
            " named. |"
        ),
        "| `at` | yes | a reference into `meetings` or `documents`, or `none` |",
        "| `looked_on` | yes | one day, or `none` |",
        "| `order` | no; then `1` | a whole number | Among updates of one day. |",
        "| `moves` | yes | a list, each: [move](#move) |",
        "| `reply` | yes | names, each with [word](#word) |",
    ],
)
def test_a_row_says_what_is_needed_what_it_holds_and_what_it_says(row: str) -> None:
    assert row in PAGE


def test_every_part_that_is_named_has_its_table() -> None:
    named = {line.partition("](#")[2].partition(")")[0] for line in PAGE.splitlines() if "](#" in line}
    headings = {line[4:].lower().replace(" ", "-") for line in PAGE.splitlines() if line.startswith("### ")}
    assert named == headings
