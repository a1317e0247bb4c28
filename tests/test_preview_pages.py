"""What only a preview shows: what is not public, marked; a form to copy; pages made when looked at."""

from __future__ import annotations

import re

import pytest

from answerable.edit.form import parse
from answerable.model.address import file_of
from answerable.preview import pages
from answerable.preview.quick import drafting, not_public, unveiled
from answerable.preview.state import Preview
from answerable.problem import Problem
from tests.portals import TODAY, harbour, harbour_files, made, whole

UPDATE = "updates/2030-06-20-thirteenth-siren/"
PARADE = "events/2030-parade/"
TRIED = "events/2030-thirteenth-siren/"
ITEM = "reviews/2029-09-20/3/"


@pytest.fixture(scope="module")
def preview() -> Preview:
    """Give the harbour and its drafts as a preview shows them."""
    shown = Preview(harbour, drafting())
    assert [shown.look(), shown.look()] == [False, True]
    assert shown.wrong == ()
    return shown


def page(preview: Preview, path: str) -> str:
    """Give a page's words."""
    status, kind, body = preview.page(path)
    assert (status, kind) == (200, "text/html")
    return body.decode()


def test_what_is_not_public_says_so_on_its_own_page(preview: Preview) -> None:
    assert "<p>A draft. Only this preview shows it.</p></aside><main " in page(preview, PARADE)
    assert "<p>Not public until 1 August 2030. Only this preview shows it.</p>" in page(preview, UPDATE)
    assert "Only this preview" not in page(preview, ITEM)


def test_a_page_that_tells_more_than_the_public_one_says_so_and_no_other_does(preview: Preview) -> None:
    more = "<p>Some of this page is not public yet."
    assert [more in page(preview, path) for path in (ITEM, "timeline/", "", "updates/")] == [True] * 4
    assert [more in page(preview, path) for path in ("terms/", "reviews/2029-09-20/2/")] == [False] * 2
    assert more not in page(preview, PARADE)


def test_each_link_to_what_is_not_public_is_marked_and_no_other_is(preview: Preview) -> None:
    words = page(preview, ITEM)
    hidden = rf'href="../../../(?:{UPDATE}|{TRIED})[^"]*"'
    links = re.findall(rf"{hidden}[^>]*>.*?</a>(.{{0,40}})", words, re.DOTALL)
    assert links
    assert all(after.startswith(" <mark>until 1 August 2030</mark>") for after in links)
    assert words.count("<mark>") == len(links)


def test_an_item_offers_a_form_with_its_address_filled_in_and_says_what_to_call_the_file(
    preview: Preview,
) -> None:
    assert '<p><a href="/_form/reviews/2029-09-20/2/">Add an update to this</a></p>\n</main>' in page(
        preview, "reviews/2029-09-20/2/"
    )
    form = page(preview, "_form/reviews/2029-09-20/2/")
    assert "<b>content/updates/2030-07-01-NAME.md</b>" in form
    assert '  - item: "reviews/2029-09-20/2"\n' in form
    assert "<li>reviews/2029-09-20/2#b: Publish the result of each test within a week.</li>" in form
    copied = form.partition('aria-label="The form">')[2].partition("</textarea>")[0]
    assert [blank.key for blank in parse(copied).blanks][:2] == ["title", "happened"]
    assert "Add an update" not in page(preview, "terms/")
    assert "Add an update" in page(preview, "promises/2029-06-12-map/")


def test_no_page_of_a_built_site_holds_what_only_a_preview_shows() -> None:
    told = [
        name
        for name, data in harbour_files().items()
        if b"Add an update to this" in data
        or b"<mark>" in data
        or b"thirteenth" in data
        or b"_form/" in data
        or b"livereload" in data
    ]
    assert told == []


def test_a_site_made_page_by_page_is_the_site_that_a_build_makes() -> None:
    sources = harbour(private={})
    whole_site, files = made(sources), drafting()(sources).files
    early = {name: files[name] for name in ("motions/2029-06-12/1/index.html", "bodies/board/index.html")}
    assert set(files) == set(whole_site)
    assert len(files) == len(whole_site)
    drafts = drafting()(sources).files
    assert "index.html" in drafts
    different = [name for name in whole_site if drafts[name] != whole_site[name]]
    assert different == []
    for name, data in early.items():
        assert _told(data) == _told(whole_site[name])


def _told(page: bytes) -> bytes:
    """A page without what only the plan knows: its title in the browser, and what can be followed."""
    known = rb"<title>.*?</title>\n|<link rel=\"alternate\".*?>\n|<p class=\"follow soft\">.*?</p>\n"
    return re.sub(known, b"", page, flags=re.DOTALL)


def test_a_file_that_is_not_there_is_looked_for_without_making_the_feeds(preview: Preview) -> None:
    files = drafting()(harbour()).files
    assert "favicon.ico" not in files
    assert "_others" not in files.__dict__
    assert "feed.xml" in files
    assert "data/none.csv" not in files
    assert preview.page("favicon.ico")[0] == 404


def test_what_is_not_public_is_named_with_the_day_or_as_a_draft() -> None:
    portal = whole(harbour())
    hidden = not_public(portal, TODAY)
    until = "until 1 August 2030"
    assert hidden == {PARADE.rstrip("/"): "draft", UPDATE.rstrip("/"): until, TRIED.rstrip("/"): until}
    shown = unveiled(portal, hidden)
    assert not_public(shown, TODAY) == {}
    assert portal.records[PARADE.rstrip("/")].status == "draft"


def test_a_page_of_mistakes_shows_the_line_and_the_last_good_page_beneath() -> None:
    fault = Problem("content/terms/mole.yaml", 3, 8, "It is <i>wrong</i>.", "Mend it.")
    shown = pages.wrong((fault, "There is no folder."), harbour()).decode()
    assert "<h1>2 things are to be put right</h1>" in shown
    assert "<b>content/terms/mole.yaml</b>, line 3, column 8</p><pre>means: &quot;A wall of stone" in shown
    assert "<p>It is &lt;i&gt;wrong&lt;/i&gt;. Mend it.</p>" in shown
    assert "<p>There is no folder.</p>" in shown
    framed = pages.with_last(shown.encode(), "terms/").decode()
    assert '<a href="/_last/terms/">Open it alone</a>' in framed
    assert pages.wrong((fault,), None).count(b"<pre>") == 0


def test_only_what_can_be_moved_has_a_form() -> None:
    portal = whole(harbour())
    movable = pages.movable(portal, ITEM)
    assert movable
    assert [pages.movable(portal, path) for path in ("terms/mole/", "", "nothing/")] == [None] * 3
    assert pages.form(movable, harbour()) is not None
    without = harbour()
    bare = {path: data for path, data in without.content.items() if "/_forms/" not in path}
    object.__setattr__(without, "content", bare)
    assert pages.form(movable, without) is None


def test_marks_and_offers_change_nothing_where_there_is_nothing_to_say() -> None:
    body = b'<main id="main"><a href="../x/">x</a></main>'
    assert pages.marked(body, "a/", {}, more=True) == body
    assert pages.marked(body, "a/", {"y/z": "draft"}, more=False) == body
    assert pages.marked(body, "a/b/", {"a/x": "draft"}, more=False) == (
        b'<main id="main"><a href="../x/">x</a> <mark>draft</mark></main>'
    )
    offer = b'<p><a href="/_form/a/b/">Add an update to this</a></p>\n</main>'
    assert pages.offered(body, "a/b").endswith(offer)
    assert file_of("a/") == "a/index.html"
