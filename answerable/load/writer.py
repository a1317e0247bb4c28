"""Text of a record: a function of its value, so that two people who say the same write the same.

Every value stands in double quotes on one line; a text of several lines stands below a `|`. Fields stand in
the order of their kind. A list of texts stands in brackets; a citation, and any group of texts that fits on
one line, in braces; whatever else has lines of its own.

Prose has one sentence a line, so that a difference shows the sentence that changed. A line end within a
paragraph is a space to readers. A paragraph is written anew only where what is shown stays the same;
headings, tables and blocks of code are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from markdown_it.token import Token
from pydantic import BaseModel

from answerable.load.markdown import parsed
from answerable.load.text import FENCE
from answerable.load.yaml import parse_file
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
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])([”’\"')\]*_]*) +(?=[“‘\"'(\[*_]*[A-Z0-9À-ÞĀ-Ž])")
_ENDED: Final = re.compile(r"[.!?…][”’\"')\]*_]*$")
_NOT_AN_END: Final = re.compile(
    r"(?:^|[\s(“‘\"'*_\[])(?:[A-Z]|Cllrs?|Mrs?|Ms|Dr|Prof|Rev|St|Nos?|pp?|paras?|cf|vs"
    r"|viz|e\.g|i\.e|etc|al)\.$"
)
"""An initial, a title or an abbreviation. Where a person ended the line behind one, it stays ended."""
_LEAD: Final = re.compile(r"(?: {0,3}(?:>|[-*+]|[0-9]{1,9}[.)])(?: |$))* *")
"""What stands before the first word of a paragraph: marks of quotations and of lists."""


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
    parsed = parse_file(data, path)
    if parsed.problems:
        return data, list(parsed.problems)
    return record_text(parsed.value, parsed.prose, model).encode(), []


def record_text(value: Mapping[str, object], prose: str | None, model: type[BaseModel]) -> str:
    """The text of a record; `prose` stands beneath the header, and is None where a kind has none."""
    lines = list(_lines(value, _Holds(model))) if value else ["{}"]
    header = "".join(f"{line}\n" for line in lines)
    if prose is None:
        return header
    words = one_sentence_a_line(prose.strip("\n"))
    ending = f"{words}\n" if words else ""
    return f"{FENCE}\n{header}{FENCE}\n{ending}"


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


def one_sentence_a_line(text: str) -> str:
    """Prose whose paragraphs have a line for each sentence, and which shows what it showed before."""
    lines = text.split("\n")
    for first, after in reversed(list(_paragraphs(parsed(text)[0]))):
        changed = [*lines[:first], *_rewritten(lines[first:after]), *lines[after:]]
        if changed != lines and readable("\n".join(changed)) == readable("\n".join(lines)):
            lines = changed
    return "\n".join(lines)


def _paragraphs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first line of each paragraph and the line after it, from 0."""
    for token in tokens:
        if token.type == "paragraph_open" and token.map:
            yield token.map[0], token.map[1]


def _rewritten(lines: Sequence[str]) -> list[str]:
    match = _LEAD.match(lines[0])
    lead = match[0] if match else ""
    further = "".join(sign if sign == ">" else " " for sign in lead)
    words = [lines[0][len(lead) :], *(line.lstrip(" >") for line in lines[1:])]
    first, *rest = [sentence for line in _joined(words) for sentence in sentences(line)]
    return [lead + first, *(further + one for one in rest)]


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """The lines, each that does not end as a sentence does joined with the next."""
    waiting = ""
    for line in lines:
        waiting = re.sub(" +", " ", f"{waiting} {line}").strip(" ")
        if _ENDED.search(waiting):
            yield waiting
            waiting = ""
    if waiting:
        yield waiting


def sentences(words: str) -> Iterator[str]:
    """Sentences of words that stand on one line."""
    begin = 0
    for end in _SENTENCE_END.finditer(words):
        if not _NOT_AN_END.search(words, begin, end.start()):
            yield words[begin : end.end(1)]
            begin = end.end()
    yield words[begin:]


def readable(text: str) -> list[tuple[str, ...]]:
    """All that a prose shows, where a line end within a paragraph is a space."""
    return list(_readable(parsed(text)[0]))


def _readable(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    words = ""
    for token in tokens:
        if token.type in ("text", "softbreak"):
            words += " " if token.type == "softbreak" else token.content
            continue
        if words:
            yield "text", words
            words = ""
        if token.type == "inline":
            yield from _readable(token.children or ())
        else:
            yield token.type, token.tag, token.info, token.markup, token.content, repr(token.attrs)
            yield from _readable(token.children or ())
    if words:
        yield "text", words
