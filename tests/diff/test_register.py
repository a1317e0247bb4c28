"""The register between two portals: what was added is counted, what was taken out or altered is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answerable.diff.change import Kind
from answerable.diff.changes import compare
from answerable.diff.fields import FILES
from answerable.diff.register import registered
from answerable.load.register import parse
from answerable.model.register import HEADER, NAME
from tests.portals import harbour, whole

PORTAL = whole(harbour())
BACK = "The register only grows: put the line back."
OLD = """2030-05-02,bodies/board,public
2030-05-03,terms/lamp,public
"""


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (OLD, []),
        ("2030-05-03,terms/lamp,public\n2030-05-02,bodies/board,public\n", []),
        (f"{OLD}2030-05-03,terms/oar,public\n", ["1 line was added to it."]),
        (
            f"2030-05-01,terms/oar,public\n{OLD}2030-06-01,terms/lamp,withdrawn\n",
            ["2 lines were added to it. Of an earlier day than its last line was: 1."],
        ),
        (
            "2030-05-02,bodies/board,public\n",
            [f"“terms/lamp”, public from 3 May 2030, is no longer in it. {BACK}"],
        ),
        (
            "2030-05-02,bodies/board,public\n2030-05-04,terms/lamp,public\n",
            [f"“terms/lamp” was public from 3 May 2030, and the day was altered to 4 May 2030. {BACK}"],
        ),
        (
            "2030-05-02,bodies/board,public\n2030-05-04,terms/lamps,public\n",
            ["1 line was added to it.", f"“terms/lamp”, public from 3 May 2030, is no longer in it. {BACK}"],
        ),
    ],
)
def test_lines_that_came_are_counted_and_lines_that_went_are_named(new: str, told: list[str]) -> None:
    old, now = (replace(PORTAL, register=parse(f"{HEADER}\n{text}", NAME)[0]) for text in (OLD, new))
    changes = compare(old, now)
    assert sorted(change.sentence for change in changes) == sorted(told)
    assert {change.kind for change in changes} <= {Kind.REGISTER}
    assert {change.record for change in changes} <= FILES.keys()
    assert set(registered(old, now)) == set(changes)
