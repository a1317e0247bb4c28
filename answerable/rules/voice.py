"""What a record says: in our own voice, without quotations, and all that is printed of it.

Our own voice is summaries, explanations and prose; there, names, official words and whatever stands between
quotation marks are the papers' own and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from answerable.model.field import Part
from answerable.model.portal import Portal
from answerable.model.registry import Where
from answerable.model.spec import Voice, spec, written
from answerable.problem import Level, Problem
from answerable.rules.locate import at

_SHORT_QUOTE = r"“[^”]*”|\"[^\"\n]*\"|`[^`\n]*`"
_ADDRESS = re.compile(r"https?://\S+")
_QUOTED = re.compile(rf"{_SHORT_QUOTE}|^ *>.*$|\]\([^)\n]*\)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Own:
    """A text of ours: where it stands, and what it says with each quotation blanked out."""

    address: str
    where: Where
    """The field; empty for the prose below the fields."""
    text: str
    undertakes: bool = False
    """Whether it tells what somebody will do."""

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
            yield from _fields(address, whole, ())
    for address, record in portal.records.items():
        if record.retracted:
            continue
        yield from _fields(address, record, ())
        if record.prose and spec(type(record), "prose").voice is Voice.OURS:
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
        for each in written(type(value)):
            if each.voice is not Voice.CODE and (inner := getattr(value, each.name)):
                yield from _texts(address, inner, (*where, each.alias))
    elif isinstance(value, tuple | dict):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(address, inner, (*where, key))


def _fields(address: str, part: Part, where: Where) -> Iterator[Own]:
    for each in written(type(part)):
        value, here = getattr(part, each.name), (*where, each.alias)
        several = value if isinstance(value, dict) else {None: value}
        if each.many:
            several = dict(enumerate(value))
        for key, inner in several.items():
            place = here if key is None else (*here, key)
            if isinstance(inner, Part):
                yield from _fields(address, inner, place)
            elif inner and each.holds == "text" and each.voice is Voice.OURS:
                yield Own(address, place, _own(inner), each.declared.undertakes)


def _own(text: str) -> str:
    """Blank out what is quoted, and keep every other sign in its place."""
    return _QUOTED.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
