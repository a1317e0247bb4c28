"""The search page: its box, lists to look through, and everything from A to Z; the lists it leads to."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from answerable.graph.graph import Graph
from answerable.graph.tally import targets
from answerable.graph.values import Card
from answerable.i18n import capital, gettext
from answerable.model.address import anchor, href
from answerable.model.field import Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.term import Term
from answerable.model.registry import KINDS
from answerable.model.status import TRACKS
from answerable.site.lists import Group
from answerable.site.timeline import Year, timeline

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


def search(graph: Graph, words: Mapping[str, WordView], years: Mapping[str, YearView]) -> SearchView:
    """Give the search page: its lists by kind, standing, body and year, and everything from A to Z.

    `words` and `years` are the pages it leads to, as `by_word` and `by_year` give them.
    """
    records = [r for r in graph.portal.records.values() if not graph.portal.is_sensitive(r)]
    standings = (Choice(capital(view.word), address, view.number) for address, view in words.items())
    dates = (Choice(view.year.title, address, view.number) for address, view in years.items())
    groups = (
        Choices("kinds", gettext("By kind"), tuple(_kinds(graph))),
        Choices("standings", gettext("By where it stands"), tuple(standings)),
        Choices("bodies", gettext("By body it falls on"), tuple(_bodies(graph))),
        Choices("years", gettext("By year"), tuple(dates)),
    )
    return SearchView(
        json.dumps(synonyms(graph), ensure_ascii=False, separators=(",", ":")),
        tuple(group for group in groups if group.choices),
        tuple(_letters(graph, records)),
        len(records),
    )


def synonyms(graph: Graph) -> list[list[str]]:
    """Give groups of words for the same thing, from the words we explain."""
    terms = (t for t in graph.portal.of(Term) if not t.retracted and not graph.portal.is_sensitive(t))
    groups = (list(dict.fromkeys((t.title, *t.expansions, *t.also))) for t in terms)
    return sorted(group for group in groups if len(group) > 1)


def by_word(graph: Graph) -> dict[str, WordView]:
    """Give a list for each word at which something stands, by its address below the root."""
    found = _by_word(graph)
    views: dict[str, WordView] = {}
    for track in TRACKS:
        for word_id, word in graph.portal.vocabulary.track(track).items():
            groups = found.get((track, word_id), {})
            if groups:
                told = (Group(anchor(title), title, graph.cards(those)) for title, those in groups.items())
                number = sum(map(len, groups.values()))
                views[f"standing/{track}-{word_id}/"] = WordView(
                    word.word, word.means, word.default, tuple(told), number
                )
    return views


def by_year(graph: Graph) -> dict[str, YearView]:
    """Give a page for each year of the timeline, by its address below the root; the latest first."""
    years = graph.once(timeline).years
    choices = [
        Choice(year.title, f"timeline/{year.title}/", sum(len(month.entries) for month in year.months))
        for year in years
    ]
    beside = [None, *choices, None]
    return {
        choice.href: YearView(year, choice.number, beside[at + 2], beside[at])
        for at, (year, choice) in enumerate(zip(years, choices, strict=True))
    }


def _by_word(graph: Graph) -> dict[tuple[str, str], dict[str, list[str]]]:
    """What stands at each word of each axis, under the titles of the series in their order; promises last."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    there = [s for s in graph.portal.series_in_order() if s.force != "quoted" and not s.retracted]
    promised = [promise.address for promise in graph.portal.of(Promise) if not promise.retracted]
    everything = [(series.title, series.track, targets(graph, series)) for series in there]
    for title, track, addresses in [*everything, (gettext("Promises"), "progress", promised)]:
        words = graph.portal.vocabulary.track(track)
        default = next(word for word, meaning in words.items() if meaning.default)
        for address in addresses:
            stands = {(one.track, one.word_id) for one in graph.status_of(address)}
            if track not in {one for one, _ in stands}:
                stands.add((track, default))
            for key in stands:
                found.setdefault(key, {}).setdefault(title, []).append(address)
    return found


def _kinds(graph: Graph) -> Iterator[Choice]:
    counts: dict[str, int] = {}
    for address in graph.portal.records:
        folder = address.partition("/")[0]
        counts[folder] = counts.get(folder, 0) + (address.count("/") == 1)
    for folder, kind in KINDS.items():
        if counts.get(folder) and folder != "pages":
            yield Choice(capital(kind.many), f"{folder}/", counts[folder])


def _bodies(graph: Graph) -> Iterator[Choice]:
    for body in sorted(graph.portal.of(Body), key=lambda one: one.heading.lower()):
        backlinks = graph.backlinks.get(body.address, ())
        asked = {back.source for back in backlinks if back.field == "owners"}
        if asked:
            yield Choice(body.heading, f"{href(body.address)}#ways-back", len(asked))


def _letters(graph: Graph, records: list[Record]) -> Iterator[Group]:
    """Everything under the first letter or digit of its title; digits stand together at the top."""
    cards = sorted(((_sorted_by(record), graph.card(record.address)) for record in records), key=_order)
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
