"""What changed in meaning: silent where nothing did, one change for one field, each in its sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from answerable.diff.change import Kind
from answerable.diff.compare import FILES, compare
from answerable.load.record import load
from answerable.model.kinds.update import Update
from answerable.model.register import HEADER, NAME, parse
from tests.diff.alterations import alterations, field_names
from tests.engines import ROOT
from tests.mistakes import cases
from tests.portals import harbour, whole
from tests.small import SMALL, edited, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.load.sources import Sources
    from answerable.model.portal import Portal
    from tests.mistakes import Case

CASES = cases(ROOT / "tests/diff/changes.md")
NAMES = field_names()


def portal(given: Sources) -> Portal:
    """Give the portal of these sources, as the one loader reads it."""
    loaded = load(given.settings, given.content, given.private)
    assert loaded.problems == ()
    assert loaded.portal is not None
    return loaded.portal


def small(edits: Mapping[str, str]) -> Portal:
    """Give the small portal with edits."""
    return portal(sources(edited(edits)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_was_changed_is_told_in_these_sentences(case: Case) -> None:
    changes = compare(small({}), small(case.files))
    assert "\n".join(f"{change.record} · {change.sentence}" for change in changes) == case.message


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_way_back_is_told_whenever_the_way_there_is(case: Case) -> None:
    old, new = small({}), small(case.files)
    assert bool(compare(old, new)) == bool(compare(new, old)) == bool(case.message)


def test_a_portal_and_itself_have_no_change_between_them() -> None:
    for given in (harbour(), sources(dict(SMALL))):
        assert compare(portal(given), portal(given)) == ()


def test_one_field_changed_is_one_change_that_names_it_and_no_other_record() -> None:
    old = portal(harbour())
    tried: set[tuple[str, str]] = set()
    for address, record in old.records.items():
        for path, altered in alterations(record):
            if (type(record).__name__, path) in tried:
                continue
            changes = compare(old, replace(old, records={**old.records, address: altered}))
            told = [change for change in changes if change.record == address]
            own = [change for change in told if begins(change.field, path)]
            updates = [part for part in (record, altered) if isinstance(part, Update)]
            moved = {move.item for update in updates for move in update.moves}
            assert len(own) == 1, (address, path, [change.sentence for change in changes])
            assert [c for c in changes if c not in own and c.address not in moved] == []
            assert all(c.kind in (Kind.STATUS, Kind.DATE) for c in changes if c not in own)
            tried.add((type(record).__name__, path))
    assert len(tried) > 300


def begins(field: str, path: str) -> bool:
    """Whether a change names this field, or the citation it stands in, which is told whole."""
    named = [step for step in field.split("/") if step in NAMES]
    return bool(named) and named == path.split("/")[: len(named)]


def test_updates_that_change_places_change_what_stands_and_say_so() -> None:
    path = "content/updates/2030-04-01-board.md"
    update = edited({})["content/updates/2030-02-10-board-replies.md"].replace("taken-up", "declined")
    first, last = (update.replace('"2030-02-10"', f'"{day}"') for day in ("2030-02-09", "2030-02-11"))
    changes = compare(small({path: last}), small({path: first}))
    assert [change.sentence for change in changes if change.kind is Kind.STATUS] == [
        "Point 1, ask a: updates changed places. What stands now: “taken up”.",
        "Point 1, ask b: updates changed places. What stands now: “seen working”.",
    ]


def test_each_setting_and_each_word_on_a_badge_is_told_when_it_changes() -> None:
    old = portal(harbour())
    for file, name in (("site.yaml", "settings"), ("statuses.yaml", "vocabulary"), ("words.yaml", "words")):
        for path, altered in alterations(getattr(old, name)):
            changes = compare(old, replace(old, **{name: altered}))
            own = [change for change in changes if change.record == file]
            assert len(own) == 1, (path, [change.sentence for change in changes])
            assert own[0].field.startswith(path.partition("/")[0])


def test_changes_come_in_one_order_whatever_the_order_of_records() -> None:
    old, new = small({}), small({path: text for case in CASES[:4] for path, text in case.files.items()})
    turned = replace(new, records=dict(reversed(list(new.records.items()))))
    assert compare(old, new) == compare(old, turned) != ()


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
    old, now = (
        replace(whole(harbour()), register=parse(f"{HEADER}\n{text}", NAME)[0]) for text in (OLD, new)
    )
    changes = compare(old, now)
    assert sorted(change.sentence for change in changes) == sorted(told)
    assert {change.kind for change in changes} <= {Kind.REGISTER}
    assert {change.record for change in changes} <= FILES.keys()
