"""What changed, from the record alone: each kind of change with its old and new, by the day it was known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from answerable.export.atom import changes as feed
from answerable.graph.changelog import changed
from answerable.graph.graph import link
from answerable.graph.visibility import up_to, visible
from answerable.model.register import Line
from answerable.site.context import Context
from answerable.site.lists import changes as listed
from tests.portals import TODAY, harbour, harbour_graph, public, whole

HARBOUR = harbour_graph()
ALL = {one.key: one for one in changed(HARBOUR)}


def test_every_standing_that_was_ever_set_is_told_once_with_what_that_body_said_before() -> None:
    said: dict[tuple[str, str, str], list[str]] = {}
    for setting in (setting for one in HARBOUR.events for setting in one.statuses):
        said.setdefault((setting.target, setting.track, setting.by), ["none"]).append(setting.word_id)
    moved = [words for all_ in said.values() for words in pairwise(all_) if words[0] != words[1]]
    told = [one for key, one in ALL.items() if key.split()[2:3] in (["reply"], ["progress"], ["check"])]
    assert len(told) == len(moved) > 10
    assert [one.key for one in told if one.was == one.now] == []


def test_what_was_asked_later_than_the_register_began_is_told_on_its_first_day_here() -> None:
    portal = public(harbour())
    assert ALL["statements/2030-04-10-board new"].day == portal.known_here("statements/2030-04-10-board")
    empty = link(replace(portal, register=()))
    assert [one for one in changed(empty) if one.key.endswith(" new")] == []


def test_the_day_is_the_one_it_was_known_here_and_on_a_past_day_only_days_it_tells_of() -> None:
    update = "updates/2029-11-12-date-moved"
    key = f"{update} reviews/2029-09-20/2#a due"
    late = replace(public(harbour()), register=(Line(date(2030, 6, 30), update, "public"),))
    assert {one.key: one.day for one in changed(link(late))}[key] == date(2030, 6, 30)
    then = up_to(late, date(2030, 1, 1))
    assert {one.key: one.day for one in changed(link(then))}[key] == date(2029, 11, 12)


def test_what_is_not_public_is_no_change() -> None:
    portal = whole(harbour())
    hidden = {a for a, r in portal.records.items() if not portal.is_public(r, TODAY)}
    assert hidden
    assert not {one.source for one in changed(link(visible(portal, TODAY, TODAY)))} & hidden


def test_the_page_tells_all_by_day_the_latest_first_and_the_feed_all_that_is_not_sensitive() -> None:
    days = listed(Context(HARBOUR, ""))
    assert [one for day in days for one in day.entries] == list(changed(HARBOUR))
    assert all(one.id > other.id for one, other in pairwise(days))
    sensitive = {a for a, r in HARBOUR.portal.records.items() if r.sensitive}
    named = [{name.partition("#")[0] for name in (one.source, *one.about)} for one in changed(HARBOUR)]
    open_ = [names for names in named if not names & sensitive]
    assert len(feed(HARBOUR)) == len(open_)
    assert len({news.key for news in feed(HARBOUR)}) == len(open_)
