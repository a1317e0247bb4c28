"""A language nobody speaks, written from right to left: each message in Arabic letters, for tests.

It is made of `languages/messages.pot`. Whatever is left in Latin letters on its pages was never a message.
Each message ends with marks that nobody sees and that tell which one it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.make_words import MADE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

    from generator.read.sources import Sources

CODE = "ar-XB"
"""Arabic, in the region that Unicode's CLDR keeps for such tests."""
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابجدهوزحطيكلمنسعفصقرشتثخذض")
MARKS, END = "\u2061\u2062", "\u2063"
"""Invisible signs of mathematics: 0, 1, and the end."""
_MARKED = re.compile(f"([{MARKS}]+){END}")
_NAMES = re.compile(r"(\{\w+\})")


def rtl(sources: Sources) -> Sources:
    """Give the same portal with pages in the pseudo-language; the record goes on speaking its own."""
    (name, site), = sources.settings.items()
    given = re.compile(rb'^language: "([^"]+)"$', re.MULTILINE)
    told = given.sub(rb'language: "%s"\nrecord_language: "\1"' % CODE.encode(), site)
    return replace(sources, settings={name: told}, languages={f"{CODE}.mo": catalogue()})


@cache
def messages() -> tuple[Message, ...]:
    """Give every message of the house, in the order of the file."""
    with MADE.open("rb") as file:
        return tuple(message for message in read_po(file) if message.id)


@cache
def catalogue() -> bytes:
    """Give the compiled catalogue; it has the six plurals of Arabic."""
    made = Catalog(locale="ar")
    for number, message in enumerate(messages()):
        one, many = message.id if isinstance(message.id, tuple) else (message.id, "")
        said: str | tuple[str, ...] = _said(one, number)
        if many:
            said = tuple(_said(one if form == 1 else many, number) for form in range(made.num_plurals))
        made.add(message.id, said, context=message.context)
    out = BytesIO()
    write_mo(out, made)
    return out.getvalue()


def _said(message: str, number: int) -> str:
    parts = _NAMES.split(message)
    letters = "".join(part if part.startswith("{") else part.lower().translate(LETTERS) for part in parts)
    return letters + "".join(MARKS[int(bit)] for bit in f"{number:b}") + END


def said_in(text: str) -> Iterator[int]:
    """Give which messages a text says, by their place in `messages`."""
    for found in _MARKED.finditer(text):
        yield int("".join(str(MARKS.index(sign)) for sign in found[1]), 2)
