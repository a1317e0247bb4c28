"""The command line: what each call does, what it says, and what it ends with."""

from __future__ import annotations

import re
import shutil
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from answerable.cli import ABOUT, COMMANDS, END, OPTIONS, main, parser
from answerable.problem import Built, ContentError, Problem
from build import build
from tests.engines import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.load.sources import Sources

HARBOUR = ("--content", str(ROOT / "examples/harbour/content"))
SITE = {"index.html": b"home", "404.html": b"missing"}


class Builds:
    """A build that keeps what it was given."""

    def __init__(self, *problems: Problem) -> None:
        """Take the problems it will find, warnings among them."""
        self.problems = problems
        self.given: list[Sources] = []

    def __call__(self, sources: Sources) -> Built:
        """Give a site of two pages, or its problems."""
        self.given.append(sources)
        if any(problem.level == "error" for problem in self.problems):
            raise ContentError(self.problems)
        return Built(SITE, self.problems)


@pytest.mark.parametrize("first", [["build"], []])
def test_a_build_is_published_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: list[str]
) -> None:
    out, builds = tmp_path / "site", Builds()
    assert main([*first, *HARBOUR, "--out", str(out), "--today", "2030-07-01"], builds) == 0
    assert capsys.readouterr().out == f"2 files in {out}: 2 new, 0 changed, 0 removed.\n"
    (sources,) = builds.given
    assert (sources.today, sources.as_of) == (date(2030, 7, 1), date(2030, 7, 1))
    assert sources.publishing
    assert (out / "index.html").read_bytes() == b"home"


def test_a_build_without_pagefind_says_what_it_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    builds = Builds()
    assert main([*HARBOUR, "--out", str(tmp_path / "site")], builds) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        'Left out: the search box. It needs Pagefind; to have it: pip install "pagefind[bin]"'
    ]
    assert builds.given[0].search is False


def test_a_published_site_has_a_search_box_and_a_checked_one_needs_none(tmp_path: Path) -> None:
    builds = Builds()
    assert main([*HARBOUR, "--out", str(tmp_path / "site")], builds) == 0
    assert main(["check", *HARBOUR], builds) == 0
    assert [sources.search for sources in builds.given] == [True, False]


def test_problems_are_listed_and_counted_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    builds = Builds(Problem("b.md", 2, 1, "It is wrong.", "Mend it."), Problem("a.md", 1, 1, "So."))
    assert main([*HARBOUR, "--out", str(tmp_path / "site")], builds) == 1
    assert capsys.readouterr().err == (
        "a.md:1:1: So.\nb.md:2:1: It is wrong. Mend it.\n\n"
        "2 problems in the content. Nothing was written; the last good site stays.\n"
    )
    assert not (tmp_path / "site").exists()


OLD = Problem("a.md", 1, 1, "It is old.", "Look again.", "warning")
OLDER = Problem("a.md", 9, 1, "It is older.", level="warning")


def test_problems_stand_before_warnings_and_are_counted_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    builds = Builds(OLD, OLDER, Problem("b.md", 2, 1, "It is wrong."))
    assert main([*HARBOUR, "--out", str(tmp_path / "site")], builds) == 1
    assert capsys.readouterr().err == (
        "b.md:2:1: It is wrong.\n"
        "a.md:1:1: warning: It is old. Look again.\na.md:9:1: warning: It is older.\n\n"
        "1 problem in the content. Nothing was written; the last good site stays. 2 warnings.\n"
    )


def test_warnings_alone_stop_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, archive = tmp_path / "site", ("--archive", str(ROOT / "examples/harbour/archive"))
    assert main(["check", *HARBOUR, *archive], Builds(OLD, OLDER)) == 0
    told = capsys.readouterr()
    assert told.err == "a.md:1:1: warning: It is old. Look again.\na.md:9:1: warning: It is older.\n"
    assert told.out == "The content has no problems. 2 warnings.\n"
    assert main([*HARBOUR, "--out", str(out)], Builds(OLD)) == 0
    assert capsys.readouterr().out == f"2 files in {out}: 2 new, 0 changed, 0 removed. 1 warning.\n"
    assert (out / "index.html").exists()


def test_a_check_writes_nothing_and_says_whether_citations_were_looked_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ("--out", str(tmp_path / "site"))
    assert main(["check", *HARBOUR, *out], Builds()) == 0
    assert main(["check", *HARBOUR, *out, "--archive", str(ROOT / "examples/harbour/archive")], Builds()) == 0
    assert capsys.readouterr().out.splitlines() == [
        "The content has no problems. Citations were not looked up: no --archive was given.",
        "The content has no problems.",
    ]
    assert not (tmp_path / "site").exists()


def test_a_check_in_markdown_says_all_on_one_channel_and_ends_as_a_check_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call = ["check", *HARBOUR, "--markdown"]
    assert main(call, Builds(Problem("b.md", 2, 1, "It is wrong."), OLD)) == 1
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out == (
        "**The content has 1 problem.**\n\n### To put right\n\n- **b.md**, line 2: It is wrong.\n\n"
        "### Warnings; they stop nothing\n\n- **a.md**, line 1: It is old. Look again.\n\n"
        "Citations were not looked up: no --archive was given.\n"
    )
    assert main([*call, "--archive", str(ROOT / "examples/harbour/archive")], Builds()) == 0
    assert capsys.readouterr().out == "**The content has no problems.**\n"


def test_a_preview_without_server_has_links_to_files_and_no_search_box(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def build_one(sources: Sources) -> Built:
        return Built({"index.html": b'<a href="x/">' + str(sources.search).encode()}, ())

    out = tmp_path / "preview"
    assert main([*HARBOUR, "--out", str(out), "--without-server"], build_one) == 0
    assert (out / "index.html").read_bytes() == b'<a href="x/index.html">False'
    assert capsys.readouterr().out == f"1 files in {out}: 1 new, 0 changed, 0 removed.\n"


def test_a_launched_portal_is_built_only_once_its_register_is_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples/harbour", tmp_path, dirs_exist_ok=True)
    (tmp_path / "content/register.csv").unlink()
    call = ("--content", str(tmp_path / "content"), "--today", "2030-07-01")
    assert main(["check", *call], build) == 1
    assert capsys.readouterr().err.startswith(
        "site.yaml:5:11: The portal is launched, and its register does not say that"
        ' "bodies/board" is public. Run build.py register; lines to add: 102.'
    )
    assert main(["register", *call], build) == 0
    assert main(["register", *call], build) == 0
    assert main(["check", *call], build) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "102 lines were added to the register, which has 102.",
        "0 lines were added to the register, which has 102.",
    ]


def test_a_portal_that_is_not_launched_has_no_register(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["register", "--content", str(ROOT / "content"), "--today", "2026-11-22"], build) == 0
    assert not (ROOT / "content/register.csv").exists()
    assert capsys.readouterr().out == (
        "Nothing was added to the register: the portal is not launched, so nothing is public yet.\n"
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_explains_it_in_sentences(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args([command, "--help"])
    assert COMMANDS[command].about in capsys.readouterr().out
    assert COMMANDS[command].about.endswith(".")


def test_the_help_names_every_command_and_what_it_ends_with(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(["--help"])
    assert ended.value.code == 0
    words = capsys.readouterr().out
    assert ABOUT in words
    assert END in words
    assert set(re.findall(r"^  build\.py (\w+)", ABOUT, re.MULTILINE)) | {"build"} == set(COMMANDS)
    assert {option for command in COMMANDS.values() for option in command.options} == set(OPTIONS)


def test_a_call_is_read_with_what_it_leaves_out() -> None:
    call = parser().parse_args(["preview", "--port", "2"])
    assert (call.command, call.port, str(call.content), call.today) == ("preview", 2, "content", None)
