"""The register's file: each line it may hold is read as it is written; anything else is told."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from answerable.model.register import HEADER, Line, parse

FILE = f"""{HEADER}
2030-05-02,reviews/2029-09-20/2,public
2030-05-02,reviews/2029-09-20/2#a,public
2030-05-03,terms/mole,public
2030-06-01,terms/mole,withdrawn
2030-06-02,terms/mole,public
2030-06-03,terms/mole,erased
"""


def test_a_register_is_read_line_by_line_and_written_back_as_it_was() -> None:
    lines, problems = parse(FILE, "register.csv")
    assert problems == []
    assert lines[1] == Line(date(2030, 5, 2), "reviews/2029-09-20/2#a", "public")
    assert [line.number for line in lines] == [2, 3, 4, 5, 6, 7]
    assert "".join(f"{line}\n" for line in (HEADER, *lines)) == FILE


def test_a_register_that_holds_nothing_yet_is_read() -> None:
    assert parse(f"{HEADER}\n", "register.csv") == ((), [])


@given(st.lists(st.one_of(st.sampled_from(FILE.splitlines()), st.text(max_size=20)), max_size=6))
def test_whatever_stands_in_it_each_line_is_read_or_told(written: list[str]) -> None:
    text = "\n".join([HEADER, *written])
    lines, problems = parse(text, "register.csv")
    seen = {line.number for line in lines} | {problem.line for problem in problems}
    assert seen == set(range(2, text.count("\n") + (text[-1:] != "\n") + 1))
