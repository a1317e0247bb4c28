"""Prose with one sentence a line shows what it showed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.load.markdown import plain
from answerable.load.markdown_lines import one_sentence_a_line, sentences, shown


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One. Two.", "One.\nTwo."),
        ("One goes\non. Two.", "One goes on.\nTwo."),
        ("It ended on 27 May 2022. We say so.", "It ended on 27 May 2022.\nWe say so."),
        ("“Is it so?” They asked.", "“Is it so?”\nThey asked."),
        ("It is *so.* It is.", "It is *so.*\nIt is."),
        ("See [this](bodies/board). It says so.", "See [this](bodies/board).\nIt says so."),
        ("1. One. Two.\n2. Three.", "1. One.\n   Two.\n2. Three."),
        ("- One. Two\n  goes on.\n\n  Three. Four.", "- One.\n  Two goes on.\n\n  Three.\n  Four."),
        ("> One. Two.\nthree.", "> One.\n> Two.\n> three."),
        ("> - One. Two.", "> - One.\n>   Two."),
        ("Zwei. Übrigens.", "Zwei.\nÜbrigens."),
    ],
)
def test_each_sentence_gets_a_line(before: str, after: str) -> None:
    assert one_sentence_a_line(before) == after
    assert one_sentence_a_line(after) == after
    assert plain(before) == plain(after)


@pytest.mark.parametrize(
    "text",
    [
        "Cllr. Smith and Dr. Lamb spoke to J. Tern.",
        "See No. 4, p. 12, e.g. The Board.",
        "It costs 1.5 or so.",
        "# One. Two.",
        "| a. A | b |\n|---|---|\n| One. Two. | c |",
        "```\nOne. Two.\n```",
        "One.\nTwo.",
        "Point A.\nThe Board.",
        "First,  \nthen. Two.",
        "It says so. 1) A year.",
        '[this](bodies/board "One. Two.")',
        "Dots ... follow.",
        "",
    ],
)
def test_what_is_no_sentence_or_would_show_something_else_stays(text: str) -> None:
    assert one_sentence_a_line(text) == text


def test_a_sentence_ends_before_the_next_begins() -> None:
    assert list(sentences("One (two). “Three”! four. Five")) == ["One (two).", "“Three”! four.", "Five"]


def test_a_line_end_within_a_paragraph_is_a_space_and_nothing_else_is() -> None:
    assert shown("a\nb") == shown("a b")
    assert shown("a\n\nb") != shown("a b")
    assert shown("a  \nb") != shown("a b")
    assert shown("[a](b)") != shown("[a](c)")
    assert shown("1. a") != shown("2. a")


PIECES = st.sampled_from(
    [
        "One",
        "two",
        "A",
        "Cllr",
        "1986",
        "e.g",
        ".",
        ". ",
        ".\n",
        "!",
        "?”",
        "“",
        "\n",
        "\n\n",
        " ",
        "  \n",
        "- ",
        "1. ",
        "2) ",
        "> ",
        "# ",
        "```",
        "`",
        "*",
        "**",
        "_",
        "[x](bodies/y)",
        "[",
        "](",
        ")",
        "|",
        "|---|",
        "    ",
        "\\",
        "<",
        "&amp;",
        "---",
        "===",
        "+",
        "É",
    ]
)


@given(st.lists(PIECES, max_size=24).map("".join))
def test_any_text_shows_what_it_showed_and_is_written_the_same_twice(text: str) -> None:
    once = one_sentence_a_line(text)
    assert shown(once) == shown(text)
    assert one_sentence_a_line(once) == once
