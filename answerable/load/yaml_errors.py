"""What is wrong in YAML that a parser would accept, in words for people who seldom write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import yaml

from answerable.load.characters import faults as unseen

if TYPE_CHECKING:
    from collections.abc import Iterator

Fault: TypeAlias = tuple[int, str, str]
"""Offset in the text, what is wrong, what to do."""

QUOTES = "Put the whole value in double quotes."
LIKE_THIS = 'Write each line as name: "value".'

EMPTY = ("The file is empty.", LIKE_THIS)
NO_FIELDS = ("The file holds no fields.", LIKE_THIS)
COMMENT = (
    "This is a comment, and the next writing of the file would lose it.",
    'Take it out, or write it as a field that no page shows: editors_note: "…".',
)
SECOND_DOCUMENT = ("A second document begins here.", "Keep one record in each file.")
DIRECTIVE = ("A line that begins with % is not used here.", "Take the line out.")
GROUP_AS_NAME = ("A list or a group of fields stands where a name should.", LIKE_THIS)

_COMMENT = re.compile(r" *(#.*)|\n(?: *\n)*( *)(#.*)")
_COLON = re.compile(r" *:(?=[ \n]|$)")
FIELD_IN_QUOTES = re.compile(r"\n *(?:- +)?[a-z_]+:(?=[ \n])")
_ENTRY_IN_PLAIN = re.compile(r"\n *[-?] ")
_MOST_SHOWN = 60


Node: TypeAlias = yaml.AliasEvent | yaml.ScalarEvent | yaml.CollectionStartEvent


def start(event: yaml.Event) -> int:
    """Give the offset at which an event's text begins."""
    return event.start_mark.index if event.start_mark else 0


def end(event: yaml.Event) -> int:
    """Give the offset just behind an event's text."""
    return event.end_mark.index if event.end_mark else 0


def column_of(event: yaml.Event) -> int:
    """Give the column at which an event's text begins, from 0."""
    return event.start_mark.column if event.start_mark else 0


def too_many(most: int) -> tuple[str, str]:
    """Say that a file holds too much to be read."""
    return f"The file holds more than {most:,} values.", "Split it into several files."


def too_deep(most: int) -> tuple[str, str]:
    """Say that values stand within too many others."""
    return f"Values stand more than {most} levels deep.", "Write the record with fewer levels."


def twice(name: str, first_line: int) -> tuple[str, str]:
    """Say that a field was given already, and where."""
    return f'"{name}" stands twice; the first is on line {first_line}.', "Keep one of the two."


def of_node(event: Node) -> Iterator[Fault]:
    """Refuse what YAML adds to a value: pointers, the marks they point to, and types."""
    if isinstance(event, yaml.AliasEvent):
        yield start(event), f'"*{event.anchor}" would be read as a pointer, not as words.', QUOTES
    elif event.anchor is not None:
        yield start(event), f'"&{event.anchor}" would be read as a mark and dropped.', QUOTES
    elif event.tag is not None:
        yield start(event), 'The word that begins with "!" would be dropped.', QUOTES


def of_opening(event: yaml.CollectionStartEvent, text: str) -> Iterator[Fault]:
    """Refuse `[name: value]`, which YAML reads as a list of mappings."""
    if event.anchor is not None or event.tag is not None or not event.flow_style:
        return
    if isinstance(event, yaml.MappingStartEvent) and text[start(event)] != "{":
        yield (
            start(event),
            "A colon in this list makes a field of the entry.",
            ("Put the entry in double quotes."),
        )


def of_name(event: yaml.ScalarEvent, text: str) -> Iterator[Fault]:
    """Refuse names that are not followed by a colon, that are empty, and that copy other fields."""
    begins, ends = start(event), end(event)
    if not event.value:
        yield begins, "No name stands before the colon.", LIKE_THIS
    elif not _COLON.match(text, ends) and not (event.style and text.startswith(":", ends)):
        yield begins, f'No colon follows "{_short(event.value)}".', LIKE_THIS
    elif event.value == "<<" and not event.style:
        yield begins, '"<<" would copy the fields of another value.', "Write the fields out."
    if event.style == '"' and "\\" in text[begins:ends]:
        yield from _escaped(event)


def of_value(event: yaml.ScalarEvent, text: str, edge: int, name: str | int) -> Iterator[Fault]:
    """Refuse values of which words would be lost, and those that swallow what follows them.

    `edge` is the column of the list or mapping the value stands in, -1 in brackets.
    """
    begins, ends = start(event), end(event)
    if not event.style:
        yield from _plain(event, text, edge, name)
    elif event.style in ("'", '"'):
        if text.startswith("#", ends):  # a comment may follow a value in quotes, but after a space
            yield _cut(text, ends)
        written = text[begins:ends]
        if field := FIELD_IN_QUOTES.search(written):
            yield (
                begins,
                f'The value in quotes that begins here takes in "{field[0].strip()}" below.',
                "Put the missing quotation mark at its end.",
            )
        if event.style == '"' and "\\" in written:
            yield from _escaped(event)


def _plain(event: yaml.ScalarEvent, text: str, edge: int, name: str | int) -> Iterator[Fault]:
    begins, ends = start(event), end(event)
    comment = _COMMENT.match(text, ends)
    same_line = comment is not None and comment[1] is not None
    if event.value in ("", "~", "null"):
        whose = f'"{name}"' if isinstance(name, str) and name else "This entry"
        but = f': "{_short(comment[1])}" is read as a comment' if comment and same_line else ""
        yield (
            begins,
            f"{whose} has no value{but}.",
            'Write one in double quotes; "" says empty, [] says that there are none.',
        )
    elif comment and (same_line or len(comment[2]) > edge):
        yield _cut(text, comment.start(1) if same_line else comment.start(3))
    if entry := _ENTRY_IN_PLAIN.search(text, begins, ends):
        yield (
            entry.end() - 2,
            "This line would become part of the value above it.",
            ("Line it up with the entries above it, or put the value above in double quotes."),
        )


def _cut(text: str, offset: int) -> Fault:
    dropped = text[offset:].partition("\n")[0].rstrip()
    return (
        offset,
        f'"{_short(dropped)}" would be dropped as a comment.',
        (f"{QUOTES} If it is a comment, write it as editors_note."),
    )


def _escaped(event: yaml.ScalarEvent) -> Iterator[Fault]:
    for _, message, _ in unseen(event.value):
        yield (
            start(event),
            f"Behind a backslash: {message}",
            (r"Take it out; a backslash itself is written \\."),
        )


def _short(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN].rstrip()}…"
