"""What changed, from the record alone: each kind of change with its old and new, by the day it was known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from answerable.export.atom import changes as feed
from answerable.graph.changelog import changed
from answerable.graph.graph import link
from answerable.graph.visibility import up_to, visible
from answerable.model.kinds.correction import Correction
from answerable.model.register import Line
from answerable.site.context import Context
from answerable.site.lists import changes as listed
from tests.portals import TODAY, harbour, harbour_graph, harbour_reading, public, whole

HARBOUR = harbour_graph()
ALL = {one.key: one for one in changed(HARBOUR)}


def test_a_date_that_moved_says_from_what_to_what_and_why() -> None:
    one = ALL["updates/2029-11-12-date-moved reviews/2029-09-20/2#a due"]
    assert (str(one.was), str(one.now)) == ("31 October 2029", "31 January 2030")
    assert (str(one.why), one.who) == ("No reason given.", "Harbour Board")
    assert one.about == ("reviews/2029-09-20/2#a",)


def test_every_standing_that_was_ever_set_is_told_once_with_what_that_body_said_before() -> None:
    said: dict[tuple[str, str, str], list[str]] = {}
    for setting in (setting for one in HARBOUR.events for setting in one.statuses):
        said.setdefault((setting.target, setting.track, setting.by), ["none"]).append(setting.word_id)
    moved = [words for all_ in said.values() for words in pairwise(all_) if words[0] != words[1]]
    told = [one for key, one in ALL.items() if key.split()[2:3] in (["reply"], ["progress"], ["check"])]
    assert len(told) == len(moved) > 10
    assert [one.key for one in told if one.was == one.now] == []


def test_an_end_in_part_or_late_is_told_as_no_more_and_whose_reading_it_is_stands_beside_it() -> None:
    one = ALL["updates/2030-02-04-map-published promises/2029-06-12-map progress"]
    assert str(one.now) == "Board: shown done in part after the date due"
    assert (str(one.said), one.why, one.reading) == (
        "The map hangs in the watch house. It was promised for December.",
        "",
        False,
    )
    read = ALL["updates/2029-09-20-review-answers motions/2029-06-12/1 reply"]
    assert (read.reading, str(read.why)) == (True, "")
    shown = harbour_reading().told("changes/index.html")
    assert "from then on: board: shown done in part after the date due" in shown
    assert "from then on: review: in place, more suggested our reading of the reply" in shown


def test_an_end_in_part_or_late_says_so_beside_its_badge_in_lists_too() -> None:
    site = harbour_reading()
    for page_ in ("promises/index.html", "promises/2029-06-12-map/index.html"):
        assert "board: shown done in part. after the date due." in site.told(page_)
    whole_ = HARBOUR.badges("plans/2029-11-05/4")
    assert [(str(badge.word), str(badge.limits)) for badge in whole_] == [("shown done", "")]


def test_corrections_notes_new_wordings_and_what_was_taken_back_are_told() -> None:
    for one in HARBOUR.portal.of(Correction):
        assert (ALL[one.address].was, ALL[one.address].now, ALL[one.address].who) == (
            one.before,
            one.after,
            one.approved_by,
        )
    assert str(ALL["corrections/2030-06-12-name"].words) == "We changed this; nothing was wrong"
    version = ALL["resolutions/2030-02-04/results wording 3"]
    assert (version.now, version.why) == ("Read out, and also pinned up.", "Few can come to a meeting.")
    back = ALL["events/2030-lamp-oil taken back"]
    assert (str(back.words), back.was, back.now) == ("Erased", "", "")


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
