"""The site behind a real web server."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

if TYPE_CHECKING:
    from tests.pages import Page

# Without the machine's proxies: the server is on this machine.
OPENER = build_opener(ProxyHandler({}))


def fetch(address: str) -> tuple[int, str, bytes]:
    """Give the answer's status, media type and body."""
    try:
        with OPENER.open(address, timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read()
    except HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read()


def test_every_page_is_served_at_its_address_as_html_in_utf_8(portal: str, pages: dict[str, Page]) -> None:
    well = (200, "text/html; charset=utf-8")
    told = {page.address: fetch(portal + page.address)[:2] for page in pages.values()}
    assert {address: answer for address, answer in told.items() if answer != well} == {}


def test_an_unknown_address_gets_our_own_page_and_the_status_404(portal: str) -> None:
    status, kind, body = fetch(portal + "/motions/of-another-world/")
    assert (status, kind) == (404, "text/html; charset=utf-8")
    assert body == fetch(portal + "/404.html")[2]
