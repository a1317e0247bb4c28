"""Corpora of any size, each a snapshot in the content's own form: made here, the same each time."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final

from answerable.load.snapshot import Snapshot, from_file, from_folder

ROOT: Final = Path(__file__).resolve().parent.parent
BORN: Final = date(2001, 1, 1)
"""The day of the first series; updates come later."""
TODAY: Final = date(2030, 7, 1)
SUBJECTS: Final = ("Lamps", "Quays", "Dredging", "Ferries", "Signals", "Moorings", "Pilots", "Tides")
VERBS: Final = ("Mend", "Count", "Inspect", "Publish", "Close", "Open", "Widen", "Paint")
SETTINGS: Final = """title: "A harbour of any size"
short: "Harbour"
purpose: "What was asked of a harbour, and what came of it. The harbour is made up."
language: "en-GB"
launched: "no"
banner: "This harbour is made up."
base: "/"
exit: "https://example.org/"
publisher: {name: "Nobody yet", contact: "No contact", controller: "Nobody yet", placeholder: "yes"}
licence:
  name: "CC BY 4.0"
  address: "https://creativecommons.org/licenses/by/4.0/"
  covers: "Our own words."
  papers: "The papers are made up."
first: ["motions/first"]
held_until: "30 June 2030"
repository: "public"
"""
STATUSES: Final = """reply:
  none: {word: "No reply recorded", means: "No held paper shows one.", default: "yes", shape: "question"}
  noted: {word: "noted", means: "Says that it was noted.", shape: "half"}
  declined: {word: "declined", means: "Says it will not.", shape: "cross"}
progress:
  none: {word: "Nothing later", means: "No held paper shows more.", default: "yes", shape: "question"}
check:
  none: {word: "Not checked", means: "Nobody is shown to have looked.", default: "yes", shape: "none"}
"""
_REFERENCE: Final = re.compile(
    r"\b(bodies|people|documents|meetings|motions|reviews|resolutions|reports|strategies|plans"
    r"|updates|promises|events|figures|statements|corrections|searched)/([a-z0-9][a-z0-9-]*)"
)


def updates_of_one_item(number: int) -> Snapshot:
    """Give a portal in which this many updates, each on a day of its own, move one item."""
    files = _base() | _series("motions/first", BORN, 1)
    for at in range(number):
        files |= _update(f"u{at:05}", BORN + timedelta(days=1 + at), ["motions/first/00001"], at)
    return files


def one_series(number: int, days: int = 1000) -> Snapshot:
    """Give a portal with one series of this many items, and replies to them on so many days at most."""
    files, chance = _base() | _series("motions/first", BORN, number), random.Random(1)
    targets = [f"motions/first/{at:05}" for at in range(1, number + 1)]
    chance.shuffle(targets)
    days = min(days, number)
    for day in range(days):
        files |= _update(f"u{day:05}", BORN + timedelta(days=1 + day), targets[day::days], day)
    return files


def copies(number: int) -> Snapshot:
    """Give the portal of this repository with its record this many times, each under ids of its own."""
    content, _ = from_folder(ROOT / "content", where="")
    files = from_file(ROOT / "site.yaml", where="site.yaml")
    files |= {f"content/{path}": data for path, data in content.items()}
    once = ("pages/", "terms/", "help/")
    for copy in range(2, number + 1):
        ending = rf"\1/\2-{copy}"
        for path, data in content.items():
            if "/" in path and not path.startswith(once):
                name = _REFERENCE.sub(ending, path)
                files[f"content/{name}"] = _REFERENCE.sub(ending, data.decode()).encode()
    return files


def records(number: int) -> Snapshot:
    """Give a portal of so many records of several kinds, the more the longer it was kept."""
    files, chance, written, count = _base(), random.Random(2), 0, 0
    while written < number:
        day = BORN + timedelta(days=10 * count)
        series = "motions/first" if not count else f"motions/m{count:05}"
        body, meeting = f"bodies/b{count:05}", f"meetings/t{count:05}"
        size = 10
        files |= _series(series, day, size)
        files[f"content/{body}.yaml"] = (
            f'name: "Board {count}"\nkind: "board"\nstatus: "published"\n'.encode()
        )
        files[f"content/{meeting}.md"] = (
            f'---\ntitle: "Board {count}, {day}"\nbody: "{body}"\ndate: "{day}"\n'
            'state: "held"\nstatus: "published"\n---\n'
        ).encode()
        for reply in range(5):
            targets = [f"{series}/{item:05}" for item in sorted(chance.sample(range(1, size + 1), 3))]
            files |= _update(f"u{count:05}-{reply}", day + timedelta(days=1 + reply), targets, count + reply)
        count, written = count + 1, len(files)
    return files


CORPORA: Final = MappingProxyType[str, tuple[Callable[[int], Snapshot], tuple[int, ...]]](
    {
        "updates": (updates_of_one_item, (250, 500, 1000, 2000)),
        "series": (one_series, (200, 1000, 2000)),
        "copies": (copies, (1, 4, 14)),
        "records": (records, (1000, 2000, 5000, 10000)),
    }
)
"""Each corpus by its name, and the sizes at which it is measured."""


def _base() -> Snapshot:
    """The settings, the words and two bodies of a harbour that nobody has asked anything of."""
    page = '---\ntitle: "{title}"\norder: "1"\nstatus: "published"\n---\n{title}: ask the harbour.\n'
    body = 'name: "{name}"\nkind: "{kind}"\nstatus: "published"\n'
    return {
        "site.yaml": SETTINGS.encode(),
        "content/statuses.yaml": STATUSES.encode(),
        "content/bodies/council.yaml": body.format(name="Harbour Council", kind="council").encode(),
        "content/pages/get-help.md": page.format(title="Get help").encode(),
        "content/pages/change-or-remove.md": page.format(title="Change or remove").encode(),
        "content/documents/pack.yaml": b'title: "Board pack"\nholding: "cited only"\nstatus: "published"\n',
        "content/bodies/board.yaml": body.format(name="Harbour Board", kind="board").encode(),
    }


def _series(address: str, day: date, size: int) -> Snapshot:
    files = {
        f"content/{address}/index.md": (
            f'---\ntitle: "Motion of {day}"\nsummary: "The Council was asked for {size} things."\n'
            f'date: "{day}"\nforce: "asked to consider"\nby: "bodies/council"\n'
            'one: "point"\nmany: "points"\nstatus: "published"\n---\n'
        ).encode()
    }
    for at in range(1, size + 1):
        title = f"{VERBS[at % 8]} the {SUBJECTS[at // 8 % 8].lower()}, {at}"
        files[f"content/{address}/{at:05}.md"] = (
            f'---\nnumber: "{at}"\norder: "{at}"\ntitle: "{title}"\nowners: ["bodies/board"]\n'
            f'named: "in the text"\nstatus: "published"\n---\n{title}. It was asked for in the first place.\n'
        ).encode()
    return files


def _update(own: str, day: date, targets: list[str], turn: int) -> Snapshot:
    moves = "".join(
        f'  - item: "{target}"\n    reply: "{("declined", "noted")[(turn + at) % 2]}"\n'
        f'    says: "Reply {turn}, to the matter of {target.rpartition("/")[2]}."\n    cites: []\n'
        for at, target in enumerate(targets)
    )
    return {
        f"content/updates/{own}.md": (
            f'---\ntitle: "The Board replies, {own}"\nhappened: "{day}"\nby: "bodies/board"\n'
            'at: "documents/pack"\nbasis: "ours"\n'
            f'moves:\n{moves}status: "published"\n---\n'
        ).encode()
    }
