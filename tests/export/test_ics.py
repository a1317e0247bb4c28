"""Calendars: what stands in which, on which day, and that a reader of calendars takes them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from answerable.export.ics import NAME, PRODUCT, calendars, dated_bodies, everything, known_day
from answerable.graph.graph import Graph, link
from answerable.model import date as dates
from answerable.model.kinds.promise import Promise
from tests.pages import files, target
from tests.portals import harbour, harbour_graph, public

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages import Page

THERE = harbour_graph()
MADE = calendars(THERE)


def events(data: bytes) -> list[dict[str, str]]:
    """Give each entry of a calendar, field → words."""
    calendar = Calendar.from_ical(data)
    found = calendar.walk("VEVENT")
    return [{name.lower(): _words(value) for name, value in event.items()} for event in found]


def _words(value: object) -> str:
    return str(getattr(value, "dt", value))


def changed(address: str, **new: object) -> Graph:
    """Give the harbour with a record changed."""
    portal = public(harbour())
    record = portal.records[address].model_copy(update=new)
    return link(replace(portal, records={**portal.records, address: record}))


def test_every_calendar_of_the_real_portal_comes_back_from_a_reader_as_it_was(built_site: Path) -> None:
    made = [path for path in files(built_site) if path.endswith(NAME)]
    assert NAME in made
    assert len(made) > 4
    for path in made:
        data = (built_site / path).read_bytes()
        calendar = Calendar.from_ical(data)
        assert calendar.to_ical() == data
        assert (str(calendar["version"]), str(calendar["prodid"])) == ("2.0", PRODUCT)
        found = events(data)
        assert found, path
        assert len({event["uid"] for event in found}) == len(found)
        assert all({"uid", "dtstamp", "dtstart", "summary"} <= set(event) for event in found)


def test_lines_are_folded_ended_and_clean_as_the_form_asks(built_site: Path) -> None:
    for path in [path for path in files(built_site) if path.endswith(NAME)]:
        data = (built_site / path).read_bytes()
        lines = data.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|(?<!\r)\n|\r(?!\n)", data)


def test_a_page_that_has_a_calendar_names_it_and_each_entry_names_a_page(
    built_site: Path,
    pages: dict[str, Page],
) -> None:
    for path in [path for path in files(built_site) if path.endswith(NAME)]:
        page = pages[path.removesuffix(NAME) + "index.html"]
        assert any(target(address)[0] == path for address in page.links)
        for event in events((built_site / path).read_bytes()):
            named = event["description"].rpartition("Page on this site: /")[2]
            file, place = target(f"https://site.invalid/{named}")
            assert file in pages, named
            assert place in pages[file].ids, named


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-05-27", date(2022, 5, 27)),
        ("by 2022-02-10", date(2022, 2, 10)),
        ("2022-05", None),
        ("2022", None),
        ("spring 2022", None),
        ("by 2022-03", None),
        ("end of 2021-11", None),
        ("about 2014", None),
        ("since 2019", None),
        ("after 2016-07", None),
        ("2015 to 2018", None),
        ("before 2022", None),
    ],
)
def test_only_a_date_of_which_a_day_is_known_stands_in_a_calendar(text: str, day: date | None) -> None:
    assert known_day(dates.read(text)) == day


def test_entries_are_whole_days_stamped_by_the_record_and_never_by_the_clock() -> None:
    found = events(MADE[NAME])
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", event["dtstart"]) for event in found)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d 00:00:00\+00:00", event["dtstamp"]) for event in found)
    assert calendars(harbour_graph()) == MADE


def test_a_planned_meeting_says_so_in_words() -> None:
    planned = [event for event in events(MADE[NAME]) if event.get("status") == "TENTATIVE"]
    assert [event["summary"] for event in planned] == ["Planned: Harbour Board, 10 September 2030"]
    assert planned[0]["dtstamp"].startswith("2030-02-04")


def test_a_date_that_was_moved_is_the_same_entry_on_its_new_day() -> None:
    moved = next(event for event in events(MADE[NAME]) if event["sequence"] == "1")
    assert (moved["summary"], moved["dtstart"]) == ("Due: Recommendation 2, ask a", "2030-01-31")
    assert "First due 31 October 2029." in moved["description"]
    update = THERE.portal.records["updates/2029-11-12-date-moved"]
    as_it_was = events(calendars(changed(update.address, moves=()))[NAME])
    assert next(e for e in as_it_was if e["uid"] == moved["uid"])["dtstart"] == "2029-10-31"


def test_each_body_has_its_own_dates_and_none_of_another() -> None:
    for body in dated_bodies(THERE):
        own = {one.key for one in everything(THERE) if body.address in one.bodies}
        assert len(events(MADE[f"{body.address}/{NAME}"])) == len(own) > 0
    dated = {body.address for body in dated_bodies(THERE)}
    assert dated == {"bodies/board", "bodies/council", "bodies/crews"}


def test_what_is_sensitive_or_taken_back_has_no_date_in_a_calendar() -> None:
    promise = next(p for p in THERE.portal.of(Promise) if p.due and known_day(p.due))
    assert any(promise.address in one.key for one in everything(THERE))
    for new in ({"sensitive": True}, {"status": "withdrawn"}):
        left = everything(changed(promise.address, **new))
        assert not [one for one in left if promise.address in one.key]


def test_no_calendar_is_made_without_a_date() -> None:
    empty = replace(
        THERE.portal,
        records={
            "bodies/board": THERE.portal.records["bodies/board"].model_copy(
                update={"parent": None, "predecessors": (), "cites": (), "roles": ()}
            )
        },
    )
    assert calendars(link(empty)) == {}


def test_a_calendar_never_says_that_a_date_has_passed() -> None:
    words = " ".join(f"{one.title} {one.words}" for one in everything(THERE)).lower()
    assert [word for word in ("late", "overdue", "passed", "missed", "failed") if f" {word}" in words] == []


def test_until_launch_a_calendar_says_what_the_banner_says() -> None:
    portal = public(harbour())
    settings = portal.settings.model_copy(update={"launched": False, "banner": "Only an example."})
    made = calendars(link(replace(portal, settings=settings)))
    told = [str(Calendar.from_ical(data)["description"]) for data in made.values()]
    assert all(words.startswith("Only an example. ") for words in told)
