"""A year of a portal in a real repository: each commit's verdict is known beforehand.

A commit is made as people make it: files saved, `build.py` called, branches merged. It is
checked against the last one that was let through, as a merge request is. What is refused is thrown away.
`year.md` tells the year, a case for each commit: what is done, the verdict, what must be said.

- cosmetic: nothing changed in meaning, and the brief is that one line
- plain: it changes what readers see, and nothing substantive
- told: it is substantive, and a public note tells of it
- silent: it is substantive, and none does; the content alone has no problem
- wrong: the content has a problem
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

import build
from answerable import cli as commands
from tests.diff.repository import git
from tests.edit.answers import Answers
from tests.engines import ROOT
from tests.mistakes import Case, cases
from tests.small import SMALL, edited

if TYPE_CHECKING:
    from pathlib import Path

YEAR = cases(ROOT / "tests/diff/year.md")
VERDICTS = ("cosmetic", "plain", "told", "silent", "wrong")
TERMINAL, BRANCH = "a terminal", "branch/"


@dataclass
class Year:
    """The portal's folder, the people's hands, and the last commit that was let through."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    printed: pytest.CaptureFixture[str]
    day: date = date(2030, 6, 1)

    def __post_init__(self) -> None:
        self.save({path: text for path, text in SMALL.items() if not path.startswith("private/")})
        git(self.folder, "init", "--quiet", "--initial-branch=main")
        self.commit("The portal before its launch")
        git(self.folder, "tag", "good")

    def files(self) -> dict[str, str]:
        """Give the text of each file of the portal, by its path."""
        found = (path for path in self.folder.rglob("*") if path.is_file() and ".git" not in path.parts)
        return {path.relative_to(self.folder).as_posix(): path.read_bytes().decode() for path in found}

    def save(self, files: dict[str, str]) -> None:
        """Make the folder hold these files."""
        for path in self.files().keys() - files.keys():
            (self.folder / path).unlink()
        for path, text in files.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(text.encode())

    def commit(self, subject: str) -> None:
        """Commit what the folder holds."""
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--allow-empty", "--message", subject)

    def call(self, command: str, *more: str, shared: tuple[str, ...] = ("--archive", "archive")) -> int:
        """Call build.py on the day; give what it ended with."""
        words = [*command.split(), "--content", "content", *more]
        if shared:
            words += ["--today", self.day.isoformat(), *shared]
        return commands.main(words, build.build)

    def terminal(self, typed: str) -> None:
        """Do what is typed: a command, and the answers to its questions."""
        command, *answers = typed.splitlines()
        said: dict[str, list[str]] = {}
        for question, _, answer in (line.partition(" | ") for line in answers):
            said.setdefault(question, []).append(answer)
        people = Answers({question: [*found] for question, found in said.items()})
        self.monkeypatch.setattr("builtins.input", lambda asked: people.answer(asked.strip().rstrip("> \n")))
        assert self.call(command, shared=() if command == "format" else ("--archive", "archive")) == 0
        assert {question: left for question, left in people.left.items() if left} == {}

    def make(self, case: Case) -> None:
        """Do one commit, from the last one that was let through."""
        self.day = date.fromisoformat(case.title.partition(" · ")[0])
        own = {path: text for path, text in case.files.items() if path.startswith(("content/", "site.yaml"))}
        others = {
            path.removeprefix(BRANCH): text for path, text in case.files.items() if path.startswith(BRANCH)
        }
        if others:
            git(self.folder, "switch", "--quiet", "--force-create", "wish")
            self.save(edited(others, self.files()))
            self.commit(f"{case.title}, the other")
            git(self.folder, "switch", "--quiet", "main")
        self.save(edited(own, self.files()))
        for typed in case.files.get(TERMINAL, "").split("\n\n"):
            if typed.strip():
                self.terminal(typed.strip())
        self.commit(case.title)
        if others:
            git(self.folder, "merge", "--quiet", "--no-edit", "wish")


def judged(year: Year, case: Case, verdict: str, said: list[str]) -> None:
    """See that check and brief give a commit the verdict that it has, in words that people see."""
    status = year.call("check", "--against", "good")
    told = year.printed.readouterr()
    assert (case.title, status) == (case.title, int(verdict in ("silent", "wrong"))), told.err
    if verdict in ("silent", "wrong"):
        assert [words for words in said if words not in told.err] == [], told.err
        alone = year.call("check")
        assert (case.title, alone) == (case.title, int(verdict == "wrong"))
        git(year.folder, "reset", "--quiet", "--hard", "good")
        return
    assert year.call("changes good HEAD") == 0
    brief = year.printed.readouterr().out
    assert [words for words in said if words not in brief] == [], brief
    assert "NO PUBLIC NOTE" not in brief
    assert ("told by" in brief) == (verdict == "told")
    assert (brief == "".join(f"{words}\n" for words in said)) == (verdict == "cosmetic"), brief
    git(year.folder, "tag", "--force", "good")


def test_each_commit_of_a_year_gets_the_verdict_that_is_known_beforehand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    year = Year(tmp_path, monkeypatch, capsys)
    for case in YEAR:
        verdict, *said = case.message.splitlines()
        year.make(case)
        capsys.readouterr()
        judged(year, case, verdict, said)


def test_the_year_has_forty_commits_and_more_and_every_verdict() -> None:
    days = [case.title.partition(" · ")[0] for case in YEAR]
    assert len(YEAR) >= 40
    assert days == sorted(days)
    assert date.fromisoformat(days[-1]) >= date.fromisoformat(days[0]).replace(year=2031, day=1, month=5)
    assert {case.message.partition("\n")[0] for case in YEAR} == set(VERDICTS)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d · .+", case.title) for case in YEAR)
