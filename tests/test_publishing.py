"""docs/publishing.md, followed as it stands: its first case on a copy of the real record, and its words."""

from __future__ import annotations

import re
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from answerable.cli import main
from answerable.diff.report import checked
from build import build
from tests.conftest import TODAY
from tests.diff.repository import git
from tests.engines import ROOT
from tests.mistakes import FOLDER, cases

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = (ROOT / "docs/publishing.md").read_text(encoding="utf-8")
NEW = re.compile(r"Put this into `([^`]+)`\.\n\n```\w+\n(.*?)```", re.DOTALL)
BLOCK = r"\n\n```\w+\n(.*?)```"
CHANGED = re.compile(rf"In `([^`]+)`, (?:this line|these lines):{BLOCK}\n\nbecomes?:{BLOCK}", re.DOTALL)
MINUTES = re.search(r"```text\n(EXAMPLE\..*?)```", GUIDE, re.DOTALL)
PICTURES = sorted((ROOT / "docs/images").glob("publishing-*.svg"))
MEETING = "meetings/2022-06-15-osmb/index.html"
RESOLUTION = "resolutions/2022-05-27-osmb/7/index.html"


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the real record, committed, in which the guide's first case was followed."""
    folder = tmp_path_factory.mktemp("followed")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "site.yaml", folder)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "before")
    for path, text in NEW.findall(GUIDE):
        assert not (folder / path).exists()
        (folder / path).write_text(text, encoding="utf-8")
    for path, before, after in CHANGED.findall(GUIDE):
        text = (folder / path).read_text(encoding="utf-8")
        assert f"\n{text}".count(f"\n{before}") == 1, path
        (folder / path).write_text(f"\n{text}".replace(f"\n{before}", f"\n{after}")[1:], encoding="utf-8")
    return folder


def test_the_first_real_case_is_published_as_the_guide_says(
    followed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (len(NEW.findall(GUIDE)), len(CHANGED.findall(GUIDE))) == (2, 6)
    call = ["--content", str(followed / "content"), "--today", TODAY]
    assert main(["check", *call, "--markdown"], build) == 0
    assert capsys.readouterr().out.startswith("**The content has no problems.**")
    for as_of in ("2022-05-27", TODAY):
        assert main([*call, "--as-of", as_of, "--without-server", "--out", str(tmp_path / as_of)], build) == 0
    now = (tmp_path / TODAY / RESOLUTION).read_text(encoding="utf-8")
    then = (tmp_path / "2022-05-27" / RESOLUTION).read_text(encoding="utf-8")
    assert now.index("Provisional") < now.index("(What it asks now, in your own words.)")
    assert "Refined" in now
    assert "Provisional" in then
    assert "(What it asks now" not in then
    assert "15 June 2022 show" not in then
    meetings = [(tmp_path / day / MEETING).read_text(encoding="utf-8") for day in ("2022-05-27", TODAY)]
    assert ["Planned" in page for page in meetings] == [True, False]
    minutes = "Minutes of the Overview and Scrutiny Management Board, 15 June"
    assert [minutes in page for page in meetings] == [False, True]


def test_a_reviewer_is_told_of_a_new_version_of_the_official_words(
    followed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes", "HEAD", "--content", str(followed / "content")], build) == 0
    told = capsys.readouterr().out
    assert "resolutions/2022-05-27-osmb/7 · Voice of the survivor" in told
    assert "updates/2022-06-15-board-refines-wording · The Board refines the wording of resolution 7" in told


def test_the_fingerprints_of_the_example_are_those_of_its_made_up_minutes() -> None:
    assert MINUTES
    text = MINUTES[1]
    place = " ".join(text[text.index("7. THE NINE") :].split())
    assert GUIDE.count(f'sha256: "{sha256(text.encode()).hexdigest()}"') == 1
    assert GUIDE.count(f'sha256: "{sha256(place.encode()).hexdigest()}"') == 1


def test_the_example_stands_in_no_file_of_the_record() -> None:
    assert [path for path, _ in NEW.findall(GUIDE) if (ROOT / path).exists()] == []
    assert 'held_until: "27 May 2022"' in (ROOT / "site.yaml").read_text(encoding="utf-8")


def test_every_message_of_the_guide_is_one_that_people_are_told() -> None:
    shown = re.findall(r"^\| `([^`]+\.)` \||^\| `([^`]+\?)` \|", GUIDE, re.MULTILINE)
    told_anywhere = "\n".join(case.message for file in FOLDER.glob("*.md") for case in cases(file))
    messages = [one or other for one, other in shown]
    assert len(messages) == 4
    assert [message for message in messages if f": {message}" not in told_anywhere] == []
    assert "`The content has no problems.`" in GUIDE
    assert "The content has no problems." in checked(())


def test_the_pictures_are_small_drawings_that_say_what_they_show() -> None:
    assert len(PICTURES) == 4
    for path in PICTURES:
        text = path.read_text(encoding="utf-8")
        assert len(text) < 6_000
        assert re.search(r"<title [^>]*>[^<]+</title>\n<desc [^>]*>[^<]+</desc>", text)
        assert not re.search(r"<script|href|url\(", text)
        assert f"](images/{path.name})" in GUIDE
