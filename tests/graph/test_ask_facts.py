"""What a page says of an ask: views apart, dates, sign-off, who was listened to."""

from __future__ import annotations

from datetime import date

from answerable.graph import ask_facts as asks
from answerable.graph import measures as measured
from answerable.graph import tally
from answerable.graph.event_log import indexed
from answerable.graph.values import Fact
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from tests.portals import graph, harbour, harbour_files, harbour_graph, site_of

THERE = harbour_graph()
PLAN = "plans/2030-03-01"


def item(address: str) -> Item:
    """Give an item of the harbour."""
    found = THERE.portal.records[address]
    assert isinstance(found, Item)
    return found


def series(address: str) -> Series:
    """Give a series of the harbour."""
    found = THERE.portal.records[address]
    assert isinstance(found, Series)
    return found


def test_the_first_page_counts_differing_views_only_where_there_are_any() -> None:
    assert b"different views of 2 things" in harbour_files()["index.html"]
    assert b"different views" not in site_of(harbour(as_of=date(2029, 12, 1)))["index.html"]


def test_what_is_to_be_checked_again_stands_until_somebody_has() -> None:
    assert list(THERE.log.rechecks) == ["reviews/2029-09-20/2#a"]
    again = next(one for one in THERE.events if one.move.recheck)
    assert indexed((*THERE.events, again)).rechecks.keys() == THERE.log.rechecks.keys()
    later = [one for one in THERE.events if one.target == "reviews/2029-09-20/2#b" and one.move.check]
    assert indexed(later).rechecks == {}


def test_who_was_listened_to_is_said_also_where_no_paper_does() -> None:
    (nobody,) = asks.consulted(THERE, item("motions/2029-06-12/1"))
    assert nobody == Fact(asks.CONSULTED, "not stated in the papers held")
    (whole,) = asks.consulted(THERE, item(f"{PLAN}/2"))
    assert whole.cards == THERE.cards([PLAN])
    (who,) = asks.consulted(THERE, series(PLAN))
    assert who.value == "The crews of the watch house and the people of Quay Street"
    assert who in asks.item_facts(
        THERE, item(f"{PLAN}/2").model_copy(update={"consulted": series(PLAN).consulted})
    )
    assert asks.sign_off(THERE, series(PLAN))[0].cards == THERE.cards(["bodies/inspector"])


def test_asks_without_a_timescale_are_counted_and_never_those_that_are_quoted() -> None:
    assert tally.timescales(THERE, series("motions/2029-06-12")) == (
        "4 of 4 points give no timescale. As a whole, it gives one: end of 2029."
    )
    assert tally.timescales(THERE, series(PLAN)) == "1 of 2 asks gives no timescale."
    assert item(f"{PLAN}/1").asks[0].has_timescale
    quoted = series("motions/2029-06-12").model_copy(update={"force": "quoted"})
    assert tally.timescales(THERE, quoted) == ""


def test_an_item_says_who_is_to_act_and_by_when_also_where_nobody_is_named() -> None:
    for one in THERE.portal.of(Item):
        assert [fact.label for fact in asks.answering(THERE, one)] in ([], ["Falls on", "By when"])
        if not one.asks:
            assert asks.answering(THERE, one) == asks.asked_of(THERE, one.address, one)
        for ask in one.asks:
            labels = [fact.label for fact in asks.ask_facts(THERE, f"{one.address}#{ask.id}", ask)]
            assert labels[:2] == ["Falls on", "By when"]


def test_what_was_erased_says_so_and_keeps_no_word() -> None:
    site = harbour_files()
    assert [name for name, data in site.items() if b"calliope" in data.lower()] == []
    assert "This was erased on 21 May 2030." in site["events/2030-lamp-oil/index.html"].decode()


def test_later_readings_stand_beside_the_baseline_in_words_and_several_as_a_table() -> None:
    ask = item(f"{PLAN}/1").asks[0]
    (told,) = [fact for fact in asks.ask_facts(THERE, f"{PLAN}/1#a", ask) if fact.label == "How much"]
    assert told.note == (
        "Compared with: nine of twelve (1 February 2030). To be looked at again: 1 October 2030. "
        "Found later, 29 May 2030: nine of twelve (Harbour Board, speaking of Crews' Company of the harbour)."
    )
    (table,) = measured.readings(THERE, f"{PLAN}/1#a", ask)
    assert [(row.when.text if row.when else "", row.words, row.who) for row in table.rows] == [
        ("2030-02-01", "nine of twelve", ""),
        ("2030-05-18", "ten of twelve", "Harbour Board"),
        ("2030-05-29", "nine of twelve", "Harbour Board, speaking of Crews' Company of the harbour"),
    ]
    assert all(row.cites for row in table.rows)
    before = graph(harbour(as_of=date(2030, 5, 25)))
    assert measured.readings(before, f"{PLAN}/1#a", ask) == ()
    (first,) = [fact for fact in measured.measured(before, f"{PLAN}/1#a", ask) if fact.label == "How much"]
    assert "Found later, 18 May 2030: ten of twelve (Harbour Board)." in first.note
    last = measured.measured_by_move(THERE, THERE.events[-1].move.measurements)
    assert [fact.value for fact in last] == ["nine of twelve"]
