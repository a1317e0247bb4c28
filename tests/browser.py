"""Chromium for tests: it reaches this machine only, and keeps a note of what it was asked for.

Hundreds of pages are asked the same thing by showing them, one after the other, in tabs that have the
site's style already: a page's whole body takes the place of the one before. Two tabs use two cores.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Playwright, Route
    from playwright.sync_api import Page as Tab

    from tests.pages import Page, Served

FLAGS = (
    "--no-sandbox",  # Chromium refuses to start as root with it
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # Without these three it looks up its maker's hosts at every start.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HERE = frozenset({"127.0.0.1", "localhost", "::1"})
WITHOUT_HOST = frozenset({"data", "blob", "about"})
TABS = 2
"""How many tabs work at the same time: as many as the machines have cores on which the tests run."""

SHOW = """(pages) => {
    window.answers = (async () => {
        const answers = {};
        for (const [name, html] of Object.entries(pages)) {
            const page = new DOMParser().parseFromString(html, "text/html");
            document.title = page.title;
            document.documentElement.lang = page.documentElement.lang;
            document.documentElement.dir = page.documentElement.dir;
            document.body.replaceWith(document.adoptNode(page.body));
            scrollTo(0, 0);
            answers[name] = await window.ask();
        }
        return answers;
    })();
}"""
"""Shows each page in this tab and asks it; what comes of it is fetched later, so that tabs work together."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader's machine shows pages."""

    name: str
    scheme: Literal["light", "dark"] = "light"
    forced: bool = False
    """Whether the machine puts its own few colours in place of ours."""


@dataclass(frozen=True, slots=True)
class Question:
    """What many pages are asked, in their browser's own language."""

    ask: str
    """A function without arguments; what it gives, or promises, is a page's answer."""
    before: str = ""
    """A script that runs once in each tab."""


LIGHT = Look("light")
LOOKS = (LIGHT, Look("dark", scheme="dark"), Look("forced", forced=True))


@dataclass(slots=True)
class Visit:
    """One open page with what happened on it."""

    page: Tab
    foreign: list[str] = field(default_factory=list)
    """Addresses on other hosts that the page asked for; each was refused."""
    console: list[str] = field(default_factory=list)
    """What stood in the console, uncaught errors included."""
    requests: list[str] = field(default_factory=list)
    """Every address the page asked for, in order, refused ones included."""


@dataclass(frozen=True, slots=True)
class Chromium:
    """A running Chromium in which each visit has a fresh, empty profile."""

    browser: Browser

    @contextmanager
    def visit(
        self,
        width: int = 1280,
        height: int = 800,
        look: Look = LIGHT,
        *,
        script: bool = True,
    ) -> Iterator[Visit]:
        """Open an empty page of this size, in pixels; with `script` off no page's script runs."""
        with self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=look.scheme,
            forced_colors="active" if look.forced else "none",
            java_script_enabled=script,
        ) as context:
            visit = Visit(context.new_page())
            context.route("**/*", lambda route: _let_through(route, visit))
            visit.page.on("console", lambda message: visit.console.append(_said(message)))
            visit.page.on("pageerror", lambda error: visit.console.append(str(error)))
            yield visit

    def ask_each(
        self,
        pages: Iterable[tuple[Served, Page]],
        question: Question,
        width: int,
        look: Look = LIGHT,
    ) -> dict[str, Any]:
        """Show each page with its site's style, and give each one's answer by its full address."""
        told: dict[str, Any] = {}
        by_site: dict[str, dict[str, str]] = {}
        for site, page in pages:
            by_site.setdefault(site.address, {})[site.address + page.address] = site.text(page)
        for address, texts in by_site.items():
            told |= self.ask_texts(address, texts, question, width, look)
        return told

    def ask_texts(
        self,
        site: str,
        texts: Mapping[str, str],
        question: Question,
        width: int,
        look: Look = LIGHT,
    ) -> dict[str, Any]:
        """Show each HTML text, by its name, with the style of the site at this address; give the answers."""
        names = sorted(texts)
        with ExitStack() as visits:
            tabs = [visits.enter_context(self.visit(width, look=look)).page for _ in range(TABS)]
            for number, tab in enumerate(tabs):
                tab.goto(f"{site}/", wait_until="load")
                tab.evaluate(f"{question.before}; window.ask = {question.ask}; null")
                tab.evaluate(SHOW, {name: texts[name] for name in names[number::TABS]})
            told = {name: answer for tab in tabs for name, answer in tab.evaluate("answers").items()}
        if told.keys() != texts.keys():
            raise RuntimeError("Not every page gave an answer.")
        return told


def launch(playwright: Playwright, program: Path) -> Chromium:
    """Start the machine's own Chromium; Playwright's download is never used."""
    return Chromium(playwright.chromium.launch(executable_path=program, args=list(FLAGS)))


def _let_through(route: Route, visit: Visit) -> None:
    address = route.request.url
    visit.requests.append(address)
    parts = urlsplit(address)
    if parts.hostname in HERE or parts.scheme in WITHOUT_HOST:
        route.continue_()
    else:
        visit.foreign.append(address)
        route.abort()


def _said(message: ConsoleMessage) -> str:
    return f"{message.type}: {message.text}"
