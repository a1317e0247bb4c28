"""Formatting writes only what has another form, whole or not at all, and can only look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from answerable.cli import main
from answerable.problem import CallError, ContentError
from answerable.publish.file import write_new
from answerable.publish.format import put_in_form
from build import build
from tests.engines import ROOT
from tests.mistakes import FOLDER, Case, cases
from tests.small import SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping

TERM = b'title: "Lamp"\nstatus: "published"\nmeans: A light.\n'
FORMED = b'title: "Lamp"\nmeans: "A light."\nstatus: "published"\n'


def written(folder: Path, more: Mapping[str, bytes]) -> dict[str, bytes]:
    """Write the small portal in its one form, with more files, and give them all."""
    files = {path: text.encode() for path, text in SMALL.items()}
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    put_in_form(folder / "content", None, (), only_look=False)
    for path, data in more.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return held(folder)


def held(folder: Path) -> dict[str, bytes]:
    """Give every file beneath a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_only_files_of_another_form_are_written_and_what_is_no_record_is_left(tmp_path: Path) -> None:
    before = written(
        tmp_path,
        {
            "content/terms/lamp.yaml": TERM,
            "content/README.md": b"a:  b\n",
            "drafts/terms/quay.yaml": TERM,
        },
    )
    done = put_in_form(tmp_path / "content", tmp_path / "drafts", (), only_look=False)
    records = [path for path in before if path.endswith((".yaml", ".md"))]
    assert (done.written, done.total) == (2, len(records) - len(["README.md"]))
    assert held(tmp_path) == before | {"content/terms/lamp.yaml": FORMED, "drafts/terms/quay.yaml": FORMED}
    assert put_in_form(tmp_path / "content", tmp_path / "drafts", (), only_look=True).written == 0


def test_named_files_alone_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(tmp_path, {"content/terms/lamp.yaml": TERM, "content/terms/quay.yaml": TERM})
    monkeypatch.chdir(tmp_path)
    named = [Path("content/terms/quay.yaml"), tmp_path / "site.yaml", Path("content/terms/../statuses.yaml")]
    assert put_in_form(Path("content"), None, named, only_look=False).total == 3
    assert held(tmp_path) == before | {"content/terms/quay.yaml": FORMED}


def test_where_one_file_cannot_be_read_none_is_written(tmp_path: Path) -> None:
    before = written(tmp_path, {"content/terms/lamp.yaml": TERM, "content/terms/quay.yaml": b"title: [\n"})
    with pytest.raises(ContentError, match=r"^content/terms/quay.yaml:2:1: .*$") as told:
        put_in_form(tmp_path / "content", None, (), only_look=False)
    assert len(told.value.problems) == 1
    assert held(tmp_path) == before


def test_a_file_elsewhere_is_refused(tmp_path: Path) -> None:
    written(tmp_path, {"elsewhere.yaml": TERM})
    for name in ("elsewhere.yaml", "content/terms", "content/terms/none.yaml"):
        with pytest.raises(CallError, match=r"is no file in"):
            put_in_form(tmp_path / "content", None, [tmp_path / name], only_look=False)


@pytest.mark.parametrize("case", cases(FOLDER / "form.md"), ids=lambda case: case.title)
def test_another_form_is_told_in_these_words_and_ends_with_one(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = written(tmp_path, {path: text.encode() for path, text in case.files.items()})
    monkeypatch.chdir(tmp_path)
    assert main(["format", "--check"], build) == 1
    number = len(case.message.splitlines())
    counted = f"{number} problem{'s' * (number > 1)} in the content. No file was written.\n"
    assert capsys.readouterr().err == f"{case.message}\n\n{counted}"
    assert held(tmp_path) == before


@pytest.mark.parametrize("folder", [".", "examples/harbour"])
def test_both_portals_are_in_the_one_form(
    folder: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT / folder)
    private = ["--private", "private"] if Path("private").is_dir() else []
    assert main(["format", "--check", *private], build) == 0
    assert capsys.readouterr().out.startswith("Nothing to write: ")


def test_what_was_written_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, {"content/terms/lamp.yaml": TERM})
    call = ["format", "--content", str(tmp_path / "content"), str(tmp_path / "content/terms/lamp.yaml")]
    assert main(call, build) == 0
    assert main(call, build) == 0
    assert capsys.readouterr().out == (
        "1 of 1 file written in the one form. Nothing they say has changed.\n"
        "Nothing to write: 1 file looked at, all in the one form.\n"
    )


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "terms/mole.yaml"
    write_new(file, "first\n")
    with pytest.raises(CallError, match=r"There is .*mole\.yaml already\. Nothing was written over it"):
        write_new(file, "second\n")
    assert file.read_text(encoding="utf-8") == "first\n"
    (tmp_path / "a-file").touch()
    with pytest.raises(CallError, match=r"cannot be written: .*\."):
        write_new(tmp_path / "a-file/mole.yaml", "third\n")
