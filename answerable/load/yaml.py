"""YAML read strictly: every value stays text, keeps its place, and nothing is dropped or guessed.

The parser's events are taken one by one; no constructor of PyYAML's ever sees the content.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias

import yaml

from answerable.load import yaml_errors as errors
from answerable.load.text import header_and_prose, place, text_of
from answerable.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from answerable.load.yaml_errors import Fault

PARSER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The one of libyaml where PyYAML has it: the same events, sooner."""
Where: TypeAlias = tuple[str | int, ...]
"""The way to a value: names of fields and numbers of entries, `("cites", 0, "in")`; `()` is the whole."""
Place: TypeAlias = tuple[int, int]
"""Line and column, both counted from 1, the column in characters."""

MOST_VALUES = 20_000
MOST_LEVELS = 12


@dataclass(frozen=True)
class Parsed:
    """What a file holds, and where each part of it stands."""

    value: Mapping[str, object]
    """Mappings, lists and texts only."""
    places: Mapping[Where, Place]
    """Of each value and each entry of a list."""
    keys: Mapping[Where, Place]
    """Of each field's name."""
    problems: tuple[Problem, ...]
    prose: str | None = None
    """The words below the fields; None where a file has fields alone."""
    prose_line: int = 1


def parse_file(data: bytes, path: str) -> Parsed:
    """Fields of a file of the record, and the prose below them; what is wrong with its text comes alone."""
    text, problems = text_of(data, path)
    if not problems and not path.endswith(".md"):
        return parse(text, path)
    header, prose, prose_line, unfenced = header_and_prose(text, path)
    if problems or unfenced:
        return Parsed({}, {}, {}, tuple(problems or unfenced))
    return replace(parse(header, path, 2), prose=prose, prose_line=prose_line)


def parse(text: str, path: str, first_line: int = 1) -> Parsed:
    """Value of one YAML text that stands in `path` from `first_line` on; mistakes are in `problems`.

    The text comes from `text_of`, which has refused what no line may hold.
    After a mistake the reading goes on where it can; the value is then incomplete.
    """
    reader = _Reader(text, path, first_line)
    try:
        reader.read()
    except _StopError:
        pass
    except yaml.YAMLError as error:
        reader.say_all(errors.in_plain_words(error, text, reader.quoted))
    value = reader.root if isinstance(reader.root, dict) else {}
    return Parsed(value, reader.places, reader.keys, tuple(reader.problems))


class _StopError(Exception):
    """Nothing further can be read with sense; the problem is among the others."""


@dataclass(slots=True)
class _Open:
    """A mapping or a list whose end has not come yet."""

    value: dict[str, object] | list[object]
    where: Where
    edge: int
    """Its column, counted from 0; -1 in brackets."""
    key: str | None = None
    """The name whose value comes next."""


@dataclass(slots=True)
class _Reader:
    text: str
    path: str
    first_line: int
    root: object = None
    began: int = 0
    """The offset at which the root begins."""
    quoted: tuple[int, int] = (-1, -1)
    """Offsets of the start and the end of the last value in quotes."""
    places: dict[Where, Place] = field(default_factory=dict)
    keys: dict[Where, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    read_to: int = 0
    """The offset up to which the text holds values that were taken."""
    comments: list[int] = field(default_factory=list)
    """Offsets of comments."""

    def read(self) -> None:
        documents = values = 0
        for event in iter(PARSER(self.text).get_event, None):
            if isinstance(event, yaml.NodeEvent):
                values += 1
                if values > MOST_VALUES:
                    self.stop(event, errors.too_many(MOST_VALUES))
                self.node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.stop(event, errors.SECOND_DOCUMENT)
                if event.version or event.tags:
                    self.stop(event, errors.DIRECTIVE)
        self.look_for_comment(len(self.text))
        self.refuse_comments()
        if not documents:
            self.say((0, *errors.EMPTY))
        elif not isinstance(self.root, dict) and not self.problems:
            self.say((self.began, *errors.NO_FIELDS))

    def node(self, event: yaml.NodeEvent) -> None:
        """Take a value or a name; what is plainly right, as nearly all is, gets no closer look."""
        top = self.stack[-1] if self.stack else None
        naming = top is not None and top.key is None and isinstance(top.value, dict)
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self.say_all(errors.of_node(event))
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event, top, naming=naming)
        elif naming:
            self.stop(event, errors.GROUP_AS_NAME)
        elif isinstance(event, yaml.AliasEvent):
            self.put("", event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.open(event)

    def scalar(self, event: yaml.ScalarEvent, top: _Open | None, *, naming: bool) -> None:
        start, end, style = errors.start(event), errors.end(event), event.style
        self.look_for_comment(start)
        if style in ("|", ">"):
            self.read_to = start
            self.look_for_comment(self.text.find("\n", start))
        elif style:
            self.quoted = (start, end)
        self.read_to = end
        written, after = self.text[start:end], self.text[end : end + 2]
        if top is not None and naming:
            plain = not style and after in (": ", ":\n") and written not in ("", "<<")
            self.name(event, top, plain=plain)
        else:
            where = self.put(event.value, event)
            plain = style == '"' and "\\" not in written and "\n" not in written and after[:1] != "#"
            if not plain:
                edge = top.edge if top else 0
                self.say_all(errors.of_value(event, self.text, edge, where[-1] if where else ""))

    def open(self, event: yaml.CollectionStartEvent) -> None:
        """Open a list or a group of fields."""
        if len(self.stack) == MOST_LEVELS:
            self.stop(event, errors.too_deep(MOST_LEVELS))
        value: dict[str, object] | list[object] = {} if isinstance(event, yaml.MappingStartEvent) else []
        if event.flow_style:
            self.say_all(errors.of_opening(event, self.text))
        where = self.put(value, event)
        self.stack.append(_Open(value, where, -1 if event.flow_style else errors.column_of(event)))

    def name(self, event: yaml.ScalarEvent, top: _Open, *, plain: bool) -> None:
        """Take a field's name; of two equal ones the first keeps its value."""
        top.key = event.value
        where = (*top.where, event.value)
        if not plain:
            self.say_all(errors.of_name(event, self.text))
        if event.value in top.value:
            self.say((errors.start(event), *errors.twice(event.value, self.keys[where][0])))
        self.keys.setdefault(where, self.place(event))

    def put(self, value: object, event: yaml.NodeEvent) -> Where:
        """Set a value in what is open, note its place, and give the way to it."""
        where: Where = ()
        if not self.stack:
            self.root, self.began = value, errors.start(event)
        else:
            top = self.stack[-1]
            if isinstance(top.value, list):
                where = (*top.where, len(top.value))
                top.value.append(value)
            else:
                key, top.key = top.key or "", None
                where = (*top.where, key)
                top.value.setdefault(key, value)
        self.places.setdefault(where, self.place(event))
        return where

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)

    def look_for_comment(self, until: int) -> None:
        """Note the first comment between the last value and a place."""
        offset = self.text.find("#", self.read_to, until)
        if offset >= 0:
            self.comments.append(offset)

    def refuse_comments(self) -> None:
        """Refuse each comment, unless something is wrong on its line already."""
        lines = {problem.line for problem in self.problems}
        for offset in self.comments:
            if self.text.count("\n", 0, offset) + self.first_line not in lines:
                self.say((offset, *errors.COMMENT))

    def say(self, fault: Fault) -> None:
        offset, message, hint = fault
        line, column = place(self.text, offset)
        self.problems.append(Problem(self.path, line + self.first_line - 1, column, message, hint))

    def say_all(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            self.say(fault)

    def stop(self, event: yaml.Event, fault: tuple[str, str]) -> NoReturn:
        self.say((errors.start(event), *fault))
        raise _StopError
