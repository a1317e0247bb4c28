"""Errors in prose: what Markdown would drop, renumber or turn into something else, and bad links."""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from urllib.parse import unquote

from answerable.load.markdown import is_external, is_image, is_internal, parsed, targets
from answerable.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

Fault: TypeAlias = tuple[int, int, str, str]
"""Line and column, both counted from 1 in the prose; what is wrong; what to do."""

MOST_BYTES: Final = 64 * 1024
"""A longer prose is refused; the most hostile text of this length takes two seconds."""
MOST_COLUMNS = 20
DEEPEST_HEADING = 5
"""`#` is shown as the second level, and HTML has six."""
LAST_DAY = 31
"""A single numbered line beyond this is a year or a page, hardly the start of a list."""

_TAG = re.compile(r"(?<!\\)<(?:[A-Za-z/][^<>\n]*>|!--|!\[|\?)")
_CELL = re.compile(r"(?<!\\)\|")
_ENTITY = re.compile(r"&#?[A-Za-z0-9]+;")
_WORD = re.compile(r"[^\W_]+")
_MOST_SHOWN = 5
_LIKE_THIS = (
    "Write a record's address, as in [words](reviews/2022-05-12/1), or one that begins with https://."
)


_WRONG = tuple(
    (re.compile(pattern, re.IGNORECASE), message, hint)
    for pattern, message, hint in (
        ("//", '"{}" leads to another site without saying so.', "Write https: before it if that is meant."),
        ("#", '"{}" does not say of which record.', "Write the whole address: reviews/2022-05-12/1#a."),
        ("http:", '"{}" is not protected on its way.', "Write https:// if the site answers to it."),
        ("https://[^/?#]*@", '"{}" hides behind "@" where it leads.', "Take out what stands before it."),
        ("https:.*xn--", '"{}" has letters that can be mistaken for others.', "Leave the link out."),
        ("(https|mailto|tel):", '"{}" is not a whole address.', "Write it as the browser shows it."),
        ("[a-z][a-z0-9+.-]*:", 'A link may not begin as "{}" does.', _LIKE_THIS),
        (r"[./]|.*/$", '"{}" begins or ends with a sign that no record\'s address has.', _LIKE_THIS),
    )
)


def problems(text: str, path: str, first_line: int = 1) -> list[Problem]:
    """Problems of a prose that stands in `path` from `first_line` on, in order of place."""
    if len(text.encode()) > MOST_BYTES:
        message = f"This text is longer than {MOST_BYTES:,} bytes."
        return [Problem(path, first_line, 1, message, "Divide it into several pages.")]
    tokens, known = parsed(text)
    lines = text.split("\n")
    faults = [
        *definitions(known.get("references", {}), lines),
        *(fault for rule in (headings, lists, tables, tags, links) for fault in rule(tokens, lines)),
    ]
    faults += lost(tokens, text, {line for line, _, _, _ in faults})
    return sorted(
        Problem(path, line + first_line - 1, column, message, hint) for line, column, message, hint in faults
    )


def definitions(known: Mapping[str, Mapping[str, Any]], lines: Sequence[str]) -> Iterator[Fault]:
    """Faults of lines that only name the address of a link, `[7]: address`: they are not shown."""
    for definition in known.values():
        line = definition["map"][0] + 1
        yield (
            line,
            _column(lines, line),
            "This line only names a link's address and would not be shown.",
            r"Write the address where the link stands, [words](address), or write \[ for a bracket.",
        )


def headings(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Faults of headings made by a line of dashes, without words, or that skip a level."""
    above = 0
    for token, inline in pairwise(tokens):
        if token.type != "heading_open" or token.map is None:
            continue
        first, after = token.map
        level = int(token.tag[1])
        if token.markup in ("-", "="):
            mark = lines[after - 1].strip(" >")
            yield (
                after,
                _column(lines, after),
                f'"{mark}" turns the line above into a heading.',
                'Leave an empty line between them; a heading is written "# Words".',
            )
        elif not inline.content:
            yield first + 1, _column(lines, first + 1), "This heading has no words.", "Write them."
        elif level > min(above + 1, DEEPEST_HEADING):
            why = "the title of the page stands above." if not above else "levels go down one at a time."
            yield (
                first + 1,
                _column(lines, first + 1),
                f'"{token.markup}" is too deep for a heading here.',
                f'Write "{"#" * min(above + 1, DEEPEST_HEADING)}": {why}',
            )
        above = level


def lists(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Faults of numbers that would be shown otherwise than they are written."""
    levels: list[list[Token]] = []
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            levels.append([])
        elif token.type == "list_item_open":
            levels[-1].append(token)
        elif token.type == "bullet_list_close":
            levels.pop()
        elif token.type == "ordered_list_close":
            yield from _numbers(levels.pop(), lines)


def _numbers(items: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    for number, item in enumerate(items, int(items[0].info)):
        line = item.map[0] + 1 if item.map else 1
        written = f"{item.info}{item.markup}"
        sentence = f"write {item.info}\\{item.markup} for a number that begins a sentence."
        if int(item.info) != number:
            yield (
                line,
                _column(lines, line),
                f'"{written}" is written here, but {number} would be shown.',
                f"Number the entries one after the other, or {sentence}",
            )
        elif len(items) == 1 and number > LAST_DAY:
            yield line, _column(lines, line), f'"{written}" would begin a list.', sentence.capitalize()


def tables(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Faults of tables that are too wide to read, and rows of which a cell would be dropped."""
    columns = 0
    for token in tokens:
        if token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tbody_open" and columns > MOST_COLUMNS and token.map:
            line = token.map[0] - 1
            yield (
                line,
                _column(lines, line),
                f"This table has {columns} columns.",
                f"Divide it: at most {MOST_COLUMNS} can be read.",
            )
        elif token.type == "tr_open" and columns and token.map:
            line = token.map[0] + 1
            row = lines[line - 1].strip(" >").removeprefix("|").removesuffix("|")
            cells = len(_CELL.findall(row)) + 1
            if cells > columns:
                yield (
                    line,
                    _column(lines, line),
                    f"Here are {cells} cells, but {columns} columns.",
                    r"Give the table another column, or write \| for a line inside a cell.",
                )


def tags(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Faults of HTML, which would be shown as it is written."""
    for inline in tokens:
        if inline.type != "inline" or inline.map is None or "<" not in inline.content:
            continue
        if not any(token.type == "text" and _TAG.search(token.content) for token in inline.children or ()):
            continue
        for number in range(*inline.map):
            if tag := _TAG.search(lines[number]):
                yield (
                    number + 1,
                    tag.start() + 1,
                    f'"{tag[0]}" is HTML and would be shown as it is.',
                    r"Write it in Markdown, or \< for the sign itself.",
                )


def links(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Faults of targets that lead nowhere, elsewhere than they say, or to what may not be asked."""
    for token, target, line, column in targets(tokens, lines):
        if token.type == "image":
            if not is_image(target):
                yield (
                    line,
                    column,
                    f'"{target}" is not a picture of this portal.',
                    "Pictures of other sites would tell them who reads; put the file into the portal.",
                )
            if not token.content.strip():
                yield (
                    line,
                    column,
                    "This picture has no words for those who cannot see it.",
                    "Write them in the square brackets: ![words](address).",
                )
        elif not is_internal(target) and not is_external(target):
            yield line, column, *_wrong(target)


def _wrong(target: str) -> tuple[str, str]:
    """What is wrong with a target and what to write: the first rule that fits."""
    if not target:
        return "This link leads nowhere.", _LIKE_THIS
    for pattern, message, hint in _WRONG:
        if pattern.match(target):
            return message.format(target), hint
    return f'"{target}" is not an address.', _LIKE_THIS


def lost(tokens: Sequence[Token], text: str, faulty: set[int]) -> Iterator[Fault]:
    """Faults of a text of which a word would be shown nowhere; `faulty` are lines with other mistakes."""
    source = Counter(_WORD.findall(_ENTITY.sub(lambda entity: html.unescape(entity[0]), text)))
    missing = source - Counter(_WORD.findall("\n".join(_visible(tokens))))
    if not missing:
        return
    places: list[tuple[int, int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if number not in faulty:
            words = [word for word in _WORD.finditer(line) if word[0] in missing]
            places += [(number, word.start() + 1, word[0]) for word in words]
    # A word that stands several times is looked for where it stands last: what is dropped comes late.
    chosen = [
        place
        for rank, place in enumerate(places)
        if sum(later[2] == place[2] for later in places[rank + 1 :]) < missing[place[2]]
    ]
    if chosen:
        some = ", ".join(f'"{word}"' for _, _, word in chosen[:_MOST_SHOWN])
        more = f" and {len(chosen) - _MOST_SHOWN} more" if len(chosen) > _MOST_SHOWN else ""
        yield (
            chosen[0][0],
            chosen[0][1],
            f"What is written here would not be shown: {some}{more}.",
            "Write it as plain words.",
        )
    elif not faulty:
        yield 1, 1, "Some of this text would not be shown.", "Write it as plain words."


def _visible(tokens: Sequence[Token]) -> Iterator[str]:
    """Every text a reader can see, hear or follow; the numbers of lists as they were written."""
    for token in tokens:
        yield token.content if token.type not in ("inline", "image") else ""
        if token.type == "list_item_open":
            yield token.info
        for name in ("href", "src", "title"):
            if name in token.attrs:
                value = str(token.attrs[name])
                yield value
                yield unquote(value)
        if token.children:
            yield from _visible(token.children)


def _column(lines: Sequence[str], line: int) -> int:
    """The column of the first sign of a line, both counted from 1."""
    written = lines[line - 1]
    return len(written) - len(written.lstrip(" ")) + 1
