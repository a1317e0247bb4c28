"""The way back of every reference."""

from __future__ import annotations

from answerable.graph.backlinks import Backlink, cited_places, ways_back
from answerable.model.address import split
from answerable.model.registry import models, references
from answerable.model.spec import parts_of, written
from tests.portals import harbour, public

PORTAL = public(harbour())
BACKS = ways_back(PORTAL)


def test_every_reference_is_turned_round_once() -> None:
    forward = {
        (split(r.target)[0], address, split(r.target)[1])
        for address, record in PORTAL.records.items()
        for r in references(record)
        if split(r.target)[0] != address
    }
    back = {(target, split(b.source)[0], b.part) for target, backlinks in BACKS.items() for b in backlinks}
    assert back == forward
    assert all(len(set(backlinks)) == len(backlinks) for backlinks in BACKS.values())


def test_a_way_back_leads_from_the_part_that_refers_where_the_part_has_an_anchor() -> None:
    assert Backlink("owners", "reviews/2029-09-20/2#a", "") in BACKS["bodies/board"]
    assert Backlink("about", "meetings/2030-02-04-board#minute-7", "a") in BACKS["reviews/2029-09-20/2"]
    assert Backlink("people", "meetings/2029-06-12-council", "") in BACKS["people/tern"]


def test_no_record_leads_back_to_itself() -> None:
    assert not [
        target for target, backlinks in BACKS.items() for back in backlinks if split(back.source)[0] == target
    ]


def test_every_field_that_can_refer_has_words_for_its_way_back() -> None:
    whole = [part for model in models() for part in (model, *parts_of(model))]
    assert not [spec for model in whole for spec in written(model) if spec.ref and not spec.declared.back]
    assert len({back.back.place for backlinks in BACKS.values() for back in backlinks}) > 20


def test_a_place_knows_the_records_that_cite_it() -> None:
    cited = cited_places(PORTAL)["documents/board-notices"]
    assert cited["notice 4"] == ("updates/2029-11-12-date-moved",)
    assert cited["notice 5"] == ("events/2029-first-test", "updates/2030-03-15-results-published")
