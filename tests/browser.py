"""Chromium for tests: it reaches this machine only, and keeps a note of what it was asked for."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Route

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


@dataclass(slots=True)
class Visit:
    """One open page with what happened on it."""

    page: Page
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
    def visit(self, width: int = 1280, height: int = 800) -> Iterator[Visit]:
        """Open an empty page of this size, in pixels."""
        with self.browser.new_context(viewport={"width": width, "height": height}) as context:
            visit = Visit(context.new_page())
            context.route("**/*", lambda route: _let_through(route, visit))
            visit.page.on("console", lambda message: visit.console.append(_said(message)))
            visit.page.on("pageerror", lambda error: visit.console.append(str(error)))
            yield visit


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
