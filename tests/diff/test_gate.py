"""The gate: one table of changes with the verdict on each, and what is refused in known words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from answerable.diff.change import Kind
from answerable.diff.compare import compare
from answerable.diff.gate import judge, problems
from answerable.model.register import Line
from answerable.problem import ContentError
from tests.diff.test_compare import portal, small
from tests.mistakes import FOLDER, cases
from tests.small import TODAY, edited, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.mistakes import Case

CASES = cases(FOLDER / "gate.md")
Edits = dict[str, str]
ITEM, ASK = "motions/2030-01-10/1", "motions/2030-01-10/1#a"
REPLY, LAMP, NOTE = "updates/2030-02-10-board-replies", "terms/lamp", "corrections/2030-05-30-note"
PROMISE, QUAY = "promises/2030-02-10-lamp", "content/terms/quay.yaml"
LINES = tuple(Line(date(2030, 5, 2), name, "public") for name in ("bodies/board", "bodies/council"))
"""The register of the older portal; a case that writes none keeps it."""


def edit(address: str, was: str, now: str) -> Edits:
    """Give an edit of one line, or of a line and what is put beneath it, in a record's file."""
    ending = ".md" if address.startswith(("motions", "updates")) else ".yaml"
    new = "".join(f"> {line}\n" for line in now.split("\n"))
    return {f"content/{address}{ending}": f"< {was}\n{new}"}


def note(about: str, more: str = "") -> Edits:
    """Give a new correction about something."""
    return {
        f"content/{NOTE}.yaml": f"""title: "What was altered"
on: "2030-05-30"
about: [{about}]
before: "The old."
after: "The new."
why: "A slip."
approved_by: "the editor"
{more}status: "published"
"""
    }


def term(status: str) -> Edits:
    """Give a new term."""
    return {QUAY: f'title: "Quay"\nstatus: "{status}"\n'}


UPDATE = {
    "content/updates/2030-04-01-board.md": """---
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
}
WORDING = edit(ITEM, '    asks: "Mend the lamp."', '    asks: "Look at the lamp."')
STATUS = edit(REPLY, '    reply: "taken-up"', '    reply: "declined"')
SPEAKER = edit(REPLY, '    reply: "taken-up"', '    reply: "taken-up"\n    reported_by: "bodies/council"')
OWNER = edit(ITEM, '    owners: ["bodies/board"]', '    owners: ["bodies/council"]')
DUE = edit(PROMISE, 'due: "by 2030-05"', 'due: "by 2031-05"')
EVIDENCE = edit(ITEM, '      - {in: "documents/report", at: "1.1", quote: "The lamp is dark"}', "      []")
VOCABULARY = {
    "content/statuses.yaml": '<     means: "A body resolved something on the same subject."\n'
    '>     means: "A body did it."\n'
}
REASON = 'status: "withdrawn"\nwithdrawn: {on: "2030-05-01", why: "Another lamp."}'
VERSION = '{as: "refined", in: "documents/report", at: "1.1", date: "2030-03-01", why: "To be plain."}'
OFFICIAL = edit(ITEM, '    date: "2030-01-10"', '    date: "2030-01-11"')
TITLE = edit(LAMP, 'title: "Lamp"', 'title: "The lamp"')

ALTERATIONS: dict[str, tuple[Edits, str, list[Kind]]] = {
    "the wording of an ask": (WORDING, f'"{ASK}"', [Kind.WORDING]),
    "a reply, named by its update": (STATUS, f'"{REPLY}"', [Kind.STATUS, Kind.STATUS]),
    "a reply, named by its item": (STATUS, f'"{ASK}"', [Kind.STATUS]),
    "who says so": (SPEAKER, f'"{REPLY}"', [Kind.STATUS]),
    "an owner": (OWNER, f'"{ASK}"', [Kind.OWNER]),
    "a due date": (DUE, f'"{PROMISE}"', [Kind.DATE]),
    "evidence that goes": (EVIDENCE, f'"{ASK}"', [Kind.EVIDENCE]),
    "a word on badges": (VOCABULARY, "", [Kind.VOCABULARY]),
    "official words": (OFFICIAL, f'"{ITEM}"', [Kind.OFFICIAL]),
}
"""What is altered in place: the edit, what a correction has to name, and the kinds of change."""

VERDICTS: dict[str, tuple[Edits, Edits, list[tuple[Kind, str]]]] = {
    "nothing": ({}, {}, []),
    "a new update moves it": ({}, UPDATE, [(Kind.STATUS, "updates/2030-04-01-board")]),
    "a new version of official words": (
        {},
        edit(ITEM, "wordings:", f"wordings:\n  - {VERSION}"),
        [(Kind.OFFICIAL, ITEM)],
    ),
    "official words, where nothing was wrong": (
        {},
        OFFICIAL | note(f'"{ITEM}"', 'error: "no"\n'),
        [(Kind.OFFICIAL, "")],
    ),
    "a title": ({}, TITLE | note(f'"{LAMP}"'), []),
    "words of ours": ({}, edit(LAMP, 'means: "The light of the lighthouse."', 'means: "The light."'), []),
    "a draft that goes": (term("draft"), {QUAY: ""}, []),
    "a draft that is published": (term("draft"), term("published"), []),
    "a draft that comes": ({}, term("draft"), []),
    "what was public becomes a draft": (term("published"), term("draft"), [(Kind.PUBLIC_STATE, "")]),
    "what was public goes": (term("published"), {QUAY: ""}, [(Kind.REMOVED, "")]),
}
"""Edits before, edits after, and each substantive change with what tells of it."""


def verdict(edits: Mapping[str, str], before: Mapping[str, str] | None = None) -> list[tuple[Kind, str]]:
    """Give each substantive change of edits of the small portal, with what tells of it."""
    files = edited(before or {})
    old, new = portal(sources(files)), portal(sources(edited(edits, files)))
    verdicts = judge(old, new, compare(old, new), TODAY)
    assert all(one.silent == (one.substantive and not one.note) for one in verdicts)
    return [(one.change.kind, one.note) for one in verdicts if one.substantive]


@pytest.mark.parametrize("title", VERDICTS)
def test_each_change_gets_the_verdict_that_is_known_beforehand(title: str) -> None:
    before, edits, expected = VERDICTS[title]
    assert verdict(edits, before) == expected


@pytest.mark.parametrize("title", ALTERATIONS)
def test_an_alteration_in_place_is_told_by_a_new_public_correction_that_names_it_and_by_nothing_else(
    title: str,
) -> None:
    edits, about, kinds = ALTERATIONS[title]
    silent = verdict(edits)
    assert {kind for kind, _ in silent} == set(kinds)
    assert {told for _, told in silent} == {""}
    assert {told for _, told in verdict(edits | note(about))} == {NOTE}
    assert verdict(edits | note(about, 'sensitive: "yes"\n')) == silent
    assert verdict(edits | note(f'"{LAMP}"')) == silent
    assert verdict(edits, note(about)) == silent, "a correction that was there before tells nothing new"


def test_what_is_taken_back_with_its_reason_is_its_own_note() -> None:
    edits = edit(REPLY, 'status: "published"', REASON) | edit(LAMP, 'status: "published"', REASON)
    assert {told for _, told in verdict(edits)} == {REPLY, LAMP}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_substantive_change_without_a_note_is_told_in_these_words(case: Case) -> None:
    old = replace(small({}), register=LINES)
    new = small(case.files)
    new = new if "content/register.csv" in case.files else replace(new, register=LINES)
    verdicts = judge(old, new, compare(old, new), TODAY)
    assert tuple(problems(old, new, verdicts)) == (), "Before launch nothing is public."
    launched = replace(old, settings=old.settings.model_copy(update={"launched": True}))
    assert str(ContentError(problems(launched, new, verdicts))) == case.message
