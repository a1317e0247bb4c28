"""Two revisions from git and from the folder, end to end and with what can go wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from answerable import cli as commands
from answerable.diff.compare import compare
from answerable.diff.revision import WORKING_TREE, pair
from answerable.problem import Built, CallError, ContentError
from tests.diff.repository import commit, git
from tests.small import SMALL, edited

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.load.sources import Sources

MENDED = {"content/terms/lamp.yaml": '< title: "Lamp"\n> title: "The lamp"\n'}
BROKEN = {"content/terms/lamp.yaml": '< means: "The light of the lighthouse."\n> mean: "The light."\n'}


def run(content: Path, *words: str) -> int:
    """Call the command line as people do; building is not part of it."""
    return commands.main(["changes", "--content", str(content), *words], nothing)


def nothing(_sources: Sources) -> Built:
    """Build nothing."""
    return Built({}, ())


def test_one_edited_file_is_told_from_a_revision_to_the_working_tree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(tmp_path, SMALL, "v1")
    (tmp_path / "content/terms/lamp.yaml").write_text(edited(MENDED)["content/terms/lamp.yaml"])
    assert run(tmp_path / "content", "v1") == 0
    assert capsys.readouterr().out == (
        "1 change in meaning in 1 place, from v1 to the working tree.\n"
        "None of it is substantive.\n\n"
        "terms/lamp · The lamp\n  Term “The lamp”: title changed from “Lamp” to “The lamp”.\n"
    )


def test_two_revisions_are_compared_and_the_folder_on_the_disk_plays_no_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(tmp_path, SMALL, "v1")
    commit(tmp_path, edited(MENDED), "v2")
    (tmp_path / "content/terms/lamp.yaml").write_text("<<<<<<< half a merge", encoding="utf-8")
    assert run(tmp_path / "content", "v2", "v1", "--markdown") == 0
    assert capsys.readouterr().out == (
        "**1 change in meaning in 1 place, from v2 to v1. None of it is substantive.**\n\n"
        "### terms/lamp · Lamp\n\n- Term “Lamp”: title changed from “The lamp” to “Lamp”.\n"
    )


def test_a_revision_and_itself_say_that_nothing_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(tmp_path, SMALL, "v1")
    assert run(tmp_path / "content", "v1", "v1") == 0
    assert run(tmp_path / "content", "v1") == 0
    assert capsys.readouterr().out == "No change in meaning.\n" * 2


def test_a_portal_deeper_in_a_repository_is_found_there(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    portal = tmp_path / "harbour"
    portal.mkdir()
    commit(portal, SMALL, "v1")
    (portal / "a_link").symlink_to("elsewhere")  # a fault of the repository's, but not of this portal's
    commit(portal, edited(MENDED), "v2")
    old, new = pair(portal / "content", "v1", "v2")
    assert [change.address for change in compare(old.portal, new.portal)] == ["terms/lamp"]
    assert (new.name, pair(portal / "content", "v1", None)[1].name) == ("v2", WORKING_TREE)


def test_a_bare_repository_is_read_by_the_path_its_content_would_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "whole").mkdir()
    commit(tmp_path / "whole", SMALL, "v1")
    commit(tmp_path / "whole", edited(MENDED), "v2")
    git(tmp_path, "clone", "--quiet", "--bare", "whole", "bare.git")
    assert run(tmp_path / "bare.git/content", "v1", "v2") == 0
    assert "title changed from “Lamp” to “The lamp”" in capsys.readouterr().out
    assert run(tmp_path / "bare.git/content", "v1") == 2
    assert capsys.readouterr().err.startswith("There is no folder ")


def test_a_shallow_clone_without_the_revision_is_refused_with_advice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "whole").mkdir()
    commit(tmp_path / "whole", SMALL, "v1")
    commit(tmp_path / "whole", edited(MENDED), "v2")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{tmp_path}/whole", "part")
    assert run(tmp_path / "part/content", "HEAD~1") == 2
    assert "holds only part of the history; run: git fetch --unshallow" in capsys.readouterr().err


def test_a_revision_with_problems_is_named_before_each_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(tmp_path, edited(BROKEN), "v1")
    commit(tmp_path, SMALL, "v2")
    assert run(tmp_path / "content", "v1", "v2") == 1
    told = capsys.readouterr().err
    assert told.startswith('v1:content/terms/lamp.yaml:2:1: "mean" is not a field that is known here.')
    assert told.endswith("\n1 problem in the content. What cannot be read cannot be compared.\n")


def test_the_problems_of_both_revisions_are_told_at_once(tmp_path: Path) -> None:
    commit(tmp_path, edited(BROKEN), "v1")
    with pytest.raises(ContentError) as raised:
        pair(tmp_path / "content", "v1", None)
    assert [problem.path for problem in raised.value.problems] == [
        "content/terms/lamp.yaml",
        "v1:content/terms/lamp.yaml",
    ]


def test_what_loads_is_compared_though_the_checks_would_refuse_it(tmp_path: Path) -> None:
    update = "content/updates/2030-02-10-board-replies.md"
    commit(tmp_path, edited({update: '<     reply: "taken-up"\n>     reply: "taken"\n'}), "v1")
    commit(tmp_path, SMALL, "v2")
    old, new = pair(tmp_path / "content", "v1", "v2")
    assert [(change.address, change.was, change.now) for change in compare(old.portal, new.portal)] == [
        ("motions/2030-01-10/1#a", "No reply recorded", "taken up"),
        ("updates/2030-02-10-board-replies", "“taken”", "“taken-up”"),
    ]


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("v9", 'There is no revision "v9"'),
        ("--upload-pack=x", 'There is no revision "--upload-pack=x"'),
        ("v0", 'The revision "v0" holds no folder content.'),
    ],
)
def test_a_revision_that_is_not_there_is_a_wrong_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], revision: str, said: str
) -> None:
    commit(tmp_path, {"README.md": "Nothing yet.\n"}, "v0")
    commit(tmp_path, SMALL, "v1")
    assert run(tmp_path / "content", "--", revision) == 2
    assert capsys.readouterr().err.startswith(said)


def test_a_folder_outside_git_has_no_revisions(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with pytest.raises(CallError, match="no git repository"):
        pair(tmp_path / "content", "v1", None)
