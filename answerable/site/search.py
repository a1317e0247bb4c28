"""Search: what the page offers beside its box, lists to look through and everything from A to Z."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from answerable.graph.values import Card
from answerable.i18n import capital, gettext
from answerable.model.address import href
from answerable.model.field import Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.term import Term
from answerable.model.registry import KINDS
from answerable.model.status import TRACKS
from answerable.site.context import Context
from answerable.site.parts import Group

DIGITS = gettext("0–9")
"""The heading of titles that begin with a digit."""
_NUMBER = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to look through, and how many entries it has."""

    title: str
    href: str
    number: int


@dataclass(frozen=True, slots=True)
class Choices:
    """Lists of one sort, under a heading."""

    id: str
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What the search page has beside everything from A to Z, made when it is asked for."""

    ctx: Context

    @property
    def choices(self) -> tuple[Choices, ...]:
        """Lists to look through: by kind, standing, body and year."""
        groups = (
            Choices("kinds", gettext("By kind"), tuple(_kinds(self.ctx))),
            Choices("standings", gettext("By where it stands"), tuple(_words(self.ctx))),
            Choices("bodies", gettext("By body it falls on"), tuple(_bodies(self.ctx))),
            Choices("years", gettext("By year"), tuple(_years(self.ctx))),
        )
        return tuple(group for group in groups if group.choices)

    @property
    def synonyms(self) -> str:
        """Groups of words for the same thing, from the words we explain, as JSON."""
        portal = self.ctx.portal
        terms = (one for one in portal.of(Term) if not one.retracted and not portal.is_sensitive(one))
        groups = (list(dict.fromkeys((term.title, *term.expansions, *term.also))) for term in terms)
        several = sorted(group for group in groups if len(group) > 1)
        return json.dumps(several, ensure_ascii=False, separators=(",", ":"))


def letters(ctx: Context) -> tuple[Group, ...]:
    """Everything under the first letter or digit of its title; digits stand together at the top."""
    records = (record for record in ctx.portal.records.values() if not ctx.portal.is_sensitive(record))
    cards = sorted(((_sorted_by(record), ctx.card(record.address)) for record in records), key=_order)
    return tuple(
        Group(f"letter-{letter.lower()}", letter, tuple(card for _, card in group))
        for letter, group in groupby(cards, lambda pair: _letter(pair[0]))
    )


def words_in_use(ctx: Context) -> Iterator[tuple[str, str]]:
    """Track and id of each word at which anything stands, in the order of the words."""
    for track in TRACKS:
        yield from (
            (track, word) for word in ctx.portal.vocabulary.track(track) if (track, word) in ctx.words()
        )


def address_of_word(track: str, word: str) -> str:
    """Address of the list of what stands at a word."""
    return f"standing/{track}-{word}/"


def _kinds(ctx: Context) -> Iterator[Choice]:
    addresses = (record.address for record in ctx.portal.records.values())
    counts = Counter(address.partition("/")[0] for address in addresses if address.count("/") == 1)
    for folder, kind in KINDS.items():
        if counts[folder] and folder != "pages":
            yield Choice(capital(kind.many), f"{folder}/", counts[folder])


def _words(ctx: Context) -> Iterator[Choice]:
    for track, word in words_in_use(ctx):
        title = capital(ctx.portal.vocabulary.track(track)[word].word)
        number = sum(map(len, ctx.words()[track, word].values()))
        yield Choice(title, address_of_word(track, word), number)


def _bodies(ctx: Context) -> Iterator[Choice]:
    for body in sorted(ctx.portal.of(Body), key=lambda one: one.heading.lower()):
        if number := ctx.owned(body):
            yield Choice(body.heading, f"{href(body.address)}#ways-back", number)


def _years(ctx: Context) -> Iterator[Choice]:
    for year in ctx.years():
        number = sum(len(month.entries) for month in ctx.months(year))
        yield Choice(str(year), f"timeline/{year}/", number)


def _order(pair: tuple[str, Card]) -> tuple[bool, str, str]:
    words, card = pair
    return _letter(words) != DIGITS, words, card.href


def _sorted_by(record: Record) -> str:
    """A title as it is put in order: small letters without marks, without “Councillor”; 9 before 13."""
    plain = unicodedata.normalize("NFKD", record.heading.removeprefix("Councillor ")).casefold()
    words = "".join(letter for letter in plain if letter.isalnum() or letter == " ").strip()
    return _NUMBER.sub(lambda number: number[0].zfill(12), words)


def _letter(words: str) -> str:
    first = words[:1].upper()
    return first if first.isalpha() else DIGITS
