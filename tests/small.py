"""The smallest portal that holds one record of each kind and has no problem; and edits of it."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from answerable.load.record import load
from answerable.load.sources import Sources
from answerable.problem import ContentError
from answerable.rules import check
from tests.engines import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

TODAY = date(2030, 6, 1)

PACK = """MINUTES OF THE HARBOUR BOARD
minute 1 The chair welcomed all.
minute 2 The Board resolved to mend the lamp by May.

REPORT ON THE LIGHTHOUSE
1.1 The lamp is dark. The lamp is old.
"""

SMALL = {
    "site.yaml": """title: "The lighthouse"
short: "Lighthouse"
purpose: "What was asked of the harbour, and what came of it."
language: "en-GB"
launched: "no"
banner: "An example."
base: "/"
exit: "https://example.org/"
publisher:
  name: "Nobody yet"
  contact: "No contact yet"
  controller: "Nobody yet"
  placeholder: "yes"
licence:
  name: "CC BY 4.0"
  address: "https://creativecommons.org/licenses/by/4.0/"
  covers: "Our own words."
  papers: "The papers remain their owners'."
first: ["motions/2030-01-10"]
held_until: "10 February 2030"
repository: "public"
""",
    "content/statuses.yaml": """reply:
  none: {word: "No reply recorded", means: "No held paper shows one.", default: "yes", shape: "question"}
  taken-up:
    word: "taken up"
    means: "A body resolved something on the same subject."
    needs: ["by", "cites", "adopted_by"]
    shape: "half"
  declined: {word: "declined", means: "Says it will not.", shape: "cross", counts_as: "declined"}
progress:
  none: {word: "Nothing later", means: "No held paper shows more.", default: "yes", shape: "question"}
  shown-done: {word: "shown as done", means: "A held paper shows it.", needs: ["cites"], shape: "tick"}
check:
  none: {word: "Not checked", means: "Nobody is shown to have looked.", default: "yes", shape: "none"}
  working: {word: "seen working", means: "It was seen.", needs: ["checker-is-not-owner"], shape: "two-ticks"}
""",
    "content/bodies/board.yaml": """name: "Harbour Board"
label: "Board"
kind: "board"
parent: "bodies/council"
predecessors:
  - {body: "bodies/council", change: "succeeded", on: "2019", basis: "presumed", why: "The council had it."}
status: "published"
""",
    "content/bodies/council.yaml": """name: "Harbour Council"
kind: "council"
status: "published"
""",
    "content/bodies/inspector.yaml": """name: "Inspector of Lights"
kind: "inspector"
status: "published"
""",
    "content/people/chair.yaml": """name: "Ada Keeper"
why_named: "chair"
roles:
  - {role: "Chair", body: "bodies/board"}
cleared: {by: "the monitoring officer", on: "2030-05-01"}
status: "published"
""",
    "content/documents/pack.yaml": f"""title: "Board pack"
by: "bodies/board"
date: "2030-02-10"
holding: "held"
file: "pack.txt"
sha256: "{sha256(PACK.encode()).hexdigest()}"
pages: {{numbering: "page", first: "1", last: "2", basis: "ours"}}
places:
  - {{place: "minute 1", starts_with: "minute 1 The chair"}}
  - {{place: "minute 2", starts_with: "minute 2 The Board"}}
status: "published"
""",
    "content/documents/report.yaml": """title: "Report on the lighthouse"
holding: "contained in"
inside: "documents/pack"
starts_with: "REPORT ON THE"
places:
  - {place: "1.1", starts_with: "1.1 The lamp"}
status: "published"
""",
    "content/documents/law.yaml": """title: "Harbour law"
holding: "cited only"
status: "published"
""",
    "content/motions/2030-01-10/index.md": """---
title: "Motion on the lighthouse"
summary: "The Council was asked to mend the lamp."
date: "2030-01-10"
force: "asked to consider"
by: "bodies/council"
one: "point"
many: "points"
status: "published"
---
""",
    "content/motions/2030-01-10/1.md": f"""---
number: "1"
order: "1"
title: "The lamp"
asks:
  - id: "a"
    asks: "Mend the lamp."
    owners: ["bodies/board"]
    named: "in the text"
    cites:
      - {{in: "documents/report", at: "1.1", quote: "The lamp is dark"}}
  - {{id: "b", asks: "Keep it lit.", owners: [], named: "nobody", cites: []}}
wordings:
  - as: "as agreed"
    in: "documents/report"
    at: "1.1"
    date: "2030-01-10"
    sha256: "{sha256(b"1.1 The lamp is dark. The lamp is old.").hexdigest()}"
status: "published"
---
The lamp has been dark since autumn.
See [the report](documents/report).
""",
    "content/resolutions/2030-02-10/index.md": """---
title: "Resolutions of the Board"
summary: "The Board took part of it up."
date: "2030-02-10"
force: "decided"
by: "bodies/board"
meeting: "meetings/2030-02-10"
follows: ["motions/2030-01-10"]
one: "resolution"
many: "resolutions"
status: "published"
---
""",
    "content/resolutions/2030-02-10/1.md": """---
number: "1"
order: "1"
title: "The lamp by May"
links:
  - to: "motions/2030-01-10/1#a"
    relation: "answers"
    strength: "strong"
    basis: "ours"
    why: "Both are about the lamp."
status: "published"
---
""",
    "content/meetings/2030-02-10.md": """---
title: "Harbour Board, 10 February 2030"
body: "bodies/board"
date: "2030-02-10"
state: "held"
items:
  - id: "minute-2"
    number: "2"
    title: "The lamp"
    outcome: "resolved"
    said:
      - {id: "may", kind: "commitment", theme: "When", says: "By May.", cites: []}
    cites: []
status: "published"
---
""",
    "content/updates/2030-02-10-board-replies.md": """---
title: "The Board takes up the lamp"
happened: "2030-02-10"
by: "bodies/board"
at: "meetings/2030-02-10#minute-2"
basis: "ours"
moves:
  - item: "motions/2030-01-10/1#a"
    reply: "taken-up"
    adopted_by: "resolutions/2030-02-10/1"
    cites:
      - {in: "documents/pack", at: "minute 2", quote: "resolved to mend"}
  - item: "motions/2030-01-10/1#b"
    check: "working"
    by: "bodies/inspector"
    carried_out: "yes"
    working: "not looked at"
    cites: []
status: "published"
---
The Board will mend the lamp.
""",
    "content/promises/2030-02-10-lamp.yaml": """title: "Mend the lamp"
by: "bodies/board"
made: "2030-02-10"
due: "by 2030-05"
status: "published"
""",
    "content/events/lamp-dark.yaml": """title: "The lamp went dark"
date: "autumn 2029"
happened: "reported"
status: "published"
""",
    "content/figures/nights.yaml": """title: "Dark nights"
counts: "Nights without a light."
counted_by: "bodies/board"
status: "published"
""",
    "content/terms/lamp.yaml": """title: "Lamp"
means: "The light of the lighthouse."
status: "published"
""",
    "content/help/coastguard.yaml": """name: "Coastguard"
order: "1"
certain: "yes"
number: "999"
who_for: "Anybody in danger at sea."
status: "published"
""",
    "content/searched/board-minutes.yaml": """body: "bodies/board"
papers: "minutes"
from: "2030-01"
to: "2030-02"
looked_on: "none"
looked_by: "nobody"
status: "published"
""",
    "content/statements/2030-03-01-council.md": """---
by: "bodies/council"
on: "2030-03-01"
about: ["motions/2030-01-10/1"]
status: "published"
---
The lamp was always going to be mended.
""",
    "content/corrections/2030-03-02-lamp.yaml": """title: "The lamp's age"
on: "2030-03-02"
about: ["documents/report"]
before: "The lamp is new."
after: "The lamp is old."
why: "It was copied wrongly."
approved_by: "the editor"
status: "published"
""",
    "content/pages/get-help.md": """---
title: "Get help"
status: "published"
---
In danger, call 999.
""",
    "content/pages/change-or-remove.md": """---
title: "Ask us to change something"
status: "published"
---
Write to the lighthouse.
""",
    "content/pages/about.md": """---
title: "About"
status: "published"
---
# What this is

An example about a lamp.
""",
    "archive/pack.txt": PACK,
}
"""The portal by the paths of its files; `archive/` holds the copies, `private/` what is not public."""


def edited(edits: Mapping[str, str], before: Mapping[str, str] = SMALL) -> dict[str, str]:
    """Give the small portal, or another, with edits: lines `< old` over lines `> new`, a whole file, nothing.

    Raise ValueError where the lines to be replaced do not stand in the file exactly once.
    """
    files = dict(before)
    for path, text in edits.items():
        if not text.strip():
            del files[path]
        elif text.startswith("< "):
            files[path] = _replaced(files[path], text, path)
        else:
            files[path] = text
    return files


def _replaced(text: str, edit: str, path: str) -> str:
    hunks: list[tuple[list[str], list[str]]] = []
    sign = ">"
    for line in edit.splitlines():
        if line[:1] == "<" and sign == ">":
            hunks.append(([], []))
        sign = line[:1]
        hunks[-1][sign == ">"].append(f"{line[2:]}\n")
    for old, new in hunks:
        if text.count("".join(old)) != 1:
            raise ValueError(f"{''.join(old)} does not stand once in {path}.")
        text = text.replace("".join(old), "".join(new))
    return text


def sources(files: Mapping[str, str]) -> Sources:
    """Give what a build of these files would be a function of."""

    def under(folder: str, keep: str = "") -> dict[str, bytes]:
        return {
            keep + path.removeprefix(folder): text.encode()
            for path, text in sorted(files.items())
            if path.startswith(folder)
        }

    return Sources(
        settings=under("site.yaml", "site.yaml"),
        content=under("content/", "content/"),
        private=under("private/", "private/"),
        archive=under("archive/"),
        templates={},
        static={"css/tokens.css": (ROOT / "static/css/tokens.css").read_bytes(), **under("static/")},
        today=TODAY,
        as_of=TODAY,
        publishing=True,
    )


def complaints(files: Mapping[str, str]) -> str:
    """Give what somebody is told who checks these files: one line a problem or warning, or nothing."""
    given = sources(files)
    wrong, warnings = check(load(given.settings, given.content, given.private), given)
    return str(ContentError((*wrong, *warnings)))
