"""With script off: the site is walked from its first page by its links, and says the same."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.pages import target

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

    from tests.browser import Chromium
    from tests.pages import Page, Served

ASKS_FOR_SCRIPT = re.compile(r"(?:enable|turn on|switch on|needs?|requires?) (?:java)?script", re.IGNORECASE)


def by_site(kinds: list[tuple[Served, Page]]) -> list[tuple[Served, list[Page]]]:
    """Give each site with its pages, without that for addresses that are not there: no link leads to it."""
    sites = {site.address: site for site, _ in kinds}
    return [
        (site, [page for owner, page in kinds if owner is site and page.path != "404.html"])
        for site in sites.values()
    ]


def walk(site: Served, here: str, there: str) -> list[str]:
    """Give the pages of a shortest walk by links from one page to another, both included."""
    came_from = {here: ""}
    found = [here]
    for path in found:
        for link in site.pages[path].links:
            target_path = target(link)[0]
            if target_path in site.pages and target_path not in came_from:
                came_from[target_path] = path
                found.append(target_path)
        if there in came_from:
            break
    steps = [there]
    while came_from[steps[0]]:
        steps.insert(0, came_from[steps[0]])
    return steps


def go(tab: Tab, site: Served, here: str, there: str) -> None:
    """Follow the link that a reader finds in the page for the next."""
    address = site.pages[there].address
    number = next(n for n, link in enumerate(site.pages[here].links) if target(link)[0] == there)
    tab.locator("a[href]").nth(number).click()
    tab.wait_for_url(lambda url: url.partition("#")[0] == site.address + address)


def test_each_kind_of_page_is_reached_with_script_off_and_says_the_same(
    chromium: Chromium,
    kinds: list[tuple[Served, Page]],
) -> None:
    """One walk through each portal: it begins on the first page, and goes on from where it is."""
    reached = 0
    with chromium.visit(script=False) as without, chromium.visit() as with_script:
        for site, pages in by_site(kinds):
            here = "index.html"
            without.page.goto(site.address + "/")
            for page in pages:
                for one, other in pairwise(walk(site, here, page.path)):
                    go(without.page, site, one, other)
                here = page.path
                with_script.page.goto(site.address + page.address)
                more = with_script.page.inner_text("main").splitlines()
                left = set(without.page.inner_text("main").splitlines()) - set(more)
                assert left == set(), page.address
                assert page.kind == "search" or without.page.inner_text("main").splitlines() == more
                assert ASKS_FOR_SCRIPT.search(without.page.inner_text("body")) is None, page.address
                assert without.page.locator(".exit a").is_visible()
                reached += 1
    assert reached > 50
    assert not [address for address in without.requests if address.endswith(".js")]


def test_a_page_of_each_kind_asks_for_itself_styles_script_and_icon_and_nothing_of_another_host(
    chromium: Chromium,
    kinds: list[tuple[Served, Page]],
) -> None:
    with chromium.visit(320) as visit:
        for site, page in kinds:
            visit.page.goto(site.address + page.address, wait_until="load")
            kinds_of = Counter(
                address.rpartition(".")[2]
                for address in visit.requests
                if address != site.address + page.address
            )
            assert kinds_of["css"] in (1, 2), page.address
            assert kinds_of["js"] == 1 + (page.kind == "search"), page.address
            assert kinds_of.keys() <= {"css", "js", "svg", "png", "jpg"}, page.address
            assert [*visit.foreign, *visit.console] == []
            visit.requests.clear()
