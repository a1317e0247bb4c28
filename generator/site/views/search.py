"""The search page: its box, lists to look through, and everything from A to Z; the lists it leads to."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.derive.linked import Linked
from generator.derive.values import Card
from generator.exchange.following import may_be_followed
from generator.record.actors import Body
from generator.record.addresses import anchor, href
from generator.record.facts import Term
from generator.record.fields import Record
from generator.record.kinds import KINDS
from generator.record.standings import AXES
from generator.record.updates import Promise
from generator.site.views.lists import Group, series_in_order
from generator.site.views.tally import axis_of, targets
from generator.site.views.timeline import Year, timeline
from generator.words import capital, gettext

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
class SearchView:
    """What there is to find, and the words that widen a search."""

    words: str
    """As JSON: groups of words for the same thing."""
    choices: tuple[Choices, ...]
    letters: tuple[Group, ...]
    number: int


@dataclass(frozen=True, slots=True)
class WordView:
    """Everything that stands at one word."""

    word: str
    means: str
    default: bool
    groups: tuple[Group, ...]
    number: int


@dataclass(frozen=True, slots=True)
class YearView:
    """What one year has on the timeline, and the years beside it."""

    year: Year
    number: int
    """Of its entries."""
    before: Choice | None
    after: Choice | None


def search(linked: Linked, words: Mapping[str, WordView], years: Mapping[str, YearView]) -> SearchView:
    """Give the search page: its lists by kind, standing, body and year, and everything from A to Z.

    `words` and `years` are the pages it leads to, as `by_word` and `by_year` give them.
    """
    records = [r for r in linked.portal.records.values() if may_be_followed(linked, r)]
    standings = (Choice(capital(view.word), address, view.number) for address, view in words.items())
    dates = (Choice(view.year.title, address, view.number) for address, view in years.items())
    groups = (
        Choices("kinds", gettext("By kind"), tuple(_kinds(linked))),
        Choices("standings", gettext("By where it stands"), tuple(standings)),
        Choices("bodies", gettext("By body it falls on"), tuple(_bodies(linked))),
        Choices("years", gettext("By year"), tuple(dates)),
    )
    return SearchView(
        json.dumps(synonyms(linked), ensure_ascii=False, separators=(",", ":")),
        tuple(group for group in groups if group.choices),
        tuple(_letters(linked, records)),
        len(records),
    )


def synonyms(linked: Linked) -> list[list[str]]:
    """Give groups of words for the same thing, from the words we explain."""
    terms = (t for t in linked.portal.of(Term) if not t.taken_back and may_be_followed(linked, t))
    groups = (list(dict.fromkeys((t.title, *t.expansions, *t.also))) for t in terms)
    return sorted(group for group in groups if len(group) > 1)


def by_word(linked: Linked) -> dict[str, WordView]:
    """Give a list for each word at which something stands, by its address below the root."""
    found = _by_word(linked)
    views: dict[str, WordView] = {}
    for axis in AXES:
        for word_id, word in linked.portal.vocabulary.axis(axis).items():
            groups = found.get((axis, word_id), {})
            if groups:
                told = (Group(anchor(title), title, linked.cards(those)) for title, those in groups.items())
                number = sum(map(len, groups.values()))
                views[f"standing/{axis}-{word_id}/"] = WordView(
                    word.word, word.means, word.default, tuple(told), number
                )
    return views


def by_year(linked: Linked) -> dict[str, YearView]:
    """Give a page for each year of the timeline, by its address below the root; the latest first."""
    years = timeline(linked).years
    choices = [
        Choice(year.title, f"timeline/{year.title}/", sum(len(month.entries) for month in year.months))
        for year in years
    ]
    beside = [None, *choices, None]
    return {
        choice.href: YearView(year, choice.number, beside[at + 2], beside[at])
        for at, (year, choice) in enumerate(zip(years, choices, strict=True))
    }


def _by_word(linked: Linked) -> dict[tuple[str, str], dict[str, list[str]]]:
    """What stands at each word of each axis, under the titles of the series in their order; promises last."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    there = [s for s in series_in_order(linked) if s.force != "quoted" and not s.taken_back]
    promised = [promise.address for promise in linked.portal.of(Promise) if not promise.taken_back]
    everything = [(series.title, axis_of(series), targets(linked, series)) for series in there]
    for title, axis, addresses in [*everything, (gettext("Promises"), "progress", promised)]:
        words = linked.portal.vocabulary.axis(axis)
        default = next(word for word, meaning in words.items() if meaning.default)
        for address in addresses:
            stands = {(one.axis, one.word_id) for one in linked.standing.get(address, ())}
            if axis not in {one for one, _ in stands}:
                stands.add((axis, default))
            for key in stands:
                found.setdefault(key, {}).setdefault(title, []).append(address)
    return found


def _kinds(linked: Linked) -> Iterator[Choice]:
    counts: dict[str, int] = {}
    for address in linked.portal.records:
        folder = address.partition("/")[0]
        counts[folder] = counts.get(folder, 0) + (address.count("/") == 1)
    for folder, kind in KINDS.items():
        if counts.get(folder) and folder != "pages":
            yield Choice(capital(kind.many), f"{folder}/", counts[folder])


def _bodies(linked: Linked) -> Iterator[Choice]:
    for body in sorted(linked.portal.of(Body), key=lambda one: one.heading.lower()):
        backs = linked.backs.get(body.address, ())
        asked = {back.source for back in backs if back.field == "falls_on"}
        if asked:
            yield Choice(body.heading, f"{href(body.address)}#ways-back", len(asked))


def _letters(linked: Linked, records: list[Record]) -> Iterator[Group]:
    """Everything under the first letter or digit of its title; digits stand together at the top."""
    cards = sorted(((_sorted_by(record), linked.card(record.address)) for record in records), key=_order)
    for letter, group in groupby(cards, lambda pair: _letter(pair[0])):
        yield Group(f"letter-{letter.lower()}", letter, tuple(card for _, card in group))


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
