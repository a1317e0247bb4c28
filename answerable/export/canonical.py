"""One way to write a record's file, so that two people who say the same write the same.

Every value stands in double quotes on one line; a text of several lines stands below a `|`. Fields stand in
the order of their kind. Comments stay, prose has one sentence a line. What a file says does not change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from types import MappingProxyType
from typing import Final, NamedTuple

from pydantic import BaseModel

from answerable.export.markdown_lines import one_sentence_a_line
from answerable.load import front_matter, yaml_roundtrip
from answerable.load import yaml as strict_yaml
from answerable.load.characters import text_of
from answerable.load.yaml_roundtrip import Entry, Group, Value
from answerable.model.portal import Settings
from answerable.model.registry import KINDS, file_order, model_for
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words
from answerable.problem import Problem

_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_LINES: Final = re.compile(r"(?=[^ \n])(?:[^\n]*[^ \n]\n|\n)*[^\n]*[^ \n]\n?")
"""What can stand below a `|`: no line begins or ends so that it could be misread."""


ALONE: Final = MappingProxyType[str, type[BaseModel]](
    {"site.yaml": Settings, "statuses.yaml": Vocabulary, "words.yaml": Words}
)
"""What is no record, by the name of its file."""


def model_at(path: str) -> type[BaseModel] | None:
    """Give what a file holds by its place, `content/bodies/osmb.yaml`; None where that is nothing of ours."""
    steps = path.split("/")
    if len(steps) < 3:
        return ALONE.get(steps[-1])
    folder, *below = steps[1:]
    kind = KINDS.get(folder)
    if kind is None or not path.endswith(kind.suffix):
        return None
    return model_for(folder, 1 if below[-1] == "index.md" else len(below))


def canonical(data: bytes, path: str, model: type[BaseModel]) -> tuple[bytes, list[Problem]]:
    """Give a file's bytes as they are to be written, or, with the same bytes, why they cannot be read."""
    text, wrong = text_of(data, path)
    header, first, prose = text, 1, ""
    if not wrong and path.endswith(".md"):
        header, first, prose, _, wrong = front_matter.split(text, path)
    found = wrong or list(strict_yaml.parse(header, path, first).problems)
    if found:
        return data, found
    fields = in_yaml(header, model)
    if not path.endswith(".md"):
        return fields.encode(), []
    words = one_sentence_a_line(prose.strip("\n"))
    ending = f"{words}\n" if words else ""
    return f"{front_matter.FENCE}\n{fields}{front_matter.FENCE}\n{ending}".encode(), []


def in_yaml(text: str, model: type[BaseModel]) -> str:
    """Give a YAML text without mistakes as it is to be written."""
    whole = yaml_roundtrip.read(text)
    lines = list(_lines(whole, _Holds(model))) if whole.entries else ["{}"]
    return "".join(f"{line}\n" for line in [*whole.head, *lines])


class _Holds(NamedTuple):
    """What a group holds: the fields of a model, or names that each have these; None where nobody says."""

    model: type[BaseModel] | None
    by_name: bool = False


def _entries(group: Group, holds: _Holds) -> Iterator[tuple[Entry, _Holds]]:
    """Give the entries, each with what it holds; fields that a model does not know stay at the end."""
    if holds.model is None or not group.named or holds.by_name:
        inner = _Holds(holds.model, holds.by_name and not group.named)
        yield from ((entry, inner) for entry in group.entries)
        return
    known = {spec.alias: _Holds(spec.part, spec.by_name) for spec in file_order(holds.model)}
    place = {name: number for number, name in enumerate(known)}
    for entry in sorted(group.entries, key=lambda entry: place.get(entry.name, len(place))):
        yield entry, known.get(entry.name, _Holds(None))


def _lines(group: Group, holds: _Holds) -> Iterator[str]:
    """Give a group on lines of its own."""
    for entry, inner in _entries(group, holds):
        yield from entry.above
        yield from _field(entry, inner) if group.named else _item(entry, inner)
    yield from group.below


def _field(entry: Entry, holds: _Holds) -> Iterator[str]:
    beside = "".join(f"  {comment}" for comment in entry.beside)
    begun, below = _value(entry.value, holds)
    yield f"{_name(entry.name)}:{begun and ' '}{begun}{beside}"
    yield from _further_in(below)


def _item(entry: Entry, holds: _Holds) -> Iterator[str]:
    """Give an entry of a list; what it begins with stands on the line of its dash."""
    begun, below = _value(entry.value, holds)
    if begun:
        yield f"- {begun}" + "".join(f"  {comment}" for comment in entry.beside)
    else:
        yield from entry.beside
        comments = list(takewhile(lambda line: line.startswith("#"), below))
        yield from comments
        first, *below = below[len(comments) :]
        yield f"- {first}"
    yield from _further_in(below)


def _further_in(lines: list[str]) -> Iterator[str]:
    yield from (f"  {line}" if line else "" for line in lines)


def _value(value: Value, holds: _Holds) -> tuple[str, list[str]]:
    """Give what of a value stands on the line of its name, and the lines below."""
    if isinstance(value, Group):
        return (_inline(value, holds), []) if _on_one_line(value) else ("", list(_lines(value, holds)))
    if "\n" in value and _LINES.fullmatch(value):
        return ("|" if value.endswith("\n") else "|-"), value.removesuffix("\n").split("\n")
    return _inline(value, holds), []


def _on_one_line(group: Group) -> bool:
    """Whether a group is written in brackets: a list of texts always, fields or one part if they were."""
    if not group.entries:
        return True
    if not group.named and all(isinstance(entry.value, str) for entry in group.entries):
        plain = not group.below and not any(entry.above or entry.beside for entry in group.entries)
        return plain and (group.brackets or not any("\n" in str(entry.value) for entry in group.entries))
    return group.brackets and (group.named or len(group.entries) == 1)


def _inline(value: Value, holds: _Holds) -> str:
    """Give a value within one line."""
    if isinstance(value, str):
        escaped = value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
        return f'"{escaped}"'
    parts = [
        f"{_name(entry.name)}: {_inline(entry.value, inner)}" if value.named else _inline(entry.value, inner)
        for entry, inner in _entries(value, holds)
    ]
    return f"{{{', '.join(parts)}}}" if value.named else f"[{', '.join(parts)}]"


def _name(name: str) -> str:
    return name if _NAME.fullmatch(name) else _inline(name, _Holds(None))
