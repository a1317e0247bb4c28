"""Pages that list: the records of a kind, one timeline of everything, where things stand, what is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.derive import gaps, history
from generator.derive.gaps import Gaps
from generator.derive.linked import Linked
from generator.derive.standing import rechecks
from generator.derive.values import Card, Cite, Entry, Fact
from generator.record.addresses import anchor
from generator.record.dates import When
from generator.record.fields import Record
from generator.record.kinds import Kind
from generator.record.papers import Document
from generator.record.series import Series
from generator.site.facts import facts, record_cites
from generator.site.pictures import Bars, bars_by_year
from generator.site.views.apart import Apart, everything_apart
from generator.site.views.tally import Tally, axis_of, tally, targets


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading."""

    id: str
    title: str
    cards: tuple[Card, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A short record shown whole in its list: its card, facts and where it is written."""

    id: str
    card: Card
    facts: tuple[Fact, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """The records of a kind."""

    about: str
    groups: tuple[Group, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of one year, the latest first."""

    year: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Everything dated, the latest year first."""

    bars: Bars
    years: tuple[Year, ...]
    held_until: str


@dataclass(frozen=True, slots=True)
class SeriesStanding:
    """Where the items or asks of one series stand."""

    card: Card
    id: str
    tally: Tally | None
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class StandingView:
    """Where everything that was asked stands."""

    series: tuple[SeriesStanding, ...]
    quoted: tuple[Card, ...]
    apart: tuple[Apart, ...]
    again: tuple[tuple[Card, When | None], ...]
    """What is to be checked again, and when."""


@dataclass(frozen=True, slots=True)
class UnknownView:
    """What we do not know, by kind of gap."""

    gaps: tuple[Gaps, ...]
    held_until: str


@dataclass(frozen=True, slots=True)
class Working:
    """What one document says works."""

    document: Card
    found: tuple[tuple[str, tuple[Cite, ...]], ...]


@dataclass(frozen=True, slots=True)
class WorkingView:
    """What reviewers found working."""

    documents: tuple[Working, ...]


HOLDINGS = ("held", "contained in", "cited only", "withheld", "proposed")
def of_kind(linked: Linked, kind: Kind, about: str, whole: bool) -> ListView:
    """Give the list of a kind; `whole` shows each record in full rather than as a card."""
    records = [r for r in linked.portal.of(kind.model) if r.address.startswith(kind.folder + "/")]
    if whole:
        told = sorted(records, key=lambda r: r.heading.lower())
        return ListView(about, (), tuple(_told(linked, record) for record in told))
    return ListView(about, tuple(_grouped(linked, records)), ())


def _told(linked: Linked, record: Record) -> Told:
    own = record.address.partition("/")[2]
    return Told(own, linked.card(record.address), facts(linked, record), record_cites(linked, record))


def _grouped(linked: Linked, records: list[Record]) -> Iterable[Group]:
    """By holding where they are documents, by year where they are dated, else by first letter."""
    if all(isinstance(record, Document) for record in records):
        heads = {r.address: str(r.holding) for r in records if isinstance(r, Document)}
        order = sorted(records, key=lambda r: (HOLDINGS.index(heads[r.address]), r.heading))
    elif all(linked.card(record.address).when for record in records):
        dates = {r.address: when.order for r in records if (when := linked.card(r.address).when)}
        heads = {address: str(first.year) for address, (first, _) in dates.items()}
        order = sorted(records, key=lambda r: dates[r.address], reverse=True)
    else:
        heads = {r.address: r.heading.removeprefix("Councillor ")[:1].upper() for r in records}
        order = sorted(records, key=lambda r: (heads[r.address], r.heading))
    for title, group in groupby(order, lambda r: heads[r.address]):
        yield Group(anchor(title), title[:1].upper() + title[1:], linked.cards(r.address for r in group))


def timeline(linked: Linked) -> TimelineView:
    """Give everything dated, by year, the latest first."""
    entries = reversed(history.everything(linked))
    years = groupby(entries, lambda e: str((e.when.earliest or e.when.day).year))
    found = tuple(Year(year, tuple(group)) for year, group in years)
    bars = bars_by_year([(year.year, len(year.entries)) for year in found])
    return TimelineView(bars, found, linked.portal.settings.held_until)


def standing(linked: Linked) -> StandingView:
    """Give where everything that was asked stands: the first page's series first, then the latest."""
    everything = series_in_order(linked)
    tracked = [s for s in everything if s.force != "quoted"]
    return StandingView(
        tuple(_series_standing(linked, series) for series in tracked),
        linked.cards(s.address for s in everything if s.force == "quoted"),
        everything_apart(linked),
        tuple(
            (linked.card(target), one.move.recheck)
            for target, one in sorted(rechecks(linked.history).items())
        ),
    )


def series_in_order(linked: Linked) -> list[Series]:
    """Give every series: those the first page opens with, then the others, the latest first."""
    everything = sorted(linked.portal.of(Series), key=lambda s: (s.comes_in, s.address), reverse=True)
    first = linked.portal.settings.first
    return sorted(everything, key=lambda s: first.index(s.address) if s.address in first else len(first))


def _series_standing(linked: Linked, series: Series) -> SeriesStanding:
    axis = axis_of(series)
    words = linked.portal.vocabulary.axis(axis)
    by_word: dict[str, list[str]] = {word: [] for word in words}
    default = next(word for word, meaning in words.items() if meaning.default)
    for target in targets(linked, series):
        set_ = {s.word_id for s in linked.standing.get(target, ()) if s.axis == axis}
        for word in set_ or {default}:
            by_word[word].append(target)
    groups = tuple(
        Group(f"{anchor(series.address)}-{word}", words[word].word, linked.cards(found), words[word].means)
        for word, found in by_word.items()
        if found
    )
    return SeriesStanding(linked.card(series.address), anchor(series.address), tally(linked, series), groups)


def unknown(linked: Linked) -> UnknownView:
    """Give everything the papers held do not tell."""
    return UnknownView(gaps.everything(linked), linked.portal.settings.held_until)


def working(linked: Linked) -> WorkingView:
    """Give what documents say works, with the same weight as what is missing."""
    found = []
    for document in linked.portal.of(Document):
        strengths = tuple((f.says, linked.cites(f.cites)) for f in document.findings if f.kind == "strength")
        if strengths:
            found.append(Working(linked.card(document.address), strengths))
    return WorkingView(tuple(found))
