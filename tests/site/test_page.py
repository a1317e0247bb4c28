"""A page before it is rendered."""

from __future__ import annotations

from answerable.model.kinds.item import Item
from answerable.site.frame import Head
from answerable.site.page import of_record, page, ready
from tests.portals import harbour_graph

THERE = harbour_graph()
HEAD = Head("lamps/a/", "A", "A", "../../", (), noindex=False)


def test_a_view_is_made_when_it_is_looked_at_and_once() -> None:
    made: list[str] = []
    lamp = page("lamp", HEAD, made.append, "a lamp")
    assert (lamp.file, lamp.template, made) == ("lamps/a/index.html", "pages/lamp.html", [])
    assert (lamp.view, lamp.view, made) == (None, None, ["a lamp"])
    assert page("lamp", HEAD, ready, made).view is made


def test_the_page_of_a_record_has_its_kinds_template_and_the_plain_one_once_it_was_taken_back() -> None:
    records = THERE.portal.records
    templates = {address: of_record(THERE, record).template for address, record in records.items()}
    items = [item for item in THERE.portal.of(Item) if not item.withdrawn]
    assert {templates[item.address] for item in items} == {"pages/item.html"}
    back = [record.address for record in records.values() if record.withdrawn]
    assert back
    assert {templates[address] for address in back} == {"pages/record.html"}
