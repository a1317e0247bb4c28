"""Strict YAML: values stay text and keep their place; nothing is altered, dropped or guessed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from answerable.load import yaml as strict_yaml
from answerable.load.characters import text_of
from answerable.load.front_matter import split
from answerable.load.yaml import MOST_LEVELS, MOST_VALUES, Parsed, parse

if TYPE_CHECKING:
    from collections.abc import Callable

CONTENT = Path(__file__).resolve().parents[2] / "content"
RECORDS = sorted(path for path in CONTENT.rglob("*.*") if path.suffix in (".yaml", ".md"))

# Letters, digits, signs that YAML reads as something, spaces, line ends, and what people write beside them.
WORDS = st.text(st.sampled_from("abcXYZ0189 #:-\"'\\[]{},&*!|>%@`?~<=\n.éßŁ√😀…"), max_size=30)
NAMES = st.text(st.sampled_from("abcdefgh_yno0123456789"), min_size=1, max_size=8)
TREES = st.dictionaries(
    NAMES,
    st.recursive(
        WORDS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=6,
)


def in_quotes(tree: object) -> str:
    return yaml.safe_dump(tree, default_style='"', allow_unicode=True, sort_keys=False)


def plainly(tree: object) -> str:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)


def folded(tree: object) -> str:
    return yaml.safe_dump(tree, allow_unicode=True, width=20, default_flow_style=False)


def as_json(tree: object) -> str:
    return json.dumps(tree)


def as_wide_json(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=1)


def by_hand(tree: object, indent: str = "") -> str:
    """Write a tree as this project's own records are written: one field a line, longer texts below a |."""
    if isinstance(tree, str):
        return f" {json.dumps(tree, ensure_ascii=False)}\n"
    if not tree:
        return " []\n" if isinstance(tree, list) else " {}\n"
    deeper = f"{indent}  "
    if isinstance(tree, list):
        return "\n" + "".join(f"{indent}-{by_hand(entry, deeper)}" for entry in tree)
    assert isinstance(tree, dict)
    lines = (
        f'{indent}"{name}":\n{deeper}{by_hand(value, deeper).lstrip()}'
        if isinstance(value, str)
        else f"{indent}{name}:{by_hand(value, deeper)}"
        for name, value in tree.items()
    )
    return ("\n" if indent else "") + "".join(lines)


@pytest.mark.parametrize("write", [in_quotes, plainly, folded, as_json, as_wide_json, by_hand])
@given(tree=TREES)
def test_a_tree_is_read_as_it_was_written_or_refused_and_never_altered(
    write: Callable[[object], str], tree: object
) -> None:
    text, found = text_of(write(tree).encode(), "x.yaml")
    read = parse(text, "x.yaml")
    assert found or read.problems or read.value == tree


@pytest.mark.parametrize("write", [in_quotes, as_wide_json, by_hand])
@given(tree=TREES)
def test_a_tree_with_its_values_in_quotes_is_never_refused(
    write: Callable[[object], str], tree: object
) -> None:
    text, found = text_of(write(tree).encode(), "x.yaml")
    fields_in_quotes = [p for p in parse(text, "x.yaml").problems if "takes in" not in p.message]
    assert [*found, *fields_in_quotes] == []


@given(tree=TREES, first_line=st.integers(1, 9))
def test_every_value_and_every_name_has_the_place_where_it_stands(tree: object, first_line: int) -> None:
    lines = as_wide_json(tree).split("\n")
    read = parse("\n".join(lines), "x.yaml", first_line)
    for where, value in walk(tree, ()):
        line, column = read.places[where]
        begins = "{" if isinstance(value, dict) else "[" if isinstance(value, list) else '"'
        assert lines[line - first_line][column - 1] == begins
    for where, (line, column) in read.keys.items():
        assert lines[line - first_line][column - 1 :].startswith(f'"{where[-1]}":')


def walk(tree: object, where: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], object]]:
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [(where, tree), *(found for step, value in steps for found in walk(value, (*where, step)))]


@given(st.text(st.sampled_from("ab: \n-#\"'[]{},&*!|>?%@\\\t<.0é\u202e\u2028\x00\ufeff"), max_size=60))
def test_hostile_text_gives_problems_and_never_a_traceback(text: str) -> None:
    assert isinstance(parse(text, "x.yaml").value, dict)
    told = parse(text_of(text.encode(), "x.yaml")[0], "x.yaml").problems
    assert all(p.line >= 1 and p.column >= 1 and p.message.endswith(".") and p.hint for p in told)


@pytest.mark.parametrize(
    "value",
    [
        "22:30",
        "010",
        "1_000",
        "1.10",
        "no",
        "on",
        "True",
        "2022-02-30",
        "+441314960000",
        ".inf",
        "=",
        "0x1F",
        "2022-05-27",
        "1e3",
        "Null",
        "<<<",
    ],
)
def test_a_plain_value_stays_the_text_it_is(value: str) -> None:
    assert parse(f"a: {value}\n", "x.yaml").value == {"a": value}


@pytest.mark.parametrize("written", ['1: a\n"1": b\n', "true: a\n'true': b\n"])
def test_two_ways_to_write_one_name_are_the_same_name(written: str) -> None:
    assert [p.line for p in parse(written, "x.yaml").problems] == [2]


def test_a_hash_within_a_longer_text_is_no_comment() -> None:
    assert parse('a: |\n  # text\nb: "# text"\n', "x.yaml").problems == ()


@pytest.mark.parametrize("written", ['a: ""\n', "a: []\n", "a: {}\n", 'a: "~"\n', "a: 'null'\n"])
def test_an_empty_value_that_is_written_is_a_value(written: str) -> None:
    assert parse(written, "x.yaml").problems == ()


def test_of_three_equal_names_the_first_keeps_its_value_and_the_others_say_where_it_is() -> None:
    read = parse('a: "x"\na: "y"\na: "z"\n', "x.yaml")
    assert read.value == {"a": "x"}
    assert [(p.line, p.message) for p in read.problems] == [
        (line, '"a" stands twice; the first is on line 1.') for line in (2, 3)
    ]


def test_an_empty_file_is_told_as_such() -> None:
    told = [str(p) for p in parse("", "x.yaml", 3).problems]
    assert told == ['x.yaml:3:1: The file is empty. Write each line as name: "value".']


@pytest.mark.parametrize(
    "bomb",
    [
        "a: " + "[" * 200_000,
        "a: " + "{a: " * 50_000,
        "- " * 100_000,
        "? " * 50_000,
        "&a " * 9_999,
        "a: [" + "x," * (MOST_VALUES + 1) + "]",
        "a: &a [" + "*a," * 50_000,
        'a: "' + "\\" * 99_999,
        "a:\n" + " a:\n" * 99_999,
    ],
)
def test_a_bomb_is_refused_without_unfolding_it(bomb: str) -> None:
    assert 1 <= len(parse(bomb, "x.yaml").problems) <= MOST_VALUES


def test_as_many_levels_and_values_as_allowed_are_read() -> None:
    levels = "a: " + "[" * (MOST_LEVELS - 1) + "]" * (MOST_LEVELS - 1)
    values = "a: [" + "x," * (MOST_VALUES - 3) + "]"
    assert parse(levels, "x.yaml").problems == parse(values, "x.yaml").problems == ()


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_the_real_records_are_read_and_the_slower_parser_reads_them_alike(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = header_of(path)
    monkeypatch.setattr(strict_yaml, "PARSER", yaml.BaseLoader)
    assert quick.problems == ()
    assert header_of(path) == quick


def header_of(path: Path) -> Parsed:
    text, found = text_of(path.read_bytes(), path.name)
    assert found == []
    if path.suffix == ".yaml":
        return parse(text, path.name)
    header, first, _, _, unsplit = split(text, path.name)
    assert unsplit == []
    return parse(header, path.name, first)
