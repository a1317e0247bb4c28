"""Every fact that was taken from the papers has its place in the record, or a reason why it has none."""

from __future__ import annotations

import csv
import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from answerable.model import registry as kinds
from answerable.model.address import split
from tests.engines import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.model.portal import Portal

PLACES = ROOT / "tests/real/record-items.csv"
"""Each fact's id and where it went, sorted by id."""
FACTS = ROOT.parent / "shared/record/record.json"
"""The facts as they were taken from the papers; not part of the repository."""
LEFT_OUT = "left out: "


def read_places(path: Path) -> list[tuple[str, str]]:
    """Give (id, place) of each row beneath the head."""
    with path.open(encoding="utf-8", newline="") as lines:
        head, *rows = csv.reader(lines)
    assert head == ["id", "place"]
    return [(identity, place) for identity, place in rows]


def nowhere(places: list[tuple[str, str]], portal: Portal) -> list[str]:
    """List the places that are no record here, or no part of one: `id: place`."""
    parts = {
        address: {name for name, _, _ in kinds.parts(record)} for address, record in portal.records.items()
    }
    return [
        f"{identity}: {place}"
        for identity, place in places
        if not place.startswith(LEFT_OUT) and not _is_there(*split(place), parts)
    ]


def _is_there(address: str, part: str, parts: dict[str, set[str]]) -> bool:
    return address in parts and (not part or part in parts[address])


def test_every_place_of_a_fact_is_a_record_or_a_part_of_one(record: Portal) -> None:
    assert nowhere(read_places(PLACES), record) == []


def test_a_place_that_is_not_there_would_be_told(record: Portal) -> None:
    wrong = [
        ("a", "bodies/nobody"),
        ("b", "bodies/osmb#no-part"),
        ("c", "bodies/osmb"),
        ("d", "left out: one trial"),
    ]
    assert nowhere(wrong, record) == ["a: bodies/nobody", "b: bodies/osmb#no-part"]


def test_each_fact_has_one_place_and_the_list_is_sorted() -> None:
    identities = [identity for identity, _ in read_places(PLACES)]
    assert identities == sorted(set(identities))


def test_what_is_left_out_says_why() -> None:
    reasons = [place.removeprefix(LEFT_OUT) for _, place in read_places(PLACES) if place.startswith(LEFT_OUT)]
    assert all(reason.strip() for reason in reasons)


def test_every_fact_taken_from_the_papers_is_in_the_list() -> None:
    if not FACTS.exists():
        pytest.skip("The facts (shared/record/record.json) are not beside this repository.")
    facts = {item["id"] for item in json.loads(FACTS.read_text(encoding="utf-8"))["items"]}
    listed = {identity for identity, _ in read_places(PLACES)}
    assert {fact if fact in listed else hidden(fact) for fact in facts} == listed


def hidden(fact: str) -> str:
    """Give the id under which somebody is listed who appears by role only: no surname stands here."""
    return f"p-sha256-{hashlib.sha256(fact.encode()).hexdigest()[:12]}"
