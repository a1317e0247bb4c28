"""What a git host is given ready-made: it is pinned, may only read, knows no secret, and does what we say."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from answerable.cli import COMMANDS, parser
from tests.diff.repository import commit, git
from tests.engines import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*"))
GITLAB = ROOT / ".gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-config.yaml"
OWNERS = sorted((ROOT / "docs/examples").glob("CODEOWNERS.*"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
VERSION = re.compile(r"uses: (\S+) # v\d+\.\d+\.\d+\n")
EXPRESSION = re.compile(r"\$\{\{.*?\}\}", re.DOTALL)
IMAGE = re.compile(r"python:[\w.-]+@sha256:[0-9a-f]{64}")
CALL = re.compile(r"\.venv/bin/python build\.py ([^|>\n]+)")


def triggers(workflow: dict[Any, Any]) -> dict[str, Any]:
    """Give what starts a workflow; YAML 1.1 takes its key for a truth."""
    found: dict[str, Any] = workflow[True]
    return found


def steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    """Give each step of each job."""
    for job in workflow["jobs"].values():
        yield from job["steps"]


def wrong_in(text: str) -> list[str]:
    """List what a workflow may not do, in words."""
    workflow = yaml.safe_load(text)
    faults = [
        f"not pinned: {step['uses']}"
        for step in steps(workflow)
        if "uses" in step and not PINNED.fullmatch(step["uses"])
    ]
    faults += [
        f"not pinned: {job['container']}"
        for job in workflow["jobs"].values()
        if "container" in job and not IMAGE.fullmatch(job["container"])
    ]
    faults += [
        f"words of somebody in a command: {found}"
        for step in steps(workflow)
        for found in EXPRESSION.findall(step.get("run", ""))
    ]
    faults += ["may do more than read"] * (workflow.get("permissions") != {"contents": "read"})
    faults += ["a job has rights of its own"] * any("permissions" in job for job in workflow["jobs"].values())
    faults += ["runs with a stranger's change and our rights"] * ("pull_request_target" in triggers(workflow))
    faults += ["knows a secret"] * ("secrets." in text or "github.token" in text.lower())
    faults += ["keeps the way to write to the repository"] * any(
        step.get("with", {}).get("persist-credentials") is not False
        for step in steps(workflow)
        if step.get("uses", "").startswith("actions/checkout@")
    )
    return faults


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_pinned_and_may_only_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert wrong_in(text) == []
    assert {step["uses"] for step in steps(yaml.safe_load(text)) if "uses" in step} == set(
        VERSION.findall(text)
    ), "Each pin has its version beside it."


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd", "checkout@v6", "not pinned"),
        ("-bookworm@sha256:", "-bookworm#", "not pinned: python"),
        (
            "run: make .venv/site.ready",
            "run: echo ${{ github.event.pull_request.title }}",
            "words of somebody",
        ),
        ("contents: read", "contents: write", "may do more"),
        ("  pull_request:", "  pull_request_target:", "stranger"),
        ("persist-credentials: false", "fetch-tags: false", "keeps the way"),
        ('python-version: "3.12"', "token: ${{ secrets.MINE }}", "knows a secret"),
        ("    timeout-minutes: 20", "    permissions: {contents: write}", "rights of its own"),
    ],
)
def test_each_fault_of_a_workflow_is_found(right: str, wrong: str, fault: str) -> None:
    text = (ROOT / ".github/workflows/content.yml").read_text(encoding="utf-8")
    assert right in text
    assert [found for found in wrong_in(text.replace(right, wrong)) if fault in found]


def test_there_is_a_daily_build_and_every_change_is_looked_at() -> None:
    workflow = yaml.safe_load(WORKFLOWS[0].read_text(encoding="utf-8"))
    started = triggers(workflow)
    assert {"pull_request", "push", "schedule"} <= set(started)
    minute, hour, *days = started["schedule"][0]["cron"].split()
    assert (minute.isdigit(), hour.isdigit(), days) == (True, True, ["*", "*", "*"])
    gitlab = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    rules = " ".join(rule["if"] for rule in gitlab["workflow"]["rules"])
    assert "schedule" in rules
    assert "merge_request_event" in rules


def test_gitlabs_file_is_pinned_by_hash_and_knows_no_secret() -> None:
    text = GITLAB.read_text(encoding="utf-8")
    held = yaml.safe_load(text)
    job = held["content"]
    assert IMAGE.fullmatch(held["default"]["image"])
    said = set(re.findall(r"\$\{?(\w+)", "\n".join(job["script"])))
    assert said == {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "wrong"}
    assert job["artifacts"]["when"] == "always"


def test_both_hosts_make_the_same_calls_and_each_call_is_one_that_exists() -> None:
    files = [path.read_text(encoding="utf-8") for path in (*WORKFLOWS, GITLAB)]
    calls = [{call.strip() for call in CALL.findall(text)} for text in files]
    assert calls[0] == calls[1]
    assert len(calls[0]) == 4
    for call in calls[0]:
        assert parser().parse_args(call.split()).command in COMMANDS


def test_both_hosts_run_the_tests_that_decide_here() -> None:
    github, gitlab = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in (*WORKFLOWS, GITLAB))
    last = github["jobs"]["tests"]["steps"][-1]["run"]
    assert last.splitlines()[-1] == ".ci/run"
    assert gitlab["tests"]["script"] == [".ci/run"]
    assert (ROOT / ".ci/run").stat().st_mode & 0o111


def test_the_hooks_of_a_commit_check_content_and_form_and_fetch_nothing() -> None:
    held = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in held["repos"]] == ["local"]
    hooks = held["repos"][0]["hooks"]
    assert [hook["entry"] for hook in hooks] == [
        ".venv/bin/python build.py check",
        ".venv/bin/python build.py format --check",
    ]
    for hook in hooks:
        assert parser().parse_args(hook["entry"].split()[2:]).command in COMMANDS
        assert re.match(hook["files"], "content/updates/2022-05-27.md")
        assert not re.match(hook["files"], "docs/editing.md")


@pytest.mark.parametrize("path", OWNERS, ids=lambda path: path.name)
def test_every_path_of_the_owners_examples_is_there(path: Path) -> None:
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    rules = [words for words in lines if words and not words[0].startswith(("#", "["))]
    assert len(rules) >= 10
    assert all(owner.startswith("@example/") for _, *owners in rules for owner in owners)
    gone = [name for name, *_ in rules if name != "*" and not (ROOT / name.strip("/")).exists()]
    assert set(gone) <= {"/content/statements/", "/content/corrections/"}, "Nobody has written one yet."


def test_the_job_says_which_lines_the_register_lacks(tmp_path: Path) -> None:
    program = (ROOT / ".ci/register").read_text(encoding="utf-8")
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci/register").write_text(program, encoding="utf-8")
    commit(tmp_path, {"content/register.csv": "address,day\n", ".gitignore": ".venv\n"}, "v1")
    stub = tmp_path / ".venv/bin/python"
    stub.parent.mkdir(parents=True)
    stub.write_text("#!/bin/sh\necho bodies/board,2030-07-01 >> content/register.csv\n", encoding="utf-8")
    stub.chmod(0o755)
    said = subprocess.run(["bash", ".ci/register"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert said.stdout == (
        "\n### Lines to add at the end of content/register.csv\n\n```text\nbodies/board,2030-07-01\n```\n"
    )
    git(tmp_path, "checkout", "--", "content/register.csv")
    stub.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    said = subprocess.run(["bash", ".ci/register"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert said.stdout == ""
