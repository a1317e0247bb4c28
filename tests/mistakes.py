"""The mistakes files: what somebody wrote, and the exact words the person is told.

A case is a title, a line `.`, one or more files (`in <path>` and the text, parted by a line `.and.`),
a line `.`, what is told, and a line `.`. A character one cannot see is written `⟨U+202E⟩`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.engines import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "tests" / "mistakes"


@dataclass(frozen=True)
class Case:
    """One mistake, or several in files that belong together."""

    title: str
    files: dict[str, str]
    """Path → text."""
    message: str
    """One line for each problem."""


def cases(file: Path) -> list[Case]:
    """Give the cases of one mistakes file; a file that does not keep the form is a ValueError."""
    lines = file.read_text(encoding="utf-8").splitlines()
    parts: list[list[str]] = [[]]
    for line in lines:
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) % 3 != 1 or any(line.strip() for line in parts[-1]):
        raise ValueError(f"{file.name} does not consist of title, files and what is told.")
    return [_case(*parts[at : at + 3]) for at in range(0, len(parts) - 1, 3)]


def _case(title: list[str], files: list[str], message: list[str]) -> Case:
    texts: dict[str, str] = {}
    for written in "\n".join(files).split("\n.and.\n"):
        head, _, text = written.partition("\n")
        if not head.startswith("in "):
            raise ValueError(f'"{head}" should say in which file the mistake is.')
        texts[_seen(head.removeprefix("in "))] = f"{_seen(text)}\n"
    return Case(" ".join(title).strip(), texts, "\n".join(message))


def _seen(text: str) -> str:
    return re.sub(r"⟨U\+([0-9A-F]{4,6})⟩", lambda written: chr(int(written[1], 16)), text)
