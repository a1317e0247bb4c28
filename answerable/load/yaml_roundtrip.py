"""A YAML text as somebody wrote it: its values with their comments, and what stood in brackets.

For writing it again. What a text means is `strict_yaml`'s to say, and comes first: here it has no mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from answerable.load.yaml import events as events_of
from answerable.load.yaml_errors import column_of, end, start

_COMMENT = re.compile(r"#[^\n]*")
_BEFORE_AN_ENTRY = re.compile(r"[ \-]*")


@dataclass(slots=True)
class Entry:
    """A field of a mapping, or an entry of a list."""

    name: str
    """Empty in a list."""
    value: Value = ""
    above: list[str] = field(default_factory=list)
    """Comments on lines of their own before it."""
    beside: list[str] = field(default_factory=list)
    """Comments at the end of its line."""


@dataclass(slots=True)
class Group:
    """A mapping or a list."""

    named: bool
    """Whether it is a mapping."""
    brackets: bool
    """Whether it stood in brackets and can again, because no comment stands within."""
    column: int
    """Of its first sign, from 0."""
    entries: list[Entry] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    """Comments at the top of the file."""
    below: list[str] = field(default_factory=list)
    """Comments behind its last entry."""


Value: TypeAlias = "str | Group"


@dataclass(frozen=True, slots=True)
class _Comment:
    offset: int
    column: int
    text: str
    alone: bool
    """Whether it has a line of its own."""


def read(text: str) -> Group:
    """Give the mapping that a text holds; `strict_yaml.parse` finds no mistake in it."""
    events = list(events_of(text))
    return _Reader(list(_comments(text, events))).read(events)


def _comments(text: str, events: list[yaml.Event]) -> Iterator[_Comment]:
    """Give what stands behind a `#` outside every value."""
    at = 0
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            yield from _between(text, at, start(event))
            at = end(event)
            if event.style in ("|", ">"):
                yield from _between(text, start(event), text.find("\n", start(event)))
    yield from _between(text, at, len(text))


def _between(text: str, first: int, last: int) -> Iterator[_Comment]:
    for found in _COMMENT.finditer(text, first, last):
        column = found.start() - text.rfind("\n", 0, found.start()) - 1
        before = text[found.start() - column : found.start()]
        alone = _BEFORE_AN_ENTRY.fullmatch(before) is not None
        yield _Comment(found.start(), column, found[0].rstrip(), alone)


@dataclass(slots=True)
class _Reader:
    comments: list[_Comment]
    """In the order of the text; taken from the front."""
    waiting: list[_Comment] = field(default_factory=list)
    """On lines of their own, behind the last entry that was read."""
    stack: list[tuple[Group, Entry]] = field(default_factory=list)
    """What is open, each with the entry that holds it."""
    last: Entry = field(default_factory=lambda: Entry(""))
    """The entry that a comment on the same line belongs to."""
    open: Entry | None = None
    """A field whose value comes next."""

    def read(self, events: list[yaml.Event]) -> Group:
        holder = Entry("")
        for event in events:
            self.comment(start(event))
            if isinstance(event, yaml.CollectionStartEvent):
                self.begin(event, holder)
            elif isinstance(event, yaml.ScalarEvent):
                self.text(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.finish()
        whole = holder.value
        assert isinstance(whole, Group)  # noqa: S101  (the strict reader takes nothing else)
        whole.head += holder.above
        whole.below += self.above()
        return whole

    def comment(self, until: int) -> None:
        """Take the comments that stand before a place."""
        while self.comments and self.comments[0].offset < until:
            found = self.comments.pop(0)
            if found.alone or not self.stack:
                self.waiting.append(found)
            else:
                self.last.beside.append(found.text)

    def above(self) -> list[str]:
        found = [comment.text for comment in self.waiting]
        self.waiting.clear()
        return found

    def entry(self, name: str) -> Entry:
        entry = self.last = Entry(name, above=self.above())
        self.stack[-1][0].entries.append(entry)
        return entry

    def begin(self, event: yaml.CollectionStartEvent, holder: Entry) -> None:
        named, column = isinstance(event, yaml.MappingStartEvent), column_of(event)
        group = Group(named, bool(event.flow_style), column)
        if not self.stack:
            group.head = self.above()
            entry = holder
        else:
            entry = self.open or self.entry("")
        self.open = None
        entry.value = group
        self.stack.append((group, entry))

    def text(self, event: yaml.ScalarEvent) -> None:
        group = self.stack[-1][0]
        if self.open:
            self.open.above += self.above()
            self.open.value = event.value
            self.open = None
        elif group.named:
            self.open = self.entry(event.value)
        else:
            self.entry("").value = event.value

    def finish(self) -> None:
        """End a group: what stands within it behind its last entry stays there."""
        group, holder = self.stack.pop()
        self.last = holder
        around = self.stack[-1][0] if self.stack else None
        edge = group.column + (around is not None and around.named and around.column == group.column)
        while self.waiting and (group.brackets or around is None or self.waiting[0].column >= edge):
            group.below.append(self.waiting.pop(0).text)
        if not group.entries:
            holder.above += group.below
            group.below.clear()
        group.brackets = group.brackets and not group.below and not any(map(_commented, group.entries))


def _commented(entry: Entry) -> bool:
    """Whether an entry cannot stand in brackets."""
    within = isinstance(entry.value, Group) and not entry.value.brackets
    return within or bool(entry.above or entry.beside)
