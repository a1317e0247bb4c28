"""How a template prints: sentences of ours in the site's language, words of the record marked as theirs.

Where a value is printed follows from the template itself. Between tags, what the record says in another
language than the pages gets that language and its direction. Within a tag, in a title or in a picture,
where no markup can stand, it is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from jinja2 import TemplateError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from generator.words import Language, Value, Words

MARK: Final = Markup('<bdi lang="{}" dir="{}">{}</bdi>')
PLAIN: Final = frozenset({"script", "style", "text", "title"})
"""Elements that hold nothing but text."""
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
    def filter(self) -> str:
        """The name of the filter that prints a value here."""
        return "printed_plain" if self.within or self.tag in PLAIN else "printed"


class Printing(Extension):
    """Gives every print of a template the filter for its place; templates themselves name none."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Give the tokens of a template, each `{{ value }}` as `{{ (value)|printed }}`."""
        place = Place()
        for token in stream:
            if token.type == "data":
                place.read(token.value)
            if token.type == "variable_end":
                yield Token(token.lineno, "rparen", ")")
                yield Token(token.lineno, "pipe", "|")
                yield Token(token.lineno, "name", place.filter)
            yield token
            if token.type == "variable_begin":
                yield Token(token.lineno, "lparen", "(")


def printed(language: Language) -> Callable[[Value], Value]:
    """Give the filter for values between tags."""

    def own(value: Value) -> Value:
        if isinstance(value, Words):
            if language.catalogue is None and not value.markup and not language.apart:
                return value
            message, values = language.message(value)
            return escape(message).format(**{name: own(one) for name, one in values.items()})
        if type(value) is not str:
            return _printable(value)
        if not language.apart or not value or value.isdigit():
            return value
        return MARK.format(language.record, language.record_direction, value)

    return own


def printed_plain(language: Language) -> Callable[[Value], Value]:
    """Give the filter for values within tags, titles and pictures."""

    def plain(value: Value) -> Value:
        return language.say(value) if isinstance(value, Words) else _printable(value)

    return plain


def _printable(value: Value) -> Value:
    """Only words and numbers are printed: never a missing value, a list or a value's own name."""
    if type(value) in (str, Markup, int):
        return value
    raise TemplateError(f"A template would print {type(value).__name__}, which is nothing for readers.")
