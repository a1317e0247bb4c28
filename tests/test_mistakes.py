"""Every mistake in a file, a text or a record, and every wrong call, is told in the words its fixture gives."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies

import build
from answerable import cli as commands
from answerable.load import markdown_errors
from answerable.load.snapshot import from_folder
from answerable.load.text import header_and_prose, text_of
from answerable.load.yaml import parse
from answerable.problem import ContentError
from tests.engines import ROOT
from tests.mistakes import FOLDER, Case, cases
from tests.small import SMALL, complaints, edited

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from answerable.problem import Problem

ELSEWHERE = ("calls", "files", "form", "gate", "markdown", "yaml")
RULES = [case for file in sorted(FOLDER.glob("*.md")) if file.stem not in ELSEWHERE for case in cases(file)]
"""What is wrong in a record, as the rules find it; of the others each is met in its own way."""
TEXTS = [*cases(FOLDER / "yaml.md"), *cases(FOLDER / "markdown.md")]
CALLS = cases(FOLDER / "calls.md")
FORMS = cases(FOLDER / "form.md")

VALUES = ['"none"', '"2030"', '"since 2019"', '"yes"', '"draft"', '"withdrawn"', '""', "[]", "{}", '["a"]']
VALUES += ['[["a"]]', '{a: "b"}', '"bodies/board"', '"motions/2030-01-10"', '"motions/2030-01-10/1#a"']
VALUES += ['"meetings/2030-02-10#may"']

WHOLE = (
    "answerable/load/record.py",
    "answerable/model/register.py",
    "answerable/load/validation_errors.py",
    "answerable/rules",
)
"""Where every text with a space in it is a message or a hint, or a part of one."""
SAID = (
    "answerable/cli.py",
    "answerable/model/field.py",
    "answerable/model/address.py",
    "answerable/publish/format.py",
)
"""Where only what is raised, given back or kept as a message is one."""


def test_the_small_portal_has_no_problem() -> None:
    assert complaints(SMALL) == ""


@pytest.mark.parametrize("case", RULES, ids=lambda case: case.title)
def test_a_mistake_in_a_record_is_told_in_these_words(case: Case) -> None:
    assert complaints(edited(case.files)) == case.message


def read(path: str, data: bytes) -> list[Problem]:
    """Read one record as far as its text goes, before anybody asks what its fields mean."""
    text, found = text_of(data, path)
    if not text:
        return found
    if not path.endswith(".md"):
        return [*found, *parse(text, path).problems]
    header, words, below, unsplit = header_and_prose(text, path)
    if unsplit:
        return [*found, *unsplit]
    return [*found, *parse(header, path, 2).problems, *markdown_errors.problems(words, path, below)]


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case.title)
def test_a_mistake_in_a_text_is_told_in_these_words(case: Case) -> None:
    found = [problem for path, text in case.files.items() for problem in read(path, text.encode())]
    assert str(ContentError(found)) == case.message


@pytest.mark.parametrize("case", cases(FOLDER / "files.md"), ids=lambda case: case.title)
def test_a_mistake_in_a_file_is_told_in_these_words(case: Case, tmp_path: Path) -> None:
    for path, text in case.files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    _, found = from_folder(tmp_path / "content", where="content/")
    assert str(ContentError(found)) == case.message


@pytest.mark.parametrize("case", [*RULES, *TEXTS], ids=lambda case: case.title)
def test_a_mistake_within_a_file_is_not_looked_for_on_its_first_line_alone(case: Case) -> None:
    """A message about a line that is always 1 could be right by chance; one about a whole file is not."""
    whole = {path for path, text in case.files.items() if case in RULES and not text.startswith("< ")}
    places = [line.split(":")[:3] for line in case.message.splitlines()]
    assert [place for place in places if place[1:] == ["1", "1"] and place[0] not in whole] == [] or (
        'There is no "" in the archive folder.' in case.message
    )


@pytest.mark.parametrize("case", CALLS, ids=lambda case: case.title)
def test_a_wrong_call_is_told_in_these_words_and_ends_with_two(
    case: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for path, text in (SMALL | case.files).items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(tmp_path)
    called = case.files["a terminal"].split()
    assert called[0] == "build.py"
    assert _status(called[1:]) == 2
    said = capsys.readouterr().err
    assert re.sub(r"\Ausage: .*\n(?: .*\n)*", "", said).rstrip("\n") == case.message
    assert sorted(tmp_path.rglob("*")) == before


def _status(words: list[str]) -> int | str | None:
    try:
        return commands.main(words, build.build)
    except SystemExit as end:
        return end.code


@given(strategies.data())
def test_no_change_of_lines_ends_in_anything_but_words(data: strategies.DataObject) -> None:
    """Lines taken out, doubled or given another value: a problem is told, or there is none."""
    files = dict(SMALL)
    for _ in range(data.draw(strategies.integers(1, 3))):
        path = data.draw(strategies.sampled_from(sorted(files)))
        lines = files[path].splitlines(keepends=True)
        number = data.draw(strategies.integers(0, len(lines) - 1))
        name = lines[number].partition(":")[0]
        value = data.draw(strategies.sampled_from(VALUES))
        put = data.draw(strategies.sampled_from([[], [lines[number]] * 2, [f"{name}: {value}\n"]]))
        files[path] = "".join([*lines[:number], *put, *lines[number + 1 :], "\n"])
    assert all(re.match(r"\S+:\d+:\d+: .+[.?]$", line) for line in complaints(files).splitlines())


def test_every_message_and_hint_of_the_rules_is_met_by_a_case() -> None:
    expected = "\n".join(case.message for case in [*RULES, *CALLS, *FORMS])
    unmet = [
        f"{path.relative_to(ROOT)}:{line}: {pattern}"
        for path in _modules(WHOLE) + _modules(SAID)
        for line, pattern in _texts(ast.parse(path.read_text(encoding="utf-8")), _whole(path))
        if not re.search(pattern, expected)
    ]
    assert "\n".join(unmet) == ""


def test_a_new_message_without_a_case_would_be_found() -> None:
    source = 'def rule(x):\n    """Words of ours."""\n    return at(f"The {x} is no {x!r}.", "Mend it.")\n'
    assert list(_texts(ast.parse(source), whole=True)) == [(3, r"The\ .*\ is\ no\ .*\."), (3, r"Mend\ it\.")]


def _modules(places: tuple[str, ...]) -> list[Path]:
    return [
        path
        for place in places
        for path in (sorted((ROOT / place).rglob("*.py")) if (ROOT / place).is_dir() else [ROOT / place])
    ]


def _whole(path: Path) -> bool:
    return path.relative_to(ROOT).as_posix().startswith(WHOLE)


def _texts(tree: ast.Module, whole: bool) -> Iterator[tuple[int, str]]:
    """Give each text that a person may be told, as a line number and a pattern of what stays the same."""
    within = [tree] if whole else [said for node in ast.walk(tree) if (said := _said(node))]
    silent = {id(part) for node in ast.walk(tree) for part in _unsaid(node)}
    for start in within:
        for node in ast.walk(start):
            if id(node) not in silent and (pattern := _pattern(node)):
                yield getattr(node, "lineno", 0), pattern


def _said(node: ast.AST) -> ast.AST | None:
    """What is raised, given back or kept as a message."""
    if isinstance(node, ast.Raise):
        return node.exc
    if isinstance(node, ast.Return):
        return node.value
    kept = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("message", "hint")
    return node.value if isinstance(node, ast.Assign) and kept else None


def _unsaid(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, and the constant parts of a text with names in it, which is taken as a whole."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.JoinedStr):
        yield from (part for part in node.values if isinstance(part, ast.Constant))


def _pattern(node: ast.AST) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    words = "".join(str(part.value) for part in parts if isinstance(part, ast.Constant))
    if not isinstance(node, ast.JoinedStr | ast.Constant) or not re.search(r"[a-z] | [a-z]", words):
        return ""
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".*" for part in parts)
