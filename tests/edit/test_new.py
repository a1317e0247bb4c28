"""Something new, as somebody at a terminal adds it."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from answerable.cli import main
from answerable.edit.new import new
from answerable.problem import CallError
from build import build
from tests.edit.answers import Answers
from tests.edit.test_form import FILLED
from tests.engines import ROOT
from tests.portals import harbour

if TYPE_CHECKING:
    from pathlib import Path

TERM = ["Hythe", "", "A landing place on the shore.", "", "", "", "hythe"]
DAY = ("--today", "2030-07-01")


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Give a copy of the fictional harbour."""
    shutil.copytree(ROOT / "examples/harbour", tmp_path / "harbour")
    return tmp_path / "harbour"


def said(monkeypatch: pytest.MonkeyPatch, lines: list[str]) -> None:
    """Let somebody type these lines."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_term_is_asked_for_written_and_told_what_to_do_next(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said(monkeypatch, TERM)
    file = portal / "content/terms/hythe.yaml"
    assert main(["new", "term", "--content", str(portal / "content"), *DAY], build) == 0
    assert file.read_text(encoding="utf-8") == (
        'title: "Hythe"\nmeans: "A landing place on the shore."\nstatus: "published"\n'
    )
    told = capsys.readouterr().out
    assert f"Written: {file}\n" in told
    assert told.endswith(f'  5. git add {file} && git commit -m "What changed and why, in a sentence"\n')
    assert main(["register", "--content", str(portal / "content"), *DAY], build) == 0
    assert main(["check", "--content", str(portal / "content"), *DAY], build) == 0


def test_a_draft_goes_into_the_folder_of_drafts_and_says_so(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said(monkeypatch, ["terms", *TERM])
    (portal / "drafts").mkdir()
    call = ["new", "--content", str(portal / "content"), "--private", str(portal / "drafts"), *DAY]
    assert main(call, build) == 0
    assert (portal / "drafts/terms/hythe.yaml").read_text(encoding="utf-8").endswith('status: "draft"\n')
    assert not (portal / "content/terms/hythe.yaml").exists()
    told = capsys.readouterr().out
    assert "It is a draft: nobody else sees it" in told
    assert "Still to be put right" not in told


@pytest.mark.parametrize("answered", range(len(TERM)))
def test_questions_that_end_early_leave_nothing(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answered: int
) -> None:
    before = sorted(portal.rglob("*"))
    said(monkeypatch, TERM[:answered])
    assert main(["new", "term", "--content", str(portal / "content"), *DAY], build) == 2
    assert capsys.readouterr().err == "The questions ended before the last answer. Nothing was written.\n"
    assert sorted(portal.rglob("*")) == before


def test_ctrl_and_c_ends_it_cleanly(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", stopped)
    assert main(["new", "term", "--content", str(portal / "content"), *DAY], build) == 2
    assert capsys.readouterr().err == "The questions ended before the last answer. Nothing was written.\n"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("lamp", 'There is no form for "lamp". There are forms for: update, meeting, document, body, '),
        ("updat", 'There is no form for "updat". Did you mean "update"?'),
    ],
)
def test_a_kind_without_a_form_is_told(kind: str, said: str) -> None:
    with pytest.raises(CallError) as told:
        new(harbour(), kind, Answers({}).talk)
    assert str(told.value).startswith(said)


@pytest.mark.parametrize("kind", ["motion", "resolutions", "series", "set of things asked"])
def test_a_set_is_meant_by_the_name_of_any_sort_of_it(kind: str) -> None:
    answers = Answers(FILLED["series"] | {"What should": "bell"})
    made = new(harbour(), kind, answers.talk)
    assert made.file == "motions/2030-06-03-bell/index.md"
    assert made.wrong == ()


def test_where_the_repository_is_private_what_is_new_is_a_draft() -> None:
    sources = harbour()
    settings = {
        path: data.replace(b'repository: "public"', b'repository: "private"')
        for path, data in sources.settings.items()
    }
    answers = Answers({"Which word": "Hythe", "What should": "hythe"})
    made = new(replace(sources, settings=settings), "term", answers.talk)
    assert (made.draft, made.file) == (True, "terms/hythe.yaml")
    assert made.text.endswith('status: "draft"\n')


def test_what_is_still_wrong_with_it_is_told_before_the_next_steps() -> None:
    answers = Answers(
        {
            "Which word": "Hythe",
            "How do the papers": "landing",
            "What do the papers": "See HLB.",
            "What should": "hythe",
        }
    )
    made = new(harbour(), "term", answers.talk)
    told = list(made.next_steps("content/terms/hythe.yaml"))
    assert "Still to be put right in it:" in told
    assert any("“HLB”" in line for line in told)
    assert "  4. build.py register   enters its address among those that are public" in told
