"""A history of commits in a real repository, each with the verdict that is known beforehand.

Each step is committed and checked against the last step that was let through, as a merge request is; what
is stopped is thrown away, as somebody would have to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import build
from generator import commands
from tests.compare.repository import commit, git
from tests.small import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ITEM = "content/motions/2030-01-10/1.md"
UPDATE = "content/updates/2030-02-10-board-replies.md"
PROMISE = "content/promises/2030-02-10-lamp.yaml"
LAMP = "content/terms/lamp.yaml"
LIGHT = "content/terms/light.yaml"
CITED = '{in: "documents/report", at: "1.1", find: "The lamp is dark"}'
ELSEWHERE = '{in: "documents/pack", at: "minute 2", find: "mend the lamp"}'

Edit = tuple[str, str, str]
"""A file, what stands in it, what is to stand there; all of it where a file comes or goes."""


@dataclass(frozen=True)
class Step:
    """One commit."""

    subject: str
    edits: tuple[Edit, ...]
    verdict: Literal["cosmetic", "plain", "told", "stopped"]
    said: str
    """What the check says where it stops it; what the brief says where it does not."""


def moves(day: str, title: str, item: str, move: str) -> Edit:
    """Give a new update."""
    return f"content/updates/{day}-{item.rpartition('/')[2].partition('#')[0]}.md", "", f"""---
title: "{title}"
happened: "{day}"
by: "bodies/board"
at: "none"
basis: "ours"
moves:
  - item: "{item}"
    {move}
    cites: [{ELSEWHERE}]
status: "published"
---
"""


def puts_right(day: str, about: str, error: str = "yes") -> Edit:
    """Give a new correction, or a note of what was no error."""
    return f"content/corrections/{day}-note.yaml", "", f"""title: "What was altered"
on: "{day}"
about: [{f'"{about}"' if about else ""}]
error: "{error}"
said: "The old."
says: "The new."
why: "A slip."
approved_by: "the editor"
status: "published"
"""


STEPS = (
    Step("The Board declines", (
        moves("2030-03-01", "The Board declines", "motions/2030-01-10/1#a", 'reply: "declined"'),),
        "told", "[told by updates/2030-03-01-1]"),
    Step("Mend a typo", ((LAMP, "light of the", "light in the"),), "plain", "None of it is substantive."),
    Step("Fix typo", (
        (UPDATE, 'title: "The Board takes up the lamp"', 'title: "The Board takes the lamp up"'),
        (UPDATE, 'reply: "taken-up"', 'reply: "declined"')),
        "stopped", "reply rewritten from “taken up” to “declined”"),
    Step("Tidy names", ((LAMP, SMALL[LAMP].replace("light of the", "light in the"), ""),
                        (LIGHT, "", 'title: "Lamp"\nmeans: "The light."\nstatus: "published"\n')),
         "stopped", "withdraw it instead"),
    Step("Move a page, and lead there from its old address", (
        (LAMP, SMALL[LAMP].replace("light of the", "light in the"), ""),
        (LIGHT, "", SMALL[LAMP].replace("light of the", "light in the") + 'was: ["terms/lamp"]\n')),
        "told", "the old one leads on. [told by terms/light]"),
    Step("Drop an id", (
        (ITEM, '  - {id: "b", asks: "Keep it lit.", falls_on: [], named: "nobody", cites: []}\n', ""),
        (UPDATE, 'item: "motions/2030-01-10/1#b"', 'item: "motions/2030-01-10/1#a"')),
        "stopped", "ask b removed"),
    Step("Put right what the ask says, and say so", (
        (ITEM, 'asks: "Mend the lamp."', 'asks: "Mend the old lamp."'),
        puts_right("2030-05-01", "motions/2030-01-10/1#a")), "told", "[told by corrections/2030-05-01-note]"),
    Step("Re-wrap", (("content/pages/about.md", "An example about a lamp.", "An example\nabout a lamp."),),
         "cosmetic", "No change in meaning; 1 file differs in form; with it 6 files of the site.\n"),
    Step("Comment", ((LIGHT, 'title: "Lamp"\n', '# As the keepers say.\ntitle: "Lamp"\n'),),
         "cosmetic", "No change in meaning; 1 file differs in form.\n"),
    Step("Shorten", ((ITEM, f"      - {CITED}\n", f"      - {ELSEWHERE}\n"),),
         "stopped", "citation removed: Report on the lighthouse, 1.1"),
    Step("Cite the minute instead, with a note", (
        (ITEM, f"      - {CITED}\n", f"      - {ELSEWHERE}\n"),
        puts_right("2030-05-02", "motions/2030-01-10/1#a", "no")),
        "told", "[told by corrections/2030-05-02-note]"),
    Step("More time", ((PROMISE, 'due: "by 2030-05"', 'due: "by 2031-05"'),),
         "stopped", "due date changed in place from by May 2030 to by May 2031"),
    Step("The Board moves the date", (
        moves("2030-05-03", "The Board moves the date", "promises/2030-02-10-lamp",
              'due: "by 2031-05"\n    due_why: "no reason given"'),),
        "told", "[told by updates/2030-05-03-2030-02-10-lamp]"),
    Step("Name the Council", ((ITEM, 'falls_on: ["bodies/board"]', 'falls_on: ["bodies/council"]'),),
         "stopped", "who it falls on changed from Harbour Board to Harbour Council"),
    Step("Slip in other official words", ((ITEM, 'date: "2030-01-10"', 'date: "2030-01-11"'),),
         "stopped", "Official words change by a new entry under wordings"),
    Step("Take a page back, with the reason", (
        (LIGHT, '"published"', '"withdrawn"\nwithdrawn: {on: "2030-05-04", why: "It was of another."}'),),
        "told", "[told by terms/light]"),
    Step("A kinder word", (("content/statuses.yaml", 'word: "declined"', 'word: "refused"'),),
         "stopped", "word changed from “declined” to “refused”"),
    Step("A plainer word, with a note", (
        ("content/statuses.yaml", 'word: "declined"', 'word: "says no"'),
        puts_right("2030-05-05", "", "no")), "told", "[told by corrections/2030-05-05-note]"),
    Step("Merge two branches that each named a role", (
        (PROMISE, 'title: "', 'by_role: "chair"\nby_role: "clerk"\ntitle: "'),), "stopped", "by_role"),
)  # fmt: skip


def after(files: dict[str, str], edits: tuple[Edit, ...]) -> dict[str, str]:
    """Give the files after edits."""
    done = dict(files)
    for path, old, new in edits:
        text = done.pop(path, "")
        assert text.count(old) == 1 or not text, (path, old)
        text = text.replace(old, new) if text else new
        if text:
            done[path] = text
    return done


def test_each_commit_of_a_history_gets_the_verdict_that_is_known_beforehand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = {path: text for path, text in SMALL.items() if not path.startswith(("private/", "archive/"))}
    commit(tmp_path, good, "good-0")
    for number, step in enumerate(STEPS, 1):
        git(tmp_path, "rm", "-r", "--quiet", "content")
        commit(tmp_path, files := after(good, step.edits), f"good-{number}")
        shared = ["--content", str(tmp_path / "content"), "--today", "2030-06-01"]
        status = commands.main(["check", *shared, "--against", f"good-{number - 1}"], build.build)
        told = capsys.readouterr()
        assert (step.subject, status) == (step.subject, int(step.verdict == "stopped")), told.err
        if step.verdict == "stopped":
            assert step.said in told.err
            git(tmp_path, "reset", "--quiet", "--hard", f"good-{number - 1}")
            git(tmp_path, "tag", "--force", f"good-{number}")
            continue
        assert commands.main(["changes", f"good-{number - 1}", *shared], build.build) == 0
        brief = capsys.readouterr().out
        assert step.said in brief
        assert "NO PUBLIC NOTE" not in brief
        assert ("told by" in brief) == (step.verdict == "told")
        assert (brief == step.said) == (step.verdict == "cosmetic")
        good = files
    assert len(STEPS) > 12
