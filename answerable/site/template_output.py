"""Output of templates: messages in the site's language, words of the record marked as theirs.

Whatever a template prints goes through `finalize`. Between tags, what the record says in another language
than the pages gets that language and its direction. Within a tag, in a title or in a picture, where no
markup can stand, a template writes `|plain`. A number, and what holds no letter and no digit, as `../../`,
needs none.
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
_WORDS = re.compile(r"(?![0-9]+$)\w")
_HTML = re.compile("[<>&\"']")
_escaped = cache(escape)


class HtmlLanguage(Language):
    """A language as pages say it: messages as HTML, filled with the record's words as marked ones."""

    __slots__ = ()

    def fill(self, text: str, values: Mapping[str, Value]) -> str:
        """Text of a catalogue, which is never markup, with its places filled."""
        return Language.fill(self, str(_escaped(text)), values)

    def value(self, value: Value) -> Value:
        """Value as it stands in a page, in HTML."""
        kind = type(value)
        if isinstance(value, Message):
            return value.say(self)
        if isinstance(value, str) and kind is str and self.bilingual and _WORDS.search(value):
            marked = f'<bdi lang="{self.record}" dir="{self.record_direction}">{escape(value)}</bdi>'
            return Markup(marked)
        return escape(_printable(value))


def finalize(language: Language) -> Callable[[Value], Value]:
    """Printer of the values between tags."""
    html = HtmlLanguage(language.code, language.record, language.catalogue)
    bilingual, english = language.bilingual, language == ENGLISH

    def printed(value: Value) -> Value:
        if isinstance(value, Message):
            if english and not _HTML.search(value):  # the same in HTML: most are, so pages are made sooner
                return value
            return Markup(value.say(html))
        kind = type(value)
        return value if kind is Markup or (kind is str and not bilingual) else html.value(value)

    return printed


def plain(language: Language) -> Callable[[Value], Value]:
    """Filter for values within tags, titles and pictures."""
    bilingual = language.bilingual

    def printed(value: Value) -> Value:
        if isinstance(value, Message):
            return escape(value.say(language))
        return escape(_printable(value)) if bilingual else value

    return printed


def name(language: Language) -> Callable[[str], str]:
    """Filter for what is in no language: the name of a file, a hash."""
    return NAME.format if language.direction == "rtl" or language.bilingual else str


def _printable(value: Value) -> Value:
    """Only words and numbers are printed: never a missing value, a list or a value's own name."""
    if type(value) in (str, Markup, int):
        return value
    raise TemplateError(f"A template would print {type(value).__name__}, which is nothing for readers.")
