"""A page before it is rendered."""

from __future__ import annotations

from answerable.model.kinds.item import Item
from answerable.site.context import Context
from answerable.site.pages import of_record
from tests.portals import harbour_graph

THERE = harbour_graph()


def test_the_page_of_a_record_has_its_kinds_template_and_the_plain_one_once_it_was_taken_back() -> None:
    records = THERE.portal.records
    templates = {
        address: of_record(Context(THERE, ""), record).template for address, record in records.items()
    }
    items = [item for item in THERE.portal.of(Item) if not item.withdrawn]
    assert {templates[item.address] for item in items} == {"pages/item.html"}
    back = [record.address for record in records.values() if record.withdrawn]
    assert back
    assert {templates[address] for address in back} == {"pages/record.html"}
