"""The numbers of the public record: how many were asked, what each reply was, what reaches what.

The lists below are the record's own, worked out from the papers; the content has to say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from answerable.graph.event_log import event_log
from answerable.graph.events import Status
from answerable.model.address import split
from answerable.model.kinds.item import Item
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.portal import Portal

MOTION, REVIEW, BOARD = "motions/2021-11-10", "reviews/2022-05-12", "resolutions/2022-05-27-osmb"
LAST_DAY = date(2022, 5, 27)

REPLIES = {
    "in-place": "04 05 06 07 08",
    "in-place-more": "02 03 09 10 12",
    "no-evidence": "01 13",
    "no-comment": "11",
}
"""The reply to each point, as the record reads it."""

TAKEN_UP = {
    "1#a": "8",
    "1#b": "8",
    "1#c": "2",
    "1#f": "2",
    "2#a": "4",
    "2#c": "performance-monitoring",
    "3#a": "8",
    "3#c": "6",
    "4#a": "7",
    "4#b": "7",
    "5#a": "6",
}
"""Ask → the resolution that takes it up. The other 16 asks are taken up by none."""
REPORTED = {
    "2#b": ("progress", "said-under-way"),
    "3#e": ("progress", "said-under-way"),
    "4#c": ("reply", "said-supported"),
}
"""Asks of which a paper says something else, each with the axis and the word."""

REACHED_BY_THE_BOARD = {
    "1": "2 8",
    "2": "4 performance-monitoring",
    "3": "6 8",
    "4": "7",
    "5": "6",
    "6": "",
    "7": "",
}
"""Recommendation → resolutions with a strong or likely link to it."""
LOOSELY_BY_THE_BOARD = {"1": "3", "2": "", "3": "", "4": "", "5": "", "6": "6", "7": "6"}

REACHED_BY_THE_REVIEW = {"02": "1", "03": "3 5 6", "10": "1 2", "12": "4", "13": "3"}
"""Point → recommendations with a strong link to it; a point that is not here has none."""
LOOSELY_BY_THE_REVIEW = {"04": "1 3", "05": "1", "06": "6", "08": "4", "11": "3 4"}
POINTS_BY_THE_BOARD = {
    "02": "2 3",
    "03": "6",
    "04": "8",
    "05": "8",
    "09": "8",
    "10": "4 performance-monitoring",
    "12": "7",
}
"""Point → resolutions on the same subject; none of these links is strong."""


@pytest.fixture(scope="module")
def standing(record: Portal) -> Mapping[str, tuple[Status, ...]]:
    """Give where each item and ask stands at the end."""
    return event_log(record).statuses


def items(record: Portal, address: str) -> list[Item]:
    """Give a series' items by the address of the series."""
    series = record.records[address]
    assert isinstance(series, Series)
    return record.items(series)


def asks(record: Portal) -> dict[str, Item]:
    """Give the review's asks by their address, each with its recommendation."""
    return {f"{item.address}#{ask.id}": item for item in items(record, REVIEW) for ask in item.asks}


def graph(record: Portal, later: str, earlier: str, *strengths: str) -> dict[str, str]:
    """Give for each earlier item's id the ids of later items linked to the whole of it, in one text."""
    found: dict[str, list[str]] = {}
    for item in items(record, later):
        for link in item.links:
            address, part = split(link.to)
            series, _, own = address.rpartition("/")
            if series == earlier and not part and link.strength in strengths:
                found.setdefault(own, []).append(item.address.rpartition("/")[2])
    return {own: " ".join(sorted(ids)) for own, ids in found.items()}


def given(table: dict[str, str]) -> dict[str, str]:
    """Give a table without its empty rows."""
    return {own: ids for own, ids in table.items() if ids}


def test_the_motion_has_thirteen_points_numbered_as_printed_to_be_considered(record: Portal) -> None:
    assert record.records[MOTION].force == "asked to consider"  # type: ignore[attr-defined]
    assert [item.number for item in items(record, MOTION)] == [str(n) for n in range(1, 14)]


def test_the_review_has_seven_recommendations_with_twenty_seven_asks(record: Portal) -> None:
    assert [len(item.asks) for item in items(record, REVIEW)] == [6, 3, 5, 4, 4, 2, 3]
    assert len(asks(record)) == 27


def test_no_ask_of_the_review_has_a_timescale(record: Portal) -> None:
    assert [ask for item in items(record, REVIEW) for ask in item.asks if ask.due or item.due] == []


def test_the_board_framed_nine_and_the_last_has_no_number(record: Portal) -> None:
    assert [item.number for item in items(record, BOARD)] == [*"12345678", "none"]
    assert items(record, BOARD)[-1].address == f"{BOARD}/performance-monitoring"


def test_all_nine_are_provisional_the_first_included(record: Portal) -> None:
    series = record.records[BOARD]
    assert isinstance(series, Series)
    assert series.force == "provisional"


def test_each_point_stands_where_the_record_reads_the_reply_to_it(
    standing: Mapping[str, tuple[Status, ...]],
) -> None:
    expected = {f"{MOTION}/{point}": word for word, points in REPLIES.items() for point in points.split()}
    found = {point: [(s.track, s.word_id) for s in standing.get(point, ())] for point in expected}
    assert found == {point: [("reply", word)] for point, word in expected.items()}
    assert len(expected) == 13


def test_what_is_taken_up_is_taken_up_by_the_resolution_the_record_names(
    record: Portal, standing: Mapping[str, tuple[Status, ...]]
) -> None:
    found = {
        ask.removeprefix(f"{REVIEW}/"): (setting.move.adopted_by or "").removeprefix(f"{BOARD}/")
        for ask in asks(record)
        for setting in standing.get(ask, ())
        if setting.word_id == "taken-up"
    }
    assert found == TAKEN_UP


def test_the_other_asks_have_what_a_paper_reports_or_nothing(
    record: Portal, standing: Mapping[str, tuple[Status, ...]]
) -> None:
    found = {
        ask.removeprefix(f"{REVIEW}/"): (setting.track, setting.word_id)
        for ask in asks(record)
        for setting in standing.get(ask, ())
        if setting.word_id != "taken-up"
    }
    assert found == REPORTED
    assert len([ask for ask in asks(record) if ask not in standing]) == 13


def test_the_board_reaches_the_asks_it_takes_up_and_no_others(record: Portal) -> None:
    found = {
        (link.to.removeprefix(f"{REVIEW}/"), item.address.removeprefix(f"{BOARD}/"))
        for item in items(record, BOARD)
        for link in item.links
        if split(link.to)[1] and link.to.startswith(REVIEW) and link.strength in ("strong", "likely")
    }
    assert found == set(TAKEN_UP.items())


def test_the_board_reaches_the_recommendations_the_matrix_says(record: Portal) -> None:
    assert graph(record, BOARD, REVIEW, "strong", "likely") == given(REACHED_BY_THE_BOARD)
    assert graph(record, BOARD, REVIEW, "topic", "weak") == given(LOOSELY_BY_THE_BOARD)


def test_the_review_reaches_the_points_the_matrix_says(record: Portal) -> None:
    assert graph(record, REVIEW, MOTION, "strong", "likely") == REACHED_BY_THE_REVIEW
    assert graph(record, REVIEW, MOTION, "topic", "weak") == LOOSELY_BY_THE_REVIEW


def test_the_board_meets_the_points_by_subject_only(record: Portal) -> None:
    assert graph(record, BOARD, MOTION, "strong", "likely") == {}
    assert graph(record, BOARD, MOTION, "topic", "weak") == POINTS_BY_THE_BOARD


def test_every_link_between_points_recommendations_and_resolutions_is_ours(record: Portal) -> None:
    links = [link for series in (REVIEW, BOARD) for item in items(record, series) for link in item.links]
    chain = [link for link in links if link.to.startswith((f"{MOTION}/", f"{REVIEW}/"))]
    assert (
        len(chain) == 15 + 9 + 11 + 18
    )  # points: by the review, by the Board; the Board: recommendations, asks
    assert {link.basis for link in chain} == {"ours"}


def test_each_objective_of_the_plan_follows_from_its_own_in_the_strategy(record: Portal) -> None:
    plan = items(record, "strategies/2015-delivery-plan")
    assert [item.number for item in plan] == [f"1.{n}" for n in range(1, 8)]
    strategy = "strategies/2015-way-forward"
    assert [item.links[0].to for item in plan] == [f"{strategy}/4-4-{n}" for n in range(1, 8)]


def test_the_other_series_have_as_many_items_as_the_record(record: Portal) -> None:
    counts = {
        "reviews/2021-12-01-terms": 12,
        "resolutions/2016-04-06-ilsc": 6,
        "resolutions/2015-06-10-ilsc": 4,
        "resolutions/2016-04-06-ilsc-priorities": 9,
        "strategies/2015-way-forward": 53,
        "reports/2014-jay": 8,
        "reports/2021-linden": 2,
        "reports/2014-11-12-nottingham": 5,
        "reports/2022-05-27-covering": 2,
        "reports/2015-07-22-covering": 2,
    }
    assert {address: len(items(record, address)) for address in counts} == counts


def test_the_nine_priorities_of_2016_have_no_numbers_and_are_no_resolutions(record: Portal) -> None:
    series = record.records["resolutions/2016-04-06-ilsc-priorities"]
    assert isinstance(series, Series)
    assert series.force == "agreed, not resolved"
    assert {item.number for item in record.items(series)} == {"none"}


def test_fifty_seven_things_are_pointed_to_in_the_replies(record: Portal) -> None:
    update = record.records["updates/2022-05-12-review-answers-points"]
    assert isinstance(update, Update)
    stages = 5  # the replies to points 4 to 7 and 13 point to Stage 1 of the review as well
    assert sum(len(move.evidence) for move in update.moves) == 57 + stages


def test_thirty_nine_promises_are_followed_and_five_are_shown_done(
    record: Portal, standing: Mapping[str, tuple[Status, ...]]
) -> None:
    promises = list(record.of(Promise))
    assert len(promises) == 39
    done = {p.address.partition("/")[2] for p in promises if p.address in standing}
    assert done == {
        "2014-11-12-government-inspection-scrutiny",
        "2015-06-10-focus-on-strategy",
        "2021-11-10-report-back",
        "2021-12-01-report-to-council",
        "2021-12-01-stage-1-report",
    }


def test_nothing_asked_in_2022_is_shown_done_and_no_update_is_later_than_the_papers(
    record: Portal, standing: Mapping[str, tuple[Status, ...]]
) -> None:
    of_2022 = [target for target in standing if target.startswith((REVIEW, BOARD, MOTION))]
    words = {setting.word_id for target in of_2022 for setting in standing[target]}
    assert words.isdisjoint({"shown-done", "checked", "disputed", "declined"})
    assert max(update.effective_on for update in record.of(Update)) <= LAST_DAY


def test_the_official_words_are_held_by_their_hash_only(record: Portal) -> None:
    wordings = [wording for item in record.of(Item) for wording in item.wordings]
    held = [wording.sha256 for wording in wordings if wording.sha256]
    assert len(set(held)) == len(held) >= 13
    assert {wording.in_ for wording in wordings if not wording.sha256} == {
        "documents/delivery-plan-jan",
        "documents/delivery-plan-2015",
    }
    assert [wording for wording in wordings if wording.words] == []
