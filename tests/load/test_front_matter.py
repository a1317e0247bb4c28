"""The header of a record and its prose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable.load.front_matter import split

LINE = st.text(st.sampled_from("ab: -é#"), max_size=8).filter(lambda line: line.rstrip(" ") != "---")
LINES = st.lists(LINE)


@given(header=LINES, prose=LINES)
def test_header_and_prose_come_back_with_the_lines_they_begin_on(header: list[str], prose: list[str]) -> None:
    text = "\n".join(["---", *header, "---", *prose])
    fields, first, words, below, problems = split(text, "x.md")
    lines = text.split("\n")
    assert problems == []
    assert fields == "".join(f"{line}\n" for line in header) or (not header and fields == "\n")
    assert words.split("\n") == (prose or [""])
    assert lines[first - 1 : first - 1 + len(header)] == header
    assert lines[below - 1 :] == prose


def test_a_file_without_a_header_is_refused() -> None:
    told = " ".join(map(str, split("The words.\n", "x.md")[4]))
    assert told == (
        'x.md:1:1: The file does not begin with a line "---". '
        'Put its fields between two lines "---", and the words below.'
    )


def test_a_line_of_dashes_in_the_prose_does_not_end_it() -> None:
    assert split("---\na: b\n---\nWords.\n\n---\nMore.\n", "x.md")[2] == "Words.\n\n---\nMore.\n"
