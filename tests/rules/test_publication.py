"""Publication: which moves criticise, and where drafts may lie."""

from __future__ import annotations

import pytest

from answerable.model.kinds.update import Move, Update
from answerable.rules.publication import criticises
from tests.portals import harbour, public
from tests.small import SMALL, complaints

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


@pytest.mark.parametrize(
    ("folder", "repository", "problems"),
    [("content", "public", 1), ("private", "public", 0), ("content", "private", 0)],
)
def test_a_draft_is_no_problem_in_a_private_folder_or_a_private_repository(
    folder: str, repository: str, problems: int
) -> None:
    files = {path: text for path, text in SMALL.items() if path != "content/terms/lamp.yaml"}
    files[f"{folder}/terms/lamp.yaml"] = SMALL["content/terms/lamp.yaml"].replace("published", "draft")
    files["site.yaml"] = files["site.yaml"].replace('"public"', f'"{repository}"')
    assert len(complaints(files).splitlines()) == problems
