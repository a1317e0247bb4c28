"""Messages: the sentences and labels of ours, as texts that any language can say.

The functions have gettext's own names, so that its tools find the messages. A message is one whole sentence
or label, with named places for what changes, as `%(n)s`: numbers, words of the record, other messages.
Dates, numbers and lists are Babel's. As a text every message is its English; a `Language` says it otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from typing import Final, Literal, Self

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal

Value = str | int
"""What fills a message: a number, another message, or words of the record."""

NO_CATALOGUE: Final = NullTranslations()
FIRST, LAST = "\u2068", "\u2069"
"""Around words of the record in a plain text of the other direction (Unicode: first strong isolate)."""


class Message(str):
    """A sentence or label of ours: as a text its English, and with it how a language says it."""

    __slots__ = ("say",)

    say: Callable[[Language], str]

    def __new__(cls, say: Callable[[Language], str]) -> Self:
        """The message in English, from what says it."""
        self = super().__new__(cls, say(ENGLISH))
        self.say = say
        return self


def gettext(message: str, /, **values: Value) -> Message:
    """A sentence."""
    if not values:
        return _unfilled("", message)
    return Message(lambda language: language.fill(language.catalogue.gettext(message), values))


@cache
def _unfilled(context: str, message: str) -> Message:
    """The same value however often it is said: templates say most sentences on every page."""
    if context:
        return Message(lambda language: language.fill(language.catalogue.pgettext(context, message), {}))
    return Message(lambda language: language.fill(language.catalogue.gettext(message), {}))


def pgettext(context: str, message: str, /, **values: Value) -> Message:
    """A sentence or label that might read otherwise elsewhere; `context` says where it stands."""
    if not values:
        return _unfilled(context, message)
    return Message(lambda language: language.fill(language.catalogue.pgettext(context, message), values))


def ngettext(one: str, many: str, n: int, /, **values: Value) -> Message:
    """A sentence that counts: `one` where n is 1, else `many`. Other languages have other plurals.

    The number is among what fills it, as `%(n)s`.
    """
    filling: Mapping[str, Value] = {"n": n, **values}
    return Message(lambda language: language.fill(language.catalogue.ngettext(one, many, n), filling))


def capital(words: str) -> str:
    """Words with a capital at their beginning, in whichever language they are said."""
    if isinstance(words, Message):
        return Message(lambda language: _capital(words.say(language)))
    return _capital(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def all_of(parts: Iterable[str]) -> str:
    """A list in a sentence: `a, b and c`; empty for nothing."""
    return _listed(parts, "standard")


def one_of(parts: Iterable[str]) -> str:
    """A choice in a sentence: `a, b or c`; empty for nothing."""
    return _listed(parts, "or")


def commas(parts: Iterable[str]) -> str:
    """A bare list: `a, b, c`; empty for nothing."""
    return _listed(parts, "unit")


def _listed(parts: Iterable[str], style: Literal["standard", "or", "unit"]) -> str:
    return _joined(parts, lambda values, language: format_list(values, style, language.locale))


def semicolons(parts: Iterable[str]) -> str:
    """A list whose entries may have commas of their own: `a; b; c`; empty for nothing."""
    between = pgettext("between the entries of a list", "; ")
    return _joined(parts, lambda values, language: between.say(language).join(values))


def sentences(*parts: str) -> str:
    """Whole sentences after one another; those that are empty are left out."""
    return _joined(filter(None, parts), lambda values, _: " ".join(values))


def _joined(parts: Iterable[str], join: Callable[[list[str], Language], str]) -> str:
    values = tuple(parts)
    if len(values) < 2:
        return values[0] if values else ""
    return Message(lambda language: join([str(language.value(one)) for one in values], language))


def ended(words: str) -> str:
    """Words as a sentence: with a full stop, unless they have one."""
    return words if words.endswith(".") else gettext("%(words)s.", words=words)


def localized_number(number: int) -> Message:
    """A number with what parts its thousands: `31,591`."""
    return Message(lambda language: format_decimal(number, locale=language.locale))


@cache
def localized_date(day: date, form: Literal["long", "yMMMM", "LLLL"]) -> Message:
    """A day, the month of a year or a month alone: `27 May 2022`, `May 2022`, `May`."""
    return Message(
        lambda language: format_date(day, language.locale.datetime_skeletons.get(form, form), language.locale)
    )


@dataclass(frozen=True, slots=True)
class Language:
    """What the pages speak: a language with its catalogue, and the language of the record."""

    code: str
    """As in HTML: `en-GB`."""
    record: str
    """The language of the record, as in HTML."""
    catalogue: NullTranslations = NO_CATALOGUE
    """Empty where the pages speak English, which is the language of the messages."""

    @property
    def locale(self) -> Locale:
        """How the language writes dates, numbers and lists."""
        return _locale(self.code)

    @property
    def direction(self) -> str:
        """Whether it runs from left to right or from right to left: `ltr` or `rtl`."""
        return _direction(self.code)

    @property
    def record_direction(self) -> str:
        """The same of the language of the record."""
        return _direction(self.record)

    @property
    def bilingual(self) -> bool:
        """Whether the record speaks another language than the pages."""
        return self.code != self.record

    def say(self, words: str) -> str:
        """Words in this language, as plain text; words of the record stay as they are."""
        return words.say(self) if isinstance(words, Message) and self is not ENGLISH else str(words)

    def fill(self, text: str, values: Mapping[str, Value]) -> str:
        """Text of a catalogue with its places filled."""
        if self is ENGLISH:  # every message is its English already
            return text % values
        return text % {name: self.value(one) for name, one in values.items()}

    def value(self, value: Value) -> Value:
        """Value as it fills a message; the record's words are kept apart by invisible signs."""
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, int) or value.isdigit() or self.direction == self.record_direction:
            return value
        return f"{FIRST}{value}{LAST}"


@cache
def _locale(code: str) -> Locale:
    """The locale of a language as HTML names it; English where Unicode's CLDR has none."""
    match = Locale.negotiate([code.replace("-", "_"), "en_GB"], locale_identifiers())
    return match or Locale("en", "GB")


@cache
def _direction(code: str) -> str:
    return _locale(code).text_direction


ENGLISH: Final = Language("en-GB", "en-GB")
"""What is said where nobody asks for another language."""


def load_language(code: str, record: str, catalogues: Mapping[str, bytes]) -> Language:
    """Language of the pages; `catalogues` holds compiled catalogues by name, as `ur.mo`."""
    data = catalogues.get(f"{code}.mo")
    language = Language(code, record, GNUTranslations(BytesIO(data)) if data else NO_CATALOGUE)
    return ENGLISH if language == ENGLISH else language
