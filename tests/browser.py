"""Chromium for tests: it reaches this machine only, and keeps a note of what it was asked for."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, Playwright
    from playwright.sync_api import Page as Tab

FLAGS = (
    "--no-sandbox",  # Chromium refuses to start as root with it
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # Without these three it looks up its maker's hosts at every start.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No other host has an address, and none is reached through a proxy.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-proxy-server",
)
HERE = frozenset({"127.0.0.1", None})
"""Hosts that are asked for: this machine, and none, as for `data:`."""

SHOW = """async (pages) => {
    const answers = {};
    for (const [name, html] of Object.entries(pages)) {
        const page = new DOMParser().parseFromString(html, "text/html");
        document.documentElement.lang = page.documentElement.lang;
        document.documentElement.dir = page.documentElement.dir;
        document.body.replaceWith(document.adoptNode(page.body));
        scrollTo(0, 0);
        answers[name] = await window.ask();
    }
    return answers;
}"""
"""Shows each page's body in this tab, which has the site's style already, and asks it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader's machine shows pages."""

    name: str
    scheme: Literal["light", "dark"] = "light"
    forced: bool = False
    """Whether the machine puts its own few colours in place of ours."""


LIGHT = Look("light")
DARK = Look("dark", scheme="dark")
FORCED = Look("forced", forced=True)


@dataclass(slots=True)
class Visit:
    """One tab with what happened on the page that is open in it."""

    page: Tab
    console: list[str] = field(default_factory=list)
    """What stood in the console, uncaught errors included."""
    requests: list[str] = field(default_factory=list)
    """Every address the page asked for, in order, refused ones included."""

    @property
    def foreign(self) -> list[str]:
        """Give the addresses on other hosts that the page asked for; each was refused."""
        return [address for address in self.requests if urlsplit(address).hostname not in HERE]

    def open(self, address: str) -> None:
        """Open a page and wait until all of it has come; what was noted of the one before is forgotten."""
        self.console.clear()
        self.requests.clear()
        self.page.goto(address, wait_until="load")

    def show(self, look: Look) -> None:
        """Show the open page as another machine would."""
        forced: Literal["active", "none"] = "active" if look.forced else "none"
        self.page.emulate_media(color_scheme=look.scheme, forced_colors=forced)


@dataclass(frozen=True, slots=True)
class Chromium:
    """A running Chromium in which each visit has a fresh, empty profile."""

    browser: Browser

    @contextmanager
    def visit(self, width: int = 1280, height: int = 800, *, script: bool = True) -> Iterator[Visit]:
        """Open an empty page of this size, in pixels; with `script` off no page's script runs."""
        size = {"width": width, "height": height}
        with self.browser.new_context(viewport=size, java_script_enabled=script) as context:  # type: ignore[arg-type]
            visit = Visit(context.new_page())
            visit.page.on("request", lambda request: visit.requests.append(request.url))
            visit.page.on("console", lambda line: visit.console.append(f"{line.type}: {line.text}"))
            visit.page.on("pageerror", lambda error: visit.console.append(str(error)))
            yield visit

    def ask_texts(
        self, site: str, texts: Mapping[str, str], question: str, width: int
    ) -> dict[str, list[str]]:
        """Show each HTML text, by its name, with the style of the site at this address; give the answers."""
        with self.visit(width) as visit:
            visit.open(f"{site}/")
            visit.page.evaluate(f"window.ask = {question}; null")
            answers: dict[str, list[str]] = visit.page.evaluate(SHOW, dict(texts))
        return answers


def launch(playwright: Playwright, program: Path) -> Chromium:
    """Start the machine's own Chromium; Playwright's download is never used."""
    return Chromium(playwright.chromium.launch(executable_path=program, args=list(FLAGS)))
