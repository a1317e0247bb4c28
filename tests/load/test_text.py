"""Text of a file: what it may be made of, its header and its prose."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.load.text import MOST_BYTES, faults, header_and_prose, place, text_of

SHOWN_ANYWAY = {
    " ",
    "\n",
    *map(chr, [*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2]),
    *map(chr, [0x110BD, 0x110CD, *range(0x13430, 0x13440)]),
}
"""What Unicode counts among the format characters though it has a shape: signs of number and of verse."""


def told(data: bytes) -> list[str]:
    return [str(problem) for problem in text_of(data, "x.md")[1]]


def test_plain_text_comes_back_as_it_is() -> None:
    text = "Réponse – “ça va” 😀 اردو हिन्दी\n\nName: 7\n"
    assert text_of(text.encode(), "x.md") == (text, [])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("a\nÄÖ".encode() + b"\xff", 'x.md:2:3: The file is not UTF-8 from here on. Save it as "UTF-8".'),
        ("\ufeffname".encode("utf-16-le"), 'x.md:1:1: The file is saved as UTF-16. Save it as "UTF-8".'),
        ("\ufeffname".encode("utf-16-be"), 'x.md:1:1: The file is saved as UTF-16. Save it as "UTF-8".'),
        (b"a" * (MOST_BYTES + 1), "x.md:1:1: The file has 1,048,577 bytes; at most 1,048,576 are read."),
    ],
)
def test_what_is_no_text_is_refused_where_it_stops_being_one(data: bytes, problem: str) -> None:
    assert [line[: len(problem)] for line in told(data)] == [problem]


def test_the_largest_file_is_read_and_what_stands_behind_a_byte_order_mark_too() -> None:
    assert told(b"a" * MOST_BYTES) == []
    text, problems = text_of("\ufeffa\n".encode(), "x.md")
    assert (text, [p.message for p in problems]) == ("a\n", ["The file begins with a byte order mark."])


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> other", "||||||| base"])
def test_each_mark_of_a_merge_is_refused_on_its_line(mark: str) -> None:
    text, problems = text_of(f"a: b\n{mark}\nc: d\n".encode(), "x.md")
    assert text == ""
    assert [(p.line, p.column) for p in problems] == [(2, 1)]


@pytest.mark.parametrize("harmless", ["======", "========", "<<<<<<<<", " =======", "a <<<<<<< b"])
def test_what_only_looks_like_a_mark_of_a_merge_may_stand(harmless: str) -> None:
    assert told(f"a\n{harmless}\n".encode()) == []


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_what_passes_has_no_control_format_or_odd_space_character_and_is_nfc(text: str) -> None:
    read, problems = text_of(text.encode(), "x.md")
    if not problems:
        assert read == text == unicodedata.normalize("NFC", text)
        kinds = {unicodedata.category(character) for character in read if character not in SHOWN_ANYWAY}
        assert kinds.isdisjoint({"Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"})


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_mended_text_keeps_every_line_and_column(text: str) -> None:
    read, problems = text_of(text.encode(), "x.md")
    if read and "\r" not in text and not text.startswith("\ufeff"):
        assert [len(line) for line in read.split("\n")] == [len(line) for line in text.split("\n")]
    assert all(p.line <= text.count("\n") + text.count("\r") + 1 for p in problems)


def test_each_character_is_told_once_with_its_first_place() -> None:
    found = list(faults("a\u200bb\u200bc\u00ad"))
    assert [offset for offset, _, _ in found] == [1, 5]
    assert "2 times" in found[0][1]
    assert "times" not in found[1][1]


def test_a_place_is_counted_in_characters_from_one() -> None:
    assert [place("Ä😀\nb", offset) for offset in (0, 1, 2, 3)] == [(1, 1), (1, 2), (1, 3), (2, 1)]


LINE = st.text(st.sampled_from("ab: -é#"), max_size=8).filter(lambda line: line.rstrip(" ") != "---")
LINES = st.lists(LINE)


@given(header=LINES, prose=LINES)
def test_header_and_prose_come_back_with_the_lines_they_begin_on(header: list[str], prose: list[str]) -> None:
    text = "\n".join(["---", *header, "---", *prose])
    fields, words, below, problems = header_and_prose(text, "x.md")
    lines = text.split("\n")
    assert problems == []
    assert fields == "".join(f"{line}\n" for line in header) or (not header and fields == "\n")
    assert words.split("\n") == (prose or [""])
    assert lines[1 : 1 + len(header)] == header
    assert lines[below - 1 :] == prose


def test_a_file_without_a_header_is_refused() -> None:
    (problem,) = header_and_prose("The words.\n", "x.md")[3]
    assert str(problem) == (
        'x.md:1:1: The file does not begin with a line "---". '
        'Put its fields between two lines "---", and the words below.'
    )


def test_a_line_of_dashes_in_the_prose_does_not_end_it() -> None:
    assert header_and_prose("---\na: b\n---\nWords.\n\n---\nMore.\n", "x.md")[1] == "Words.\n\n---\nMore.\n"
