"""Pages that list: the records of a kind, where things stand, what is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from answerable.graph import unknowns as gaps
from answerable.graph.conflicts import Conflict, conflicts
from answerable.graph.graph import Graph
from answerable.graph.statuses import CONFLICT, stands_at
from answerable.graph.tally import Tally, tally, targets
from answerable.graph.unknowns import Gaps
from answerable.graph.values import Card, Cite, Fact
from answerable.i18n import capital, gettext
from answerable.model.address import anchor
from answerable.model.date import When
from answerable.model.field import Record
from answerable.model.kinds.document import Document
from answerable.model.kinds.series import Series
from answerable.model.registry import Kind
from answerable.model.spec import words_of
from answerable.site.facts import facts


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
    record: Record

    @property
    def title(self) -> str:
        """Its title, as of a heading."""
        return self.card.title


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

    @property
    def title(self) -> str:
        """Its title, as of a heading."""
        return self.card.title


@dataclass(frozen=True, slots=True)
class StandingView:
    """Where everything that was asked stands."""

    series: tuple[SeriesStanding, ...]
    quoted: tuple[Card, ...]
    apart: tuple[Conflict, ...]
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


def of_kind(graph: Graph, kind: Kind, about: str, whole: bool) -> ListView:
    """Give the list of a kind; `whole` shows each record in full rather than as a card."""
    records = [r for r in graph.portal.of(kind.model) if r.address.startswith(kind.folder + "/")]
    if whole:
        told = sorted(records, key=lambda r: (getattr(r, "order", 0), r.heading.lower()))
        return ListView(about, (), tuple(_told(graph, record) for record in told))
    return ListView(about, tuple(_grouped(graph, records)), ())


def _told(graph: Graph, record: Record) -> Told:
    own = record.address.partition("/")[2]
    return Told(
        own,
        graph.card(record.address),
        facts(graph, record),
        graph.cites(record.cites),
        record,
    )


def _grouped(graph: Graph, records: list[Record]) -> Iterable[Group]:
    """By holding where they are documents, by year where they are dated, else by first letter."""
    if all(isinstance(record, Document) for record in records):
        heads = {r.address: str(r.holding) for r in records if isinstance(r, Document)}
        order = sorted(records, key=lambda r: (HOLDINGS.index(heads[r.address]), r.heading))
    elif all(graph.card(record.address).when for record in records):
        dates = {r.address: when.order for r in records if (when := graph.card(r.address).when)}
        heads = {address: str(first.year) for address, (first, _) in dates.items()}
        order = sorted(records, key=lambda r: dates[r.address], reverse=True)
    else:
        heads = {r.address: r.heading.removeprefix("Councillor ")[:1].upper() for r in records}
        order = sorted(records, key=lambda r: (heads[r.address], r.heading))
    for head, group in groupby(order, lambda r: heads[r.address]):
        title = capital(words_of(Document, "holding").get(head, head))
        yield Group(anchor(head), title, graph.cards(r.address for r in group))


def standing(graph: Graph) -> StandingView:
    """Give where everything that was asked stands: the first page's series first, then the latest."""
    everything = graph.portal.series_in_order()
    tracked = [s for s in everything if s.force != "quoted"]
    return StandingView(
        tuple(_series_standing(graph, series) for series in tracked),
        graph.cards(s.address for s in everything if s.force == "quoted"),
        graph.once(conflicts),
        tuple(
            (graph.card(target), event.move.recheck) for target, event in sorted(graph.log.rechecks.items())
        ),
    )


def _series_standing(graph: Graph, series: Series) -> SeriesStanding:
    track = series.track
    words = graph.portal.vocabulary.track(track)
    told = {word_id: (word.word, word.means) for word_id, word in words.items()} | {CONFLICT: BOTH}
    by_word: dict[str, list[str]] = {word_id: [] for word_id in told}
    default = next(word for word, meaning in words.items() if meaning.default)
    for target in targets(graph, series):
        by_word[stands_at(graph.status_of(target), track) or default].append(target)
    groups = tuple(
        Group(f"{anchor(series.address)}-{anchor(word)}", told[word][0], graph.cards(found), told[word][1])
        for word, found in by_word.items()
        if found
    )
    return SeriesStanding(graph.card(series.address), anchor(series.address), tally(graph, series), groups)


def unknown(graph: Graph) -> UnknownView:
    """Give everything the papers held do not tell."""
    return UnknownView(graph.once(gaps.everything), graph.portal.settings.held_until)


def working(graph: Graph) -> WorkingView:
    """Give what documents say works, with the same weight as what is missing."""
    found = []
    for document in graph.portal.of(Document):
        strengths = tuple((f.says, graph.cites(f.cites)) for f in document.findings if f.kind == "strength")
        if strengths:
            found.append(Working(graph.card(document.address), strengths))
    return WorkingView(tuple(found))
