"""How many functions one move passes through: `.venv/bin/python -m bench.walk [UPDATE] [TARGET]`.

The portal of this repository is built, and each function of the program is noted that receives the move, what
the graph makes of it, its update or the address of its target as an argument. It prints how many functions
there are, in how many files, and the list. The goal is at most 60 in 25.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import FrameType

from answerable.graph.events import Status, StatusEvent
from answerable.load.sources import Folders, gather
from answerable.model.kinds.update import Move, Update
from build import build

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 22)
UPDATE = "updates/2022-05-12-review-answers-points"
TARGET = "motions/2021-11-10/02"


def main(update: str = UPDATE, target: str = TARGET) -> None:
    """Print the functions by file, and both numbers."""
    sources = gather(Folders(ROOT, ROOT / "content"), DAY, DAY)
    found: dict[str, set[str]] = {}

    def note(frame: FrameType, event: str, _: object) -> None:
        file = frame.f_code.co_filename
        if event != "call" or not file.startswith(f"{ROOT}/") or "/.venv/" in file or "/bench/" in file:
            return
        if any(_is_of(value, update, target) for value in _arguments(frame)):
            found.setdefault(file.removeprefix(f"{ROOT}/"), set()).add(frame.f_code.co_qualname)

    sys.setprofile(note)
    try:
        build(sources)
    finally:
        sys.setprofile(None)
    for file, functions in sorted(found.items()):
        print(f"{file}: {', '.join(sorted(functions))}")
    print(f"{sum(map(len, found.values()))} functions in {len(found)} files")


def _arguments(frame: FrameType) -> Iterator[object]:
    code = frame.f_code
    for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]:
        yield frame.f_locals.get(name)


def _is_of(value: object, update: str, target: str) -> bool:
    if isinstance(value, Move):
        return value.item == target
    if isinstance(value, StatusEvent | Status):
        return value.target == target and value.update.address == update
    return value.address == update if isinstance(value, Update) else value == target


if __name__ == "__main__":
    main(*sys.argv[1:])
