"""What belongs together comes out together; and what is for those who publish changes no byte of the site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from answerable.problem import ContentError
from tests.portals import TODAY, harbour, harbour_files, site_of
from tests.strategies import WORDS

BASE = harbour()
SITE = harbour_files()
STATUS = b'status: "published"'
PUBLIC = sorted(path for path, data in BASE.content.items() if STATUS in data and b"cleared:" not in data)
PAGES = ("updates/2030-06-20-thirteenth-siren/index.html", "events/2030-thirteenth-siren/index.html")
UPDATE, EVENT = "private/updates/2030-06-20-thirteenth-siren.md", "private/events/2030-thirteenth-siren.yaml"


@given(
    st.sets(st.sampled_from(PUBLIC), min_size=2, max_size=12),
    st.from_regex(r"[a-z]{3,9}", fullmatch=True),
    WORDS,
    st.dates(date(2029, 1, 1), TODAY),
)
@settings(max_examples=3, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_the_name_of_a_set_and_who_cleared_it_change_no_byte(
    paths: set[str], name: str, role: str, day: date
) -> None:
    cleared = f'set: "{name}"\ncleared: {{by: "{role}", on: "{day}"}}'.encode()
    told = {path: BASE.content[path].replace(STATUS, STATUS + b"\n" + cleared) for path in paths}
    assert site_of(harbour(more=told)) == SITE


@pytest.mark.parametrize("day", [date(2030, 7, 31), date(2030, 8, 1), date(2031, 8, 1)])
def test_records_of_a_set_are_public_on_the_same_days(day: date) -> None:
    site = site_of(harbour(day, more={"content/words.yaml": b'letters: ["UK"]\n'}))
    assert {page in site for page in PAGES} == {day >= date(2030, 8, 1)}


def test_before_their_day_nothing_of_a_set_is_in_any_file() -> None:
    held = [
        name
        for name, data in SITE.items()
        for word in (b"thirteenth", b"lamp fund", b"from a boat")
        if word in data.lower() or b"thirteenth" in name.encode()
    ]
    assert held == []


@pytest.mark.parametrize(
    "edit",
    [
        (UPDATE, b'embargo: "2030-08-01"', b'embargo: "2030-08-02"'),
        (EVENT, STATUS, b'status: "draft"'),
        (EVENT, b'embargo: "2030-08-01"\n', b""),
        (EVENT, b'set: "thirteenth-siren"', b'set: "thirteenth-sirne"'),
    ],
)
def test_a_set_that_would_come_apart_is_not_built_at_all(edit: tuple[str, bytes, bytes]) -> None:
    path, old, new = edit
    assert old in BASE.private[path]
    hidden = {**BASE.private, path: BASE.private[path].replace(old, new)}
    with pytest.raises(ContentError, match="of the set"):
        site_of(harbour(private=hidden))


def test_a_mistake_in_one_record_of_a_set_keeps_all_of_it_in() -> None:
    hidden = {**BASE.private, EVENT: BASE.private[EVENT].replace(b"happened:", b"hapened:")}
    with pytest.raises(ContentError, match="hapened"):
        site_of(harbour(date(2030, 8, 1), private=hidden))


def test_a_record_of_a_set_may_be_withdrawn_alone() -> None:
    gone = b'status: "withdrawn"\nwithdrawn: {on: "2030-08-02", why: "It was not so."}'
    day = date(2030, 8, 3)
    moved = {
        f"content/{path.partition('/')[2]}": data.replace(b'embargo: "2030-08-01"\n', b"")
        for path, data in BASE.private.items()
        if path in (UPDATE, EVENT)
    }
    event = f"content/{EVENT.partition('/')[2]}"
    site = site_of(harbour(day, more={**moved, event: moved[event].replace(STATUS, gone)}, private={}))
    assert b"It was not so." in site[PAGES[1]]
    assert b"lamp fund" in site[PAGES[0]]


def test_whether_a_build_runs_by_the_clock_changes_no_byte() -> None:
    by_hand = {"site.yaml": BASE.settings["site.yaml"].replace(b'scheduled: "yes"\n', b"")}
    assert by_hand != BASE.settings
    assert site_of(replace(BASE, settings=by_hand)) == SITE
