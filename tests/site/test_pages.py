"""Every record has a page, and no two pages share a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import meta

from answerable.export.downloads import data
from answerable.graph import changelog, coverage, paper, tally, timeline, unknowns
from answerable.graph.graph import Graph
from answerable.model.address import file_of, href
from answerable.site.pages import plan
from answerable.site.render import environment
from tests.engines import ROOT
from tests.portals import graph, harbour, harbour_graph

if TYPE_CHECKING:
    import pytest

THERE = harbour_graph()
PAGES = plan(THERE, data(THERE))


def test_every_public_record_has_a_page() -> None:
    files = {page.file for page in PAGES}
    assert {file_of(href(address)) for address in THERE.portal.records} <= files


def test_no_two_pages_share_a_file_and_the_order_is_theirs() -> None:
    files = [page.file for page in PAGES]
    assert files == sorted(set(files))


def test_no_two_pages_share_a_title_in_the_browser() -> None:
    titles = [page.head.head_title for page in PAGES]
    assert sorted(titles) == sorted(set(titles))


def test_no_page_is_asked_anything_while_they_are_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    for wing in (changelog, tally, coverage, paper, timeline, unknowns):
        for name in ("changed", "conflicts", "tables", "one_sheet", "everything"):
            if callable(getattr(wing, name, None)):
                monkeypatch.setattr(wing, name, lambda _, name=name: asked.append(name))
    monkeypatch.setattr(Graph, "cite", lambda *_: asked.append("cite"))
    plan(graph(harbour()), ())
    assert asked == []


def test_every_part_is_used() -> None:
    parts = {path.stem for path in (ROOT / "templates/parts").iterdir()}
    texts = [path.read_text() for path in (ROOT / "templates").rglob("*.html")]
    called = set.union(*(meta.find_undeclared_variables(environment({}).parse(text)) for text in texts))
    assert parts - called == {"glossary", "term"}, "these two mark words in a page that is rendered already"


def test_no_part_hides_another_name_of_templates() -> None:
    parts = {path.stem for path in (ROOT / "templates/parts").iterdir()}
    assert not parts & {"site", "page", "record", "view", "ctx", *environment({}).globals}
