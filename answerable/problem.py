"""Problems of content, and of calls.

A problem is a value: checks collect problems, and `build` alone decides what stops it.
A warning is a problem that stops nothing: people read it, and the site is built all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Level = Literal["error", "warning"]
"""How bad it is: an error stops a build, a warning does not."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake: where it stands, what is wrong, what to do."""

    path: str
    """The file, from the portal's own folder, with forward slashes."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""
    message: str
    """What is wrong, in one or two sentences, each with its full stop."""
    hint: str = ""
    """What to do, in a sentence with its full stop."""
    level: Level = "error"
    """Whether it stops a build."""

    def __str__(self) -> str:
        """The problem as people read it: `path:line:column: what is wrong. What to do`.

        A warning says that it is one, before what is wrong.
        """
        level = "warning: " if self.level == "warning" else ""
        words = f"{self.message} {self.hint}".strip()
        return f"{self.path}:{self.line}:{self.column}: {level}{words}"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gives when nothing stopped it."""

    files: dict[str, bytes]
    """The site, path → bytes."""
    warnings: tuple[Problem, ...]
    """Each once, in the order of file, line and column."""


class ContentError(Exception):
    """The content has problems that stop a build, and perhaps warnings too; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep each problem once, in the order of file, line and column."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class CallError(Exception):
    """The command was called wrongly: a folder that is not there, a date that is no date."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known word as a question, `Did you mean "x"?`, or an empty text."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"?' if near else ""
