"""The way back of every reference."""

from __future__ import annotations

from answerable.graph.backlinks import ways_back
from answerable.model.registry import models
from answerable.model.spec import parts_of, written
from tests.portals import harbour, public

PORTAL = public(harbour())
BACKS = ways_back(PORTAL)


def test_every_field_that_can_refer_has_words_for_its_way_back() -> None:
    whole = [part for model in models() for part in (model, *parts_of(model))]
    assert not [spec for model in whole for spec in written(model) if spec.ref and not spec.declared.back]
    assert len({back.back.place for backlinks in BACKS.values() for back in backlinks}) > 20
