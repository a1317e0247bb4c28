"""The one text of a record: a function of its value, so that two people who say the same write the same.

Every value stands in double quotes on one line; a text of several lines stands below a `|`. Fields stand in
the order of their kind. A list of texts stands in brackets; a citation, and any group of texts that fits on
one line, in braces; whatever else has lines of its own. Prose has one sentence a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from pydantic import BaseModel

from answerable.load import front_matter
from answerable.load import yaml as strict_yaml
from answerable.load.characters import text_of
from answerable.load.markdown_lines import one_sentence_a_line
from answerable.model.field import Citation
from answerable.model.portal import Settings
from answerable.model.registry import KINDS, file_order, model_for
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words
from answerable.problem import Problem

ALONE: Final = MappingProxyType[str, type[BaseModel]](
    {"site.yaml": Settings, "statuses.yaml": Vocabulary, "words.yaml": Words}
)
"""What is no record, by the name of its file."""
WIDTH: Final = 110
"""So many characters a group of texts in braces has at most; a citation may have more."""
_NAME: Final = re.compile(r"[a-z][a-z0-9_-]*")
_LINES: Final = re.compile(r"(?=[^ \n])(?:[^\n]*[^ \n]\n|\n)*[^\n]*[^ \n]\n?")
"""What can stand below a `|`: no line begins or ends so that it could be misread."""


def model_at(path: str) -> type[BaseModel] | None:
    """The model of a file by its place, `content/bodies/osmb.yaml`; None where that is nothing of ours."""
    steps = path.split("/")
    if len(steps) < 3:
        return ALONE.get(steps[-1])
    folder, *below = steps[1:]
    kind = KINDS.get(folder)
    if kind is None or not path.endswith(kind.suffix):
        return None
    return model_for(folder, 1 if below[-1] == "index.md" else len(below))


def rewritten(data: bytes, path: str, model: type[BaseModel]) -> tuple[bytes, list[Problem]]:
    """The bytes a file is to have, or, with those it has, why it cannot be read."""
    text, wrong = text_of(data, path)
    header, first, prose = text, 1, None
    if not wrong and path.endswith(".md"):
        header, first, prose, _, wrong = front_matter.split(text, path)
    if wrong:
        return data, wrong
    parsed = strict_yaml.parse(header, path, first)
    if parsed.problems or not isinstance(parsed.value, dict):
        return data, list(parsed.problems)
    return record_text(parsed.value, prose, model).encode(), []


def record_text(value: Mapping[str, object], prose: str | None, model: type[BaseModel]) -> str:
    """The text of a record; `prose` stands beneath the header, and is None where a kind has none."""
    lines = list(_lines(value, _Holds(model))) if value else ["{}"]
    header = "".join(f"{line}\n" for line in lines)
    if prose is None:
        return header
    words = one_sentence_a_line(prose.strip("\n"))
    ending = f"{words}\n" if words else ""
    return f"{front_matter.FENCE}\n{header}{front_matter.FENCE}\n{ending}"


class _Holds(NamedTuple):
    """What a group holds: the fields of a model, or names that each have these; None where nobody says."""

    model: type[BaseModel] | None
    by_name: bool = False


def _entries(group: Mapping[str, object], holds: _Holds) -> Iterator[tuple[str, object, _Holds]]:
    """Each field with what it holds; fields that a model does not know stay at the end."""
    if holds.model is None or holds.by_name:
        yield from ((name, value, _Holds(holds.model)) for name, value in group.items())
        return
    known = {spec.alias: _Holds(spec.part, spec.by_name) for spec in file_order(holds.model)}
    place = {name: number for number, name in enumerate(known)}
    for name in sorted(group, key=lambda name: place.get(name, len(place))):
        yield name, group[name], known.get(name, _Holds(None))


def _lines(value: object, holds: _Holds) -> Iterator[str]:
    """A group or a list on lines of its own."""
    if isinstance(value, Mapping):
        for name, inner, held in _entries(value, holds):
            begun, below = _value(inner, held)
            yield f"{_name(name)}:{begun and ' '}{begun}"
            yield from _indented(below)
    elif isinstance(value, Sequence):
        for inner in value:
            begun, below = _value(inner, holds)
            first, *rest = [begun, *below] if begun else below
            yield f"- {first}"
            yield from _indented(rest)


def _indented(lines: Sequence[str]) -> Iterator[str]:
    yield from (f"  {line}" if line else "" for line in lines)


def _value(value: object, holds: _Holds) -> tuple[str, list[str]]:
    """What of a value stands on the line of its name, and the lines below."""
    if isinstance(value, str):
        if "\n" in value and _LINES.fullmatch(value):
            return ("|" if value.endswith("\n") else "|-"), value.removesuffix("\n").split("\n")
        return _quoted(value), []
    inline = _inline(value, holds)
    return (inline, []) if inline else ("", list(_lines(value, holds)))


def _inline(value: object, holds: _Holds) -> str:
    """A group or list within one line; empty where it has lines of its own."""
    if not isinstance(value, Mapping | Sequence):
        raise TypeError(f"{type(value).__name__} stands in no file")
    inner = list(value.values() if isinstance(value, Mapping) else value)
    texts = [text for text in inner if isinstance(text, str) and "\n" not in text]
    if len(texts) < len(inner):
        return ""
    if not isinstance(value, Mapping):
        return f"[{', '.join(map(_quoted, texts))}]"
    fields = (f"{_name(name)}: {_quoted(str(text))}" for name, text, _ in _entries(value, holds))
    line = f"{{{', '.join(fields)}}}"
    return line if holds.model is Citation or len(line) <= WIDTH else ""


def _quoted(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
    return f'"{escaped}"'


def _name(name: str) -> str:
    return name if _NAME.fullmatch(name) else _quoted(name)
