"""The way back of every reference."""

from __future__ import annotations

from generator.derive.ways import LABELS, Back, cited_places, ways_back
from generator.record.addresses import split
from generator.record.kinds import KINDS, references
from generator.record.series import Item
from tests.portals import harbour, public

PORTAL = public(harbour())
BACKS = ways_back(PORTAL)


def test_every_reference_is_turned_round_once() -> None:
    forward = {(split(r.target)[0], address, split(r.target)[1]) for address, record in PORTAL.records.items()
               for r in references(record) if split(r.target)[0] != address}  # fmt: skip
    back = {(target, split(b.source)[0], b.part) for target, backs in BACKS.items() for b in backs}
    assert back == forward
    assert all(len(set(backs)) == len(backs) for backs in BACKS.values())


def test_a_way_back_leads_from_the_part_that_refers_where_the_part_has_an_anchor() -> None:
    assert Back("falls_on", "reviews/2029-09-20/2#a", "") in BACKS["bodies/board"]
    assert Back("about", "meetings/2030-02-04-board#minute-7", "a") in BACKS["reviews/2029-09-20/2"]
    assert Back("people", "meetings/2029-06-12-council", "") in BACKS["people/tern"]


def test_no_record_leads_back_to_itself() -> None:
    assert not [
        target for target, backs in BACKS.items() for back in backs if split(back.source)[0] == target
    ]


def test_every_field_that_can_refer_has_words_for_its_way_back() -> None:
    fields = {back.field for backs in BACKS.values() for back in backs}
    assert fields <= LABELS.keys()
    models = {kind.model for kind in KINDS.values()} | {Item}
    assert len(models) == 16


def test_a_place_knows_the_records_that_cite_it() -> None:
    cited = cited_places(PORTAL)["documents/board-notices"]
    assert cited["notice 4"] == ("updates/2029-11-12-date-moved",)
    assert cited["notice 5"] == ("events/2029-first-test", "updates/2030-03-15-results-published")
