"""What the page of any record shows; the other views hold this and add what is their kind's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator import prose
from generator.derive import gaps, history, links, silence
from generator.derive.linked import Linked
from generator.derive.links import LinkGroup
from generator.derive.silence import Silence
from generator.derive.values import Card, Cite, Entry, Fact, Unknown, Way
from generator.derive.ways import LABELS
from generator.record.addresses import href, root_of
from generator.record.dates import day_in_words
from generator.record.fields import Record
from generator.record.updates import Correction, Statement
from generator.site.facts import Section, facts, known_here, sections


@dataclass(frozen=True, slots=True)
class TakenBack:
    """That a record was withdrawn or erased, when, and why."""

    how: str
    on: str
    why: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction or a statement that concerns the page, told at its top."""

    words: str
    card: Card


@dataclass(frozen=True, slots=True)
class Common:
    """The parts every record's page has."""

    card: Card
    summary: str
    """One or two sentences that open the page."""
    html: Markup
    """Its prose, in our words."""
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
    taken = record.withdrawn
    return Common(
        card=linked.card(record.address),
        summary=str(getattr(record, "summary", None) or ""),
        html=html_of(record, root_of(href(record.address))),
        facts=(*facts(linked, record, hidden), *known_here(linked, record, hidden)),
        sections=sections(linked, record, hidden),
        cites=linked.cites(record.cites),
        silence=silence.of_record(linked, record),
        gaps=gaps.of_record(linked, record),
        links=links.of_record(linked, record.address),
        timeline=history.of_record(linked, record),
        ways=ways(linked, record, without | {"to"}),
        taken_back=TakenBack(record.status, day_in_words(taken.on), taken.why) if taken else None,
        notices=tuple(_notices(linked, record)),
    )


def _notices(linked: Linked, record: Record) -> Iterator[Notice]:
    """What puts the page right, or answers it, newest first."""
    backs = linked.backs.get(record.address, ())
    sources = {back.source: linked.portal.record(back.source) for back in backs if back.field == "about"}
    about = [
        one for one in sources.values() if isinstance(one, Correction | Statement) and not one.taken_back
    ]
    for one in sorted(about, key=lambda one: (one.on, one.address), reverse=True):
        day = day_in_words(one.on)
        said = f"Corrected on {day}."
        if isinstance(one, Statement):
            said = f"{linked.portal.records[one.by].heading} replies in its own words, {day}."
        yield Notice(said, linked.card(one.address))


def html_of(record: Record, root: str) -> Markup:
    """Give a record's prose as safe HTML, its references led from this page's depth."""
    return prose.render(record.prose, link_from(root))


def link_from(root: str) -> Callable[[str], str]:
    """Give the function that turns a reference into an address from a page's depth."""
    return lambda reference: root + href(reference)


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
