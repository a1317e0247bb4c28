"""What the register is to hold: what is public, from its day on, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answerable.model.field import Withdrawal
from answerable.model.register import Line, State
from answerable.rules.register import lacking, problems, unregistered
from tests.portals import TODAY, harbour, whole
from tests.small import complaints, edited, sources

PORTAL = whole(harbour())
MOVED = {
    "content/terms/lamp.yaml": "",
    "content/terms/light.yaml": """title: "Lamp"
means: "The light of the lighthouse."
aliases: ["terms/lamp"]
status: "published"
""",
}
ONCE = "day,address,state\n2030-05-02,terms/lamp,public\n"
BACK = """title: "The word is back"
on: "2030-05-03"
about: ["terms/lamp"]
before: "It was withdrawn."
after: "It stands."
why: "It was taken for another one."
approved_by: "the editor"
status: "published"
"""


def test_the_harbours_register_is_whole() -> None:
    assert lacking(PORTAL, TODAY) == ()
    assert list(problems(PORTAL, TODAY, frozenset())) == []
    assert list(unregistered(PORTAL, TODAY)) == []


def test_each_public_record_and_each_part_of_one_gets_its_line_on_its_day() -> None:
    found = lacking(replace(PORTAL, register=()), TODAY)
    states = {line.address: line.state for line in found}
    assert {line.day for line in found} == {TODAY}
    assert states["events/2030-bell-rehung"] == "withdrawn"
    assert states["events/2030-lamp-oil"] == "erased"
    assert states["reviews/2029-09-20/2#b"] == "public"
    assert set(states) == {line.address for line in PORTAL.register}


def test_what_comes_in_later_or_under_embargo_gets_its_line_when_it_shows() -> None:
    on_its_day = lacking(PORTAL, date(2030, 8, 1))
    one_set = ("events/2030-thirteenth-siren", "updates/2030-06-20-thirteenth-siren")
    assert [str(line) for line in on_its_day] == [f"2030-08-01,{address},public" for address in one_set]
    before = lacking(replace(PORTAL, register=()), date(2029, 9, 19))
    assert "motions/2029-06-12/1" in {line.address for line in before}
    assert [line for line in before if line.address.startswith("reviews/")] == []


def test_a_portal_that_is_not_launched_has_no_lines_to_add() -> None:
    settings = PORTAL.settings.model_copy(update={"launched": False})
    assert lacking(replace(PORTAL, settings=settings, register=()), TODAY) == ()


def test_what_is_taken_back_gets_a_second_line_and_its_parts_none() -> None:
    address = "reviews/2029-09-20/2"
    taken = PORTAL.records[address].model_copy(
        update={"status": "withdrawn", "withdrawn": Withdrawal(on=TODAY.isoformat(), why="It is wrong.")}
    )
    portal = replace(PORTAL, records={**PORTAL.records, address: taken})
    assert lacking(portal, TODAY) == (Line(TODAY, address, "withdrawn"),)
    assert list(problems(portal, TODAY, frozenset())) == []


def test_a_record_that_moved_stands_for_its_earlier_address_and_was_known_here_since_then() -> None:
    files = edited({**MOVED, "content/register.csv": ONCE})
    assert complaints(files) == ""
    portal = whole(sources(files))
    assert portal.known_here("terms/light") == date(2030, 5, 2)
    assert portal.known_here("bodies/board") is None


@pytest.mark.parametrize("state", ["withdrawn", "erased"])
def test_only_what_was_withdrawn_comes_back_and_only_with_a_correction(state: State) -> None:
    register = f"{ONCE}2030-05-03,terms/lamp,{state}\n"
    files = {"content/register.csv": register, "content/corrections/2030-05-03-lamp.yaml": BACK}
    assert (complaints(edited(files)) == "") == (state == "withdrawn")
    assert f'"terms/lamp" was {state}' in complaints(edited({"content/register.csv": register}))
