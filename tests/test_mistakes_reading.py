"""Every mistake in YAML, in Markdown and in files is told in the words its fixture gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from answerable.load import markdown_errors
from answerable.load.snapshot import from_folder
from answerable.load.text import header_and_prose, text_of
from answerable.load.yaml import parse
from answerable.problem import ContentError
from tests.mistakes import FOLDER, Case, cases

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.problem import Problem

TEXTS = [*cases(FOLDER / "yaml.md"), *cases(FOLDER / "markdown.md")]


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
    assert str(ContentError(found)) == case.told


@pytest.mark.parametrize("case", cases(FOLDER / "files.md"), ids=lambda case: case.title)
def test_a_mistake_in_a_file_is_told_in_these_words(case: Case, tmp_path: Path) -> None:
    for path, text in case.files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    _, found = from_folder(tmp_path / "content", where="content/")
    assert str(ContentError(found)) == case.told


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case.title)
def test_no_fault_of_a_fixture_stands_on_the_first_line(case: Case) -> None:
    assert all(line.split(":")[1] != "1" for line in case.told.splitlines())
