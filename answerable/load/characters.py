"""What a text file may be made of: UTF-8, one kind of line end, nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from answerable.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 1024 * 1024
"""A file of words larger than this is refused."""

# Control characters (but not the line feed), spaces that are not the ordinary one, format characters
# without a shape, separators, fillers, private use, tags and characters that are none.
# Written out, so that two versions of Python refuse the same files.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ud800-\uf8ff"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U0001fffe\U0001ffff\U000e0000-\U0010ffff]"
)
_CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?= |$)|={7}$)", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)


def text_of(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Give a file's text and what is wrong with its characters.

    With problems the text is mended so that lines and columns stay as written and reading on finds
    the other mistakes; it is empty where reading on would only find noise.
    """
    if len(data) > MOST_BYTES:
        message = f"The file has {len(data):,} bytes; at most {MOST_BYTES:,} are read."
        return "", [Problem(path, 1, 1, message, "Split it into several files.")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(data, error.start, path)]
    problems: list[Problem] = []
    if text.startswith("\ufeff"):
        problems.append(
            Problem(
                path,
                1,
                1,
                "The file begins with a byte order mark.",
                'Save it as "UTF-8", not as "UTF-8 with BOM".',
            )
        )
        text = text[1:]
    if "\r" in text:
        problems.append(
            _problem(
                text,
                text.index("\r"),
                path,
                "The line does not end in a plain line feed.",
                'Save the file with the line ending "LF".',
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems += [_problem(text, offset, path, *said) for offset, *said in faults(text)]
    if conflict := _CONFLICT.search(text):
        message = f'Two versions of this file met and nobody has chosen: "{conflict[0]}" stands here.'
        problems.append(
            _problem(
                text, conflict.start(), path, message, "Keep the right lines and take out the lines of marks."
            )
        )
    if conflict or _TAB_INDENT.search(text):
        return "", problems
    return _UNSEEN.sub(" ", text) if problems else text, problems


def faults(text: str) -> Iterator[tuple[int, str, str]]:
    """Give offset, message and hint for each kind of character that a reader could not see.

    Each character is told once, with the number of further places.
    """
    first: dict[str, int] = {}
    count: dict[str, int] = {}
    for found in _UNSEEN.finditer(text):
        character = found[0]
        first.setdefault(character, found.start())
        count[character] = count.get(character, 0) + 1
    for character, offset in first.items():
        again = f" It stands {count[character]} times in this text." if count[character] > 1 else ""
        hint = "Put an ordinary space in its place." if _like_a_space(character) else "Take it out."
        yield offset, f"{_called(character)} stands here and cannot be seen.{again}", hint
    if not unicodedata.is_normalized("NFC", text):
        plain = unicodedata.normalize("NFC", text)
        pairs = enumerate(zip(text, plain, strict=False))
        offset = next((at for at, (written, usual) in pairs if written != usual), len(plain))
        shown = plain[offset : offset + 1]
        yield (
            offset,
            f'"{shown}" is written with a loose accent or an unusual form of a letter.',
            "Type it again on the keyboard (Unicode form NFC).",
        )


def _not_utf8(data: bytes, start: int, path: str) -> Problem:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem(path, 1, 1, "The file is saved as UTF-16.", 'Save it as "UTF-8".')
    line_start = data.rfind(b"\n", 0, start) + 1
    column = len(data[line_start:start].decode("utf-8")) + 1
    return Problem(
        path,
        data.count(b"\n", 0, start) + 1,
        column,
        "The file is not UTF-8 from here on.",
        'Save it as "UTF-8".',
    )


def place(text: str, offset: int) -> tuple[int, int]:
    """Give line and column of a place in a text, both counted from 1, the column in characters."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _problem(text: str, offset: int, path: str, message: str, hint: str) -> Problem:
    return Problem(path, *place(text, offset), message, hint)


def _called(character: str) -> str:
    if character == "\t":
        return "A tab"
    if character == "\ufffd":
        return "U+FFFD, the mark of a letter that was lost,"
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}{f' ({name})' if name else ''}"


def _like_a_space(character: str) -> bool:
    return character == "\t" or unicodedata.category(character) == "Zs"
