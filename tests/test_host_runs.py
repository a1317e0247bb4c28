"""What a host is given, run: the commands of its files, where two clean changes were merged."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.diff.repository import commit, git
from tests.engines import ROOT
from tests.small import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PROGRAM = f"""import importlib.util, sys
sys.path.insert(0, {str(ROOT)!r})
spec = importlib.util.spec_from_file_location("the_build", {str(ROOT / "build.py")!r})
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)
sys.exit(made.commands.main([*sys.argv[1:], "--today", "2030-06-01"], made.build))
"""
LAW = "content/documents/law.yaml"
BASE = {**SMALL, LAW: SMALL[LAW].replace('status: "', 'date: "2029-02-03"\npublished: "none"\nstatus: "')}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a repository with the small portal, and in it what the commands call."""
    commit(tmp_path, BASE, "base")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', encoding="utf-8")
    (tmp_path / ".venv/bin/python").chmod(0o755)
    (tmp_path / "build.py").write_text(PROGRAM, encoding="utf-8")
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    passed_over = (".venv", ".ci", "build.py", "preview", "summary.md")
    (tmp_path / ".git/info/exclude").write_text("\n".join(passed_over), encoding="utf-8")
    return tmp_path


def propose(folder: Path, ours: str, theirs: str, base: Mapping[str, str] = BASE) -> None:
    """Make `main` and the proposal `wish` from the same start, each with its own text of the law."""
    for branch, text in (("wish", theirs), ("main", ours)):
        git(folder, "switch", "--quiet", "--force-create", branch, "base")
        commit(folder, {**base, LAW: text}, f"{branch}-done")


def launched(folder: Path) -> Mapping[str, str]:
    """Launch the portal, with its register, and start from there."""
    site = BASE["site.yaml"].replace('launched: "no"', 'launched: "yes"').replace('"Nobody yet"', '"Keepers"')
    files = {**BASE, "site.yaml": site.replace('placeholder: "yes"', 'placeholder: "no"')}
    commit(folder, files, "launched")
    assert run(folder, ".venv/bin/python build.py register") == 0
    register = "content/register.csv"
    files[register] = (folder / register).read_text(encoding="utf-8")
    commit(folder, files, "registered")
    git(folder, "tag", "--force", "base")
    return files


def run(folder: Path, command: str, **more: str) -> int:
    """Run a command as a host does; give what it ended with."""
    settings = {**os.environ, "GITHUB_STEP_SUMMARY": str(folder / "summary.md"), **more}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command], cwd=folder, env=settings, check=False, capture_output=True
    ).returncode


def on_github(folder: Path) -> str:
    """Give the job's summary: each step runs unless one before it failed, as its condition says."""
    git(folder, "switch", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-ff", "--no-edit", "wish")
    workflow: dict[Any, Any] = yaml.safe_load((ROOT / ".github/workflows/content.yml").read_text("utf-8"))
    failed = False
    for step in workflow["jobs"]["content"]["steps"]:
        condition = step.get("if", "success()")
        due = "cancelled" in condition or ("failure" in condition) == failed
        due = due and "event_name != 'pull_request'" not in condition
        if "run" in step and not step["run"].startswith("make ") and due:
            failed = run(folder, step["run"]) != 0 or failed
    assert failed != (folder / "preview/index.html").is_file()
    return (folder / "summary.md").read_text(encoding="utf-8")


def on_gitlab(folder: Path) -> str:
    """Give what the merge request shows: one shell runs all, and ends at the first command that fails."""
    git(folder, "switch", "--quiet", "wish")
    git(folder, "remote", "add", "origin", ".")
    job: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["content"]
    script = "\n".join(line for line in job["script"] if not line.startswith("make "))
    ended = run(folder, script, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert (ended == 0) == (folder / "preview/index.html").is_file()
    return (folder / "summary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("host", [on_github, on_gitlab])
def test_a_sound_proposal_is_told_in_sentences_and_has_a_preview(
    folder: Path, host: Callable[[Path], str]
) -> None:
    propose(folder, BASE[LAW], BASE[LAW].replace("Harbour law", "Law of the harbour"))
    told = host(folder)
    assert told.startswith("**The content has no problems.**\n")
    first = "1 change in meaning in 1 place, from live to proposed. None of it is substantive."
    assert f"\n\n**{first}**\n" in told
    assert "title changed from “Harbour law” to “Law of the harbour”" in told
    assert "### On the site\n\n- Pages: " in told
    assert (folder / "preview/index.html").is_file()


def test_what_no_public_note_tells_is_refused_where_people_look(folder: Path) -> None:
    base = launched(folder)
    propose(folder, base[LAW], base[LAW].replace('date: "2029-02-03"', 'date: "2029-02-04"'), base)
    told = on_github(folder)
    assert told.startswith("**The content has 1 problem.**\n")
    assert "No public note tells of this" in told


def test_two_clean_changes_that_make_a_wrong_whole_are_refused_where_people_look(folder: Path) -> None:
    propose(
        folder,
        BASE[LAW].replace('title: "H', 'by: "bodies/council"\ntitle: "H'),
        BASE[LAW].replace('status: "', 'by: "bodies/board"\nstatus: "'),
    )
    told = on_gitlab(folder)
    assert told.startswith("**The content has 1 problem.**\n")
    assert '"by" stands twice; the first is on line 1. Keep one of the two.' in told
    assert "content/register.csv" not in told
