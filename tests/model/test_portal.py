"""A portal: its items in order, the days on which records come in, where fields stand in files."""

from __future__ import annotations

from datetime import date

import pytest

from answerable.model.field import Citation, place_of
from answerable.model.portal import Source
from tests.portals import harbour, public

PORTAL = public(harbour())


@pytest.mark.parametrize(
    "at", ["section 7(2), report page 11", "section 7(2),report page 11", "report page 11"]
)
def test_a_place_is_the_innermost_of_those_named_however_commas_are_set(at: str) -> None:
    cited = Citation.model_validate({"in": "documents/x", "at": at, "quote": "words"})
    assert cited.place == place_of(at) == "report page 11"


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("reviews/2029-09-20/2", date(2029, 9, 20)),
        ("meetings/2030-09-10-board", date(2030, 2, 4)),
        ("events/2029-first-test", date(2029, 11, 3)),
        ("events/2029-spring-night", date(2029, 5, 31)),
        ("statements/2030-04-10-board", date(2030, 4, 10)),
        ("bodies/board", date.min),
        ("corrections/2030-05-02-sirens", date.min),
        ("corrections/2030-06-03-map", date(2029, 6, 12)),
        ("corrections/2030-05-09-days", date(2029, 9, 20)),
    ],
)
def test_a_record_comes_in_on_the_day_it_happened_or_was_announced(address: str, day: date) -> None:
    assert PORTAL.day_of(PORTAL.records[address]) == day


def test_a_reference_to_a_part_names_the_record_it_is_in() -> None:
    assert PORTAL.record("reviews/2029-09-20/2#a").address == "reviews/2029-09-20/2"


def test_a_field_without_a_place_is_told_at_what_is_around_it() -> None:
    source = Source("content/x.yaml", {("asks",): (4, 3), ("asks", 0, "due"): (6, 9)})
    assert source.position(("asks", 0, "due")) == (6, 9)
    assert source.position(("asks", 1, "owners")) == (4, 3)
    assert source.position(("title",)) == (1, 1)
