"""What the YAML parser stumbled over, translated: where the mistake is and how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from answerable.load.yaml_errors import FIELD_IN_QUOTES, LIKE_THIS, QUOTES, Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAME_AND_COLON = re.compile(r"[ \-]*[^\s:][^:\n]*: ")
_NO_SPACE = re.compile(r"[A-Za-z_]+:[^\s:]")


@dataclass(frozen=True, slots=True)
class _Stumble:
    """All offsets are in `text`."""

    text: str
    at: int
    """Where the parser gave up."""
    began: int
    """Where the thing it was reading began."""
    quoted: tuple[int, int]
    """Start and end of the last value in quotes."""

    def line_before(self, offset: int) -> str:
        """Give what stands on the line before this place."""
        return self.text[self.text.rfind("\n", 0, offset) + 1 : offset]

    def rest(self, offset: int) -> str:
        """Give the line from this place on."""
        return self.text[offset:].partition("\n")[0]


def in_plain_words(error: yaml.YAMLError, text: str, quoted: tuple[int, int]) -> Iterator[Fault]:
    """Say what is wrong; nothing where the value in quotes before it has been told already."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        yield 0, "The text cannot be read as YAML.", LIKE_THIS
        return
    at = min(error.problem_mark.index, len(text))
    began = error.context_mark.index if error.context_mark else at
    stumble = _Stumble(text, at, began, quoted)
    if quoted[1] <= at and FIELD_IN_QUOTES.search(text, *quoted):
        return
    said = f"{error.context} {error.problem}"
    for pattern, tell in _TOLD:
        if pattern.search(said):
            yield tell(stumble)
            return
    yield at, "The line cannot be read from here on.", LIKE_THIS


def _open_quote(here: _Stumble) -> Fault:
    return here.began, "A quotation mark opens here and none closes it.", "Put one at the end of the value."


def _backslash(here: _Stumble) -> Fault:
    return (
        here.at,
        "A backslash stands before a sign that means nothing after it.",
        (r"Write \\ for a backslash."),
    )


def _bad_start(here: _Stumble) -> Fault:
    start = min(here.began, here.at)
    return (
        start,
        f'A value cannot begin with "{here.text[start : start + 1]}" unless it is in quotes.',
        QUOTES,
    )


def _colon(here: _Stumble) -> Fault:
    before = here.line_before(here.at)
    if _NAME_AND_COLON.match(before):
        return here.at, "A colon and a space stand inside the value.", QUOTES
    start = here.at - len(before)
    above = here.text[:start].rstrip()
    line_above = above[above.rfind("\n") + 1 :]
    if _NAME_AND_COLON.match(line_above):
        indent = start + len(before) - len(before.lstrip())
        return (
            indent,
            "This line begins further to the right than the line above allows.",
            ("Line it up with the other fields, or put the value above in double quotes."),
        )
    return _no_colon_on(line_above, len(above) - len(line_above.lstrip()))


def _no_colon(here: _Stumble) -> Fault:
    return _no_colon_on(here.rest(here.began), here.began)


def _no_colon_on(line: str, offset: int) -> Fault:
    if _NO_SPACE.match(line.lstrip()):
        return offset, "No space follows the colon.", LIKE_THIS
    return offset, "This line has no name with a colon.", LIKE_THIS


def _brackets(here: _Stumble) -> Fault:
    bracket = here.text[here.began : here.began + 1]
    return (
        here.began,
        f'The "{bracket}" that opens here is not closed as it should be.',
        ("Put a comma between the entries and the closing bracket at the end."),
    )


def _out_of_line(here: _Stumble) -> Fault:
    start, end = here.quoted
    if 0 <= end <= here.at and not here.text[end : here.at].strip(" "):
        mend = (
            r"Inside double quotes a quotation mark is written \"."
            if here.text[start] == '"'
            else "Put double quotes around the value instead of single ones."
        )
        return here.at, "Something stands behind the value in quotes.", mend
    if here.text[here.at : here.at + 1] in ("]", "}"):
        return here.at, "This bracket closes nothing.", "Take it out, or put the value in double quotes."
    return (
        here.at,
        "This line does not line up with those above it.",
        ("Begin it in the same column as the other fields of its group."),
    )


def _entry(here: _Stumble) -> Fault:
    return (
        here.at,
        'An entry with "- " cannot stand behind the colon.',
        ("Begin it on the next line, or put the value in double quotes."),
    )


def _block(here: _Stumble) -> Fault:
    sign = here.text[here.began : here.began + 1]
    return (
        here.began,
        f'Words stand behind the "{sign}" that announces a longer text.',
        ("Begin them on the next line, two spaces further in."),
    )


_TOLD: tuple[tuple[re.Pattern[str], Callable[[_Stumble], Fault]], ...] = tuple(
    (re.compile(pattern), tell)
    for pattern, tell in (
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
)
