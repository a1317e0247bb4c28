"""Text of a file: UTF-8, one kind of line end, nothing that cannot be seen; and its header and prose."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from answerable.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES: Final = 1024 * 1024
"""A file of words larger than this is refused."""
FENCE: Final = "---"
"""The line before and after the fields of a file with prose."""

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
    """Text of a file, and what is wrong with its characters.

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
        message = "The file begins with a byte order mark."
        problems.append(Problem(path, 1, 1, message, 'Save it as "UTF-8", not as "UTF-8 with BOM".'))
        text = text[1:]
    if "\r" in text:
        message, hint = (
            "The line does not end in a plain line feed.",
            'Save the file with the line ending "LF".',
        )
        problems.append(Problem(path, *place(text, text.index("\r")), message, hint))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems += [Problem(path, *place(text, start), message, hint) for start, message, hint in faults(text)]
    if conflict := _CONFLICT.search(text):
        message = f'Two versions of this file met and nobody has chosen: "{conflict[0]}" stands here.'
        hint = "Keep the right lines and take out the lines of marks."
        problems.append(Problem(path, *place(text, conflict.start()), message, hint))
    if conflict or _TAB_INDENT.search(text):
        return "", problems
    return _UNSEEN.sub(" ", text) if problems else text, problems


def faults(text: str) -> Iterator[tuple[int, str, str]]:
    """Offset, message and hint for each kind of character that a reader could not see.

    Each character is told of once, with the number of further places.
    """
    first: dict[str, int] = {}
    count: dict[str, int] = {}
    for match in _UNSEEN.finditer(text):
        character = match[0]
        first.setdefault(character, match.start())
        count[character] = count.get(character, 0) + 1
    for character, offset in first.items():
        again = f" It stands {count[character]} times in this text." if count[character] > 1 else ""
        hint = "Put an ordinary space in its place." if _like_a_space(character) else "Take it out."
        yield offset, f"{_called(character)} stands here and cannot be seen.{again}", hint
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        plain = unicodedata.normalize("NFC", text)
        pairs = enumerate(zip(text, plain, strict=False))
        offset = next((number for number, (written, usual) in pairs if written != usual), len(plain))
        letter = plain[offset : offset + 1]
        message = f'"{letter}" is written with a loose accent or an unusual form of a letter.'
        yield offset, message, "Type it again on the keyboard (Unicode form NFC)."


def header_and_prose(text: str, path: str) -> tuple[str, str, int, list[Problem]]:
    """The fields between two lines of `---`, the prose below with its line, and what is wrong.

    The fields begin on the second line. Without a proper header both texts are empty.
    """
    first, _, rest = text.partition("\n")
    if first.rstrip(" ") != FENCE:
        hint = 'Put its fields between two lines "---", and the words below.'
        return "", "", 1, [Problem(path, 1, 1, 'The file does not begin with a line "---".', hint)]
    lines = rest.split("\n")
    end = next((number for number, line in enumerate(lines) if line.rstrip(" ") == FENCE), None)
    if end is None:
        last = len(lines) + (lines[-1] != "")
        hint = 'Put a line "---" between the fields and the words.'
        return "", "", 2, [Problem(path, last, 1, 'No line "---" ends the fields.', hint)]
    return "\n".join(lines[:end]) + "\n", "\n".join(lines[end + 1 :]), end + 3, []


def _not_utf8(data: bytes, start: int, path: str) -> Problem:
    hint = 'Save it as "UTF-8".'
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem(path, 1, 1, "The file is saved as UTF-16.", hint)
    before = data[:start].decode("utf-8")
    return Problem(path, *place(before, len(before)), "The file is not UTF-8 from here on.", hint)


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a place in a text, both counted from 1, the column in characters."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _called(character: str) -> str:
    if character == "\t":
        return "A tab"
    if character == "\ufffd":
        return "U+FFFD, the mark of a letter that was lost,"
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}{f' ({name})' if name else ''}"


def _like_a_space(character: str) -> bool:
    return character == "\t" or unicodedata.category(character) == "Zs"
