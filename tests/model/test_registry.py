"""Kinds of record: what refers to what, where citations and parts stand, and that each kind is whole."""

from __future__ import annotations

import pytest

from answerable.model.field import SERIES_FOLDERS, Part, Record
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.series import Series
from answerable.model.registry import (
    KINDS,
    citations,
    kind_of,
    model_for,
    parts,
    references,
)
from answerable.model.spec import Ref, parts_of, specs
from tests.portals import harbour, public

PORTAL = public(harbour())
MODELS: list[type[Record]] = sorted(
    {*(kind.model for kind in KINDS.values()), Item}, key=lambda model: model.__name__
)


def test_a_reference_is_found_with_its_place_and_what_it_may_name() -> None:
    found = {reference.where: reference for reference in references(PORTAL.records["reviews/2029-09-20/2"])}
    ask = found["asks", 0, "owners", 0]
    assert (ask.target, ask.spec.folders) == ("bodies/board", ("bodies",))
    assert found["links", 0, "to"].spec.ref == Ref()
    assert found["links", 0, "cites", 0, "in"].target == "documents/review-report"
    assert found["asks", 0, "contributions", 0, "body"].target == "bodies/board"


def test_none_is_no_reference() -> None:
    update = PORTAL.records["updates/2030-04-02-inspector-finds-otherwise"]
    assert "none" not in {reference.target for reference in references(update)}
    assert getattr(update, "at", "") == "none"


def test_every_citation_is_found_however_deep_it_stands() -> None:
    found = dict(citations(PORTAL.records["meetings/2029-06-12-council"]))
    assert found["items", 1, "said", 0, "cites", 0].quote == "the Board had undertaken to publish the map"
    assert found["items", 0, "questions", 1, "cites", 0].at == "minute 14"
    assert ("members", "cites", 0) in found
    assert len(found) == 7


def test_parts_are_what_has_an_id_of_its_own() -> None:
    meeting = PORTAL.records["meetings/2029-06-12-council"]
    assert [own for own, _, _ in parts(meeting)] == ["minute-14", "q1", "q2", "minute-15", "d1", "o1"]


@pytest.mark.parametrize("record", list(PORTAL.records.values()), ids=lambda record: record.address)
def test_every_reference_of_the_harbour_names_what_may_stand_there(record: Part) -> None:
    for reference in references(record):
        assert not reference.spec.folders or reference.target.split("/")[0] in reference.spec.folders


def test_a_file_in_a_series_is_an_item_and_its_index_the_series() -> None:
    assert model_for("motions", 1) is Series
    assert model_for("motions", 2) is Item
    assert model_for("meetings", 1) is Meeting
    assert [folder for folder, kind in KINDS.items() if kind.model is Series] == list(SERIES_FOLDERS)
    assert kind_of("motions/2029-06-12/1").one == "motion"


def test_every_folder_a_reference_may_name_is_a_kind() -> None:
    whole = [part for model in MODELS for part in (model, *parts_of(model))]
    named = {folder for model in whole for spec in specs(model) for folder in spec.folders}
    assert {"bodies", "documents", "meetings"} <= named <= KINDS.keys()


def test_the_harbour_has_a_record_of_each_kind_but_two_of_the_series() -> None:
    there = {address.partition("/")[0] for address in PORTAL.records}
    assert KINDS.keys() - there == {"reports", "strategies"}
