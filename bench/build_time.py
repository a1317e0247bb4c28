"""How long a whole build takes on this machine: `.venv/bin/python -m bench.build_time [CONTENT] [RUNS]`.

Each run is a process of its own, as people call it, into a new folder; then each stage once, in process.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from answerable.export.downloads import data
from answerable.export.feeds import feeds
from answerable.export.ics import calendars
from answerable.graph.graph import link
from answerable.graph.visibility import visible
from answerable.load.record import load
from answerable.load.sources import Folders, gather
from answerable.rules import check
from answerable.site.assets import assets
from answerable.site.frame import site
from answerable.site.pages import plan
from answerable.site.render import render

ROOT = Path(__file__).resolve().parent.parent
T = TypeVar("T")


def main(content: str = "content", runs: str = "7") -> None:
    """Print the median, the fastest and the slowest run in seconds, and the stages in milliseconds."""
    taken = [_whole(content) for _ in range(int(runs))]
    print(f"whole build of {content}, {runs} runs: median {statistics.median(taken):.2f} s, ", end="")
    print(f"fastest {min(taken):.2f} s, slowest {max(taken):.2f} s")
    _stages(ROOT / content)


def _whole(content: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        call = [sys.executable, "build.py", "build", "--content", content, "--out", f"{folder}/site"]
        start = time.perf_counter()
        subprocess.run(call, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start


def _timed(name: str, stage: Callable[[], T]) -> T:
    start = time.perf_counter()
    made = stage()
    print(f"  {name:<8} {(time.perf_counter() - start) * 1000:7.0f} ms")
    return made


def _stages(content: Path) -> None:
    day = date(2026, 11, 22)
    sources = _timed("read", lambda: gather(Folders(ROOT, content), day, day))
    loaded = _timed("load", lambda: load(sources.settings, sources.content, sources.private))
    _timed("check", lambda: check(loaded, sources))
    if loaded.portal is None:
        sys.exit("The content cannot be read: see build.py check.")
    portal = loaded.portal
    graph = _timed("link", lambda: link(visible(portal, day, day)))
    downloads = _timed("data", lambda: data(graph))
    pages = _timed("plan", lambda: plan(graph, downloads))
    _timed("follow", lambda: feeds(graph) | calendars(graph))
    names, _ = assets(sources.static, portal.settings.brand)
    made = _timed("render", lambda: render(sources.templates, site(graph, names), pages, 1))
    print(f"  {len(made)} pages, {sum(map(len, made.values())):,} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
