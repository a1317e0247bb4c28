"""What feeds and calendars share."""

from __future__ import annotations

from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from answerable.export.syndication import identity, written_in
from answerable.graph.values import Cite
from answerable.model.kinds.item import Item
from tests.portals import harbour_graph

THERE = harbour_graph()


@given(st.text(), st.text())
def test_an_id_is_a_uuid_of_version_8_and_follows_from_its_key_alone(key: str, other: str) -> None:
    made = UUID(identity(THERE.portal.settings, key))
    assert (made.version, made.variant) == (8, RFC_4122)
    assert (identity(THERE.portal.settings, key) == identity(THERE.portal.settings, other)) == (key == other)


def test_an_item_may_be_followed_only_where_its_series_may() -> None:
    item = next(THERE.portal.of(Item))
    assert not THERE.portal.is_sensitive(item)
    assert THERE.portal.is_sensitive(item.model_copy(update={"sensitive": True}))


def test_a_place_is_named_once_though_several_phrases_stand_there() -> None:
    cites = [Cite("Minutes", "minute 1", phrase, "", "") for phrase in ("one", "two")]
    assert written_in(cites) == ["Written in: Minutes, minute 1."]
