"""Pages made to be printed: what stands on them, and what is kept off them."""

from __future__ import annotations

import pytest

from answerable.graph import paper
from answerable.graph.paper import OneSheet, Row, one_sheet
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from tests.portals import graph, harbour, harbour_graph, harbour_reading, site_of
from tests.reading import Site

THERE = harbour_graph()
SITE = harbour_reading()
SHEET = "on-paper/one-sheet/index.html"
REGISTER = "resolutions/2030-02-04/register"


def changed(path: str, old: str, new: str) -> dict[str, bytes]:
    """Give a file of the harbour with other words in it."""
    whole = harbour().content[path].decode()
    assert old in whole
    return {path: whole.replace(old, new, 1).encode()}


def sensitive(path: str) -> dict[str, bytes]:
    """Give a file of the harbour as that of a sensitive record."""
    return changed(path, "\nstatus:", '\nsensitive: "yes"\nstatus:')


def rows(view: OneSheet) -> dict[str, Row]:
    """Give the rows of a sheet by where they lead."""
    return {row.href: row for table in view.tables for group in table.groups for row in group.rows}


def test_the_list_of_what_is_printed_leads_to_each() -> None:
    minutes = {f"in-one-minute/{series.address}/index.html" for series in paper.first_series(THERE)}
    assert {SHEET, "what-to-do/index.html", *minutes} <= SITE.leads_to("on-paper/index.html")
    assert [card.title for card in paper.prose_pages(THERE)] == ["What to do if"]


def test_the_page_of_each_first_series_leads_to_its_minute_and_no_other_does() -> None:
    first = paper.first_series(THERE)
    assert [series.address for series in first] == list(THERE.portal.settings.first)
    for series in THERE.portal.of(Series):
        minute = f"in-one-minute/{series.address}/index.html"
        assert (minute in SITE.leads_to(f"{series.address}/index.html")) == (series in first)


def test_the_sheet_has_a_row_for_each_single_thing_asked() -> None:
    asked = {
        THERE.card(target).href
        for series in paper.first_series(THERE)
        for item in THERE.portal.items(series)
        for target in THERE.asks_of(item) or [item.address]
    }
    assert set(rows(one_sheet(THERE))) == asked


def test_a_word_is_cut_at_its_comma_only_where_that_leaves_one_meaning() -> None:
    settings = [setting for set_ in THERE.statuses.values() for setting in set_]
    by_word = {setting.word.word: paper.brief(THERE, setting) for setting in settings}
    assert by_word["in place, more suggested"] == "in place, more suggested"
    assert len(set(by_word.values())) == len(by_word)
    assert dict(paper.explained(THERE, THERE.portal.of(Item)))["in place"].startswith("Says that existing")


@pytest.mark.parametrize(
    "path",
    [
        f"content/{REGISTER}.md",
        "content/promises/2030-02-04-read-out.yaml",
        "content/motions/2029-06-12/index.md",
        "content/updates/2029-09-20-review-answers.md",
        "content/statements/2030-04-10-board.md",
    ],
)
def test_what_is_sensitive_and_what_a_sensitive_update_speaks_of_is_not_printed(path: str) -> None:
    address = path.removeprefix("content/").rpartition(".")[0].removesuffix("/index")
    hidden = graph(harbour(more=sensitive(path)))
    assert not paper.may_be_printed(hidden, hidden.portal.records[address])
    assert paper.may_be_printed(THERE, THERE.portal.records[address])


def test_the_sheet_says_how_much_it_leaves_out() -> None:
    more = sensitive(f"content/{REGISTER}.md")
    left = one_sheet(graph(harbour(more=more)))
    assert (one_sheet(THERE).left_out, left.left_out) == (0, 1)
    assert f"{REGISTER}/" not in rows(left)
    assert "not on paper, and told on the site: 1." in Site(site_of(harbour(more=more))).words_on(SHEET)


def test_of_what_was_taken_back_the_sheet_prints_no_word() -> None:
    back = 'status: "withdrawn"\nwithdrawn: {on: "2030-06-20", why: "It was ours to mend."}'
    more = changed(f"content/{REGISTER}.md", 'status: "published"', back)
    assert rows(one_sheet(graph(harbour(more=more))))[f"{REGISTER}/"].answer == "taken back"
    assert "covers lights, sirens and bells" not in Site(site_of(harbour(more=more))).words_on(SHEET)
