"""The search box in a real browser: what is found, what is said, and what never leaves the page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import DARK, LIGHT
from tests.questions import BARRIERS, REFLOW

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

    from tests.browser import Chromium, Look, Visit

STRICT = (
    "default-src 'none'; script-src 'self'{0}; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""A server's own policy; the search folder's has one word more."""
WASM = " 'wasm-unsafe-eval'"


def searched(visit: Visit, portal: str, words: str) -> Page:
    """Open the search page, write the words with the keyboard alone, and wait for what is said."""
    page = visit.page
    page.goto(portal + "/search/", wait_until="load")
    return again(page, words)


def again(page: Page, words: str) -> Page:
    """Write other words in the box, and wait for what is said."""
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(f"“{words}”")
    return page


def test_a_word_finds_a_page_and_the_count_is_announced(chromium: Chromium, portal: str) -> None:
    with chromium.visit() as visit:
        page = searched(visit, portal, "whistleblowing")
        rows = page.locator("#found > li")
        count = int(re.findall(r"[0-9]+", page.get_by_role("status").inner_text())[-1])
        assert 0 < rows.count() == min(count, 10)
        expect(rows.first.get_by_role("link")).to_be_visible()
        assert page.locator("#found").evaluate("list => list.tagName") == "OL"
        assert visit.console == []


def test_a_result_shows_kind_standing_and_the_words_marked(chromium: Chromium, portal: str) -> None:
    with chromium.visit() as visit:
        page = searched(visit, portal, "Recommendation 2")
        label = page.locator(".label", has_text=re.compile("^Recommendation 2, suggested"))
        row = page.locator("#found > li").filter(has=label)
        expect(row).to_contain_text("2 of 3 taken up")
        assert row.locator("mark").count() > 0


def test_the_keyboard_alone_reaches_the_results_and_more_of_them(chromium: Chromium, portal: str) -> None:
    with chromium.visit() as visit:
        page = searched(visit, portal, "council")
        assert page.locator("#found > li").count() == 10
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.locator("#found > li a").first).to_be_focused()
        page.locator("#more").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#found > li")).to_have_count(20)
        expect(page.locator("#found > li:nth-child(11) a")).to_be_focused()
        address = page.evaluate("document.activeElement.href")
        page.keyboard.press("Enter")
        page.wait_for_url(address)


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("ILSC", "Improving Lives Select Commission"),
        ("improving lives select commission", "ILSC"),
    ],
)
def test_a_word_we_explain_widens_the_search(chromium: Chromium, portal: str, words: str, other: str) -> None:
    with chromium.visit() as visit:
        page = searched(visit, portal, words)
        expect(page.get_by_role("status")).to_contain_text(f"Looked for as well: {other}")


def test_where_nothing_is_found_three_ways_lead_on(chromium: Chromium, portal: str) -> None:
    with chromium.visit() as visit:
        page = searched(visit, portal, "xyzzyqq")
        expect(page.get_by_role("status")).to_have_text("Nothing was found for “xyzzyqq”.")
        assert page.locator("#nothing li:visible").count() == 3
        again(page, "council")
        expect(page.locator("#nothing")).to_be_hidden()


def test_what_was_typed_is_in_no_address_history_storage_or_request(chromium: Chromium, portal: str) -> None:
    with chromium.visit() as visit:
        page = searched(visit, portal, "safeguarding")
        before = page.evaluate("history.length")
        again(page, "recommendation")
        assert page.url == portal + "/search/"
        assert page.evaluate("[history.length, history.state]") == [before, None]
        kept = "[localStorage.length, sessionStorage.length, document.cookie, document.title]"
        assert page.evaluate(kept) == [0, 0, "", "Search – Asked and answered"]
        assert page.evaluate("indexedDB.databases()") == []
        told = json.dumps(visit.requests).lower()
        assert "safeguarding" not in told
        assert "recommendation" not in told
        assert visit.foreign == []


def test_the_index_is_fetched_only_when_somebody_searches(chromium: Chromium, portal: str) -> None:
    with chromium.visit() as visit:
        visit.page.goto(portal + "/search/", wait_until="networkidle")
        visit.page.get_by_role("searchbox").focus()
        assert [address for address in visit.requests if "pagefind" in address] == []
        again(visit.page, "council")
        own = [address.removeprefix(portal) for address in visit.requests if "pagefind" in address]
        assert own[0] == "/search/pagefind/pagefind.js"
        assert all(address.startswith("/search/pagefind/") for address in own)


def test_words_of_a_page_and_of_the_reader_never_become_markup(chromium: Chromium, portal: str) -> None:
    words = "<img src=x onerror=alert(1)>"
    with chromium.visit() as visit:
        page = searched(visit, portal, words)
        assert page.locator("#told *").count() == 0
        fragment = "<mark>one</mark> &lt;b&gt;two&lt;/b&gt; <i>three</i>"
        page.route(
            "**/pagefind.js",
            lambda route: route.fulfill(
                content_type="text/javascript",
                body=f"""
            export const options = async () => {{}}, init = options, search = async () => ({{results: [
              {{id: "a", data: async () => ({{raw_url: "/about/", excerpt: {json.dumps(fragment)},
                meta: {{title: "<u>T</u>", found: "<s>K</s>|<s>S</s>"}}}})}}]}});""",
            ),
        )
        searched(visit, portal, "one")
        row = page.locator("#found > li")
        assert row.locator("b, i, u, s, img").count() == 0
        expect(row).to_contain_text("<b>two</b> <i>three</i>")
        expect(row.locator("mark")).to_have_text("one")


def test_an_index_that_does_not_come_is_said_and_tried_again(chromium: Chromium, portal: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    with chromium.visit() as visit:
        page = visit.page
        page.route("**/*.pf_meta", refuse)
        page.goto(portal + "/search/", wait_until="load")
        page.get_by_role("searchbox").fill("council")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("did not work this time")
        page.unroute("**/*.pf_meta", refuse)
        again(page, "council")
        expect(page.locator("#found > li")).to_have_count(10)


def test_nothing_beneath_the_box_moves_when_the_script_shows_it(chromium: Chromium, portal: str) -> None:
    places = []
    for shown in (False, True):
        with chromium.visit() as visit:
            if not shown:
                visit.page.route("**/assets/find-*.js", lambda route: route.abort())
            visit.page.goto(portal + "/search/", wait_until="load")
            expect(visit.page.get_by_role("searchbox")).to_have_count(int(shown))
            places.append(visit.page.locator("#kinds").bounding_box())
    assert places[0] == places[1]


def test_without_script_there_is_no_box_and_everything_from_a_to_z(chromium: Chromium, portal: str) -> None:
    with chromium.browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(portal + "/search/", wait_until="load")
        expect(page.locator("form")).to_be_hidden()
        expect(page.locator("#more")).to_be_hidden()
        expect(page.locator("#everything")).to_be_visible()
        assert page.locator(".letters a").count() > 500


@pytest.mark.parametrize(("folder", "works"), [(WASM, True), ("", False)])
def test_a_strict_server_needs_one_word_more_for_the_search_folder(
    chromium: Chromium, portal: str, folder: str, works: bool
) -> None:
    def guard(route: Route) -> None:
        answer = route.fetch()
        own = folder if "/search/" in route.request.url else ""
        policy = {"content-security-policy": STRICT.format(own)}
        route.fulfill(response=answer, headers={**answer.headers, **policy})

    with chromium.visit() as visit:
        visit.page.route("**/*", guard)
        visit.page.goto(portal + "/search/", wait_until="load")
        visit.page.get_by_role("searchbox").fill("council")
        visit.page.keyboard.press("Enter")
        said = "Results for “council”" if works else "did not work this time"
        expect(visit.page.get_by_role("status")).to_contain_text(said)
        assert (visit.console == []) is works


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_axe_finds_no_barrier_in_results_on_a_narrow_screen(
    chromium: Chromium, axe: str, portal: str, look: Look
) -> None:
    with chromium.visit(320) as visit:
        visit.show(look)
        page = searched(visit, portal, "council")
        expect(page.locator("#found > li")).to_have_count(10)
        page.evaluate(axe)
        assert page.evaluate(BARRIERS) == []
        assert page.evaluate(REFLOW) == []
        assert page.locator("#more").evaluate("button => button.getBoundingClientRect().height") >= 24


def test_on_a_small_phone_the_heading_stands_in_the_first_screen(chromium: Chromium, portal: str) -> None:
    with chromium.visit(320, 568) as visit:
        for address in ("/", "/search/", "/motions/2021-11-10/09/"):
            visit.page.goto(portal + address, wait_until="load")
            box = visit.page.locator("h1").bounding_box()
            assert box
            assert box["y"] + 32 < 568, address


def test_every_record_that_may_be_found_is_in_the_built_index(built_site: Path) -> None:
    may = [path for path in built_site.rglob("index.html") if b"data-pagefind-body" in path.read_bytes()]
    assert len(list((built_site / "search/pagefind/fragment").iterdir())) == len(may) > 500
