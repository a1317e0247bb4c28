"""What the tests of the real record share: the portal as its files give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from answerable.load import snapshot
from answerable.load.record import load
from tests.engines import ROOT

if TYPE_CHECKING:
    from answerable.model.portal import Portal


@pytest.fixture(scope="session")
def record() -> Portal:
    """Give the real portal, read once and not yet filtered by day."""
    content, problems = snapshot.from_folder(ROOT / "content", where="content/")
    loaded = load(snapshot.from_file(ROOT / "site.yaml", where="site.yaml"), content)
    assert [*problems, *loaded.problems] == []
    assert loaded.portal is not None
    return loaded.portal
