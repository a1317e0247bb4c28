"""The gate: what is substantive fails without a public note, what is not passes, each in known words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from answerable.diff.change import Kind
from answerable.diff.changes import compare
from answerable.diff.gate import SUBSTANTIVE, judge, problems
from answerable.model.register import Line
from answerable.problem import ContentError
from tests.diff.test_changes import small
from tests.mistakes import FOLDER, cases
from tests.small import TODAY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.diff.gate import Judged
    from answerable.model.portal import Portal
    from tests.mistakes import Case

CASES = cases(FOLDER / "gate.md")
ITEM = "content/motions/2030-01-10/1.md"
UPDATE = "content/updates/2030-02-10-board-replies.md"
ASK = {ITEM: '<     asks: "Mend the lamp."\n>     asks: "Look at the lamp."\n'}
LINES = tuple(Line(date(2030, 5, 2), name, "public") for name in ("bodies/board", "bodies/council"))
"""The register of the older portal; a case that writes none keeps it."""


def note(about: str, more: str = "") -> dict[str, str]:
    """Give a new correction about something."""
    return {
        "content/corrections/2030-05-30-note.yaml": f"""title: "What was altered"
on: "2030-05-30"
about: [{about}]
before: "The old."
after: "The new."
why: "A slip."
approved_by: "the editor"
{more}status: "published"
"""
    }


def verdict(edits: Mapping[str, str], before: Mapping[str, str] | None = None) -> tuple[Judged, ...]:
    """Give the verdict on edits of the small portal, which may have been edited before."""
    old, new = small(before or {}), small({**(before or {}), **edits})
    return judge(old, new, compare(old, new), TODAY)


def silent(edits: Mapping[str, str], before: Mapping[str, str] | None = None) -> list[Kind]:
    """Give the kinds of the changes that no note tells."""
    return [one.change.kind for one in verdict(edits, before) if one.silent]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_substantive_change_without_a_note_is_told_in_these_words(case: Case) -> None:
    old = replace(small({}), register=LINES)
    new = small(case.files)
    new = new if "content/register.csv" in case.files else replace(new, register=LINES)
    judged = judge(old, new, compare(old, new), TODAY)
    assert tuple(problems(old, new, judged)) == (), "Before launch nothing is public."
    launched = replace(old, settings=old.settings.model_copy(update={"launched": True}))
    assert str(ContentError(problems(launched, new, judged))) == case.told


def test_a_new_update_is_the_note_of_what_it_moves() -> None:
    update = small({}).sources["updates/2030-02-10-board-replies"].path
    text = """---
title: "The Board thinks again"
happened: "2030-04-01"
by: "bodies/board"
at: "none"
basis: "ours"
moves:
  - {item: "motions/2030-01-10/1#a", reply: "declined", cites: []}
status: "published"
---
"""
    told = verdict({update.replace("02-10-board-replies", "04-01-board"): text})
    assert [(one.change.kind, one.note) for one in told if one.substantive] == [
        (Kind.STATUS, "updates/2030-04-01-board")
    ]


@pytest.mark.parametrize(
    ("edits", "about"),
    [
        (ASK, '"motions/2030-01-10/1#a"'),
        (
            {UPDATE: '<     reply: "taken-up"\n>     reply: "declined"\n'},
            '"updates/2030-02-10-board-replies"',
        ),
        ({UPDATE: '<     reply: "taken-up"\n>     reply: "declined"\n'}, '"motions/2030-01-10/1#a"'),
        (
            {
                UPDATE: '<     reply: "taken-up"\n>     reply: "taken-up"\n>     reported_by: "bodies/council"\n'
            },
            '"updates/2030-02-10-board-replies"',
        ),
        (
            {ITEM: '<     owners: ["bodies/board"]\n>     owners: ["bodies/council"]\n'},
            '"motions/2030-01-10/1#a"',
        ),
        (
            {"content/promises/2030-02-10-lamp.yaml": '< due: "by 2030-05"\n> due: "by 2031-05"\n'},
            '"promises/2030-02-10-lamp"',
        ),
        (
            {ITEM: '<       - {in: "documents/report", at: "1.1", quote: "The lamp is dark"}\n>       []\n'},
            '"motions/2030-01-10/1#a"',
        ),
        (
            {
                "content/statuses.yaml": '<     means: "A body resolved something on the same subject."\n'
                '>     means: "A body did it."\n'
            },
            "",
        ),
    ],
)
def test_a_new_correction_that_names_it_is_the_note_of_an_alteration_in_place(
    edits: dict[str, str], about: str
) -> None:
    assert silent(edits)
    assert silent({**edits, **note(about)}) == []
    assert silent({**edits, **note(about, 'sensitive: "yes"\n')}) == silent(edits)
    assert silent({**edits, **note('"terms/lamp"')}) == silent(edits)
    assert silent(edits, note(about)) == silent(edits), "a correction that was there before tells nothing new"


def test_what_is_taken_back_with_its_reason_is_its_own_note() -> None:
    reason = '{on: "2030-05-01", why: "Another lamp."}'
    back = f'status: "published"\n> status: "withdrawn"\n> withdrawn: {reason}\n'
    assert silent({UPDATE: f"< {back}", "content/terms/lamp.yaml": f"< {back}"}) == []


def test_a_new_version_of_official_words_is_its_own_note_and_an_altered_one_is_not() -> None:
    version = '{as: "refined", in: "documents/report", at: "1.1", date: "2030-03-01", why: "To be plain."}'
    told = verdict({ITEM: f"< wordings:\n> wordings:\n>   - {version}\n"})
    assert [(one.change.kind, one.note) for one in told if one.substantive] == [
        (Kind.OFFICIAL, "motions/2030-01-10/1")
    ]
    altered = {ITEM: '<     date: "2030-01-10"\n>     date: "2030-01-11"\n'}
    assert silent(altered) == [Kind.OFFICIAL]
    assert silent({**altered, **note('"motions/2030-01-10/1"')}) == []
    assert silent({**altered, **note('"motions/2030-01-10/1"', 'error: "no"\n')}) == [Kind.OFFICIAL]


def test_what_nobody_could_see_before_or_can_see_now_is_no_matter() -> None:
    draft = {"content/terms/quay.yaml": 'title: "Quay"\nstatus: "draft"\n'}
    shown = {"content/terms/quay.yaml": 'title: "Quay"\nstatus: "published"\n'}
    old, hidden, seen = small({}), small(draft), small(shown)
    for before, after in ((hidden, old), (hidden, seen), (old, hidden)):
        assert not any(one.silent for one in judge(before, after, compare(before, after), TODAY))
    assert any(one.silent for one in judge(seen, hidden, compare(seen, hidden), TODAY))


def test_titles_and_new_records_and_other_words_are_not_substantive() -> None:
    titled = {"content/terms/lamp.yaml": '< title: "Lamp"\n> title: "The lamp"\n'}
    told = verdict({**titled, **note('"terms/lamp"')})
    assert [one.substantive for one in told] == [False, False]
    assert not {Kind.TITLE, Kind.TEXT, Kind.ADDED, Kind.LINK, Kind.ORDER, Kind.CORRECTION} & SUBSTANTIVE


def test_the_verdict_on_a_portal_and_itself_is_empty() -> None:
    portal: Portal = small({})
    assert judge(portal, portal, compare(portal, portal), TODAY) == ()
