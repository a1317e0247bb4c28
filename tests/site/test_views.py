"""What each kind of page shows: the whole of its subject, and cards of its neighbours."""

from __future__ import annotations

from answerable.graph import tally
from answerable.graph.coverage import tables
from answerable.graph.timeline import by_year, everything
from answerable.model.kinds.series import Series
from answerable.model.registry import KINDS
from answerable.site import coverage, lists
from answerable.site.context import Context
from answerable.site.timeline import timeline
from tests.portals import harbour_graph, harbour_reading
from tests.reading import plain

THERE = harbour_graph()
CTX = Context(THERE, "")


def test_counts_add_up_to_what_is_counted() -> None:
    for series in THERE.portal.of(Series):
        made = tally.tally(THERE, series)
        if made:
            assert sum(part.number for part in made.parts) >= len(tally.targets(THERE, series))
            assert series.track in ("reply", "progress")


def test_a_list_of_a_kind_leads_to_every_record_of_it() -> None:
    for kind in KINDS.values():
        entries = [one for group in lists.of_kind(kind)(CTX) for one in group.entries]
        linked = [a for a, r in THERE.portal.records.items() if a.startswith(f"{kind.folder}/")]
        own = [a for a in linked if isinstance(THERE.portal.records[a], kind.model)]
        assert sorted(one.address for one in entries) == own


def test_the_timeline_goes_from_the_latest_month_to_the_earliest_and_what_is_in_none_ends_its_year() -> None:
    months = [(year, month.month) for year in CTX.years() for month in CTX.months(year)]
    assert months == sorted(set(months), reverse=True)
    listed = [entry for year in timeline(CTX).years for month in year.entries for entry in month.entries]
    assert sorted(e.title for e in listed) == sorted(e.title for e in everything(THERE))
    assert CTX.years() == tuple(by_year(THERE))


def test_the_overview_names_each_thing_that_can_stand_somewhere() -> None:
    series = [group for group in lists.standing(CTX) if isinstance(group.record, Series)]
    assert series
    for group in series:
        shown = {card for word in group.entries for card in word.entries}
        assert isinstance(group.record, Series)
        assert shown == set(THERE.cards(tally.targets(THERE, group.record)))


def test_every_word_on_a_badge_is_explained() -> None:
    page = harbour_reading().words_on("statuses/index.html")
    used = {(badge.word, badge.means) for target in THERE.statuses for badge in THERE.badges(target)}
    assert used
    assert all(plain(word) in page and plain(means) in page for word, means in used)


def test_coverage_lists_each_row_once() -> None:
    for table in tables(THERE):
        view = coverage.coverage(CTX, table)
        assert len(table.reached) + len(view.unreached) + len(view.loosely) == len(table.rows)
