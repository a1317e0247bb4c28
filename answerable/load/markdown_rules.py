"""What may not stand in prose: whatever Markdown would drop, renumber, or turn into something else."""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from answerable.load.markdown_links import Fault

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


def definitions(known: Mapping[str, Mapping[str, Any]], lines: Sequence[str]) -> Iterator[Fault]:
    """Refuse lines that only name the address of a link, `[7]: address`: they are not shown."""
    for definition in known.values():
        line = definition["map"][0] + 1
        yield (
            line,
            _column(lines, line),
            "This line only names a link's address and would not be shown.",
            (r"Write the address where the link stands, [words](address), or write \[ for a bracket."),
        )


def headings(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Refuse headings made by a line of dashes, without words, or that skip a level."""
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
                ('Leave an empty line between them; a heading is written "# Words".'),
            )
        elif not inline.content:
            yield first + 1, _column(lines, first + 1), "This heading has no words.", "Write them."
        elif level > min(above + 1, DEEPEST_HEADING):
            why = "the title of the page stands above." if not above else "levels go down one at a time."
            yield (
                first + 1,
                _column(lines, first + 1),
                f'"{token.markup}" is too deep for a heading here.',
                (f'Write "{"#" * min(above + 1, DEEPEST_HEADING)}": {why}'),
            )
        above = level


def lists(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Hold the numbers that were written against those that would be shown."""
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
    for shown, item in enumerate(items, int(items[0].info)):
        line = item.map[0] + 1 if item.map else 1
        written = f"{item.info}{item.markup}"
        sentence = f"write {item.info}\\{item.markup} for a number that begins a sentence."
        if int(item.info) != shown:
            yield (
                line,
                _column(lines, line),
                f'"{written}" is written here, but {shown} would be shown.',
                (f"Number the entries one after the other, or {sentence}"),
            )
        elif len(items) == 1 and shown > LAST_DAY:
            yield line, _column(lines, line), f'"{written}" would begin a list.', sentence.capitalize()


def tables(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Refuse tables that are too wide to read, and rows of which a cell would be dropped."""
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
                (f"Divide it: at most {MOST_COLUMNS} can be read."),
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
                    (r"Give the table another column, or write \| for a line inside a cell."),
                )


def tags(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Refuse HTML, which would be shown as it is written."""
    for inline in tokens:
        if inline.type != "inline" or inline.map is None or "<" not in inline.content:
            continue
        if not any(token.type == "text" and _TAG.search(token.content) for token in inline.children or ()):
            continue
        for number in range(*inline.map):
            if found := _TAG.search(lines[number]):
                yield (
                    number + 1,
                    found.start() + 1,
                    f'"{found[0]}" is HTML and would be shown as it is.',
                    (r"Write it in Markdown, or \< for the sign itself."),
                )


def lost(tokens: Sequence[Token], text: str, told: set[int]) -> Iterator[Fault]:
    """Refuse a text of which a word would be shown nowhere; `told` are lines with other mistakes."""
    source = Counter(_WORD.findall(_ENTITY.sub(lambda entity: html.unescape(entity[0]), text)))
    missing = source - Counter(_WORD.findall("\n".join(_shown(tokens))))
    if not missing:
        return
    places: list[tuple[int, int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if number not in told:
            words = [word for word in _WORD.finditer(line) if word[0] in missing]
            places += [(number, word.start() + 1, word[0]) for word in words]
    # A word that stands several times is looked for where it stands last: what is dropped comes late.
    chosen = [
        place
        for at, place in enumerate(places)
        if sum(later[2] == place[2] for later in places[at + 1 :]) < missing[place[2]]
    ]
    if chosen:
        some = ", ".join(f'"{word}"' for _, _, word in chosen[:_MOST_SHOWN])
        more = f" and {len(chosen) - _MOST_SHOWN} more" if len(chosen) > _MOST_SHOWN else ""
        yield (
            chosen[0][0],
            chosen[0][1],
            f"What is written here would not be shown: {some}{more}.",
            ("Write it as plain words."),
        )
    elif not told:
        yield 1, 1, "Some of this text would not be shown.", "Write it as plain words."


def _shown(tokens: Sequence[Token]) -> Iterator[str]:
    """Give every text a reader can see, hear or follow; the numbers of lists as they were written."""
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
            yield from _shown(token.children)


def _column(lines: Sequence[str], line: int) -> int:
    """Give the column of the first sign of a line, both counted from 1."""
    written = lines[line - 1]
    return len(written) - len(written.lstrip(" ")) + 1
