"""What a template may ask of the graph."""

from __future__ import annotations

from answerable.graph import tally
from answerable.model.address import href, root_of
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.site.context import Context
from tests.portals import harbour_graph

THERE = harbour_graph()
CTX = Context(THERE, "../")


def test_an_item_knows_its_neighbours_in_the_series() -> None:
    series = next(one for one in THERE.portal.series() if len(THERE.portal.items(one)) > 2)
    one, two, three, *_ = THERE.portal.items(series)
    assert CTX.neighbours(one) == (None, CTX.card(two.address))
    assert CTX.neighbours(two) == (CTX.card(one.address), CTX.card(three.address))
    assert CTX.items(series)[0] is one


def test_what_nobody_answered_is_said_in_one_sentence_and_never_of_what_is_quoted() -> None:
    for item in THERE.portal.of(Item):
        targets = THERE.asks_of(item) or [item.address]
        silent = [target for target in targets if not THERE.status_of(target)]
        quoted = THERE.portal.series_of(item).force == "quoted"
        assert bool(tally.unanswered(THERE, item)) == (bool(silent) and not quoted)


def test_events_stand_with_the_latest_first() -> None:
    for target in THERE.statuses:
        days = [event.update.happened.order for event in CTX.events(target)]
        assert days == sorted(days, reverse=True)


def test_an_update_tells_of_each_of_its_moves() -> None:
    for update in THERE.portal.of(Update):
        assert sorted(event.target for event in CTX.moves(update)) == sorted(m.item for m in update.moves)


def test_a_document_has_each_place_that_is_cited() -> None:
    for document in THERE.portal.of(Document):
        assert CTX.cited(document).keys() <= CTX.places(document).keys()


def test_what_came_of_an_item_of_a_meeting_names_the_meeting() -> None:
    outcomes = {
        card.address
        for meeting in THERE.portal.of(Meeting)
        for one in meeting.items
        for card in CTX.outcomes(meeting, one)
    }
    assert outcomes
    assert all("meetings/" in str(THERE.portal.record(address)) for address in outcomes)


def test_a_page_gives_each_way_back_once_but_for_those_it_shows_itself() -> None:
    for record in THERE.portal.records.values():
        labels = [way.label for way in CTX.backlinks(record)]
        assert len(labels) == len(set(labels))
        fields = {back.field for back in THERE.backlinks.get(record.address, ())}
        assert CTX.backlinks(record, fields) == ()


def test_references_in_prose_lead_from_the_depth_of_the_page() -> None:
    page = THERE.portal.records["pages/about"]
    root = root_of(href("motions/2029-06-12"))
    assert CTX.html(page) == "" or page.prose
    for record in THERE.portal.of(Series):
        assert Context(THERE, root).html(record).replace(root, "../") == CTX.html(record)


def test_a_result_says_what_a_thing_is_how_firm_and_where_it_stands() -> None:
    for record in THERE.portal.records.values():
        found = CTX.search_meta(record)
        if record.retracted or THERE.portal.is_sensitive(record):
            assert found == ()
            continue
        card = CTX.card(record.address)
        kind, *badges = found
        assert kind.lower().startswith((card.label or card.kind).lower())
        assert kind.endswith(card.force)
        assert badges[: len(card.badges)] == [f"{badge.voice}: {badge.word}" for badge in card.badges]
