"""Sentences of ours that remember their message, so that they can be said in another language.

The functions have gettext's own names, so that its tools find the messages. A message is one whole
sentence or label, with names in braces for what changes: numbers, words of the record, other sentences.
Nothing here knows a language until `Language.say`: as a text, every sentence is its English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from gettext import GNUTranslations
from io import BytesIO
from types import MappingProxyType
from typing import Final, NamedTuple, Self

Value = str | int
"""What a message is filled with: a number, another sentence of ours, or words of the record."""

FIRST, LAST = "\u2068", "\u2069"
"""Around words of the record in a plain text of the other direction (Unicode: first strong isolate)."""
RIGHT_TO_LEFT_SCRIPTS: Final = frozenset(
    {"adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"}
)
RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "arc", "azb", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo", "pnb"}
    | {"prs", "ps", "rhg", "sd", "sdh", "syr", "ug", "ur", "yi"}
)
"""Languages usually written from right to left, and the scripts that are (Unicode CLDR, scriptMetadata and
likelySubtags). A script in the code, as in `pa-Arab`, goes before the language."""
_OPENS = re.compile(r"\{(\w+)\}")


class Message(NamedTuple):
    """What is looked up in a catalogue."""

    one: str
    """The message, or where it counts something that for one."""
    context: str = ""
    """What tells apart messages of the same words; empty for most."""
    many: str = ""
    """The message for more than one; empty where it counts nothing."""
    number: int = 1

    @property
    def english(self) -> str:
        """The message in English, which is its own."""
        return self.one if self.number == 1 or not self.many else self.many


class Words(str):
    """A sentence of ours: as a text its English, and with it the message and what fills it."""

    __slots__ = ("capital", "markup", "message", "values")

    message: Message
    values: Mapping[str, Value]
    capital: bool
    """Whether it begins a line or a heading: the first letter is then a capital."""
    markup: bool
    """Whether HTML is among what fills it; then only a page can show it."""

    def __new__(cls, message: Message, values: Mapping[str, Value], *, capital: bool = False) -> Self:
        """Give the sentence in English, from its message and what fills it."""
        english = message.english.format(**values) if values else message.english
        self = super().__new__(cls, english[:1].upper() + english[1:] if capital else english)
        self.message, self.values, self.capital = message, values, capital
        self.markup = bool(values) and any(map(_markup, values.values()))
        return self


_NOTHING: Final[Mapping[str, Value]] = MappingProxyType({})
_message = cache(Message)
"""The same message is one value, however often it is said: fewer things to keep count of."""


def _markup(value: Value) -> bool:
    return value.markup if isinstance(value, Words) else hasattr(value, "__html__")


def gettext(message: str, /, **values: Value) -> Words:
    """Give a sentence."""
    return Words(_message(message), values or _NOTHING)


def pgettext(context: str, message: str, /, **values: Value) -> Words:
    """Give a sentence or label that might read otherwise elsewhere; `context` says where it stands."""
    return Words(_message(message, context), values or _NOTHING)


def ngettext(one: str, many: str, n: int, /, **values: Value) -> Words:
    """Give a sentence that counts: `one` where n is 1, else `many`. Other languages have other plurals.

    The number is among what fills it, as `{n}`.
    """
    return Words(_message(one, "", many, n), {"n": n, **values})


def capital(words: str) -> str:
    """Give the same with a capital at its beginning; a sentence of ours goes on remembering its message."""
    if isinstance(words, Words):
        return Words(words.message, words.values, capital=True)
    return words[:1].upper() + words[1:]


def all_of(parts: Iterable[str]) -> str:
    """Give a list in a sentence: `a, b and c`; empty for nothing."""
    return _ended(parts, lambda a, b: pgettext("the last two of a list", "{a} and {b}", a=a, b=b))


def one_of(parts: Iterable[str]) -> str:
    """Give a choice in a sentence: `a, b or c`; empty for nothing."""
    return _ended(parts, lambda a, b: pgettext("the last two of a choice", "{a} or {b}", a=a, b=b))


def commas(parts: Iterable[str]) -> str:
    """Give a bare list: `a, b, c`; empty for nothing."""
    return _joined(parts, lambda a, b: pgettext("a list goes on", "{a}, {b}", a=a, b=b))


def semicolons(parts: Iterable[str]) -> str:
    """Give a list whose entries may have commas of their own: `a; b; c`; empty for nothing."""
    return _joined(parts, lambda a, b: pgettext("a list goes on", "{a}; {b}", a=a, b=b))


def sentences(*parts: str) -> str:
    """Give whole sentences after one another; those that are empty are left out."""
    return _joined(filter(None, parts), lambda a, b: pgettext("two sentences", "{a} {b}", a=a, b=b))


def ended(words: str) -> str:
    """Give words as a sentence: with a full stop, unless they have one."""
    return words if words.endswith(".") else gettext("{words}.", words=words)


def _ended(parts: Iterable[str], end: Callable[[str, str], str]) -> str:
    *first, last = tuple(parts) or ("",)
    return end(commas(first), last) if first else last


def _joined(parts: Iterable[str], two: Callable[[str, str], str]) -> str:
    found = tuple(parts)
    return reduce(two, found) if found else ""


def thousands(number: int) -> Value:
    """Give a number with what parts its thousands: `31,591`."""
    if number < 1000:
        return number
    over, rest = divmod(number, 1000)
    return pgettext(
        "thousands and the rest of a number",
        "{thousands},{rest}",
        thousands=thousands(over),
        rest=f"{rest:03}",
    )


@dataclass(frozen=True, slots=True)
class Language:
    """What the pages speak: a language with its catalogue, and the language of the record."""

    code: str
    """As in HTML: `en-GB`."""
    record: str
    """The language of the record, as in HTML."""
    catalogue: GNUTranslations | None = None
    """None where the pages speak English, which is the language of the messages."""

    @property
    def direction(self) -> str:
        """Whether it runs from left to right or from right to left: `ltr` or `rtl`."""
        return direction(self.code)

    @property
    def record_direction(self) -> str:
        """The same of the language of the record."""
        return direction(self.record)

    @property
    def apart(self) -> bool:
        """Whether the record speaks another language than the pages."""
        return self.code != self.record

    def say(self, value: str) -> str:
        """Give a sentence of ours in this language, as plain text; words of the record stay as they are."""
        if not isinstance(value, Words) or self.catalogue is None:
            return str(value)
        message, values = self.message(value)
        return message.format(**{name: self.within(one) for name, one in values.items()})

    def message(self, words: Words) -> tuple[str, Mapping[str, Value]]:
        """Give the message of a sentence in this language, and what fills it."""
        message, values = self.translated(words.message), words.values
        if not words.capital:
            return message, values
        opens = _OPENS.match(message)
        if opens is None:
            return message[:1].upper() + message[1:], values
        first = values[opens[1]]
        return message, {**values, opens[1]: capital(first) if isinstance(first, str) else first}

    def translated(self, message: Message) -> str:
        """Give a message in this language, with the names in braces for what fills it."""
        one, context, many, number = message
        if self.catalogue is None:
            return message.english
        if many:
            return self.catalogue.ngettext(one, many, number)
        return self.catalogue.pgettext(context, one) if context else self.catalogue.gettext(one)

    def within(self, value: Value) -> Value:
        """Give what fills a message in a plain text: the record's words are kept apart by invisible signs."""
        if isinstance(value, Words):
            return self.say(value)
        if isinstance(value, int) or value.isdigit() or self.direction == self.record_direction:
            return value
        return f"{FIRST}{value}{LAST}"


ENGLISH: Final = Language("en-GB", "en-GB")
"""What is said where nobody asks for another language."""


def direction(code: str) -> str:
    """Give `rtl` for a language written from right to left, else `ltr`."""
    language, *rest = code.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS or (not script and language in RIGHT_TO_LEFT) else "ltr"


def spoken(code: str, record: str, catalogues: Mapping[str, bytes]) -> Language:
    """Give the language of the pages; `catalogues` holds compiled catalogues by name, as `ur.mo`."""
    data = catalogues.get(f"{code}.mo")
    return Language(code, record, GNUTranslations(BytesIO(data)) if data else None)
