"""The register grows at its end, in one step, and never otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.load.snapshot import from_folder
from answerable.model.register import HEADER, NAME, Line
from answerable.problem import CallError, ContentError
from answerable.publish.file import replace_file
from answerable.publish.register import grown, register
from answerable.rules.register import lacking, problems
from tests.portals import TODAY, harbour, whole
from tests.strategies import FIRST, Small, portals

if TYPE_CHECKING:
    from answerable.load.sources import Sources

BARE = replace(
    harbour(), content={path: data for path, data in harbour().content.items() if not path.endswith(NAME)}
)
TAKEN = b'status: "withdrawn"\nwithdrawn: {on: "2030-06-30", why: "It was wrong."}'


def test_what_is_public_is_added_once_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    first = register(BARE, tmp_path)
    written = (tmp_path / NAME).read_bytes()
    again = register(replace(BARE, content={**BARE.content, f"content/{NAME}": written}), tmp_path)
    assert (first.added, again.added, first.total, again.total) == (first.total, 0, again.total, first.total)
    assert (tmp_path / NAME).read_bytes() == written
    assert written.startswith(f"{HEADER}\n2030-07-01,bodies/board,public\n".encode())
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_later_day_adds_only_what_is_new_then(tmp_path: Path) -> None:
    later = harbour(date(2030, 8, 1))
    assert register(later, tmp_path).added == 2
    before = later.content[f"content/{NAME}"]
    added = (
        b"2030-08-01,events/2030-thirteenth-siren,public\n"
        b"2030-08-01,updates/2030-06-20-thirteenth-siren,public\n"
    )
    assert (tmp_path / NAME).read_bytes() == before + added


def test_content_with_a_problem_adds_nothing(tmp_path: Path) -> None:
    content = {path: data for path, data in BARE.content.items() if not path.endswith("terms/mole.yaml")}
    wrong = replace(harbour(), content={**content, f"content/{NAME}": harbour().content[f"content/{NAME}"]})
    with pytest.raises(ContentError, match=rf'{NAME}:\d+:12: "terms/mole" has been public since 1 October'):
        register(wrong, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_last_line_without_its_end_is_ended_first() -> None:
    line = Line(TODAY, "terms/mole", "public")
    assert grown(b"day,address,state", [line]) == b"day,address,state\n2030-07-01,terms/mole,public\n"
    assert grown(b"", [line]) == b"day,address,state\n2030-07-01,terms/mole,public\n"


def test_a_register_that_cannot_be_written_is_left_and_said(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="cannot be written"):
        replace_file(tmp_path / "nowhere" / NAME, b"x")
    (tmp_path / NAME).write_bytes(b"old")
    (tmp_path / f"{NAME}.tmp").mkdir()
    with pytest.raises(CallError, match="cannot be written"):
        replace_file(tmp_path / NAME, b"new")
    assert (tmp_path / NAME).read_bytes() == b"old"


def test_what_a_killed_run_leaves_beside_it_is_no_content(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.tmp").write_bytes(b"day,addr")
    assert from_folder(tmp_path, where="content/") == ({}, [])
    replace_file(tmp_path / NAME, b"whole")
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def on(sources: Sources, day: date, held: bytes) -> tuple[bytes, Sources]:
    """Give the register's bytes after a run on a day, and the sources with them."""
    there = replace(sources, today=day, content={**sources.content, f"content/{NAME}": held})
    after = grown(held, lacking(whole(there), day))
    return after, replace(there, content={**there.content, f"content/{NAME}": after})


@given(portals(), st.lists(st.dates(FIRST, TODAY), min_size=1, max_size=4), st.data())
@settings(max_examples=20)
def test_in_any_portal_on_any_days_it_only_grows(small: Small, days: list[date], data: st.DataObject) -> None:
    """Records come in one after another, and some are withdrawn; what stood in it stays at its start."""
    base = {path: d for path, d in small.sources.content.items() if path not in small.made_up}
    names = sorted(small.made_up)
    held, content = f"{HEADER}\n".encode(), dict(base)
    for day in sorted(days):
        content |= {name: small.made_up[name] for name in names if data.draw(st.booleans(), label=name)}
        for name in [name for name in names if name in content and data.draw(st.booleans())]:
            content[name] = content[name].replace(b'status: "published"', TAKEN)
        after, there = on(replace(small.sources, content=content), day, held)
        portal = whole(there)
        assert after.startswith(held)
        assert lacking(portal, day) == ()
        assert [p for p in problems(portal, day, frozenset()) if "has been public" in p.message] == []
        held = after
