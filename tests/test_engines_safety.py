"""What makes the site safe to visit, in a real browser: the way out, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page as Tab
    from playwright.sync_api import Request, Route

    from tests.browser import Chromium

ELSEWHERE = "https://www.bbc.co.uk/weather"
"""Where `site.yaml` says that the way out leads."""
READ, NOW = "/timeline/", "/motions/2021-11-10/09/"
"""The page a reader was on before, and the page to leave."""

BLANK = "() => document.documentElement.hidden && document.body.getClientRects().length === 0"


@pytest.fixture
def held(chromium: Chromium) -> Iterator[tuple[Tab, list[Request]]]:
    """Give a tab in which the page elsewhere never comes, and what was asked of it.

    The answer 204 ends a visit before it begins, so the reader stays on the page that was left.
    """
    asked: list[Request] = []

    def answer(route: Route) -> None:
        asked.append(route.request)
        route.fulfill(status=204)

    with chromium.visit() as visit:
        visit.page.route(ELSEWHERE, answer)
        yield visit.page, asked


@pytest.fixture
def tab(chromium: Chromium) -> Iterator[Tab]:
    """Give a tab in which the page elsewhere answers at once."""
    with chromium.visit() as visit:
        visit.page.route(ELSEWHERE, _answer)
        yield visit.page


def _answer(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<title>Weather</title><p>Sunny.")


def left(page: Tab) -> bool:
    """Tell whether the page is blank, as it is from the moment of leaving."""
    return bool(page.evaluate(BLANK))


def test_the_page_is_blank_before_the_network_answers(held: tuple[Tab, list[Request]], portal: str) -> None:
    page, asked = held
    page.goto(portal + NOW)
    assert not left(page)
    page.get_by_role("link", name="Leave this site", exact=True).click()
    page.wait_for_function(BLANK)
    assert page.url == portal + NOW
    assert [request.headers.get("referer") for request in asked] == [None]


def test_leaving_takes_the_page_out_of_the_way_back(tab: Tab, portal: str) -> None:
    tab.goto(portal + READ)
    tab.goto(portal + NOW)
    steps = tab.evaluate("history.length")
    tab.get_by_role("link", name="Leave this site", exact=True).click()
    tab.wait_for_url(ELSEWHERE)
    assert tab.evaluate("history.length") == steps
    tab.go_back()
    assert tab.url == portal + READ
    assert not left(tab)


@pytest.mark.parametrize(
    "keys",
    [
        ["ShiftLeft"] * 3,
        ["ShiftRight"] * 3,
        ["ShiftLeft", "ShiftRight", "ShiftLeft"],
    ],
)
def test_three_presses_of_either_shift_leave(tab: Tab, portal: str, keys: list[str]) -> None:
    tab.goto(portal + READ)
    tab.goto(portal + NOW)
    for key in keys:
        tab.keyboard.press(key)
    tab.wait_for_url(ELSEWHERE)
    tab.go_back()
    assert tab.url == portal + READ


@pytest.mark.parametrize(
    "keys",
    [
        ["Shift", "Shift", "Tab", "Shift"],
        ["Shift", "Shift", "a", "Shift", "Shift"],
        ["Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"],
    ],
)
def test_another_key_begins_the_count_anew(
    held: tuple[Tab, list[Request]], portal: str, keys: list[str]
) -> None:
    page, asked = held
    page.goto(portal + NOW)
    for key in keys:
        page.keyboard.press(key)
    assert (left(page), asked) == (False, [])


def test_a_key_that_is_held_down_is_one_press(held: tuple[Tab, list[Request]], portal: str) -> None:
    page, asked = held
    page.goto(portal + NOW)
    for _ in range(5):
        page.keyboard.down("Shift")
    assert (left(page), asked) == (False, [])


@pytest.mark.parametrize(("pause", "leaves"), [("00:02", True), ("00:03", False)])
def test_three_presses_count_within_five_seconds(
    held: tuple[Tab, list[Request]], portal: str, pause: str, leaves: bool
) -> None:
    page, _ = held
    page.clock.install()
    page.goto(portal + NOW)
    for _ in range(2):
        page.keyboard.press("Shift")
        page.clock.run_for(pause)
    page.keyboard.press("Shift")
    assert left(page) == leaves


def test_a_page_that_the_browser_kept_is_shown_again_when_a_reader_comes_back(
    held: tuple[Tab, list[Request]], portal: str
) -> None:
    page, _ = held
    page.goto(portal + NOW)
    page.get_by_role("link", name="Leave this site", exact=True).click()
    page.wait_for_function(BLANK)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert not left(page)


def test_without_script_the_way_out_is_a_plain_link_and_promises_no_more(
    chromium: Chromium, portal: str
) -> None:
    with chromium.browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.route(ELSEWHERE, _answer)
        page.goto(portal + NOW)
        assert not page.get_by_text("or press Shift three times").is_visible()
        page.get_by_role("link", name="Leave this site", exact=True).click()
        page.wait_for_url(ELSEWHERE)


def test_the_way_out_is_the_first_thing_a_keyboard_or_a_screen_reader_meets(tab: Tab, portal: str) -> None:
    tab.goto(portal + NOW)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Leave this site"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the content"
    aside = tab.get_by_role("complementary", name="Leave this website quickly")
    assert aside.inner_text().split() == ["Leave", "this", "site", "or", "press", "Shift", "three", "times"]
