"""A site goes out whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from answerable.problem import CallError
from answerable.publish.folder import MARK, publish


def held(folder: Path) -> dict[str, bytes]:
    """Give the files of a published folder, without our mark."""
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert files.pop(MARK)
    return files


def test_the_folder_holds_the_site_and_nothing_of_the_one_before(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish({"a/index.html": b"one", "b.css": b"x"}, out)
    report = publish({"a/index.html": b"two", "c.css": b"x"}, out)
    assert held(out) == {"a/index.html": b"two", "c.css": b"x"}
    assert (report.total, report.changed, report.added, report.removed) == (2, 1, 1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_a_folder_that_is_somebody_elses_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    with pytest.raises(CallError, match="holds something else"):
        publish({"a": b"one"}, tmp_path)
    assert (tmp_path / "letters.txt").read_text() == "mine"


def test_a_folder_below_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("mine")
    with pytest.raises(CallError, match="cannot be made"):
        publish({"a": b"one"}, tmp_path / "letter" / "site")


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    publish({"a": b"one"}, out)
    assert held(out) == {"a": b"one"}


def test_a_site_that_cannot_be_written_leaves_the_last_one(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish({"a": b"one"}, out)
    with pytest.raises(OSError, match="directory"):
        publish({"a": b"two", "a/b": b"a file cannot be a folder too"}, out)
    assert held(out) == {"a": b"one"}
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_everybody_may_read_what_was_published_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish({"a/b": b"one"}, tmp_path / "_site")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "_site/a/b").stat().st_mode) == 0o644
    assert stat.S_IMODE((tmp_path / "_site").stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / "_site/a").stat().st_mode) == 0o755


def test_what_did_not_change_is_the_same_file_as_before(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish({"a": b"one", "b": b"one"}, out)
    before = {name: (out / name).stat().st_ino for name in "ab"}
    publish({"a": b"one", "b": b"two"}, out)
    assert (out / "a").stat().st_ino == before["a"]
    assert (out / "b").stat().st_ino != before["b"]
    assert held(out) == {"a": b"one", "b": b"two"}


def test_a_site_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    publish({"a": b"one"}, out)
    folder = out.stat().st_ino
    assert publish({"a": b"one"}, out).changed == 0
    assert out.stat().st_ino == folder
