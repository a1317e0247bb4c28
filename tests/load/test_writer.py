"""Text of a record: it says what was said, is a function of the value, and shows the same prose."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.load.markdown import plain
from answerable.load.record import load
from answerable.load.snapshot import from_file, from_folder
from answerable.load.writer import (
    model_at,
    one_sentence_a_line,
    readable,
    record_text,
    rewritten,
    sentences,
)
from answerable.load.yaml import parse, parse_file
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.portal import Settings
from answerable.model.registry import file_order
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words
from tests.engines import ROOT
from tests.portals import HARBOUR
from tests.small import SMALL
from tests.strategies import Small, portals

if TYPE_CHECKING:
    from pathlib import Path

    from hypothesis.strategies import DrawFn

    from answerable.load.snapshot import Snapshot
    from answerable.model.portal import Portal


def formatted(files: Snapshot) -> dict[str, bytes]:
    """Give each file in its one form; what is no file of the record stays as it is."""
    found = {}
    for path, data in files.items():
        model = model_at(path)
        found[path], problems = rewritten(data, path, model) if model else (data, [])
        assert problems == []
    return found


def portal(folder: Path) -> tuple[Snapshot, Snapshot]:
    """Give the settings and the content of a portal."""
    content, _ = from_folder(folder / "content", where="content/")
    return from_file(folder / "site.yaml", where="site.yaml"), content


def read(settings: Snapshot, content: Snapshot) -> Portal:
    """Give what these files say."""
    loaded = load(settings, content)
    assert loaded.problems == ()
    assert loaded.portal is not None
    return loaded.portal


def same(before: Portal, after: Portal) -> bool:
    """Tell whether two portals say the same, and show the same prose but for where its lines end."""

    def bare(one: Portal) -> object:
        records = {a: record.model_copy(update={"prose": ""}) for a, record in one.records.items()}
        return one.settings, one.vocabulary, one.words, records

    return bare(before) == bare(after) and all(
        readable(record.prose) == readable(after.records[address].prose)
        for address, record in before.records.items()
    )


def wrong_way_round(path: str, data: bytes, dice: random.Random) -> bytes:
    """Give a file with its fields in another order, and other quotes and indents."""
    parsed = parse_file(data, path)
    lines = [*_block(_shuffled(parsed.value, dice), dice), ""]
    fields = "".join(f"{line}\n" for line in lines)
    return (fields if parsed.prose is None else f"--- \n{fields}---\n\n{parsed.prose}\n\n").encode()


def _shuffled(value: Any, dice: random.Random) -> Any:
    if isinstance(value, dict):
        names = list(value)
        if not {"rules", "reply"} & set(names) and not any(isinstance(value[n], dict) for n in names):
            dice.shuffle(names)
        return {name: _shuffled(value[name], dice) for name in names}
    return [_shuffled(one, dice) for one in value] if isinstance(value, list) else value


def _block(value: Any, dice: random.Random) -> list[str]:
    """Give the lines of a value; only values in quotes, so that nothing is refused."""
    found = []
    for name, one in value.items() if isinstance(value, dict) else [("", one) for one in value]:
        lead = f"{name}: " if isinstance(value, dict) else "- "
        if dice.random() < 0.2:
            found.append("")
        if isinstance(one, (dict, list)) and one:
            within = _block(one, dice)
            found += [lead.rstrip(" "), *(" " * 3 + line for line in within)]
        else:
            words = json.dumps(one, ensure_ascii=False)
            if isinstance(one, str) and dice.random() < 0.4:
                words = "'" + one.replace("'", "''") + "'"
            found.append(lead + " " * dice.randrange(3) + words)
    return found


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("site.yaml", Settings),
        ("content/statuses.yaml", Vocabulary),
        ("content/words.yaml", Words),
        ("content/updates/2030-01-01-so.md", Update),
        ("private/updates/2030-01-01-so.md", Update),
        ("content/motions/2030-01-10/index.md", Series),
        ("content/motions/2030-01-10/1.md", Item),
        ("content/updates/so.yaml", None),
        ("content/README.md", None),
        ("content/register.csv", None),
        ("content/lamps/a.yaml", None),
    ],
)
def test_the_place_of_a_file_says_what_it_holds(path: str, model: type | None) -> None:
    assert model_at(path) is model


def test_a_form_begins_with_what_is_a_kinds_own() -> None:
    names = [spec.alias for spec in file_order(Update)]
    assert names[:3] == ["title", "happened", "happened_is"]
    assert " ".join(names[-9:]) == "gaps status embargo set cleared editors_note sensitive withdrawn aliases"


PORTALS = {
    "real": portal(ROOT),
    "harbour": portal(HARBOUR),
    "small": (
        {"site.yaml": SMALL["site.yaml"].encode()},
        {path: text.encode() for path, text in SMALL.items() if path.startswith("content/")},
    ),
}


@pytest.mark.parametrize("name", ["real", "harbour"])
def test_what_is_kept_is_in_the_one_form(name: str) -> None:
    settings, content = PORTALS[name]
    assert formatted(settings) == settings
    assert [path for path, data in formatted(content).items() if data != content[path]] == []


@pytest.mark.parametrize("name", PORTALS)
def test_the_one_form_says_what_was_said(name: str) -> None:
    settings, content = PORTALS[name]
    dice = random.Random(7)
    wild = {
        path: wrong_way_round(path, data, dice) if model_at(path) else data for path, data in content.items()
    }
    first = formatted(wild)
    assert same(read(settings, content), read(settings, first))
    assert formatted(first) == first


def test_two_people_who_say_the_same_write_the_same() -> None:
    _, content = PORTALS["real"]
    dice = random.Random(11)
    one, other = (
        {
            path: wrong_way_round(path, data, dice)
            for path, data in content.items()
            if path.startswith("content/updates/") or path.endswith("index.md")
        }
        for _ in "12"
    )
    assert [path for path in one if one[path] == other[path]] == []
    assert formatted(one) == formatted(other)


def test_a_text_stands_as_its_value_asks() -> None:
    cites = [{"quote": "c", "in": "documents/a", "at": "b" * 120}]
    value: dict[str, object] = {
        "cites": cites,
        "title": 'He said "no".',
        "moves": [{"says": "a\nb", "item": "x"}],
        "gaps": [],
    }
    value["cleared"] = {"on": "2030", "by": "a, b"}
    value["withdrawn"] = {"why": "w" * 120, "on": "2030"}
    assert record_text(value, "Words. More.", Update) == (
        '---\ntitle: "He said \\"no\\"."\nmoves:\n  - item: "x"\n    says: |-\n      a\n      b\n'
        f'cites:\n  - {{in: "documents/a", at: "{"b" * 120}", quote: "c"}}\ngaps: []\n'
        f'cleared: {{by: "a, b", on: "2030"}}\nwithdrawn:\n  on: "2030"\n  why: "{"w" * 120}"\n'
        "---\nWords.\nMore.\n"
    )
    assert record_text({}, None, Update) == "{}\n"


@given(portals())
@settings(max_examples=25)
def test_every_made_up_record_says_in_the_one_form_what_it_said(small: Small) -> None:
    content = small.sources.content
    first = formatted(content)
    assert formatted(first) == first
    before = load(small.sources.settings, content)
    after = load(small.sources.settings, first)
    assert len(before.problems) == len(after.problems)
    assert before.portal is not None
    assert after.portal is not None
    assert same(before.portal, after.portal)


PHRASES = ["a: b", "# no", "- x", "A b", "  ", "\U0001f514", *"\"'\\%@é|>?:"]
PLAIN = "so “q” {a} [b] *c* &d !e 50% no 22:30 --- x:"
WORDS = st.lists(st.sampled_from([*PHRASES, *PLAIN.split()]), min_size=1, max_size=4).map(" ".join)
LINES = st.lists(WORDS | st.just(""), min_size=1, max_size=4).map("\n".join)
TEXTS = WORDS | st.just("") | LINES | LINES.map(lambda text: text + "\n")
NAMES = st.sampled_from(["title", "cites", "moves", "in", "says", "no", "1", "A b", "x-y", "status", "é"])
TREES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@st.composite
def wild(draw: DrawFn) -> tuple[str, dict[str, Any]]:
    """Give a YAML text in some style, and what it holds."""
    tree = draw(st.dictionaries(NAMES, TREES, min_size=1, max_size=4))
    style = draw(st.sampled_from([None, '"', "'", "|", ">"]))
    text = yaml.safe_dump(
        tree,
        allow_unicode=True,
        sort_keys=False,
        default_style=style,
        indent=draw(st.integers(2, 6)),
        default_flow_style=draw(st.sampled_from([None, True, False])),
        width=draw(st.sampled_from([20, 10**6])),
    )
    return text, tree


@given(wild())
def test_whatever_the_strict_reader_takes_says_in_the_one_form_what_it_said(
    made: tuple[str, dict[str, Any]],
) -> None:
    text, _ = made
    before = parse(text, "a.yaml")
    if before.problems:
        return
    assert isinstance(before.value, dict)
    once = record_text(before.value, None, Update)
    after = parse(once, "a.yaml")
    assert after.problems == ()
    assert after.value == before.value
    assert record_text(after.value, None, Update) == once


def test_the_strict_reader_takes_most_of_what_these_tests_make() -> None:
    taken = []

    @given(wild())
    def look(made: tuple[str, dict[str, Any]]) -> None:
        text, tree = made
        found = parse(text, "a.yaml")
        taken.append(not found.problems and found.value == tree)

    look()
    assert sum(taken) > len(taken) / 4


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
    assert readable("a\nb") == readable("a b")
    assert readable("a\n\nb") != readable("a b")
    assert readable("a  \nb") != readable("a b")
    assert readable("[a](b)") != readable("[a](c)")
    assert readable("1. a") != readable("2. a")


MARKS = [
    *"\n`*_[)|\\<+.!É",
    ". ",
    ".\n",
    "\n\n",
    " ",
    "  \n",
    "- ",
    "1. ",
    "2) ",
    "> ",
    "# ",
    "    ",
    "?”",
    "“",
]
ENDS = "One two A Cllr 1986 e.g ``` ** [x](bodies/y) ]( |---| &amp; --- ==="
PIECES = st.sampled_from([*MARKS, *ENDS.split()])


@given(st.lists(PIECES, max_size=24).map("".join))
def test_any_text_shows_what_it_showed_and_is_written_the_same_twice(text: str) -> None:
    once = one_sentence_a_line(text)
    assert readable(once) == readable(text)
    assert one_sentence_a_line(once) == once
