"""The real engines that tests use, where they are, and what is said when one is missing.

An engine that is missing is never passed over in silence: its tests fail where `CI` is set, and
are named in the closing lines of the run everywhere else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
"""Where `python -m tests.tools.install` puts what comes from npm."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A program or a file that some tests need."""

    name: str
    """As it is said to people."""
    find: Callable[[], Path | None]
    """Gives where it is, or None."""
    packages: tuple[str, ...] = ()
    """Debian's packages that bring it."""
    npm: bool = False
    """Whether it is one of those in `tests/tools/package.json`."""

    @property
    def not_found(self) -> str:
        """Give the one sentence for a test that could not run; the closing lines count by it."""
        return f"{self.name} was not found"


def _program(*names: str) -> Callable[[], Path | None]:
    """Give a finder for the first of several programs on the search path."""

    def find() -> Path | None:
        found = next(filter(None, map(_which, names)), None)
        return Path(found) if found else None

    return find


def _which(name: str) -> str | None:
    """Find a program, also where Debian keeps those for administrators."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")


def _tool(path: str) -> Callable[[], Path | None]:
    """Give a finder for a file that npm brought."""
    place = TOOLS / "node_modules" / path
    return lambda: place if place.is_file() else None


def _noto() -> Path | None:
    """Find Noto's Latin face, which stands for the fonts that screenshots are drawn with."""
    listing = _which("fc-list")
    if not listing:
        return None
    found = subprocess.run([listing, "Noto Sans", "file"], capture_output=True, text=True, check=False)
    first = found.stdout.partition("\n")[0].strip().rstrip(":")
    return Path(first) if first else None


ENGINES: dict[str, Engine] = {
    # Playwright's own part needs libatomic, which a small Debian lacks.
    "chromium": Engine("Chromium", _program("chromium", "chromium-browser"), ("chromium", "libatomic1")),
    "fonts": Engine("The font Noto Sans", _noto, ("fonts-noto-core", "fontconfig")),
    "nginx": Engine("nginx", _program("nginx"), ("nginx-light",)),
    "java": Engine("Java", _program("java"), ("default-jre-headless",)),
    "nu": Engine("The Nu validator", _tool("vnu-jar/build/dist/vnu.jar"), npm=True),
    "axe": Engine("axe", _tool("axe-core/axe.min.js"), npm=True),
    "commonmark": Engine("CommonMark's suite", _tool("commonmark-spec/spec.txt"), npm=True),
}


def missing() -> list[Engine]:
    """List the engines that are not here, in the order of the table."""
    return [engine for engine in ENGINES.values() if engine.find() is None]


def required(key: str) -> Path:
    """Give the place of an engine, or end the test that needs it.

    Where `CI` is set the test fails; elsewhere it is not run, and the closing lines say so.
    """
    engine = ENGINES[key]
    return engine.find() or _not_run(engine)


def _not_run(engine: Engine) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"{engine.not_found}, and with CI set every engine must be here.", pytrace=False)
    pytest.skip(engine.not_found)
