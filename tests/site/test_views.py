"""What each kind of page shows: the whole of its subject, and cards of its neighbours."""

from __future__ import annotations

from dataclasses import replace

from answerable.graph import tally
from answerable.graph.coverage import tables
from answerable.graph.graph import link
from answerable.graph.timeline import everything
from answerable.model.address import file_of, href
from answerable.model.kinds.body import Body
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.registry import KINDS
from answerable.model.spec import spec
from answerable.site import coverage, home, lists, statuses, timeline
from answerable.site import facts as facts_of
from tests.portals import harbour_files, harbour_graph

THERE = harbour_graph()
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
        cards = [c for g in lists.of_kind(THERE, kind, "", whole=False).groups for c in g.cards]
        told = [t.card for t in lists.of_kind(THERE, kind, "", whole=True).told]
        there = [
            a
            for a, r in THERE.portal.records.items()
            if a.startswith(f"{kind.folder}/") and isinstance(r, kind.model)
        ]
        assert sorted(card.href for card in cards) == sorted(THERE.card(address).href for address in there)
        assert sorted(card.href for card in told) == sorted(card.href for card in cards)


def test_the_timeline_goes_from_the_latest_month_to_the_earliest_and_what_is_in_none_ends_its_year() -> None:
    view = timeline.timeline(THERE)
    months = [(year.title, month.month) for year in view.years for month in year.months]
    assert months == sorted(set(months), reverse=True)
    told = [entry for year in view.years for month in year.months for entry in month.entries]
    assert sorted(e.title for e in told) == sorted(e.title for e in everything(THERE))


def test_the_overview_names_each_thing_that_can_stand_somewhere() -> None:
    for series in lists.standing(THERE).series:
        record = THERE.portal.records[series.card.address]
        assert isinstance(record, Series)
        shown = {card for group in series.groups for card in group.cards}
        assert shown == set(THERE.cards(tally.targets(THERE, record)))


def test_what_is_unknown_and_what_works_come_from_the_record() -> None:
    assert [kind.id for kind in lists.unknown(THERE).gaps]
    strengths = [f for d in THERE.portal.of(Document) for f in d.findings if f.kind == "strength"]
    assert sum(len(w.found) for w in lists.working(THERE).documents) == len(strengths)


def test_every_word_on_a_badge_is_explained() -> None:
    axes = statuses.statuses(THERE).axes
    told = {(meaning.word, meaning.means) for _, _, words in axes for meaning in words}
    used = {(badge.word, badge.means) for target in THERE.statuses for badge in THERE.badges(target)}
    assert used
    assert used <= told


def test_coverage_lists_each_row_once() -> None:
    for table in tables(THERE):
        view = coverage.coverage(THERE, table)
        assert len(table.reached) + len(view.unreached) + len(view.loosely) == len(table.rows)


def test_the_first_page_opens_with_the_series_of_the_settings() -> None:
    view = home.home(THERE)
    assert [step.card for step in view.steps] == list(THERE.cards(THERE.portal.settings.first))


def test_fields_are_called_by_words() -> None:
    assert spec(Item, "asks_split").label == "Asks split"
    assert spec(Body, "from").label == "From"


def test_lists_in_a_record_become_rows_with_their_citations() -> None:
    body = next(body for body in THERE.portal.of(Body) if body.printed_as)
    section = next(s for s in facts_of.sections(THERE, body) if s.title == "Also printed as")
    assert [row.title for row in section.rows] == [name.name for name in body.printed_as]
    assert facts_of.facts(THERE, body)
