"""What every page has around its contents."""

from __future__ import annotations

from answerable.graph.graph import Graph, link
from answerable.graph.visibility import visible
from answerable.load.record import load
from answerable.model.portal import Portal
from answerable.site.context import Context
from answerable.site.frame import head, head_of, site
from tests.small import SMALL, TODAY

ASSETS = {
    "style": "assets/style-1.css",
    "paper": "assets/paper-1.css",
    "pictures": "assets/pictures-1.css",
    "script": "assets/script-1.js",
    "icon": "assets/icon-1.svg",
    "find_style": "assets/find_style-1.css",
}


def portal(**edits: str) -> Portal:
    """Give the small portal, a line of its settings changed: the name of the field and its new line."""
    settings = SMALL["site.yaml"] + edits.pop("more", "")
    files = {path: text.encode() for path, text in SMALL.items() if path != "site.yaml"}
    loaded = load({"site.yaml": settings.encode()}, files)
    assert loaded.portal is not None
    return loaded.portal


def graph(**edits: str) -> Graph:
    """Give the small portal as the public sees it."""
    return link(visible(portal(**edits), TODAY, TODAY))


def test_a_portal_that_is_not_launched_says_so_and_keeps_out_of_indexes() -> None:
    linked = graph()
    assert site(linked, ASSETS).launched is False
    assert head(linked.portal.settings, "timeline/", "Timeline").noindex is True


def test_a_title_with_a_word_that_must_not_stay_in_a_history_gives_way() -> None:
    linked = graph(more='avoid_in_titles: ["HARBOUR"]\n')
    made = head_of(Context(linked, ""), linked.portal.records["documents/law"])
    assert made.title == "Harbour law"
    assert made.head_title == "Document law – Lighthouse"
