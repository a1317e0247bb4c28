"""Rules: what passes them, and what is said of a record that cannot be read."""

from __future__ import annotations

import pytest

from answerable.load.record import load
from answerable.load.validation_errors import a
from answerable.problem import did_you_mean
from answerable.rules import check
from answerable.rules.references import mentions
from tests.portals import whole
from tests.small import SMALL, complaints, sources


@pytest.mark.parametrize("path", [path for path in SMALL if path.endswith((".md", ".yaml"))])
def test_a_file_that_cannot_be_read_is_complained_of_and_no_other(path: str) -> None:
    """Nothing is said of references to what it holds, of its items, or of the pages it should be."""
    lines = complaints(SMALL | {path: "title: [\n"}).splitlines()
    assert lines
    assert [line for line in lines if not line.startswith(f"{path}:")] == []


def test_one_item_may_move_on_two_tracks_in_one_update() -> None:
    path = "content/updates/2030-02-10-board-replies.md"
    both = SMALL[path].replace('item: "motions/2030-01-10/1#b"', 'item: "motions/2030-01-10/1#a"')
    assert complaints(SMALL | {path: both}) == ""


def test_what_a_link_in_prose_names_is_given_with_its_place() -> None:
    prose = [one for one in mentions(whole(sources(SMALL))) if not one.where]
    (link,) = [(one.record.address, one.target, one.line, one.column) for one in prose]
    assert link == ("motions/2030-01-10/1", "documents/report", 22, 18)


def test_a_problem_stands_at_its_field_or_at_what_holds_it() -> None:
    portal = whole(sources(SMALL))
    assert str(portal.problem("bodies/board", ("kind",), "Wrong.", "Mend it.")) == (
        "content/bodies/board.yaml:3:7: Wrong. Mend it."
    )
    around = str(portal.problem("bodies/board", ("predecessors", 0, "cites"), "Old.", level="warning"))
    assert around == "content/bodies/board.yaml:6:5: warning: Old."


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
