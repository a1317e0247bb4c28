"""What the page of any record shows; the other views hold this and add what is their kind's own."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.derive import gaps, history, links, silence
from generator.derive.linked import Linked
from generator.derive.links import LinkGroup
from generator.derive.silence import Silence
from generator.derive.values import Card, Cite, Entry, Fact, Unknown, Way
from generator.derive.ways import LABELS
from generator.record.addresses import href, root_of
from generator.record.dates import day_in_words
from generator.record.fields import Record, Withdrawal
from generator.record.kinds import kind_of
from generator.site.facts import Section, facts, known_here, sections
from generator.site.names import OPENS
from generator.site.prose import html_of
from generator.site.views import notices
from generator.site.views.notices import Notice
from generator.words import gettext, sentences


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
    taken_back: TakenBack | None
    notices: tuple[Notice, ...]
    """Corrections of what the page said, and statements in reply to it."""


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record that needs no more than what all have."""

    common: Common


def plain(linked: Linked, record: Record) -> RecordView:
    """Give the page of a record that needs no more than what all have."""
    return RecordView(common(linked, record))


def common(
    linked: Linked,
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
        card=linked.card(record.address),
        summary=str(getattr(record, "summary", None) or ""),
        html=html_of(record, root_of(href(record.address))),
        opens=facts(linked, record, frozenset(type(record).model_fields) - opens),
        facts=(*facts(linked, record, hidden | opens), *known_here(linked, record, hidden)),
        sections=sections(linked, record, hidden),
        cites=linked.cites(record.cites),
        silence=silence.of_record(linked, record),
        gaps=gaps.of_record(linked, record),
        links=links.of_record(linked, record.address),
        timeline=history.of_record(linked, record),
        ways=ways(linked, record, without | {"to"}),
        taken_back=_taken_back(record, taken) if taken else None,
        notices=notices.of_record(linked, record),
    )


def _taken_back(record: Record, taken: Withdrawal) -> TakenBack:
    day = day_in_words(taken.on)
    if record.status != "erased":
        return TakenBack(gettext("This was withdrawn on {day}.", day=day), taken.why)
    gone = gettext("Its words were taken out of every page of this site.")
    return TakenBack(gettext("This was erased on {day}.", day=day), sentences(taken.why, gone))


def ways(linked: Linked, record: Record, without: frozenset[str] = frozenset()) -> tuple[Way, ...]:
    """Give the pages that speak of a record, under one heading for each way they do."""
    found: dict[str, dict[str, None]] = {}
    for back in linked.backs.get(record.address, ()):
        if back.field not in without:
            found.setdefault(back.field, {})[back.source] = None
    order = list(LABELS)
    return tuple(
        Way(LABELS[field], linked.cards(sources))
        for field, sources in sorted(found.items(), key=lambda pair: order.index(pair[0]))
    )
