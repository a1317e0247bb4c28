"""What the page of any record shows; the other views hold this and add what is their kind's own."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from answerable.graph import links
from answerable.graph import overdue as silence
from answerable.graph import timeline as history
from answerable.graph import unknowns as gaps
from answerable.graph.backlinks import LABELS
from answerable.graph.graph import Graph
from answerable.graph.links import LinkGroup
from answerable.graph.overdue import Silence
from answerable.graph.values import Card, Cite, Entry, Fact, Unknown, Way
from answerable.i18n import gettext, sentences
from answerable.model.address import href, root_of
from answerable.model.date import day_in_words
from answerable.model.field import Record, Withdrawal
from answerable.model.registry import kind_of
from answerable.site.facts import Section, facts, known_here, sections
from answerable.site.field_names import OPENS
from answerable.site.markdown import html_of
from answerable.site.views import notices
from answerable.site.views.notices import Notice


@dataclass(frozen=True, slots=True)
class TakenBack:
    """That a record was withdrawn or erased, when, and why."""

    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Common:
    """The parts every record's page has."""

    card: Card
    summary: str
    """One or two sentences that open the page."""
    html: Markup
    """Its prose, in our words."""
    opens: tuple[Fact, ...]
    """Who answers for it, and when: what stands above the summary."""
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    cites: tuple[Cite, ...]
    silence: tuple[Silence, ...]
    """What came late, and what nobody found where somebody has looked."""
    gaps: tuple[Unknown, ...]
    links: tuple[LinkGroup, ...]
    timeline: tuple[Entry, ...]
    ways: tuple[Way, ...]
    retracted: TakenBack | None
    notices: tuple[Notice, ...]
    """Corrections of what the page said, and statements in reply to it."""


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record that needs no more than what all have."""

    common: Common


def plain(graph: Graph, record: Record) -> RecordView:
    """Give the page of a record that needs no more than what all have."""
    return RecordView(common(graph, record))


def common(
    graph: Graph,
    record: Record,
    skip: frozenset[str] = frozenset(),
    without: frozenset[str] = frozenset(),
) -> Common:
    """Give what any record's page shows.

    `skip` names fields that the kind's own view shows; `without` names ways back that it shows.
    """
    hidden = skip | {"links", "summary"}
    opens = OPENS.get(kind_of(record.address).folder, frozenset()) - skip
    taken = record.withdrawn
    return Common(
        card=graph.card(record.address),
        summary=str(getattr(record, "summary", None) or ""),
        html=html_of(record, root_of(href(record.address))),
        opens=facts(graph, record, frozenset(type(record).model_fields) - opens),
        facts=(*facts(graph, record, hidden | opens), *known_here(graph, record, hidden)),
        sections=sections(graph, record, hidden),
        cites=graph.cites(record.cites),
        silence=silence.of_record(graph, record),
        gaps=gaps.of_record(graph, record),
        links=links.of_record(graph, record.address),
        timeline=history.of_record(graph, record),
        ways=ways(graph, record, without | {"to"}),
        retracted=_taken_back(record, taken) if taken else None,
        notices=notices.of_record(graph, record),
    )


def _taken_back(record: Record, taken: Withdrawal) -> TakenBack:
    day = day_in_words(taken.on)
    if record.status != "erased":
        return TakenBack(gettext("This was withdrawn on {day}.", day=day), taken.why)
    gone = gettext("Its words were taken out of every page of this site.")
    return TakenBack(gettext("This was erased on {day}.", day=day), sentences(taken.why, gone))


def ways(graph: Graph, record: Record, without: frozenset[str] = frozenset()) -> tuple[Way, ...]:
    """Give the pages that speak of a record, under one heading for each way they do."""
    found: dict[str, dict[str, None]] = {}
    for back in graph.backlinks.get(record.address, ()):
        if back.field not in without:
            found.setdefault(back.field, {})[back.source] = None
    order = list(LABELS)
    return tuple(
        Way(LABELS[field], graph.cards(sources))
        for field, sources in sorted(found.items(), key=lambda pair: order.index(pair[0]))
    )
