"""Pages that list: the records of a kind, where things stand, what is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.derive import gaps
from generator.derive.gaps import Gaps
from generator.derive.linked import Linked
from generator.derive.standing import APART, rechecks, stands_at
from generator.derive.values import Card, Cite, Fact
from generator.record.addresses import anchor
from generator.record.choices import CHOICES
from generator.record.dates import When
from generator.record.fields import Record
from generator.record.kinds import Kind
from generator.record.papers import Document
from generator.record.series import Series
from generator.site.facts import facts, record_cites
from generator.site.views.apart import Apart, everything_apart
from generator.site.views.helping import left_out
from generator.site.views.tally import Tally, axis_of, tally, targets
from generator.words import capital, gettext


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
    left_out: str
    """Why its number is not shown, where it is a line for help that nobody has confirmed lately."""


@dataclass(frozen=True, slots=True)
class ListView:
    """The records of a kind."""

    about: str
    groups: tuple[Group, ...]
    told: tuple[Told, ...]


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


BOTH = (
    gettext("Two bodies hold different views"),
    gettext("Both are shown, side by side, above and on its page."),
)
"""Heading and meaning of what stands at no one word."""
HOLDINGS = ("held", "contained in", "cited only", "withheld", "proposed")


def of_kind(linked: Linked, kind: Kind, about: str, whole: bool) -> ListView:
    """Give the list of a kind; `whole` shows each record in full rather than as a card."""
    records = [r for r in linked.portal.of(kind.model) if r.address.startswith(kind.folder + "/")]
    if whole:
        told = sorted(records, key=lambda r: (getattr(r, "order", 0), r.heading.lower()))
        return ListView(about, (), tuple(_told(linked, record) for record in told))
    return ListView(about, tuple(_grouped(linked, records)), ())


def _told(linked: Linked, record: Record) -> Told:
    own = record.address.partition("/")[2]
    return Told(own, linked.card(record.address), facts(linked, record), record_cites(linked, record),
                left_out(record))  # fmt: skip


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
    for head, group in groupby(order, lambda r: heads[r.address]):
        title = capital(CHOICES["holding"].get(head, head))
        yield Group(anchor(head), title, linked.cards(r.address for r in group))


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
    told = {word_id: (word.word, word.means) for word_id, word in words.items()} | {APART: BOTH}
    by_word: dict[str, list[str]] = {word_id: [] for word_id in told}
    default = next(word for word, meaning in words.items() if meaning.default)
    for target in targets(linked, series):
        by_word[stands_at(linked.standing.get(target, ()), axis) or default].append(target)
    groups = tuple(
        Group(f"{anchor(series.address)}-{anchor(word)}", told[word][0], linked.cards(found), told[word][1])
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
