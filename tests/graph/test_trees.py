"""Which bodies stand under which, in the papers of a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answerable.graph.graph import Graph, link
from answerable.graph.trees import named_in, tree
from answerable.model import date as dates
from answerable.model.kinds.body import Body
from tests.portals import harbour, public


def body(**fields: str) -> Body:
    """Give a body with these years."""
    return Body.model_validate({"name": "A", "kind": "board", "status": "published", **fields})


def changed(address: str, **new: object) -> Graph:
    portal = public(harbour())
    record = portal.records[address].model_copy(update=new)
    return link(replace(portal, records={**portal.records, address: record}))


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ({"seen": "2015"}, {2015}),
        ({"seen": "2015 to 2017"}, {2015, 2016, 2017}),
        ({"seen": "November 2021 to May 2022"}, {2021, 2022}),
        ({"seen": "2016", "from": "2014"}, {2016}),
        ({"from": "2021"}, {2021, 2022}),
        ({"from": "2015", "to": "2016-03"}, {2015, 2016}),
        ({"to": "by 2015-06-10"}, {2015}),
        ({}, set()),
    ],
)
def test_a_body_counts_in_the_years_in_which_papers_show_it(fields: dict[str, str], years: set[int]) -> None:
    one = body(**fields)
    assert {year for year in range(2013, 2023) if named_in(one, dates.read(str(year)))} == years


def test_a_body_above_is_shown_though_papers_of_the_time_do_not_name_it() -> None:
    now = tree(changed("bodies/council", seen="1999"), dates.read("2030"))
    assert [(node.card.title, node.named) for node in now.roots] == [("Harbour Council", False)]
