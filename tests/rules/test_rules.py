"""Each rule alone finds the mistake it is for, and nothing in a record without one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from answerable.load.record import load
from answerable.load.validation_errors import a
from answerable.problem import did_you_mean
from answerable.rules import check, measures, plans, records, references, settings
from answerable.rules import markdown as prose
from answerable.rules import publication as public
from answerable.rules import status as standings
from answerable.rules.locate import at, warning
from tests.mistakes import FOLDER, Case, cases
from tests.small import SMALL, TODAY, edited, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from answerable.model.portal import Portal
    from answerable.problem import Problem

ALONE = [
    (references.wrong_kind, "A person where only a body can be"),
    (references.wrong_kind, "A point where its motion belongs"),
    (references.forward, "An earlier record that names a later one"),
    (references.same_twice, "A link that stands twice"),
    (records.order_is_clear, "Two points in one place of their series"),
    (records.parts_have_one_id, "Two parts with one id"),
    (records.short_is_short, "What should be short is long, for an item and for one of its asks"),
    (records.taken_back_says_why, "Withdrawn, and nothing says why"),
    (records.presumed_says_why, "Presumed, and nothing says why"),
    (records.people_have_a_role, "A person without a public role"),
    (records.documents_are_whole, "A contained document that says not in what"),
    (records.planned_is_announced, "A planned meeting that nobody announced"),
    (records.events_have_a_date, "An event without a date"),
    (standings.words_exist, "A misspelt word for a badge"),
    (standings.moves_say_something, "A move that says nothing"),
    (standings.proof_is_there, "A word without its reason"),
    (standings.signed_off, "A word that closes, from somebody who may not sign it off"),
    (standings.checks_find_two_things, "A check that gives one finding only"),
    (standings.dates_move_for_a_reason, "A date that moves without a reason"),
    (plans.wordings_are_told, "A wording that was corrected without a reason"),
    (plans.carried_in_full, "A merged plan of which an item is forgotten"),
    (plans.former_addresses, "An earlier address at which something stands"),
    (measures.one_for_each_question, "Two measures that answer one question"),
    (measures.readings_are_of_a_measure, "A later reading of what nobody measures"),
    (records.kept_back_says_why, "A paper kept back without a reason"),
    (settings.unsigned_words, "A word for what is not signed off, misspelt"),
    (standings.reasons_reach, "A reason that is linked too weakly"),
    (standings.moved_once, "One thing moved twice by one body"),
    (settings.one_default, "An axis without a default"),
    (settings.counted_words, "A word counted under a misspelt one"),
    (prose.well_written, "HTML in the words of a record"),
    (prose.references_point_back, "A link to what is later"),
]
WITHOUT = [
    (settings.first_series, "The first page opens with what is not there"),
    (references.dangling, "A misspelt reference"),
    (records.items_have_a_series, "A point whose motion has no index"),
    (prose.references_are_there, "A link to a misspelt address"),
]


@cache
def _cases() -> Mapping[str, Case]:
    return {case.title: case for file in sorted(FOLDER.glob("*.md")) for case in cases(file)}


def _portal(files: Mapping[str, str]) -> Portal:
    given = sources(files)
    portal = load(given.settings, given.content, given.private).portal
    assert portal
    return portal


def _said(problems: Iterator[Problem]) -> str:
    return "\n".join(map(str, problems))


@pytest.mark.parametrize(("rule", "title"), ALONE)
def test_a_rule_finds_its_mistake_and_none_where_there_is_none(
    rule: Callable[[Portal], Iterator[Problem]],
    title: str,
) -> None:
    case = _cases()[title]
    assert _said(rule(_portal(edited(case.files)))) == case.told
    assert _said(rule(_portal(SMALL))) == ""


@pytest.mark.parametrize(("rule", "title"), WITHOUT)
def test_a_rule_about_what_is_not_there_passes_over_what_could_not_be_read(
    rule: Callable[[Portal, frozenset[str]], Iterator[Problem]],
    title: str,
) -> None:
    case = _cases()[title]
    portal = _portal(edited(case.files))
    gone = {"bodies/counsil", "documents/reprot", "motions/2030-01-11", "motions/2030-04-01"}
    gone.add("motions/2030-01-10/2")
    assert _said(rule(portal, frozenset())) == case.told
    assert _said(rule(portal, frozenset(gone))) == ""


def test_a_draft_is_no_problem_in_a_private_folder_or_a_private_repository() -> None:
    draft = SMALL["content/terms/lamp.yaml"].replace("published", "draft")
    open_ = SMALL | {"content/terms/lamp.yaml": draft}
    private = {path: text for path, text in SMALL.items() if path != "content/terms/lamp.yaml"}
    closed = SMALL["site.yaml"].replace('repository: "public"', 'repository: "private"')
    assert len(list(public.problems(_portal(open_), TODAY))) == 1
    assert not list(public.problems(_portal(private | {"private/terms/lamp.yaml": draft}), TODAY))
    assert not list(public.problems(_portal(open_ | {"site.yaml": closed}), TODAY))


def test_one_item_may_move_on_two_axes_in_one_update() -> None:
    path = "content/updates/2030-02-10-board-replies.md"
    both = SMALL[path].replace('item: "motions/2030-01-10/1#b"', 'item: "motions/2030-01-10/1#a"')
    assert not list(standings.moved_once(_portal(SMALL | {path: both})))


def test_what_a_link_in_prose_names_is_given_with_its_place() -> None:
    found = [
        (record.address, target, line, column) for record, target, line, column in prose.links(_portal(SMALL))
    ]
    assert found == [("motions/2030-01-10/1", "documents/report", 22, 18)]


def test_what_is_there_and_earlier_may_be_named() -> None:
    portal = _portal(SMALL)
    update = portal.records["updates/2030-02-10-board-replies"]
    assert references.absent(portal, frozenset(), "motions/2030-01-10/1#a") is None
    assert references.too_late(portal, update, "motions/2030-01-10/1#a") is None
    assert references.folder_of(update) == "updates"


def test_a_problem_stands_at_its_field_or_at_what_holds_it() -> None:
    portal = _portal(SMALL)
    assert str(at(portal, "bodies/board", ("kind",), "Wrong.", "Mend it.")) == (
        "content/bodies/board.yaml:3:7: Wrong. Mend it."
    )
    assert str(at(portal, "bodies/board", ("predecessors", 0, "cites"), "Wrong.")).startswith(
        "content/bodies/board.yaml:6:5: "
    )
    assert str(warning(portal, "bodies/board", ("kind",), "Old.", "Look again.")) == (
        "content/bodies/board.yaml:3:7: warning: Old. Look again."
    )


def test_the_settings_or_the_words_on_badges_being_unreadable_stops_no_other_reading() -> None:
    files = SMALL | {"site.yaml": "title: [", "content/terms/lamp.yaml": 'title: "Lamp"\n'}
    given = sources(files)
    loaded = load(given.settings, given.content)
    assert loaded.portal is None
    assert {problem.path for problem in check(loaded, given)[0]} == {"site.yaml", "content/terms/lamp.yaml"}


@pytest.mark.parametrize("said", ["a body", "an event", "an update", "a set of resolutions"])
def test_a_noun_bears_its_article(said: str) -> None:
    assert a(said.partition(" ")[2]) == said


def test_a_slip_gets_the_nearest_word_and_nonsense_none() -> None:
    assert did_you_mean("publishd", ["draft", "published"]) == 'Did you mean "published"?'
    assert did_you_mean("xyz", ["draft", "published"]) == ""
