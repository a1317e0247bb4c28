"""Glossary: at a page's first use of a word we explain, a link, and letters written out beside it.

It works on a page's finished HTML, so that no part of a page can forget it. Headings, links, labels, code
and quotations are passed over: they say what they say. A screen reader reads the words in their place;
what a browser keeps in a `title` many people never meet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from markupsafe import escape

from answerable.model.address import href
from answerable.model.kinds.term import Term

_PASSED_OVER = re.compile(
    r"(?:(?:<(a|h[1-6]|b|blockquote|q|code|pre|svg|dt|th|caption)\b[^>]*>.*?</\1>"
    r'|<(p|span)\b[^>]* ?class="(?:label|badge|strength|printed|short)[^>]*>.*?</\2>'
    r"|<[^>]*>|“[^”]*(?:”|(?=<)))\s*)+",
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
    others: bool = False
    """Whether the papers also print that the letters stand for something else."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The forms of all words by their first run of letters, the longest first."""

    forms: Mapping[str, tuple[Form, ...]]

    def form_at(self, text: str, start: int, first: str) -> tuple[Form, int] | None:
        """Form that stands at a place that begins with `first`, and where it ends."""
        for form in self.forms.get(first, ()):
            if text.startswith(form.written, start):
                end = start + len(form.written)
                if not form.letters and text[end : end + 1] == "s":
                    end += 1
                if not text[end : end + 1].isalnum():
                    return form, end
        return None


Marker = Callable[[str, Form, bool, bool], str]
"""The HTML of a use: its words, its form, whether to write the letters out, whether in brackets."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A word that a page explains at its end."""

    written: str
    """As the page first writes it, with a capital."""
    word: Word


def glossary(terms: Iterable[Term]) -> Glossary:
    """Words of these terms; what is an everyday word too is explained in the list alone."""
    explained_terms = [term for term in terms if not (term.everyday or term.retracted)]
    forms: dict[str, Form] = {}
    # A title counts before another term's misprint, and that before a part of somebody's name.
    for give in (_titles, _others, _expansions):
        for term in explained_terms:
            for form in give(term, Word(href(term.address), term.expansions, term.means or "")):
                forms.setdefault(form.written, form)
    by_first: dict[str, list[Form]] = {}
    for form in sorted(forms.values(), key=lambda form: (-len(form.written), form.written)):
        if first := _WORD.search(form.written):
            for begins in (first[0], f"{first[0]}s") if first[0] == form.written else (first[0],):
                by_first.setdefault(begins, []).append(form)
    return Glossary({first: tuple(several) for first, several in by_first.items()})


def _titles(term: Term, word: Word) -> Iterator[Form]:
    """Each name in a title such as `SRP / SRPB`; a word that is no letters may begin small."""
    names = term.title.split(" / ")
    each = len(names) == len(word.expansions)
    for number, name in enumerate(names):
        if each:
            yield _form(name, word, word.expansions[number : number + 1])
        else:
            yield _form(name, word, word.expansions)
        if not _LETTERS.search(name):
            yield _form(name[:1].lower() + name[1:], word, ())


def _others(term: Term, word: Word) -> Iterator[Form]:
    for name in term.also:
        yield _form(name, word, word.expansions)


def _expansions(term: Term, _word: Word) -> Iterator[Form]:
    for words in term.expansions:
        yield Form(str(escape(words)), None)


def _form(name: str, word: Word, expansions: tuple[str, ...]) -> Form:
    written = str(escape(name))
    if expansions and _LETTERS.search(name):
        return Form(written, word, expansions[0], len(expansions) > 1)
    return Form(written, word)


def explained(
    html: str, words: Glossary, title: str, address: str, mark: Marker
) -> tuple[str, tuple[Explained, ...]]:
    """Contents of a page with each word marked at its first use, and the words to explain at its end.

    Letters that the papers write out are explained where they stand. `address` is the page's own: a word is
    not explained on its page.
    """
    page, pieces, start = _Page(html, words, title.lower(), address, mark), [], 0
    for passed in _PASSED_OVER.finditer(html):
        pieces += [page.text(start, passed.start()), passed[0]]
        start = passed.end()
    pieces.append(page.text(start, len(html)))
    return "".join(pieces), tuple(page.left.values())


@dataclass(slots=True)
class _Page:
    """A page while its words are being explained, from its beginning to its end."""

    html: str
    glossary: Glossary
    title: str
    """In small letters."""
    address: str
    mark: Marker
    marked: set[str] = field(default_factory=set)
    """The addresses of the words met so far."""
    written_out: set[str] = field(default_factory=set)
    """Those whose letters were written out, here or by the page itself."""
    left: dict[str, Explained] = field(default_factory=dict)
    """Those that the page explains at its end."""

    def text(self, start: int, end: int) -> str:
        """Run of text, its first uses of words shown."""
        if end - start <= 1:
            return self.html[start:end]
        pieces, position = [], start
        for match in _WORD.finditer(self.html, start, end):
            if match[0] not in self.glossary.forms or match.start() < position:
                continue
            if hit := self.glossary.form_at(self.html, match.start(), match[0]):
                form, after = hit
                pieces += [self.html[position : match.start()], self._use(form, match.start(), after)]
                position = after
        return "".join([*pieces, self.html[position:end]])

    def _use(self, form: Form, start: int, end: int) -> str:
        """One use: shown where it is the first of the word, or of letters not written out yet."""
        written, word = self.html[start:end], form.word
        if word is None or word.href == self.address:
            return written
        before, after = self.html[start - 1 : start], self.html[end : end + 1]
        joined = before in _JOINED or after in _JOINED
        letters = bool(form.letters) and not joined and word.href not in self.written_out
        if letters:
            self.written_out.add(word.href)
            self.left.pop(word.href, None)
            letters = not self._is_expanded(word, start, end)
        elif word.href not in self.marked:
            self.left[word.href] = Explained(unescape(written[:1].upper() + written[1:]), word)
        if word.href in self.marked and not letters:
            return written
        self.marked.add(word.href)
        return self.mark(unescape(written), form, letters, before == "(")

    def _is_expanded(self, word: Word, start: int, end: int) -> bool:
        """Whether the title or the words around say what the letters stand for."""
        near = self.html[max(start - _NEAR, 0) : end + _NEAR].lower()
        return any(words.lower() in near or words.lower() in self.title for words in word.expansions)
