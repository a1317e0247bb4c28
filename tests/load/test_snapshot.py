"""A folder or a revision as path → bytes."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from answerable.load.snapshot import LITTER, from_file, from_folder, from_git
from answerable.problem import CallError

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "content/bodies.md": b"x",
    "content/bodies/a.yaml": b'name: "A"\n',
    "content/é.md": b"\xff\x00",
    "site.yaml": b"",
}


def write(root: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def git(root: Path, *words: str) -> str:
    as_a = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    call = ["git", "-C", str(root), *as_a, *words]
    done = subprocess.run(call, capture_output=True, check=True, text=True)
    return done.stdout.strip()


def commit(root: Path, files: dict[str, bytes]) -> str:
    write(root, files)
    if not (root / ".git").exists():
        git(root, "init", "-q")
        git(root, "config", "core.autocrlf", "false")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "A day's work")
    return git(root, "rev-parse", "HEAD")


def told(root: Path) -> list[tuple[str, str]]:
    return [(p.path, p.message) for p in from_folder(root, where="")[1]]


def test_a_folder_gives_every_file_in_the_order_of_paths(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    files, problems = from_folder(tmp_path, where="")
    assert (files, problems) == (FILES, [])
    assert list(files) == sorted(FILES)


def test_the_paths_begin_with_where_the_folder_stands(tmp_path: Path) -> None:
    write(tmp_path, {"bodies/a.yaml": b"x"})
    assert from_folder(tmp_path, where="content/")[0] == {"content/bodies/a.yaml": b"x"}


@pytest.mark.parametrize(
    "name",
    [
        *(pattern.replace("*", "a").replace("?", "p") for pattern in LITTER),
        ".gitkeep",
        ".git/config",
        "bodies/.git",
    ],
)
def test_what_editors_leave_behind_and_what_is_gits_own_is_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: b"x"})
    assert from_folder(tmp_path, where="") == ({}, [])


def test_a_folder_named_like_litter_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"old.bak/a.yaml": b"x"})
    assert list(from_folder(tmp_path, where="")[0]) == ["old.bak/a.yaml"]


@pytest.mark.parametrize("target", ["a.yaml", "nowhere", ".", "/etc"])
def test_a_link_is_refused_and_never_followed(tmp_path: Path, target: str) -> None:
    write(tmp_path, {"a.yaml": b"x"})
    (tmp_path / "link").symlink_to(target)
    assert told(tmp_path) == [("link", "This is a link, not a file.")]
    assert list(from_folder(tmp_path, where="")[0]) == ["a.yaml"]


def test_a_pipe_is_refused_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert told(tmp_path) == [("pipe", "This is neither a file nor a folder.")]


def test_a_name_that_is_not_utf8_is_refused_in_words_that_can_be_printed(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/a\xff.md", "wb"):  # noqa: PTH123  (pathlib takes no bytes)
        pass
    assert told(tmp_path) == [("a⟨U+DCFF⟩.md", "In the name: U+DCFF stands here and cannot be seen.")]


def test_a_folder_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="There is no folder"):
        from_folder(tmp_path / "none", where="")


def test_one_file_is_read_under_the_name_it_is_given(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": b"x"})
    assert from_file(tmp_path / "site.yaml", where="the/site.yaml") == {"the/site.yaml": b"x"}
    with pytest.raises(CallError, match="There is no file"):
        from_file(tmp_path / "none.yaml", where="x")


def test_a_revision_gives_what_its_folder_gave(tmp_path: Path) -> None:
    first = commit(tmp_path, FILES)
    write(tmp_path, {"content/bodies/a.yaml": b"changed", "content/new.md": b"new"})
    assert from_git(tmp_path, first) == (FILES, [])
    assert from_git(tmp_path, "HEAD") == (FILES, [])


def test_a_revision_is_read_from_any_folder_of_the_repository(tmp_path: Path) -> None:
    commit(tmp_path, FILES)
    assert from_git(tmp_path / "content" / "bodies", "HEAD") == (FILES, [])


def test_names_outside_content_that_begin_with_a_full_stop_are_passed_over(tmp_path: Path) -> None:
    commit(tmp_path, {".ci/run": b"x", ".gitignore": b"y", "content/.hidden": b"z", "content/a.md~": b""})
    files, problems = from_git(tmp_path, "HEAD")
    assert list(files) == ["content/.hidden"]
    assert [p.path for p in problems] == ["content/.hidden"]


def test_links_programs_and_repositories_in_content_are_refused(tmp_path: Path) -> None:
    inner = tmp_path / "content" / "inner"
    commit(inner, {"a": b"x"})
    write(tmp_path, {"run": b"x", "content/run.md": b"x"})
    (tmp_path / "run").chmod(0o755)
    (tmp_path / "content" / "run.md").chmod(0o755)
    (tmp_path / "content" / "link.md").symlink_to("run.md")
    git(tmp_path, "init", "-q")
    git(tmp_path, "-c", "advice.addEmbeddedRepo=false", "add", "-A")
    commit(tmp_path, {})
    files, problems = from_git(tmp_path, "HEAD")
    assert list(files) == ["run"]
    assert [(p.path, p.message) for p in problems] == [
        ("content/inner", "This is another repository, not a file."),
        ("content/link.md", "This is a link, not a file."),
        ("content/run.md", "The file is marked as a program."),
    ]


@pytest.mark.parametrize("revision", ["nowhere", "--all", "", "HEAD:content"])
def test_a_revision_that_is_not_there_is_a_wrong_call(tmp_path: Path, revision: str) -> None:
    commit(tmp_path, FILES)
    with pytest.raises(CallError, match=f'There is no revision "{revision}"'):
        from_git(tmp_path, revision)


def test_a_folder_without_git_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="not a git repository"):
        from_git(tmp_path, "HEAD")
    with pytest.raises(CallError, match="There is no folder"):
        from_git(tmp_path / "none", "HEAD")


def test_a_clone_without_its_history_says_how_to_fetch_it(tmp_path: Path) -> None:
    first = commit(tmp_path / "whole", FILES)
    commit(tmp_path / "whole", {"site.yaml": b"second"})
    git(tmp_path, "clone", "-q", "--depth=1", (tmp_path / "whole").as_uri(), str(tmp_path / "part"))
    assert from_git(tmp_path / "part", "HEAD")[0]["site.yaml"] == b"second"
    with pytest.raises(CallError, match="git fetch --unshallow"):
        from_git(tmp_path / "part", first)


def test_an_object_that_is_lost_is_a_wrong_call(tmp_path: Path) -> None:
    commit(tmp_path, FILES)
    name = git(tmp_path, "rev-parse", "HEAD:content/bodies/a.yaml")
    (tmp_path / ".git" / "objects" / name[:2] / name[2:]).unlink()
    with pytest.raises(CallError, match="Git does not hold the object"):
        from_git(tmp_path, "HEAD")
