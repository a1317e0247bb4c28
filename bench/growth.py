"""What each record costs as a portal grows: `.venv/bin/python -m bench.growth [CORPUS ...]`.

Each corpus of `bench/corpora.py` is built once at each size, in a process of its own and without a search
index. What the process needed before it built is taken off. A cost that is linear stays the same in each
line of a table; the last line says by how much it grew from the size nearest 1,000 to the largest. The goal
is 1.3. Beside it: the weight of all pages of past days, and the heaviest page, gzipped. The first line of
`copies` is this repository's own portal.
"""

from __future__ import annotations

import gc
import gzip
import resource
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

from answerable.load.snapshot import Snapshot
from answerable.load.sources import Sources, around
from bench.corpora import CORPORA, TODAY
from build import build

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build cost, and what came of it."""

    records: int
    seconds: float
    kibibytes: int
    past_days: int
    """Bytes of the pages of past days."""
    heaviest: int
    """Bytes of the heaviest page, gzipped."""
    page: str

    @property
    def each(self) -> tuple[float, float]:
        """Milliseconds and kibibytes for each record."""
        return self.seconds * 1000 / self.records, self.kibibytes / self.records


def main(*names: str) -> None:
    """Print a table for each corpus."""
    for name in names or CORPORA:
        print(
            f"{name:>10}  records    CPU s   ms each   MiB   KiB each   past days MB   heaviest page, gzipped"
        )
        costs = [_apart(name, size) for size in CORPORA[name][1]]
        for size, cost in zip(CORPORA[name][1], costs, strict=True):
            each = cost.each
            print(f"{size:>10} {cost.records:>8} {cost.seconds:>8.2f} {each[0]:>9.2f}", end="")
            print(f" {cost.kibibytes / 1024:>5.0f} {each[1]:>10.1f} {cost.past_days / 1e6:>14.2f}", end="")
            print(f"   {cost.heaviest / 1000:.1f} kB {cost.page}", flush=True)
        first = min(costs[:-1], key=lambda cost: abs(cost.records - 1000))
        grown = [now / then for now, then in zip(costs[-1].each, first.each, strict=True)]
        print(f"    grown from {first.records} records: CPU {grown[0]:.2f} x, memory {grown[1]:.2f} x\n")


def measured(name: str, size: int) -> Cost:
    """Build a corpus of this size once, without collecting rubbish, as the command does."""
    gc.disable()
    sources = sources_of(CORPORA[name][0](size))
    began, before = time.process_time(), _peak()
    files = build(sources).files
    seconds, after = time.process_time() - began, _peak()
    pages = {path: len(gzip.compress(data)) for path, data in files.items() if path.endswith(".html")}
    page = max(pages, key=pages.__getitem__)
    past = sum(len(data) for path, data in files.items() if path.startswith("as-of/"))
    return Cost(len(sources.content), seconds, after - before, past, pages[page], page)


def sources_of(corpus: Snapshot) -> Sources:
    """Give a corpus as the sources of a build."""
    content = {path: data for path, data in corpus.items() if path != "site.yaml"}
    settings = {"site.yaml": corpus["site.yaml"]}
    return replace(around(ROOT, None, TODAY, TODAY), settings=settings, content=content)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _apart(name: str, size: int) -> Cost:
    call = [sys.executable, "-m", "bench.growth", "--once", name, str(size)]
    words = subprocess.run(call, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    records, seconds, kibibytes, past, heaviest = words[:5]
    return Cost(int(records), float(seconds), int(kibibytes), int(past), int(heaviest), words[5])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        cost = measured(sys.argv[2], int(sys.argv[3]))
        print(cost.records, cost.seconds, cost.kibibytes, cost.past_days, cost.heaviest, cost.page)
    else:
        main(*sys.argv[1:])
