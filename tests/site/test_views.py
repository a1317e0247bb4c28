"""What each kind of page shows: the whole of its subject, and cards of its neighbours."""

from __future__ import annotations

import re
from dataclasses import replace

from answerable.graph import facts as facts_of
from answerable.graph import tally
from answerable.graph.coverage import tables
from answerable.graph.graph import link
from answerable.graph.timeline import by_year, everything
from answerable.model.address import file_of, href
from answerable.model.kinds.body import Body
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.registry import KINDS
from answerable.model.spec import spec
from answerable.site import coverage, lists
from answerable.site.context import Context
from answerable.site.timeline import timeline
from tests.portals import harbour_files, harbour_graph, harbour_reading
from tests.reading import plain

THERE = harbour_graph()
CTX = Context(THERE, "")
MADE = harbour_files()


def test_counts_add_up_to_what_is_counted() -> None:
    for series in THERE.portal.of(Series):
        made = tally.tally(THERE, series)
        if made:
            assert sum(part.number for part in made.parts) >= len(tally.targets(THERE, series))
            assert series.track in ("reply", "progress")


def test_a_page_says_once_when_its_record_was_known_here_apart_from_the_days_it_tells_of() -> None:
    for address in (
        "updates/2030-04-02-inspector-finds-otherwise",
        "reviews/2029-09-20/2",
        "reviews/2029-09-20",
        "meetings/2030-02-04-board",
        "statements/2030-04-10-board",
        "corrections/2030-05-02-sirens",
        "events/2030-bell-rehung",
    ):
        [known] = facts_of.known_here(THERE, THERE.portal.records[address])
        assert known.when
        page = MADE[file_of(href(address))].decode()
        fact = f'<dt>Known here</dt>\n<dd>\n<p><time datetime="{known.when.iso}">{known.when.words}</time>'
        assert page.count("Known here") == page.count(fact) == 1
    assert facts_of.known_here(THERE, THERE.portal.records["bodies/board"]) == ()
    bare = link(replace(THERE.portal, register=()))
    assert facts_of.known_here(bare, bare.portal.records["reviews/2029-09-20/2"]) == ()


def test_a_list_of_a_kind_leads_to_every_record_of_it() -> None:
    for kind in KINDS.values():
        entries = [one for group in lists.of_kind(kind)(CTX) for one in group.entries]
        there = [a for a, r in THERE.portal.records.items() if a.startswith(f"{kind.folder}/")]
        own = [a for a in there if isinstance(THERE.portal.records[a], kind.model)]
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


def test_what_is_unknown_and_what_works_come_from_the_record() -> None:
    assert [group.id for group in lists.gaps(CTX)]
    strengths = [f for d in THERE.portal.of(Document) for f in d.findings if f.kind == "strength"]
    page = harbour_reading().told("working/index.html")
    assert strengths
    assert all(plain(one.says) in page for one in strengths)


def test_every_word_on_a_badge_is_explained() -> None:
    page = harbour_reading().told("statuses/index.html")
    used = {(badge.word, badge.means) for target in THERE.statuses for badge in THERE.badges(target)}
    assert used
    assert all(plain(word) in page and plain(means) in page for word, means in used)


def test_coverage_lists_each_row_once() -> None:
    for table in tables(THERE):
        view = coverage.coverage(CTX, table)
        assert len(table.reached) + len(view.unreached) + len(view.loosely) == len(table.rows)


def test_the_first_page_opens_with_the_series_of_the_settings() -> None:
    steps = MADE["index.html"].decode().partition('<div class="steps">')[2]
    series = [href(address) for address in THERE.portal.settings.first]
    assert re.findall(r'<h2><a href="([^"]*)">', steps)[: len(series)] == series


def test_fields_are_called_by_words() -> None:
    assert spec(Item, "asks_split").label == "Asks split"
    assert spec(Body, "from").label == "From"


def test_lists_in_a_record_become_rows_with_their_citations() -> None:
    body = next(body for body in THERE.portal.of(Body) if body.printed_as)
    section = next(s for s in facts_of.sections(THERE, body) if s.title == "Also printed as")
    assert [row.title for row in section.rows] == [name.name for name in body.printed_as]
    assert facts_of.facts(THERE, body)
