"""Words we explain, where a page first uses one: a link to the glossary, and letters written out beside it.

It works on a page's finished HTML, so that no part of a page can forget it. Headings, links, labels, code
and quotations are passed over: they say what they say. A screen reader reads the words in their place;
what a browser keeps in a `title` many people never meet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import zip_longest

from markupsafe import escape

from generator.record.addresses import href
from generator.record.facts import Term

_PASSED_OVER = re.compile(
    r"<(a|h[1-6]|b|blockquote|q|code|pre|svg|dt|th|caption)\b[^>]*>.*?</\1>"
    r'|<(p|span)\b[^>]* ?class="(?:label|badge|strength|printed)[^>]*>.*?</\2>'
    r"|<[^>]*>|“[^”]*(?:”|(?=<))",
    re.DOTALL,
)
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W_]*[A-Z][^\W_]*[A-Z][^\W_]*")
_JOINED = frozenset("-/")
_NEAR = 160
"""Letters are not written out again where their words stand within so many signs."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or letters as pages explain them."""

    title: str
    href: str
    """Its page, below the root."""
    expansions: tuple[str, ...]
    means: str


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a word is written."""

    written: str
    """As it stands in HTML."""
    word: Word | None
    """None for words that explain themselves: an expansion, of which a part may be another word."""
    letters: str = ""
    """What the letters stand for; empty where they are words, or nothing held writes them out."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The forms of all words by their first run of letters, the longest first."""

    forms: Mapping[str, tuple[Form, ...]]

    def at(self, text: str, start: int, first: str) -> tuple[Form, int] | None:
        """Give the form that stands at a place that begins with `first`, and where it ends."""
        for form in self.forms.get(first, ()):
            if text.startswith(form.written, start):
                end = start + len(form.written)
                if not form.letters and text[end : end + 1] == "s":
                    end += 1
                if not text[end : end + 1].isalnum():
                    return form, end
        return None


@dataclass(slots=True)
class _Page:
    """What a page has explained so far."""

    title: str
    href: str
    words: dict[str, Word] = field(default_factory=dict)
    written_out: set[str] = field(default_factory=set)


Shown = Callable[[str, str, str, bool], str]
"""Gives the HTML of a use: the words, their page, what the letters stand for, whether within brackets."""


def glossary(terms: Iterable[Term]) -> Glossary:
    """Give the words of these terms; what is the everyday word too is explained in the list alone."""
    forms: dict[str, Form] = {}
    there = [term for term in terms if not (term.everyday or term.taken_back)]
    for term in there:
        word = Word(term.title, href(term.address), term.expansions, term.means or "")
        for form in _titles(term, word):
            forms[form.written] = form
    for term in there:
        word = Word(term.title, href(term.address), term.expansions, term.means or "")
        for also in map(str, map(escape, term.also)):
            forms.setdefault(also, Form(also, word, _stands_for(also, word.expansions[:1])))
        for expansion in map(str, map(escape, term.expansions)):
            forms.setdefault(expansion, Form(expansion, None))
    by_first: dict[str, list[Form]] = {}
    for form in sorted(forms.values(), key=lambda form: (-len(form.written), form.written)):
        if first := _WORD.search(form.written):
            by_first.setdefault(first[0], []).append(form)
    return Glossary({first: tuple(found) for first, found in by_first.items()})


def _titles(term: Term, word: Word) -> Iterator[Form]:
    """Give each name in a title such as `SRP / SRPB`; a word that is no letters may begin small."""
    names = term.title.split(" / ")
    own = word.expansions if len(names) == len(word.expansions) else word.expansions[:1] * len(names)
    for name, expansion in zip_longest(map(str, map(escape, names)), own, fillvalue=""):
        yield Form(name, word, _stands_for(name, (expansion,)))
        if not _LETTERS.search(name):
            yield Form(name[:1].lower() + name[1:], word)


def _stands_for(name: str, expansions: tuple[str, ...]) -> str:
    return expansions[0] if expansions and _LETTERS.search(name) else ""


def explained(
    html: str, words: Glossary, title: str, address: str, shown: Shown
) -> tuple[str, tuple[Word, ...]]:
    """Give a page's contents with each word explained at its first use, and these words in their order.

    `address` is the page's own: a word is not explained on its page.
    """
    page, made, at = _Page(title, address), [], 0
    for passed in _PASSED_OVER.finditer(html):
        if passed.start() > at + 1:
            made.append(_text(html, at, passed.start(), words, page, shown))
        else:
            made.append(html[at : passed.start()])
        made.append(passed[0])
        at = passed.end()
    made.append(html[at:])
    return "".join(made), tuple(page.words.values())


def _text(html: str, start: int, end: int, words: Glossary, page: _Page, shown: Shown) -> str:
    """Give a run of text, its uses of words shown."""
    made, at = [], start
    for found in _WORD.finditer(html, start, end):
        if found[0] not in words.forms or found.start() < at:
            continue
        if there := words.at(html, found.start(), found[0]):
            form, after = there
            made += [html[at : found.start()], _use(html, found.start(), after, form, page, shown)]
            at = after
    return "".join([*made, html[at:end]])


def _use(html: str, start: int, end: int, form: Form, page: _Page, shown: Shown) -> str:
    """Give one use: shown where it is the first of the word, or of letters not written out yet."""
    written, word = html[start:end], form.word
    if word is None or word.href == page.href:
        return written
    known = word.href in page.words
    around = html[max(start - _NEAR, 0) : end + _NEAR].lower()
    told = any(one.lower() in around or one.lower() in page.title.lower() for one in word.expansions)
    joined = html[start - 1 : start] in _JOINED or html[end : end + 1] in _JOINED
    letters = "" if told or joined or word.href in page.written_out else form.letters
    if form.letters and not joined:
        page.written_out.add(word.href)
    if known and not letters:
        return written
    page.words[word.href] = word
    return shown(unescape(written), word.href, letters, html[start - 1 : start] == "(")
