"""What has to go goes, and our errors are put right, whatever else is wrong; and nothing else comes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.cli import main
from answerable.diff.revision import files_at
from answerable.problem import CallError, ContentError
from answerable.publish.takedown import only_takedowns
from build import build
from tests.diff.repository import commit
from tests.portals import TODAY, harbour, record_file, site_of
from tests.small import SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from answerable.load.snapshot import Snapshot
    from answerable.load.sources import Sources
    from answerable.problem import Problem

BASE = replace(harbour(), archive=None, publishing=True)
GOOD: tuple[Snapshot, Snapshot, list[Problem]] = (BASE.settings, BASE.content, [])
EVENT = "content/events/2029-first-test.yaml"
ERASED = BASE.content[EVENT].replace(
    b'status: "published"', b'status: "erased"\nwithdrawn: {on: "2030-06-30", why: "It named somebody."}'
)
ONE_GONE = {
    "content/events/lamp-dark.yaml": SMALL["content/events/lamp-dark.yaml"].replace(
        'status: "published"', 'status: "withdrawn"\nwithdrawn: {on: "2030-05-31", why: "It was not so."}'
    )
}
LINE = b"2030-07-01,events/2029-first-test,erased\n"
REGISTER = "content/register.csv"
BROKEN = {
    "content/statuses.yaml": b"no: [",
    "content/words.yaml": b"allow: 3",
    "content/bodies/board.yaml": b"name",
    "content/terms/new.yaml": b'title: "Zephyrine"\nmeans: "New."\nstatus: "published"\n',
    "content/plans/2029-11-05/1.md": b"",
    "content/register.csv": b"x",
    "content/stray.txt": b"zephyrine",
}


def alone(changed: dict[str, bytes], today: date = TODAY) -> Sources:
    """Give the harbour with these files alone changed."""
    return replace(BASE, today=today, as_of=today, content={**BASE.content, **changed})


@cache
def expected() -> Mapping[str, bytes]:
    """Give the site on which the erasure alone is done."""
    return site_of(alone({EVENT: ERASED, REGISTER: BASE.content[REGISTER] + LINE}))


@given(st.sets(st.sampled_from(sorted(BROKEN))))
@settings(max_examples=6, deadline=None)
def test_an_erasure_is_published_alone_whatever_else_is_wrong(which: set[str]) -> None:
    now = alone({EVENT: ERASED, **{path: BROKEN[path] for path in which}})
    taken = only_takedowns(replace(now, settings={"site.yaml": b"broken"}), GOOD)
    assert taken.addresses == ("events/2029-first-test",)
    assert taken.left == ()
    assert site_of(taken.sources) == expected()


def test_a_correction_brings_what_it_is_about_and_nothing_else() -> None:
    path, address = "content/terms/mole.yaml", "terms/mole"
    mended = BASE.content[path] + b'sensitive: "yes"\n'
    fields = {
        "title": "Put right",
        "on": "2030-06-30",
        "about": [address],
        "before": "One.",
        "after": "Two.",
        "why": "A slip.",
        "approved_by": "the editor",
        "status": "published",
    }
    new = {path: mended, "content/corrections/right.yaml": record_file(fields)}
    now = alone({**new, "content/bodies/board.yaml": b"name"})
    taken = only_takedowns(now, GOOD)
    assert taken.addresses == ("corrections/right", address)
    half = only_takedowns(alone({**new, path: b"name", EVENT: ERASED}), GOOD)
    assert half.addresses == ("events/2029-first-test",), "not without what it puts right"
    assert {problem.path for problem in half.left} == {path}
    line = b"2030-07-01,corrections/right,public\n"
    assert site_of(taken.sources) == site_of(alone({**new, REGISTER: BASE.content[REGISTER] + line}))


def test_an_exception_that_ended_meanwhile_stands_in_no_erasures_way() -> None:
    later = alone({EVENT: ERASED}, date(2031, 1, 5))
    with pytest.raises(ContentError, match="This exception held until"):
        site_of(replace(later, publishing=False))
    site = site_of(only_takedowns(later, GOOD).sources)
    assert b"It named somebody." in site["events/2029-first-test/index.html"]


def test_words_that_are_published_anew_are_judged_all_the_same() -> None:
    why = ERASED.replace(b"It named somebody.", b"Call Ada on 0114 273 4567.")
    fields = {
        "title": "Call 0114 273 4567",
        "on": "2030-06-30",
        "about": ["events/2029-first-test"],
        "before": "One.",
        "after": "Two.",
        "why": "A slip.",
        "approved_by": "the editor",
        "status": "published",
    }
    now = alone({EVENT: why, "content/corrections/right.yaml": record_file(fields)})
    with pytest.raises(ContentError, match=r"content/corrections/right\.yaml:1:.* telephone number"):
        site_of(only_takedowns(now, GOOD).sources)


def test_what_came_out_of_the_private_folder_stays_and_nothing_more_comes() -> None:
    day = date(2030, 8, 2)
    one_set = ("events/2030-thirteenth-siren", "updates/2030-06-20-thirteenth-siren")
    lines = "".join(f"2030-08-01,{address},public\n" for address in one_set)
    held = {**BASE.content, REGISTER: BASE.content[REGISTER] + lines.encode()}
    extra = {"private/terms/zephyrine.yaml": BROKEN["content/terms/new.yaml"], "private/terms/bad.yaml": b"x"}
    now = replace(
        BASE, today=day, as_of=day, content={**held, EVENT: ERASED}, private={**BASE.private, **extra}
    )
    good: tuple[Snapshot, Snapshot, list[Problem]] = (BASE.settings, held, [])
    site = site_of(only_takedowns(now, good).sources)
    assert "updates/2030-06-20-thirteenth-siren/index.html" in site
    assert [name for name, data in site.items() if b"zephyrine" in data.lower() or "zephyrine" in name] == []


def test_without_anything_taken_back_or_put_right_nothing_is_published() -> None:
    with pytest.raises(CallError, match="nothing was withdrawn, erased or corrected"):
        only_takedowns(alone({"content/terms/new.yaml": BROKEN["content/terms/new.yaml"]}), GOOD)


def test_a_withdrawal_that_cannot_be_read_is_told_and_keeps_no_other_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = "content/terms/lamp.yaml"
    slip = SMALL[second].replace('status: "published"', 'status: "erased"\nwithdrawm: {on: "2030-05-31"}')
    with pytest.raises(ContentError, match="withdrawm"):
        only_takedowns(alone({"content/terms/mole.yaml": slip.encode()}), GOOD)
    commit(tmp_path, SMALL, "public")
    for path, text in {**ONE_GONE, second: slip}.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    call = [
        "build",
        "--content",
        str(tmp_path / "content"),
        "--out",
        str(tmp_path / "site"),
        "--today",
        "2030-06-01",
        "--only-takedowns",
        "public",
    ]
    assert main(call, build) == 1
    assert "It was not so." in (tmp_path / "site/events/lamp-dark/index.html").read_text(encoding="utf-8")
    said = capsys.readouterr().err
    assert "Not published, because these files cannot be read:\ncontent/terms/lamp.yaml:4:1: " in said


def test_from_the_command_line_the_words_go_though_another_file_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(tmp_path, SMALL, "public")
    (tmp_path / "content/terms/lamp.yaml").write_text("<<<<<<< half a merge", encoding="utf-8")
    for path, text in ONE_GONE.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    call = [
        "build",
        "--content",
        str(tmp_path / "content"),
        "--out",
        str(tmp_path / "site"),
        "--today",
        "2030-06-01",
    ]
    assert main(call, build) == 1
    assert not (tmp_path / "site").exists()
    assert main([*call, "--only-takedowns", "public"], build) == 0
    assert "Nothing is new since public but: events/lamp-dark.\n" in capsys.readouterr().out
    page = (tmp_path / "site/events/lamp-dark/index.html").read_text(encoding="utf-8")
    assert "It was not so." in page
    _, content, _ = files_at(tmp_path / "content", "public")
    assert content["content/terms/lamp.yaml"].decode() == SMALL["content/terms/lamp.yaml"]
