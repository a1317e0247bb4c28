"""Which moves criticise: those that dispute, and those that find that something was not done or fails."""

from __future__ import annotations

import pytest

from answerable.model.kinds.update import Move, Update
from answerable.rules.clearance import criticises
from tests.portals import harbour, public

PORTAL = public(harbour())


@pytest.mark.parametrize(
    ("fields", "does"),
    [
        ({"check": "disputed", "carried_out": "yes", "working": "yes"}, True),
        ({"check": "checked", "carried_out": "no", "working": "yes"}, True),
        ({"check": "checked", "carried_out": "yes", "working": "no"}, True),
        ({"check": "checked", "carried_out": "in part", "working": "not looked at"}, False),
        ({"reply": "declined"}, False),
        ({"progress": "said-under-way"}, False),
        ({"says": "Nothing."}, False),
    ],
)
def test_a_move_criticises_where_it_disputes_or_finds_no(fields: dict[str, str], does: bool) -> None:
    move = Move.model_validate({"item": "reviews/2029-09-20/2#a", "cites": [], **fields})
    assert criticises(PORTAL, move) is does


def test_in_the_harbour_the_inspectors_update_alone_criticises() -> None:
    found = [u.address for u in PORTAL.of(Update) if any(criticises(PORTAL, move) for move in u.moves)]
    assert found == ["updates/2030-04-02-inspector-finds-otherwise"]
