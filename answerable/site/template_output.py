"""Output of templates: messages in the site's language, words of the record marked as theirs.

Whatever a template prints goes through `finalize`. Between tags, what the record says in another language
than the pages gets that language and its direction. Within a tag, in a title or in a picture, where no markup
can stand, a template writes `|plain`. What holds no letter and no digit, as `../../`, is nobody's words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from jinja2 import TemplateError
from markupsafe import Markup, escape

from answerable.i18n import ENGLISH, Language, Message, Value

NAME: Final = Markup('<bdi dir="ltr" translate="no">{}</bdi>')
_WORDS = re.compile(r"[^\W\d]")
_HTML = re.compile("[<>&\"']")
_own = cache(escape)


class HtmlLanguage(Language):
    """A language as pages say it: messages as HTML, filled with the record's words as marked ones."""

    __slots__ = ()

    def fill(self, text: str, values: Mapping[str, Value]) -> str:
        """Give what a catalogue says, which is never markup, with its names in braces filled."""
        own = str(_own(text))
        return own.format(**{name: self.value(one) for name, one in values.items()}) if values else own

    def value(self, value: Value) -> Value:
        """Give what stands in a page as HTML."""
        kind = type(value)
        if isinstance(value, Message):
            return value.say(self)
        if kind is str and self.apart and _WORDS.search(str(value)):
            marked = f'<bdi lang="{self.record}" dir="{self.record_direction}">{escape(value)}</bdi>'
            return Markup(marked)  # noqa: S704
        return escape(_printable(value))


def finalize(language: Language) -> Callable[[Value], Value]:
    """Give what prints values between tags."""
    html, apart = HtmlLanguage(language.code, language.record, language.catalogue), language.apart
    english = language == ENGLISH

    def printed(value: Value) -> Value:
        if isinstance(value, Message):
            if english and not _HTML.search(value):  # the same in HTML: most are, so pages are made sooner
                return value
            return Markup(value.say(html))  # noqa: S704
        kind = type(value)
        return value if kind is Markup or (kind is str and not apart) else html.value(value)

    return printed


def plain(language: Language) -> Callable[[Value], Value]:
    """Give the filter for values within tags, titles and pictures."""
    apart = language.apart

    def printed(value: Value) -> Value:
        if isinstance(value, Message):
            return escape(value.say(language))
        return escape(_printable(value)) if apart else value

    return printed


def name(language: Language) -> Callable[[str], str]:
    """Give the filter for what is in no language: the name of a file, a hash."""
    return NAME.format if language.direction == "rtl" or language.apart else str


def _printable(value: Value) -> Value:
    """Only words and numbers are printed: never a missing value, a list or a value's own name."""
    if type(value) in (str, Markup, int):
        return value
    raise TemplateError(f"A template would print {type(value).__name__}, which is nothing for readers.")
