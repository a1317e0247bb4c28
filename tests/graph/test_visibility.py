"""What is public on a day, what had happened by a day, and what is left of a record taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answerable.graph.visibility import visible
from answerable.load.record import load
from answerable.model.date import When
from answerable.model.portal import Portal
from answerable.model.registry import citations, references
from tests.portals import TODAY, harbour, public, record_file, site_of

BASE = harbour()
WHOLE = load(BASE.settings, BASE.content, BASE.private).portal
assert WHOLE is not None


def chosen(today: date = TODAY, as_of: date | None = None) -> set[str]:
    """Give the addresses of what is shown."""
    return set(visible(whole(), today, as_of or today).records)


def whole() -> Portal:
    """Give the harbour with its private records, before anything is chosen."""
    assert WHOLE is not None
    return WHOLE


def test_a_draft_is_never_shown_and_an_embargo_ends_on_its_day() -> None:
    held = {"events/2030-parade", "updates/2030-06-20-thirteenth-siren"}
    assert held <= whole().records.keys()
    assert not held & chosen()
    assert held & chosen(date(2030, 8, 1)) == {"updates/2030-06-20-thirteenth-siren"}
    assert not held & chosen(date(2030, 7, 31))


def test_an_earlier_as_of_day_lifts_no_embargo_and_takes_back_what_came_later() -> None:
    assert "updates/2030-04-02-inspector-finds-otherwise" not in chosen(as_of=date(2030, 4, 1))
    assert "updates/2030-04-02-inspector-finds-otherwise" in chosen(as_of=date(2030, 4, 2))
    assert "updates/2030-06-20-thirteenth-siren" not in chosen(as_of=date(2030, 6, 20))


def test_an_item_is_shown_only_with_its_series_and_comes_in_with_it() -> None:
    before = chosen(as_of=date(2029, 9, 19))
    assert "motions/2029-06-12/1" in before
    assert not {address for address in before if address.startswith("reviews/")}


def test_bodies_and_papers_are_always_there() -> None:
    always = {
        address for address in whole().records if address.startswith(("bodies/", "documents/", "terms/"))
    }
    assert always <= chosen(as_of=date(1900, 1, 1))


@pytest.mark.parametrize("address", sorted(set(whole().records)))
def test_of_any_record_taken_back_no_word_is_left_but_its_title_dates_and_reason(address: str) -> None:
    record = whole().records[address]
    gone = record.model_copy(update={"status": "withdrawn"})
    records = {**whole().records, address: gone}
    (left,) = [
        r
        for a, r in visible(
            replace(whole(), records=records, private=frozenset()), TODAY, date.max
        ).records.items()
        if a == address
    ]
    assert left.heading == record.heading
    assert not left.prose
    assert not list(citations(left))
    for name in type(left).model_fields:
        value = getattr(left, name)
        if isinstance(value, tuple):
            assert value == (), name
        elif isinstance(value, When):
            assert value == getattr(record, name)
    assert {r.where[0] for r in references(left)} <= {"by", "at", "body"}


def test_the_site_of_a_withdrawn_record_of_any_kind_can_be_made() -> None:
    """Six at once, of as many kinds."""
    why = '\nwithdrawn: {on: "2030-06-01", why: "A reason."}\n'
    paths = (
        "motions/2029-06-12/4.md",
        "statements/2030-04-10-board.md",
        "figures/sirens.yaml",
        "terms/mole.yaml",
        "help/emergency.yaml",
        "promises/2029-06-12-pass-on-question.yaml",
    )
    gone = {
        f"content/{path}": BASE.content[f"content/{path}"].replace(
            b'\nstatus: "published"\n', f'\nstatus: "withdrawn"{why}'.encode()
        )
        for path in paths
    }
    site = site_of(harbour(more=gone))
    for path in paths:
        page = site[path.rpartition(".")[0] + "/index.html"].decode()
        assert "This was withdrawn on 1 June 2030." in page
    words = b"".join(site.values())
    for lost in (
        b"each language spoken",
        b"blown down in the wind",
        b"walking the quays",
        b"shelters the harbour",
        b"in danger now",
    ):
        assert lost not in words, lost


def test_a_record_in_the_private_folder_may_be_public_too() -> None:
    more = {
        "private/terms/bell.yaml": record_file({"title": "Bell", "means": "It rings.", "status": "published"})
    }
    assert "terms/bell" in public(harbour(private=more)).records


def test_what_was_taken_back_in_the_private_folder_was_never_public() -> None:
    fields = {
        "title": "Never seen",
        "happened": "yes",
        "date": "2029-05-05",
        "status": "withdrawn",
        "withdrawn": {"on": "2029-06-01", "why": "It was wrong."},
    }
    given = harbour(private={"private/events/never-seen.yaml": record_file(fields)})
    assert "events/never-seen" not in public(given).records


MEETING, PLANNED = "content/meetings/2030-09-10-board.md", b'state: "planned"'
HELD = b"""state: "held"
minutes: "documents/board-minutes"
summary: "The Board met."
next: "meetings/2030-12-10-board"
items:
  - {id: "minute-1", number: "1", title: "The bell", outcome: "noted", cites: []}"""
NEXT = b"""---
title: "Harbour Board, 10 December 2030"
body: "bodies/board"
date: "2030-12-10"
state: "planned"
announced: "2030-09-10"
status: "published"
---
"""


def test_what_was_held_after_its_announcement_is_told_until_then_as_it_was_announced() -> None:
    today = date(2030, 9, 20)
    planned = harbour(today).content[MEETING]
    held = planned.replace(PLANNED, HELD)
    after = {MEETING: held + b"They spoke of it.\n", "content/meetings/2030-12-10-board.md": NEXT}
    page = "meetings/2030-09-10-board/index.html"
    for day in (date(2030, 2, 4), date(2030, 9, 9)):
        then = site_of(harbour(today, day, more=after))
        assert then == site_of(harbour(today, day, more={MEETING: planned}))
        assert b"Tuesday 10 September 2030" in then[page]
    now = site_of(harbour(today, more=after))
    assert b"They spoke of it." in now[page]
    assert "meetings/2030-12-10-board/index.html" in now


def test_an_event_that_was_planned_is_told_so_until_it_happened() -> None:
    text = (
        b'title: "A parade"\ndate: "2030-06-25"\nhappened: "%s"\nannounced: "2030-03-01"\n'
        b'says: "%s"\nstatus: "published"\n'
    )
    file = "content/events/2030-walk.yaml"
    planned, happened = {file: text % (b"planned", b"x")}, {file: text % (b"yes", b"It rained.")}
    day = date(2030, 6, 24)
    before = site_of(harbour(as_of=day, more=happened))
    assert not [name for name, data in before.items() if b"It rained." in data]
    assert before.keys() == site_of(harbour(as_of=day, more=planned)).keys()
    assert b"It rained." in site_of(harbour(more=happened))["events/2030-walk/index.html"]
