"""What a page says of an ask: views apart, dates, sign-off, who was listened to."""

from __future__ import annotations

from datetime import date

from answerable.graph import ask_facts as asks
from answerable.graph import measures as measured
from answerable.graph import tally
from answerable.graph import tally as views
from answerable.graph.event_log import indexed
from answerable.graph.statuses import conflict, conflicting
from answerable.graph.values import Fact
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from tests.portals import graph, harbour, harbour_files, harbour_graph, made
from tests.reading import Site

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


def test_a_check_that_disputes_stands_against_what_is_said_to_be_done() -> None:
    assert conflict(THERE.portal, THERE.status_of("reviews/2029-09-20/2#b")) == (
        "Harbour Board says: shown done. Inspector of Coastal Warnings says: disputed."
    )
    assert conflict(THERE.portal, THERE.status_of("reviews/2029-09-20/2#a")) == ""
    assert [s.word_id for s in conflicting(THERE.statuses["reviews/2029-09-20/2#b"])] == [
        "shown-done",
        "disputed",
    ]


def test_what_is_told_of_another_says_of_whom() -> None:
    assert next(one.words for one in views.conflicts(THERE)) == (
        "Harbour Board says: superseded. "
        "Harbour Board, speaking of Harbour Council, says: said to be supported."
    )


def test_the_first_page_counts_differing_views_only_where_there_are_any() -> None:
    assert b"different views of 2 things" in harbour_files()["index.html"]
    assert b"different views" not in made(harbour(as_of=date(2029, 12, 1)))["index.html"]


def test_what_is_to_be_checked_again_stands_until_somebody_has() -> None:
    assert list(THERE.log.rechecks) == ["reviews/2029-09-20/2#a"]
    again = next(one for one in THERE.events if one.move.recheck)
    assert indexed((*THERE.events, again)).rechecks.keys() == THERE.log.rechecks.keys()
    later = [one for one in THERE.events if one.target == "reviews/2029-09-20/2#b" and one.move.check]
    assert indexed(later).rechecks == {}


def test_a_word_that_closes_reads_otherwise_when_somebody_else_says_it() -> None:
    (setting,) = THERE.statuses[f"{PLAN}/2"]
    assert (setting.word_id, setting.word.final) == ("said-done", False)
    (event,) = THERE.events_of(f"{PLAN}/2")
    assert event.unsigned == (
        "It was put as “shown done”. Inspector of Coastal Warnings may sign it off; "
        "said by anybody else, it reads “said to be done”."
    )
    assert THERE.portal.signers(f"{PLAN}/1#a") == ("bodies/inspector",)
    assert THERE.portal.owners(f"{PLAN}/1#a") == ("bodies/board", "bodies/crews")


def test_each_owner_has_its_own_part_and_each_question_of_a_measure_is_answered_or_not_stated() -> None:
    ask = item(f"{PLAN}/1").asks[0]
    told = asks.ask_facts(THERE, f"{PLAN}/1#a", ask)
    assert [fact.value for fact in told if fact.label == "What its own part is"] == [
        "Buys the parts.",
        "Fits them.",
    ]
    assert [(f.label, f.value) for f in told if f.label in measured.LABELS.values()] == [
        ("How much", "Sirens that sound"),
        ("How well", "not stated"),
        ("Is anyone better off", "Homes on Quay Street in which a test is heard"),
    ]
    assert asks.moved_dates(THERE, f"{PLAN}/1#a") == (
        Fact(
            "The date has",
            "moved 2 times, 140 days. It is now 17 September 2030. The first was 30 April 2030.",
        ),
    )


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


def test_a_rating_stands_with_its_challenge_and_its_answer_and_sets_nothing() -> None:
    page = Site(made(harbour())).told(f"{PLAN}/1/index.html")
    assert "rating as reported “amber, mostly on course”" in page
    assert "challenged by asked why it is amber when no siren has been mended." in page
    assert "answered by the parts have come, and work begins." in page
    assert f"{PLAN}/1" not in THERE.statuses


def test_an_item_says_who_is_to_act_and_by_when_also_where_nobody_is_named() -> None:
    for one in THERE.portal.of(Item):
        assert [fact.label for fact in asks.answering(THERE, one)] in ([], ["Falls on", "By when"])
        if not one.asks:
            assert asks.answering(THERE, one) == asks.asked_of(THERE, one.address, one)
        for ask in one.asks:
            labels = [fact.label for fact in asks.ask_facts(THERE, f"{one.address}#{ask.id}", ask)]
            assert labels[:2] == ["Falls on", "By when"]


def test_an_update_says_its_three_days_and_a_move_its_new_date() -> None:
    record = THERE.portal.records["updates/2029-11-12-date-moved"]
    assert isinstance(record, Update)
    assert asks.update_dates(record)[0] == Fact("Happened", when=record.happened)
    events = [event for event in THERE.events_in(record.address) if event.move.due]
    assert all("New date" in [fact.label for fact in asks.move_facts(THERE, event)] for event in events)


def test_a_former_address_leads_on_and_keeps_out_of_indexes() -> None:
    page = harbour_files()["motions/2029-06-12/languages/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../../../motions/2029-06-12/4/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<a href="../../../motions/2029-06-12/4/">' in page


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
