"""What a record says: in our own voice, without quotations, and all that is printed of it.

Our own voice is summaries, explanations and prose; there, names, official words and whatever stands between
quotation marks are the papers' own and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from answerable.model.field import Part, Record
from answerable.model.kinds.update import Promise, Statement, Update
from answerable.model.portal import Portal
from answerable.model.registry import Where
from answerable.problem import Level, Problem
from answerable.rules.locate import at

OURS: Final = frozenset(
    {"after", "answer", "asks", "caution", "counts", "does", "due_effect", "due_why", "force_says", "how"}
    | {"how_we_will_know", "leaves_open", "means", "named_why", "note", "purpose", "says", "seen", "stands"}
    | {"summary", "what", "who", "who_for", "why", "why_named", "why_not"}
)
"""Fields that are written in our own voice."""
TOLD: Final = frozenset({"does", "due_why", "how_we_will_know", "says", "title"})
"""Fields of a promise or an update that tell what somebody will do."""
_SHORT_QUOTE = r"“[^”]*”|\"[^\"\n]*\"|`[^`\n]*`"
_ADDRESS = re.compile(r"https?://\S+")
_NOT_PRINTED: Final = frozenset({"address", "prose", "status", "sha256", "file", "id"})
_QUOTED = re.compile(rf"{_SHORT_QUOTE}|^ *>.*$|\]\([^)\n]*\)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Own:
    """A text of ours: where it stands, and what it says with each quotation blanked out."""

    address: str
    where: Where
    """The field; empty for the prose below the fields."""
    text: str

    @property
    def field(self) -> str:
        """The innermost field's name; `prose` for the words below the fields."""
        return next((step for step in reversed(self.where) if isinstance(step, str)), "prose")

    def problem(self, portal: Portal, offset: int, message: str, hint: str, level: Level) -> Problem:
        """Give a problem at a place in the text."""
        source = portal.sources[self.address]
        if self.where:
            found = at(portal, self.address, self.where, message, hint)
            return replace(found, column=found.column + 1 + offset, level=level)
        line = source.prose_line + self.text.count("\n", 0, offset)
        column = offset - self.text.rfind("\n", 0, offset)
        return Problem(source.path, line, column, message, hint, level)


def own_words(portal: Portal) -> Iterator[Own]:
    """Every text of ours, the settings' first, then in the order of records."""
    for address, whole in (("site.yaml", portal.settings), ("statuses.yaml", portal.vocabulary)):
        if address in portal.sources:
            yield from _fields(address, whole, (), OURS)
    for address, record in portal.records.items():
        if record.retracted:
            continue
        yield from _fields(address, record, (), OURS | _title_of(record))
        if record.prose and not isinstance(record, Statement):
            yield Own(address, (), _own(record.prose))


def printed_words(portal: Portal) -> Iterator[Own]:
    """Every text that pages print: quotations and names too, no addresses."""
    if "site.yaml" in portal.sources:
        yield from _texts("site.yaml", portal.settings, ())
    for address, record in portal.records.items():
        if not record.retracted:
            yield from _texts(address, record, ())
            yield Own(address, (), _ADDRESS.sub(_blank, record.prose))


def _texts(address: str, value: object, where: Where) -> Iterator[Own]:
    if isinstance(value, str):
        yield Own(address, where, _ADDRESS.sub(_blank, value))
    elif isinstance(value, Part):
        for name, alias in _all_names(type(value)):
            if inner := getattr(value, name):
                yield from _texts(address, inner, (*where, alias))
    elif isinstance(value, tuple | dict):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(address, inner, (*where, key))


def _title_of(record: Record) -> frozenset[str]:
    """Titles that we gave; those of papers, meetings and items are theirs."""
    return frozenset({"title"}) if isinstance(record, Promise | Update) else frozenset()


def _fields(address: str, part: Part, where: Where, ours: frozenset[str]) -> Iterator[Own]:
    for name, alias in _names(type(part)):
        value, here = getattr(part, name), (*where, alias)
        if isinstance(value, str):
            if name in ours:
                yield Own(address, here, _own(value))
        elif isinstance(value, Part):
            yield from _fields(address, value, here, OURS)
        elif isinstance(value, tuple | dict):
            for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(inner, Part):
                    yield from _fields(address, inner, (*here, key), OURS)


@cache
def _all_names(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """Give the name here and in files of each field that is printed."""
    fields = model.model_fields.items()
    return tuple((name, info.alias or name) for name, info in fields if name not in _NOT_PRINTED)


@cache
def _names(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """Give each field's name here and in files; citations hold no words of ours."""
    fields = model.model_fields.items()
    return tuple((name, info.alias or name) for name, info in fields if name != "cites")


def _own(text: str) -> str:
    """Blank out what is quoted, and keep every other sign in its place."""
    return _QUOTED.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
