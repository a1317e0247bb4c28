"""What tests share: the built sites, the engines, and the closing lines about engines not found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock
from hypothesis import settings
from jinja2 import Environment
from playwright.sync_api import sync_playwright

from answerable.publish.folder import publish
from build import build as make
from tests import pseudo
from tests.browser import launch
from tests.engines import ROOT, missing, required
from tests.pages import Page, Served, files, read_pages
from tests.portals import harbour
from tests.server import serving
from tests.structure import cover, structures, union

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.browser import Chromium
    from tests.structure import Structures

    Once = Callable[[str, Callable[[Path], object]], Path]

TODAY = "2026-11-22"
"""The day on which the tests' real portal is made."""
HARBOUR_TODAY = "2030-07-01"
"""The day on which the fictional one is made: its record ends a little before."""

# No example fails for being slow, and where changes are judged the examples are the same each time.
settings.register_profile("whole", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("quick", settings.get_profile("whole"), max_examples=20)


def pytest_configure(config: pytest.Config) -> None:
    """Try fewer examples where only quick tests run, and compile each template once in a process."""
    settings.load_profile("quick" if config.option.markexpr == "not slow" else "whole")
    compiled: dict[object, Any] = {}
    compile_template: Callable[..., Any] = Environment.compile

    def once(env: Environment, source: str, *names: str | None) -> Any:  # jinja2's own
        key = (env.globals.get("language"), source, names)
        if key not in compiled:
            compiled[key] = compile_template(env, source, *names)
        return compiled[key]

    Environment.compile = once  # type: ignore[method-assign, assignment]


WHOLE = {"built_site", "harbour_site", "rtl_site", "followed", "chromium", "nginx", "nu", "axe"}
"""Fixtures that need a whole site or an engine: what asks for one is slow."""
SLOW = (
    "test_canonical",
    "test_datapackage",
    "test_jsonschema",
    "test_engines_*",
    "test_host_runs",
    "test_languages",
    "test_past_days",
    "test_preview*",
    "test_promises*",
    "test_record_time",
    "test_search*",
    "test_takedown",
    "test_year",
)
"""Files whose tests each build sites, or start programs: they are slow too."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow by what it asks for and where it stands, and let it begin first."""
    for item in items:
        asks = WHOLE & set(getattr(item, "fixturenames", ()))
        if asks or any(fnmatch(item.path.stem, slow) for slow in SLOW):
            item.add_marker("slow")
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def build(content: Path, out: Path, today: str = TODAY) -> Path:
    """Build a portal with the command that people use; give the folder of the site."""
    command = [sys.executable, "build.py", "build", "--content", str(content), "--out", str(out)]
    done = subprocess.run(
        [*command, "--today", today],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        pytest.fail(f"build.py ended with {done.returncode}:\n{done.stdout}{done.stderr}", pytrace=False)
    return out


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Give a function that has a folder made by the first process of the run that asks, for all of them."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def folder(name: str, make: Callable[[Path], object]) -> Path:
        place = shared / name
        with FileLock(f"{place}.lock"):
            if not place.is_dir():
                make(place)
        return place

    return folder


@pytest.fixture(scope="session")
def built_site(once: Once) -> Path:
    """Give the folder of the real portal."""
    return once("portal", lambda out: build(ROOT / "content", out))


@pytest.fixture(scope="session")
def harbour_site(once: Once) -> Path:
    """Give the folder of the fictional portal that uses every feature."""
    return once("harbour", lambda out: build(ROOT / "examples/harbour/content", out, HARBOUR_TODAY))


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Page]:
    """Give the pages of the real portal, path → page, parsed once."""
    return read_pages(built_site)


@pytest.fixture(scope="session")
def harbour_pages(harbour_site: Path) -> dict[str, Page]:
    """Give the pages of the fictional portal, path → page, parsed once."""
    return read_pages(harbour_site)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """Give a Chromium that reaches this machine only, one in each process of the run.

    From then on Playwright keeps an event loop in this thread; a test that needs one of its own takes a
    thread of its own.
    """
    program = required("chromium")
    with sync_playwright() as playwright:
        chromium = launch(playwright, program)
        yield chromium
        chromium.browser.close()


@pytest.fixture(scope="session")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], str]]:
    """Give a function that serves a folder with nginx until the run ends: folder → address."""
    program = required("nginx")
    with ExitStack() as servers:
        yield lambda site: servers.enter_context(serving(program, site, tmp_path_factory.mktemp("nginx")))


@pytest.fixture(scope="session")
def portal(nginx: Callable[[Path], str], built_site: Path) -> str:
    """Give the address at which nginx serves the real portal."""
    return nginx(built_site)


@pytest.fixture(scope="session")
def rtl_site(once: Once) -> Path:
    """Give the folder of the fictional portal in a language written from right to left."""
    return once("rtl", lambda out: publish(make(pseudo.rtl(harbour())).files, out))


@pytest.fixture(scope="session")
def served(
    nginx: Callable[[Path], str],
    portal: str,
    built_site: Path,
    harbour_site: Path,
) -> list[Served]:
    """Give both portals with their addresses."""
    return [Served(portal, built_site), Served(nginx(harbour_site), harbour_site)]


@pytest.fixture(scope="session")
def rtl(nginx: Callable[[Path], str], rtl_site: Path) -> Served:
    """Give that portal with its address."""
    return Served(nginx(rtl_site), rtl_site)


@pytest.fixture(scope="session")
def covering(once: Once, built_site: Path, harbour_site: Path) -> dict[Path, list[str]]:
    """Give paths of few pages that hold every structure of both portals: folder of the site → paths."""

    def write(place: Path) -> None:
        covered: Structures = frozenset()
        paths = {}
        for site in (harbour_site, built_site):
            pages = {path: structures((site / path).read_text("utf-8")) for path in files(site, ".html")}
            paths[str(site)] = cover(pages, covered)
            covered |= union(pages.values())
        place.mkdir()
        (place / "paths.json").write_text(json.dumps(paths), encoding="utf-8")

    held = json.loads((once("covering", write) / "paths.json").read_text(encoding="utf-8"))
    return {Path(site): paths for site, paths in held.items()}


@pytest.fixture(scope="session")
def axe() -> str:
    """Give axe as a script, to be run in a page before it is asked."""
    return required("axe").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def nu() -> Callable[[Iterable[Path]], list[str]]:
    """Give the Nu validator as a function: files → what it says, one line a message."""
    java, jar = required("java"), required("nu")

    def validate(paths: Iterable[Path]) -> list[str]:
        command = [str(java), "-jar", str(jar), "--format", "json", "--exit-zero-always", *map(str, paths)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return [_line(m) for m in json.loads(done.stderr)["messages"] if not _answered(m)]

    return validate


def _line(message: dict[str, Any]) -> str:
    return f"{message.get('url')}:{message.get('lastLine', 0)}: {message['type']}: {message['message']}"


def _answered(message: dict[str, Any]) -> bool:
    """Tell the three remarks that we answer; none is an error.

    The validator calls `role="list"` unnecessary, but without it VoiceOver on Safari does not
    announce a list drawn without bullets. And it reads files, which have no origin, so it thinks
    the policy's 'self' refuses our own style and script; the tests in Chromium show the truth. And it
    takes JSON-LD for a script, which it is not: it is never run, and no policy speaks of it. A template
    with any other inline script fails a test of its own.
    """
    words = message["message"]
    return message["type"] == "info" and (
        words.startswith(("The “list” role is unnecessary", "Inline script violates Content Security Policy"))
        or (words.startswith("Resource violates Content Security Policy") and "assets/" in words)
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end what was not run and why, and each engine that was not found."""
    reasons = Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in terminalreporter.getreports("skipped")
        if isinstance(report.longrepr, tuple)
    )
    reasons.update({engine.not_found: 0 for engine in missing()})
    for reason, tests in sorted(reasons.items()):
        terminalreporter.write_line(f"not run: {reason} (tests left out: {tests})")
