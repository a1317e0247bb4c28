"""The JSON of everything loses nothing: the record and the words on badges are made again from it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, given, settings

from answerable.export.json import fields_of, portal_json, when
from answerable.export.sqlite import words_of
from answerable.graph.graph import link
from answerable.model import date as dates
from answerable.model.portal import Portal
from answerable.model.registry import model_for
from answerable.model.status import TRACKS, Vocabulary
from tests.portals import TODAY, graph, harbour, harbour_graph, public
from tests.strategies import portals

if TYPE_CHECKING:
    from answerable.model.field import Record
    from tests.strategies import Small

THERE = harbour_graph()
WHOLE = json.loads(portal_json(THERE))


def portal_from(data: bytes) -> tuple[dict[str, Record], Vocabulary]:
    """Give the records by address and the words on badges that an export holds.

    Each value is put back as a file has it and read by the types that read files.
    """
    whole = json.loads(data)
    words = {
        track: {word.pop("id"): _as_written(word) for word in found}
        for track, found in whole["vocabulary"].items()
    }
    records = {address: _record(address, found) for address, found in whole["records"].items()}
    return records, Vocabulary.model_validate(words)


def _record(address: str, found: dict[str, Any]) -> Record:
    model = model_for(address.partition("/")[0], address.count("/"))
    # Of what was taken back only the places of the words are left; no file may hold those empty.
    emptied = {name: "" for name, value in found["fields"].items() if value == ""}
    fields = {name: "x" if name in emptied else _as_written(value) for name, value in found["fields"].items()}
    read = model.model_validate(fields)
    return read.model_copy(update={"address": address, "prose": found["prose"], **emptied})


def _as_written(value: Any) -> Any:
    if isinstance(value, list):
        return [_as_written(one) for one in value]
    if not isinstance(value, dict):
        return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    if "edtf" in value:
        return value["text"]
    return {name: _as_written(one) for name, one in value.items()}


def assert_nothing_is_lost(portal: Portal) -> None:
    """Fail where the export of a portal does not give its records and words again."""
    records, words = portal_from(portal_json(link(portal)))
    assert list(records) == list(portal.records)
    assert [
        a
        for a in records
        if records[a] != portal.records[a] or type(records[a]) is not type(portal.records[a])
    ] == []
    assert words == portal.vocabulary.model_copy(update={"editors_note": None})
    assert [list(words.track(track)) for track in TRACKS] == [
        list(portal.vocabulary.track(a)) for a in TRACKS
    ]


@pytest.mark.parametrize("day", [date(2029, 6, 12), TODAY, date(2030, 8, 1)])
def test_the_public_record_is_made_again_from_the_export(day: date) -> None:
    assert_nothing_is_lost(public(harbour(day)))


@given(portals())
@settings(max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_any_portal_is_made_again_from_its_export(small: Small) -> None:
    assert_nothing_is_lost(public(small.sources))


def test_every_move_stands_in_the_history_of_what_it_moved() -> None:
    told = [
        (move["target"], move["update"], move["said_by"], move["by"])
        for address, record in WHOLE["records"].items()
        for move in record["history"]
        if move["target"].partition("#")[0] == address
    ]
    moved = [(m.target, m.update.address, m.speaker, m.by) for m in THERE.events]
    assert sorted(told) == sorted(moved)
    assert len(told) == sum(len(record["history"]) for record in WHOLE["records"].values())


def test_what_stands_now_is_the_fold() -> None:
    told = [
        (s["target"], s["axis"], s["word"], s["by"])
        for record in WHOLE["records"].values()
        for s in record["standing"]
    ]
    assert sorted(told) == sorted(
        (s.target, s.track, s.word_id, s.by) for found in THERE.statuses.values() for s in found
    )
    assert told


def test_records_stand_one_a_line_in_the_order_of_their_addresses() -> None:
    lines = portal_json(THERE).decode().splitlines()
    addresses = [line.partition('"')[2].partition('"')[0] for line in lines if line.startswith('"')]
    assert addresses[addresses.index("records") + 1 :] == sorted(THERE.portal.records)


def test_settings_that_only_steer_the_making_stay_at_home() -> None:
    assert {"title", "banner", "launched", "licence", "held_until"} <= WHOLE["settings"].keys()
    assert not {"base", "exit", "repository", "avoid_in_titles"} & WHOLE["settings"].keys()


def test_a_series_that_has_not_come_yet_is_not_named_among_the_first() -> None:
    early = json.loads(portal_json(graph(harbour(as_of=date(2029, 6, 12)))))
    assert early["settings"]["first"] == ["motions/2029-06-12"]


def test_a_date_keeps_its_words_and_its_bounds() -> None:
    assert when(dates.read("by 2022-02")) == {
        "text": "by 2022-02",
        "words": "by February 2022",
        "edtf": "../2022-02",
        "earliest": None,
        "latest": "2022-02-28",
    }


def test_fields_bear_the_names_of_their_files_and_absent_ones_are_left_out() -> None:
    body = next(iter(THERE.portal.records.values()))
    assert "from_" not in fields_of(body)
    assert None not in fields_of(body).values()
    cited = WHOLE["records"]["updates/2030-02-04-board-resolves"]["fields"]["moves"][0]["cites"][0]
    assert set(cited) == {"in", "at", "quote"}


def test_the_words_of_a_record_are_texts_and_dates_and_no_ids() -> None:
    update = THERE.portal.records["updates/2030-02-04-board-resolves"]
    words = list(words_of(update))
    assert "4 February 2030" in words
    assert not {"bodies/board", "published", "ours"} & set(words)


def test_each_record_says_when_it_was_known_here_and_none_does_without_a_register() -> None:
    records = WHOLE["records"]
    assert all("known_here" in record for record in records.values())
    assert records["updates/2030-04-02-inspector-finds-otherwise"]["known_here"] == "2030-04-08"
    assert b"known_here" not in portal_json(link(replace(public(harbour()), register=())))
