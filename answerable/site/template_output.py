"""How a template prints: sentences of ours in the site's language, words of the record marked as theirs.

Where a value is printed follows from the template itself. Between tags, what the record says in another
language than the pages gets that language and its direction. Within a tag, in a title or in a picture,
where no markup can stand, it is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile
from typing import Final, cast

from jinja2 import TemplateError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from answerable.i18n import Language, Message, Value, Words

MARK: Final = Markup('<bdi lang="{}" dir="{}">{}</bdi>')
BEGIN, END = ("variable_begin", "{{"), ("variable_end", "}}")
Tokens = tuple[tuple[str, str], ...]
"""Kinds and texts of tokens."""
ALONE: Final[Tokens] = (("rparen", ")"), ("pipe", "|"), ("name", "plain"))
FILLING: Final[Tokens] = (("rparen", ")"), ("pipe", "|"), ("name", "inside"), *ALONE[1:])
"""What stands behind a value that is plain text: by itself, or where it fills a message."""
OPENS, CLOSES = ("lparen", "lbracket", "lbrace"), ("rparen", "rbracket", "rbrace")
"""Tokens of the templates' own language."""
NAME: Final = Markup('<bdi dir="ltr" translate="no">{}</bdi>')
PLAIN: Final = frozenset({"script", "style", "text", "title"})
"""Elements that hold nothing but text."""
_NAMES = re.compile(r"\{(\w+)\}")
_TAGS = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)|>")


@dataclass(slots=True)
class Place:
    """Where in the HTML the next value is printed."""

    tag: str = ""
    """The last tag that began, with its slash where it ends an element."""
    within: bool = False
    """Whether that tag is still open."""

    def read(self, html: str) -> None:
        """Go on over a piece of a template's own HTML."""
        for found in _TAGS.finditer(html):
            if found[2]:
                self.tag, self.within = found[1] + found[2].lower(), True
            else:
                self.within = False

    @property
    def plain(self) -> bool:
        """Whether no markup can stand here."""
        return self.within or self.tag in PLAIN


class Printing(Extension):
    """Gives every print of a template what it needs for its place; templates themselves name no filter.

    A message becomes the template's own text in the language once and for all, with what fills it printed
    in its places. Where the pages and the record speak English, all else is plain anyhow.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Give the tokens of a template, `{{ value }}` where no markup can stand as `{{ (value)|plain }}`."""
        place = Place()
        for token in stream:
            if token.type == "variable_begin":
                yield from self._print(place, list(takewhile(lambda one: one.type != "variable_end", stream)))
                continue
            if token.type == "data":
                place.read(token.value)
            yield token

    def _print(self, place: Place, inside: list[Token], after: Tokens = ALONE) -> Iterator[Token]:
        language = cast("Language", self.environment.globals["language"])
        line = inside[0].lineno
        values = _filling(inside)
        if values is None:
            marked = language.apart or language.catalogue
            around = ((("lparen", "("),), after) if place.plain and marked else ((), ())
            first, last = ([Token(line, *one) for one in tokens] for tokens in around)
            yield from (Token(line, *BEGIN), *first, *inside, *last, Token(line, *END))
            return
        for part, named in _pieces(language.translated(Message(inside[2].value))):
            if named:
                yield from self._print(place, values[part], FILLING)
            else:
                yield Token(line, "data", str(part))


def _filling(inside: list[Token]) -> dict[str, list[Token]] | None:
    """What fills a message, by name, where this is `gettext` with a message and its values; else None."""
    if [token.type for token in inside[:3]] != ["name", "lparen", "string"] or inside[0].value != "gettext":
        return None
    values: dict[str, list[Token]] = {}
    depth, name = 1, ""
    for token, after in pairwise(inside[3:]):
        depth += (token.type in OPENS) - (token.type in CLOSES)
        if depth == 0:
            return None
        if depth == 1 and token.type == "comma":
            name = after.value
            values[name] = []
        elif name:
            values[name].append(token)
    return {name: tokens[2:] for name, tokens in values.items()}


def printed(language: Language) -> Callable[[Value], Value]:
    """Give what prints values between tags."""
    mark = MARK.format(language.record, language.record_direction, "{}") if language.apart else None

    def own(value: Value) -> Value:
        kind = type(value)
        if kind is str:
            return value if mark is None or not value or str(value).isdigit() else mark.format(value)
        if kind is Markup or kind is int:
            return value
        if not isinstance(value, Words):
            return _printable(value)
        if mark is None and language.catalogue is None and not value.markup:
            return value
        return _filled(*language.message(value), own)

    return own


def sayings(language: Language) -> dict[str, Callable[..., Markup]]:
    """Give gettext's functions as templates have them: what they say is at once HTML in the language."""
    own = printed(language)

    def gettext(message: str, /, **values: Value) -> Markup:
        return _filled(language.translated(Message(message)), values, own)

    def ngettext(one: str, many: str, n: int, /, **values: Value) -> Markup:
        return _filled(language.translated(Message(one, "", many, n)), {"n": n, **values}, own)

    return {"gettext": gettext, "ngettext": ngettext}


def _filled(message: str, values: Mapping[str, Value], own: Callable[[Value], Value]) -> Markup:
    said = (own(values[part]) if named else part for part, named in _pieces(message))
    return Markup("").join(map(escape, said))


@cache
def _pieces(message: str) -> tuple[tuple[Markup, bool], ...]:
    """A message as the texts in it and the names between them, and which it is."""
    parts: Iterable[tuple[int, str]] = enumerate(_NAMES.split(message))
    return tuple((escape(part), bool(number % 2)) for number, part in parts if part)


def plain(language: Language) -> Callable[[Value], Markup]:
    """Give the filter for values within tags, titles and pictures."""
    return lambda value: escape(language.say(value) if isinstance(value, Words) else _printable(value))


def name(language: Language) -> Callable[[str], str]:
    """Give the filter for what is in no language: the name of a file, a hash."""
    return NAME.format if language.direction == "rtl" or language.apart else str


def _printable(value: Value) -> Value:
    """Only words and numbers are printed: never a missing value, a list or a value's own name."""
    if type(value) in (str, Markup, int):
        return value
    raise TemplateError(f"A template would print {type(value).__name__}, which is nothing for readers.")
