"""YAML read strictly: every value stays text, keeps its place, and nothing is dropped or guessed.

The parser's events are taken one by one; no constructor of PyYAML's ever sees the content.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias

import yaml

from answerable.load import yaml_errors as yaml_faults
from answerable.load import yaml_syntax
from answerable.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from answerable.load.yaml_errors import Fault, Node

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

    value: object
    """Mappings, lists and texts only; a mapping at the top."""
    places: Mapping[Where, Place]
    """Of each value and each entry of a list."""
    keys: Mapping[Where, Place]
    """Of each field's name."""
    problems: tuple[Problem, ...]


def parse(data: str, path: str, first_line: int = 1) -> Parsed:
    """Read one YAML text that stands in `path` from `first_line` on; mistakes are in `problems`.

    `data` comes from `characters.text_of`, which has refused what no line may hold.
    After a mistake the reading goes on where it can; the value is then incomplete.
    """
    builder = _Builder(data, path, first_line)
    try:
        builder.read()
    except _StopError:
        pass
    except yaml.YAMLError as error:
        builder.say_all(yaml_syntax.in_plain_words(error, data, builder.quoted))
    value = builder.root if isinstance(builder.root, dict) else {}
    return Parsed(value, builder.places, builder.keys, tuple(builder.problems))


def events(text: str) -> Iterable[yaml.Event]:
    """Give what the parser meets in a text, in its order; raise yaml.YAMLError where it stumbles."""
    return yaml.parse(text, Loader=PARSER)


class _StopError(Exception):
    """Nothing further can be read with sense; the problem has been told."""


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
class _Builder:
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
        for event in events(self.text):
            if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.AliasEvent):
                values += 1
                if values > MOST_VALUES:
                    self.stop(event, yaml_faults.too_many(MOST_VALUES))
                self.node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.stop(event, yaml_faults.SECOND_DOCUMENT)
                if event.version or event.tags:
                    self.stop(event, yaml_faults.DIRECTIVE)
        self.look_for_comment(len(self.text))
        self.refuse_comments()
        if not documents:
            self.say((0, *yaml_faults.EMPTY))
        elif not isinstance(self.root, dict) and not self.problems:
            self.say((self.began, *yaml_faults.NO_FIELDS))

    def node(self, event: Node) -> None:
        top = self.stack[-1] if self.stack else None
        naming = top is not None and top.key is None and isinstance(top.value, dict)
        self.say_all(yaml_faults.of_node(event))
        if isinstance(event, yaml.ScalarEvent):
            self.look_for_comment(yaml_faults.start(event))
            if event.style in ("|", ">"):
                self.read_to = yaml_faults.start(event)
                self.look_for_comment(self.text.find("\n", self.read_to))
            self.read_to = yaml_faults.end(event)
            if event.style in ("'", '"'):
                self.quoted = (yaml_faults.start(event), yaml_faults.end(event))
            if top is not None and naming:
                self.name(event, top)
            else:
                edge = top.edge if top else 0
                where = self.put(event.value, event)
                self.say_all(yaml_faults.of_value(event, self.text, edge, where[-1] if where else ""))
        elif naming:
            self.stop(event, yaml_faults.GROUP_AS_NAME)
        elif isinstance(event, yaml.AliasEvent):
            self.put("", event)
        else:
            self.open(event)

    def look_for_comment(self, until: int) -> None:
        """Note the first comment between the last value and a place."""
        offset = self.text.find("#", self.read_to, until)
        if offset >= 0:
            self.comments.append(offset)

    def refuse_comments(self) -> None:
        """Refuse each comment, unless something was said of its line before."""
        lines = {problem.line for problem in self.problems}
        for offset in self.comments:
            if self.text.count("\n", 0, offset) + self.first_line not in lines:
                self.say((offset, *yaml_faults.COMMENT))

    def open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.stack) == MOST_LEVELS:
            self.stop(event, yaml_faults.too_deep(MOST_LEVELS))
        value: dict[str, object] | list[object] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.say_all(yaml_faults.of_opening(event, self.text))
        where = self.put(value, event)
        column = -1 if event.flow_style else yaml_faults.column_of(event)
        self.stack.append(_Open(value, where, column))

    def name(self, event: yaml.ScalarEvent, top: _Open) -> None:
        """Take a field's name; of two equal ones the first keeps its value."""
        top.key = event.value
        where = (*top.where, event.value)
        self.say_all(yaml_faults.of_name(event, self.text))
        if event.value in top.value:
            fault = yaml_faults.twice(event.value, self.keys[where][0])
            self.say((yaml_faults.start(event), *fault))
        self.keys.setdefault(where, self.place(event))

    def put(self, value: object, event: Node) -> Where:
        """Set a value in what is open, note its place, and give the way to it."""
        where: Where = ()
        if not self.stack:
            self.root, self.began = value, yaml_faults.start(event)
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

    def say(self, fault: Fault) -> None:
        offset, message, hint = fault
        line = self.text.count("\n", 0, offset) + self.first_line
        column = offset - self.text.rfind("\n", 0, offset)
        self.problems.append(Problem(self.path, line, column, message, hint))

    def say_all(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            self.say(fault)

    def stop(self, event: yaml.Event, said: tuple[str, str]) -> NoReturn:
        self.say((yaml_faults.start(event), *said))
        raise _StopError
