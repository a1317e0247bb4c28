"""Long lists: where a page would hold too much it is cut at its headings, and each part is reached by links."""

from __future__ import annotations

from itertools import pairwise

import pytest

from answerable.graph.values import Card
from answerable.model.address import file_of, href
from answerable.site import parts, timeline
from answerable.site.context import Context
from answerable.site.frame import Head
from answerable.site.page import Page
from answerable.site.parts import Group, link_to, pages_of, whole_of
from tests.portals import graph, harbour, harbour_graph, site_of
from tests.reading import Site

HEAD = Head("people/", "People", "People", "../", (), noindex=False)


def group(own: str, size: int) -> Group:
    """Give a heading with so many cards."""
    cards = tuple(Card("person", f"{own}{place}", f"people/{own}{place}") for place in range(size))
    return Group(own, own.upper(), cards, 200)


def pages(*groups: Group) -> list[tuple[Page, tuple[Group, ...]]]:
    """Give each page that a list becomes, and what stands on it."""
    ctx = Context(harbour_graph(), "../")
    found = pages_of(Page("list", HEAD, view=lambda _: groups, listed=True), ctx)
    return [(one, one.view(ctx)) for one in found]


def test_a_short_list_stays_one_page() -> None:
    ((page, groups),) = pages(group("a", 5), group("b", 3))
    assert (page.file, page.head.number, groups) == ("people/index.html", 8, (group("a", 5), group("b", 3)))


def test_a_long_list_is_cut_at_its_headings_and_nothing_is_lost() -> None:
    groups = (group("a", 5), group("b", 3), group("c", 4), group("d", 19))
    (first, whole), *found = pages(*groups)
    assert (first.head.address, first.head.number, whole) == ("people/", 31, ())
    assert [page.head.address for page, _ in found] == [
        "people/part_a/",
        "people/part_c/",
        "people/part_d_1/",
        "people/part_d_2/",
        "people/part_d_3/",
    ]
    cards = [card for _, part in found for one in part for card in one.entries]
    assert cards == [card for one in groups for card in one.entries]
    assert all(sum(one.number for one in part) <= parts.LINES // 200 for _, part in found)
    assert {whole_of(page.file) for page, _ in found} == {first.file} == {whole_of(first.file)}
    titles = [page.head.head_title for page in (first, *(page for page, _ in found))]
    assert len(titles) == len(set(titles))


def test_groups_within_a_group_are_cut_too() -> None:
    outer = Group("o", "O", (group("a", 5), group("b", 9)), 200)
    _, *found = pages(outer)
    assert [[(one.id, one.number) for one in part[0].entries] for _, part in found] == [
        [("a", 5), ("b", 3)],
        [("b", 6)],
    ]


def test_a_part_says_from_where_to_where_it_goes_and_leads_to_those_beside_it() -> None:
    groups = (group("a", 5), group("b", 3), group("c", 4), group("d", 5))
    (whole, _), *found = pages(*groups)
    assert [(part.title, part.number) for part in whole.head.parts] == [("A to B", 8), ("C", 4), ("D", 5)]
    assert [part.head.title for part, _ in found] == ["People: A to B", "People: C", "People: D"]
    for (before, _), (after, _) in pairwise(found):
        assert before.head.address in [part.href for part in after.head.parts]
        assert after.head.address in [part.href for part in before.head.parts]
    assert link_to(groups, "x/").ids == ("a", "b", "c", "d")


def test_a_records_page_keeps_its_short_lists_and_no_place_of_it_is_lost() -> None:
    ctx, record = Context(harbour_graph(), "../"), harbour_graph().portal.records["bodies/board"]
    groups = (group("a", 5), Group("b", "B", (group("c", 9), group("d", 2)), 200), group("e", 3))
    page = Page("body", HEAD, view=lambda _: groups, listed=True, part="part", record=record)
    whole, first, second = pages_of(page, ctx)
    assert ([one.id for one in whole.view(ctx)], whole.record) == (["a", "e"], record)
    assert [part.ids for part in whole.head.parts] == [("b", "c"), ("d",)]
    assert [(one.name, one.subject, one.record) for one in (first, second)] == [("part", record, None)] * 2


def test_a_whole_site_of_long_lists_holds_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LINES", 16)
    monkeypatch.setattr(timeline, "LINES", 16)
    files = site_of(harbour())
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
    assert "bodies/board/part_ways-back_1/index.html" in reached
