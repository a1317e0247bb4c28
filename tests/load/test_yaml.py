"""Strict YAML: values stay text and keep their place; nothing is altered, dropped or guessed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from answerable.load import yaml as strict_yaml
from answerable.load.snapshot import from_folder
from answerable.load.text import text_of
from answerable.load.yaml import MOST_LEVELS, MOST_VALUES, parse, parse_file
from answerable.load.yaml_errors import in_plain_words
from tests.engines import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

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


TEXTS = "22:30 010 1_000 1.10 no on True 2022-02-30 +441314960000 .inf = 0x1F 2022-05-27 1e3 Null <<<"


@pytest.mark.parametrize("value", TEXTS.split())
def test_a_plain_value_stays_the_text_it_is(value: str) -> None:
    assert parse(f"a: {value}\n", "x.yaml").value == {"a": value}


@pytest.mark.parametrize("written", ['1: a\n"1": b\n', "true: a\n'true': b\n"])
def test_two_ways_to_write_one_name_are_the_same_name(written: str) -> None:
    assert [p.line for p in parse(written, "x.yaml").problems] == [2]


@pytest.mark.parametrize(
    "written",
    [
        'a: ""\n',
        "a: []\n",
        "a: {}\n",
        'a: "~"\n',
        "a: 'null'\n",
        'a: |\n  # text\nb: "# text"\n',
        "'<<': b\n",
    ],
)
def test_what_is_written_as_a_value_is_one(written: str) -> None:
    """Nothing, a hash within a text, and what YAML would read as something else."""
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


def test_an_error_that_nobody_has_translated_has_an_answer() -> None:
    faults = list(in_plain_words(yaml.YAMLError("odd"), "a: b", (-1, -1)))
    assert faults == [(0, "The text cannot be read as YAML.", 'Write each line as name: "value".')]


def test_the_real_records_are_read_and_the_slower_parser_reads_them_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content, _ = from_folder(ROOT / "content", where="content/")
    records = {path: data for path, data in content.items() if path.endswith((".md", ".yaml"))}
    quick = {path: parse_file(data, path) for path, data in records.items() if not path.endswith("README.md")}
    assert [path for path, parsed in quick.items() if parsed.problems] == []
    monkeypatch.setattr(strict_yaml, "PARSER", yaml.BaseLoader)
    for path in list(quick)[::7]:
        assert parse_file(records[path], path) == quick[path], path
