"""A form: a record with blanks, and above each blank its question.

    # What happened, in a few words?
    title: ""
    # On what day did it become public?
    #published: ""

A blank is `""`, or `[""]` for a list of texts. One behind a `#` may be left out. A field without a value
holds the lines beneath it, further in: the blanks of one entry of a list where the first begins with `- `,
else fields of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from answerable.load.snapshot import Snapshot

FOLDER: Final = "_forms"
"""Stands in the content folder beside the kinds, and holds no records."""
Value: TypeAlias = "str | Sequence[str] | Mapping[str, Value] | Sequence[Mapping[str, Value]]"

_LINE: Final = re.compile(r"(?P<space> *)(?P<may>#?)(?P<entry>- )?(?P<key>[a-z0-9_]+):(?: (?P<value>.*))?")
_QUESTION: Final = re.compile(r" *# (.*)")
_FILE: Final = re.compile(r"# File: (\S+)")


@dataclass(frozen=True, slots=True)
class Blank:
    """One field of a form."""

    key: str
    question: str
    value: str
    """As the form writes it: `""` and `[""]` are to be filled, anything else stays."""
    optional: bool
    opens: bool = False
    """Whether an entry of a list begins with it."""
    entries: tuple[Blank, ...] = ()
    """The blanks of one entry, where the field is a list of parts, or those of its one part."""

    @property
    def fixed(self) -> str | None:
        """The text that the form gives itself, or None where it asks."""
        asks = self.entries or self.value in ("", '""', '[""]')
        return None if asks else self.value.strip('"')

    @property
    def listed(self) -> bool:
        """Whether the field is a list of parts, and not one part."""
        return bool(self.entries) and self.entries[0].opens

    @property
    def many(self) -> bool:
        """Whether the blank is a list of texts."""
        return self.value == '[""]'


@dataclass(frozen=True, slots=True)
class Form:
    """What a form asks, and where the file goes that comes of it."""

    about: str
    """What it is for, in a sentence."""
    file: str
    """Below the content folder; `DAY` and `NAME` stand for what is answered: `updates/DAY-NAME.md`."""
    blanks: tuple[Blank, ...]
    prose: str
    """What is asked about the words beneath the header; empty where the kind has none."""


def forms(content: Snapshot) -> dict[str, str]:
    """Give the text of each form of a content folder by its kind's folder, in the order of their names."""
    parts = [(path.split("/"), data) for path, data in content.items()]
    found = {where[-1].partition(".")[0]: data for where, data in parts if where[-2:-1] == [FOLDER]}
    return {name: found[name].decode("utf-8", "replace") for name in sorted(found)}


def parse(text: str) -> Form:
    """Give what a form asks."""
    lines = text.splitlines()
    head = [said[1] for line in lines if (said := _QUESTION.fullmatch(line))]
    file = next((said[1] for line in lines if (said := _FILE.fullmatch(line))), "")
    rows = list(_rows(lines))
    prose = rows.pop()[1].question if rows and rows[-1][1].key == "" else ""
    return Form(head[0] if head else "", file, _nested(rows), prose)


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, Blank]]:
    """Each field with how far in it stands; what is asked before the closing `---` comes last, nameless."""
    asked: list[str] = []
    for number, line in enumerate(lines):
        if said := _QUESTION.fullmatch(line):
            asked.append(said[1])
        elif row := _LINE.fullmatch(line):
            deep = len(row["space"]) + len(row["entry"] or "")
            opens = bool(row["entry"])
            yield deep, Blank(row["key"], " ".join(asked), row["value"] or "", bool(row["may"]), opens)
            asked = []
        else:
            if line == "---" and number and asked:
                yield 0, Blank("", " ".join(asked), '""', optional=True)
            asked = []


def _nested(rows: Sequence[tuple[int, Blank]]) -> tuple[Blank, ...]:
    """Put what stands further in beneath the field before it."""
    made: list[Blank] = []
    at = 0
    while at < len(rows):
        deep, blank = rows[at]
        end = next((n for n in range(at + 1, len(rows)) if rows[n][0] <= deep), len(rows))
        made.append(replace(blank, entries=_nested(rows[at + 1 : end])))
        at = end
    return tuple(made)
