"""Errors in YAML, in words for people who seldom write it: what a parser takes, and where it stumbles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

import yaml

from answerable.load.text import faults as unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
_NAME_AND_COLON = re.compile(r"[ \-]*[^\s:][^:\n]*: ")
_NO_SPACE = re.compile(r"[A-Za-z_]+:[^\s:]")


def start(event: yaml.Event) -> int:
    """The offset at which an event's text begins."""
    return event.start_mark.index if event.start_mark else 0


def end(event: yaml.Event) -> int:
    """The offset just behind an event's text."""
    return event.end_mark.index if event.end_mark else 0


def column_of(event: yaml.Event) -> int:
    """The column at which an event's text begins, from 0."""
    return event.start_mark.column if event.start_mark else 0


def too_many(most: int) -> tuple[str, str]:
    """What is wrong with a file that holds too much to be read."""
    return f"The file holds more than {most:,} values.", "Split it into several files."


def too_deep(most: int) -> tuple[str, str]:
    """What is wrong with values that stand within too many others."""
    return f"Values stand more than {most} levels deep.", "Write the record with fewer levels."


def twice(name: str, first_line: int) -> tuple[str, str]:
    """What is wrong with a field that was given already."""
    return f'"{name}" stands twice; the first is on line {first_line}.', "Keep one of the two."


def of_node(event: yaml.NodeEvent) -> Iterator[Fault]:
    """Faults of what YAML adds to a value: pointers, the marks they point to, and types."""
    if isinstance(event, yaml.AliasEvent):
        yield start(event), f'"*{event.anchor}" would be read as a pointer, not as words.', QUOTES
    elif event.anchor is not None:
        yield start(event), f'"&{event.anchor}" would be read as a mark and dropped.', QUOTES
    elif getattr(event, "tag", None) is not None:
        yield start(event), 'The word that begins with "!" would be dropped.', QUOTES


def of_opening(event: yaml.CollectionStartEvent, text: str) -> Iterator[Fault]:
    """Faults of `[name: value]`, which YAML reads as a list of mappings."""
    if event.anchor is not None or event.tag is not None or not event.flow_style:
        return
    if isinstance(event, yaml.MappingStartEvent) and text[start(event)] != "{":
        yield (
            start(event),
            "A colon in this list makes a field of the entry.",
            "Put the entry in double quotes.",
        )


def of_name(event: yaml.ScalarEvent, text: str) -> Iterator[Fault]:
    """Faults of names that are not followed by a colon, that are empty, and that copy other fields."""
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
    """Faults of values of which words would be lost, and those that swallow what follows them.

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
            "Line it up with the entries above it, or put the value above in double quotes.",
        )


def _cut(text: str, offset: int) -> Fault:
    dropped = text[offset:].partition("\n")[0].rstrip()
    return (
        offset,
        f'"{_short(dropped)}" would be dropped as a comment.',
        f"{QUOTES} If it is a comment, write it as editors_note.",
    )


def _escaped(event: yaml.ScalarEvent) -> Iterator[Fault]:
    for _, message, _ in unseen(event.value):
        yield (
            start(event),
            f"Behind a backslash: {message}",
            r"Take it out; a backslash itself is written \\.",
        )


def _short(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN].rstrip()}…"


@dataclass(frozen=True, slots=True)
class _Stumble:
    """The place where the parser stumbled; all offsets are in `text`."""

    text: str
    offset: int
    """Where the parser gave up."""
    began: int
    """Where the thing it was reading began."""
    quoted: tuple[int, int]
    """Start and end of the last value in quotes."""

    def line_before(self, offset: int) -> str:
        """What stands on the line before this place."""
        return self.text[self.text.rfind("\n", 0, offset) + 1 : offset]

    def rest(self, offset: int) -> str:
        """The line from this place on."""
        return self.text[offset:].partition("\n")[0]


def in_plain_words(error: yaml.YAMLError, text: str, quoted: tuple[int, int]) -> Iterator[Fault]:
    """What a parser stumbled over; nothing where the value in quotes before it is at fault already."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        yield 0, "The text cannot be read as YAML.", LIKE_THIS
        return
    offset = min(error.problem_mark.index, len(text))
    began = error.context_mark.index if error.context_mark else offset
    stumble = _Stumble(text, offset, began, quoted)
    if quoted[1] <= offset and FIELD_IN_QUOTES.search(text, *quoted):
        return
    words = f"{error.context} {error.problem}"
    for pattern, fault in _STUMBLES:
        if re.search(pattern, words):
            yield fault(stumble)
            return
    yield offset, "The line cannot be read from here on.", LIKE_THIS


def _open_quote(stumble: _Stumble) -> Fault:
    return (
        stumble.began,
        "A quotation mark opens here and none closes it.",
        "Put one at the end of the value.",
    )


def _backslash(stumble: _Stumble) -> Fault:
    return (
        stumble.offset,
        "A backslash stands before a sign that means nothing after it.",
        r"Write \\ for a backslash.",
    )


def _bad_start(stumble: _Stumble) -> Fault:
    start = min(stumble.began, stumble.offset)
    return (
        start,
        f'A value cannot begin with "{stumble.text[start : start + 1]}" unless it is in quotes.',
        QUOTES,
    )


def _colon(stumble: _Stumble) -> Fault:
    before = stumble.line_before(stumble.offset)
    if _NAME_AND_COLON.match(before):
        return stumble.offset, "A colon and a space stand inside the value.", QUOTES
    start = stumble.offset - len(before)
    above = stumble.text[:start].rstrip()
    line_above = above[above.rfind("\n") + 1 :]
    if _NAME_AND_COLON.match(line_above):
        indent = start + len(before) - len(before.lstrip())
        return (
            indent,
            "This line begins further to the right than the line above allows.",
            "Line it up with the other fields, or put the value above in double quotes.",
        )
    return _no_colon_on(line_above, len(above) - len(line_above.lstrip()))


def _no_colon(stumble: _Stumble) -> Fault:
    return _no_colon_on(stumble.rest(stumble.began), stumble.began)


def _no_colon_on(line: str, offset: int) -> Fault:
    if _NO_SPACE.match(line.lstrip()):
        return offset, "No space follows the colon.", LIKE_THIS
    return offset, "This line has no name with a colon.", LIKE_THIS


def _brackets(stumble: _Stumble) -> Fault:
    bracket = stumble.text[stumble.began : stumble.began + 1]
    return (
        stumble.began,
        f'The "{bracket}" that opens here is not closed as it should be.',
        "Put a comma between the entries and the closing bracket at the end.",
    )


def _out_of_line(stumble: _Stumble) -> Fault:
    start, end = stumble.quoted
    if 0 <= end <= stumble.offset and not stumble.text[end : stumble.offset].strip(" "):
        mend = (
            r"Inside double quotes a quotation mark is written \"."
            if stumble.text[start] == '"'
            else "Put double quotes around the value instead of single ones."
        )
        return stumble.offset, "Something stands behind the value in quotes.", mend
    if stumble.text[stumble.offset : stumble.offset + 1] in ("]", "}"):
        return (
            stumble.offset,
            "This bracket closes nothing.",
            "Take it out, or put the value in double quotes.",
        )
    return (
        stumble.offset,
        "This line does not line up with those above it.",
        "Begin it in the same column as the other fields of its group.",
    )


def _entry(stumble: _Stumble) -> Fault:
    return (
        stumble.offset,
        'An entry with "- " cannot stand behind the colon.',
        "Begin it on the next line, or put the value in double quotes.",
    )


def _block(stumble: _Stumble) -> Fault:
    sign = stumble.text[stumble.began : stumble.began + 1]
    return (
        stumble.began,
        f'Words stand behind the "{sign}" that announces a longer text.',
        "Begin them on the next line, two spaces further in.",
    )


_STUMBLES: Final[tuple[tuple[str, Callable[[_Stumble], Fault]], ...]] = (
    ("quoted scalar.*(end of stream|document (indicator|separator))", _open_quote),
    ("escape", _backslash),
    ("block scalar", _block),
    ("an alias|an anchor|a tag|a directive|start any token|node content|keys are not", _bad_start),
    ("values are not allowed", _colon),
    ("sequence entries are not allowed", _entry),
    ("could not find expected ':'", _no_colon),
    ("expected ',' or ", _brackets),
    ("expected (key|'-' indicator|<block end>|<document start>)", _out_of_line),
)
"""What is wrong, by the parser's own words."""
