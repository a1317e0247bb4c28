"""How long a page takes to be there after a save: `.venv/bin/python -m bench.preview_time [CONTENT] [RUNS]`.

A copy of the content is changed as an editor changes it: one file, one sentence. Each run counts from the
save until the page's bytes are there, without the wait until somebody looks at the folders: on average half
of PAUSE, and SETTLE, both told below. Where other work shares the machine, the processor's time says more.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from generator.preview import PAUSE, SETTLE
from generator.preview.quick import drafting
from generator.preview.shown import Preview
from generator.read.sources import Folders, gather

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 22)
FILE, PAGE, LIST = "motions/2021-11-10/09.md", "motions/2021-11-10/09/", "timeline/"


def main(content: str = "content", runs: str = "9") -> None:
    """Print the medians in milliseconds, for the record's own page and for a page of many."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / content, f"{folder}/content")
        shutil.copy(ROOT / content / "../site.yaml", folder)
        where = Folders(ROOT, Path(folder) / "content")
        preview = Preview(lambda: gather(where, DAY, DAY), drafting())
        _rest(preview)
        for page in (PAGE, LIST):
            preview.page(page)
            taken = [_saved(preview, where.content / FILE, page, number) for number in range(int(runs))]
            walls, works = zip(*taken, strict=True)
            print(f"{page}: median {statistics.median(walls):.0f} ms, fastest {min(walls):.0f} ms, ", end="")
            print(f"slowest {max(walls):.0f} ms; {statistics.median(works):.0f} ms of one processor")
    print(f"  beside it, until a save is seen and has come to rest: {(PAUSE / 2 + SETTLE) * 1000:.0f} ms")


def _rest(preview: Preview) -> None:
    while not preview.look():
        pass
    if preview.wrong:
        sys.exit("The content cannot be read: see build.py check.")


def _saved(preview: Preview, file: Path, page: str, number: int) -> tuple[float, float]:
    file.write_text(f"{file.read_text(encoding='utf-8')}\nA sentence, number {number}.\n", encoding="utf-8")
    wall, work = time.perf_counter(), time.process_time()
    _rest(preview)
    status, _, body = preview.page(page)
    taken = (time.perf_counter() - wall) * 1000, (time.process_time() - work) * 1000
    if status != 200 or (page == PAGE and f"number {number}.".encode() not in body):
        sys.exit(f"{page} did not come back.")
    return taken


if __name__ == "__main__":
    main(*sys.argv[1:])
