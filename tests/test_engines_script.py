"""With script off: the site is walked from its first page by its links, and says the same."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.pages import target

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

    from tests.browser import Chromium
    from tests.pages import Page, Served

ASKS_FOR_SCRIPT = re.compile(r"(?:enable|turn on|switch on|needs?|requires?) (?:java)?script", re.IGNORECASE)


def ways(site: Served) -> dict[str, str]:
    """Give for each page the page from which a shortest walk of links from the first page comes to it."""
    came_from = {"index.html": ""}
    found = ["index.html"]
    for path in found:
        for link in site.pages[path].links:
            there = target(link)[0]
            if there in site.pages and there not in came_from:
                came_from[there] = path
                found.append(there)
    return came_from


def walk(site: Served, came_from: dict[str, str], path: str) -> list[str]:
    """Give the pages of a shortest walk from the first page to this one."""
    return [*(walk(site, came_from, came_from[path]) if came_from[path] else []), path]


def go(tab: Tab, site: Served, here: str, there: str) -> None:
    """Follow the link that a reader finds in the page for the next."""
    address = site.pages[there].address
    number = next(n for n, link in enumerate(site.pages[here].links) if target(link)[0] == there)
    tab.locator("a[href]").nth(number).click()
    tab.wait_for_url(lambda url: url.partition("#")[0] == site.address + address)


def test_each_kind_of_page_is_reached_with_script_off_and_says_the_same(
    chromium: Chromium, kinds: list[tuple[Served, Page]],
) -> None:
    sites = {site.address: (site, ways(site)) for site, _ in kinds}
    reached = 0
    with chromium.visit(script=False) as without, chromium.visit() as with_script:
        for site, page in kinds:
            came_from = sites[site.address][1]
            if page.path == "404.html":
                continue
            steps = walk(site, came_from, page.path)
            without.page.goto(site.address + "/")
            for here, there in pairwise(steps):
                go(without.page, site, here, there)
            with_script.page.goto(site.address + page.address)
            plain = without.page.inner_text("main")
            assert plain == with_script.page.inner_text("main"), page.address
            assert ASKS_FOR_SCRIPT.search(without.page.inner_text("body")) is None, page.address
            assert without.page.locator(".exit a").is_visible()
            reached += 1
    assert reached > 50
    assert not [address for address in without.requests if address.endswith(".js")]


def test_a_page_of_each_kind_asks_for_four_things_at_most_and_nothing_of_another_host(
    chromium: Chromium, kinds: list[tuple[Served, Page]],
) -> None:
    with chromium.visit(320) as visit:
        for site, page in kinds:
            visit.page.goto(site.address + page.address, wait_until="load")
            assert 3 <= len(visit.requests) <= 4, (page.address, visit.requests)
            assert [*visit.foreign, *visit.console] == []
            visit.requests.clear()
