"""Long lists: where a page would hold too much it is cut at its headings, and each part is reached by links."""

from __future__ import annotations

from itertools import pairwise

import pytest

from answerable.graph.values import Card
from answerable.model.address import file_of, href
from answerable.site import parts
from answerable.site.frame import Head
from answerable.site.lists import Group, ListView
from answerable.site.page import page, ready
from answerable.site.parts import cut, listed
from tests.portals import graph, harbour, made
from tests.reading import Site

HEAD = Head("people/", "People", "People", "../", (), noindex=False)


def group(own: str, size: int) -> Group:
    """Give a heading with so many cards."""
    return Group(
        own, own.upper(), tuple(Card("person", f"{own}{at}", f"people/{own}{at}/") for at in range(size))
    )


def cut_list(*groups: Group) -> list[tuple[str, ListView]]:
    """Give each page that a list becomes, and its view."""
    view = ListView("All.", groups, ())
    found = cut(page("list", HEAD, ready, view), view, "groups", 200)
    return [(one.head.address, one.view) for one in found if isinstance(one.view, ListView)]


def test_a_short_list_stays_one_page() -> None:
    (only,) = cut_list(group("a", 5), group("b", 3))
    assert only == ("people/", ListView("All.", (group("a", 5), group("b", 3)), ()))


def test_a_long_list_is_cut_at_its_headings_and_nothing_is_lost() -> None:
    groups = (group("a", 5), group("b", 3), group("c", 4), group("d", 19))
    (first, whole), *found = cut_list(*groups)
    assert (first, whole.groups) == ("people/", ())
    assert [address for address, _ in found] == [
        "people/part_a/",
        "people/part_c/",
        "people/part_d_1/",
        "people/part_d_2/",
        "people/part_d_3/",
    ]
    cards = [card for _, view in found for one in view.groups for card in one.cards]
    assert cards == [card for one in groups for card in one.cards]
    assert all(sum(len(one.cards) for one in view.groups) <= parts.LINES // 200 for _, view in found)


def test_a_part_says_from_where_to_where_it_goes_and_leads_to_those_beside_it() -> None:
    view = ListView("All.", (group("a", 5), group("b", 3), group("c", 4), group("d", 5)), ())
    whole, *found = cut(page("list", HEAD, ready, view), view, "groups", 200)
    assert [(part.title, part.number) for part in whole.head.parts] == [("A to B", 8), ("C", 4), ("D", 5)]
    assert [part.head.title for part in found] == ["People: A to B", "People: C", "People: D"]
    for before, after in pairwise(found):
        assert before.head.address in [part.href for part in after.head.parts]
        assert after.head.address in [part.href for part in before.head.parts]
    assert listed(view.groups, "x/").ids == ("a", "b", "c", "d")


def test_a_whole_site_of_long_lists_holds_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LINES", 16)
    monkeypatch.setattr("answerable.site.pages.LINES", 16)
    files = made(harbour())
    site = Site(files)
    assert {"updates/part_2029/index.html", "timeline/2030/index.html"} <= site.pages.keys()
    assert all(name.isascii() for name in files)
    for name in site.pages:
        assert site.leads_to(name) <= files.keys(), name
    reached: set[str] = set()
    ahead = [
        f"{start}/index.html" for start in ("search", "timeline", "changes", "standing", "unknown", "as-of")
    ]
    while ahead:
        name = ahead.pop()
        if name not in reached and name in site.pages:
            reached.add(name)
            ahead += site.leads_to(name)
    shown = (r for r in graph(harbour()).portal.records.values() if not r.sensitive)
    assert {file_of(href(record.address)) for record in shown} <= reached
    assert {name for name in site.pages if "/part_" in name} <= reached
