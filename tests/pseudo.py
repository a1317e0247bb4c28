"""A language nobody speaks, written from right to left: each message in Arabic letters, for tests.

It is made of `languages/messages.pot`. Whatever is left in Latin letters on its pages was never a message.
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

from answerable.i18n import Language, load_language
from tests.make_words import MADE

if TYPE_CHECKING:
    from answerable.load.sources import Sources

CODE = "ar-XB"
"""Arabic, in the region that Unicode's CLDR keeps for such tests."""
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابجدهوزحطيكلمنسعفصقرشتثخذض")
_NAMES = re.compile(r"(%\(\w+\)s)")


def language() -> Language:
    """The language as pages speak it, of a record in English."""
    return load_language(CODE, "en-GB", {f"{CODE}.mo": catalogue()})


def rtl(sources: Sources) -> Sources:
    """Give the same portal with pages in the pseudo-language; the record goes on speaking its own."""
    ((name, site),) = sources.settings.items()
    given = re.compile(rb'^language: "([^"]+)"$', re.MULTILINE)
    told = given.sub(rb'language: "%s"\nrecord_language: "\1"' % CODE.encode(), site)
    return replace(sources, settings={name: told}, languages={f"{CODE}.mo": catalogue()})


@cache
def catalogue() -> bytes:
    """Give the compiled catalogue; it has the six plurals of Arabic."""
    made = Catalog(locale="ar")
    with MADE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    for message in messages:
        one, many = message.id if isinstance(message.id, tuple) else (str(message.id), "")
        said: str | tuple[str, ...] = _said(one)
        if many:
            said = tuple(_said(one if form == 1 else many) for form in range(made.num_plurals))
        made.add(message.id, said, context=message.context)
    out = BytesIO()
    write_mo(out, made)
    return out.getvalue()


def _said(message: str) -> str:
    parts = _NAMES.split(message)
    return "".join(part if part.startswith("%(") else part.lower().translate(LETTERS) for part in parts)
