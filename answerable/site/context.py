"""Context: the door from a page to the graph, and all that a template may ask of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from answerable.export import atom, feeds, ics
from answerable.export.jsonld import Ld, jsonld
from answerable.graph import links, notices, overdue, tally, timeline, unknowns
from answerable.graph.briefing import has_sheet
from answerable.graph.events import StatusEvent
from answerable.graph.graph import Graph
from answerable.graph.links import LinkGroup
from answerable.graph.notices import Notice
from answerable.graph.overdue import Silence
from answerable.graph.stages import Path, path
from answerable.graph.statuses import conflict
from answerable.graph.tally import Tally
from answerable.graph.values import Card, Cite, Entry, Fact, Unknown, Way
from answerable.i18n import gettext
from answerable.load import markdown
from answerable.model.address import href
from answerable.model.field import Citation, Part, Record
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.body import Body
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting, MeetingItem
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.spec import Back, specs, word
from answerable.site import ask_facts, facts, measures, search_meta
from answerable.site.facts import Section
from answerable.site.measures import Readings

WITH_EVERYTHING = ("", "timeline/", "updates/", "meetings/")
"""Pages on which to follow everything."""


@dataclass(frozen=True, slots=True)
class Context:
    """All that the page at one depth may ask of the graph; of a neighbour it gives the card and no more."""

    _graph: Graph
    root: str
    """The way from the page back to the site's root."""

    def card(self, reference: str) -> Card:
        """Give the card of a record or of a part of one."""
        return self._graph.card(reference)

    def cards(self, references: Iterable[str]) -> tuple[Card, ...]:
        """Give several cards; `none` stands for nothing."""
        return self._graph.cards(references)

    def cites(self, citations: Iterable[Citation]) -> tuple[Cite, ...]:
        """Give citations as shown."""
        return self._graph.cites(citations)

    def word(self, part: Part, field: str) -> str:
        """Give the label of a word from a closed list."""
        return word(part, field)

    def html(self, record: Record) -> Markup:
        """Give a record's prose, its references led from this page."""
        return markdown.render(record.prose, lambda reference: self.root + href(reference))

    def feed(self, page: str) -> str:
        """Give the feed of what the page at an address is about, below the root; empty where it has none."""
        return self._graph.once(_feeds).get(page, "")

    def calendar(self, page: str) -> str:
        """Give the calendar of the dates of a page, below the root; empty where it has none."""
        return self._graph.once(_calendars).get(page, "")

    def jsonld(self, record: Record) -> Ld | None:
        """Give what a record is, in schema.org's words."""
        return jsonld(self._graph, record)

    def search_meta(self, record: Record) -> tuple[str, ...]:
        """Give what a search result says of a record; empty where no search may find it."""
        return search_meta.found(self._graph, record)

    # What the page of any record shows.

    def opening(self, record: Record) -> tuple[Fact, ...]:
        """Give who answers for a record and when: the facts that stand above its summary."""
        if isinstance(record, Item) and not record.withdrawn:
            return ask_facts.answering(self._graph, record)
        opens = _opens(record)
        found = facts.facts(self._graph, record, frozenset(type(record).model_fields) - opens)
        if isinstance(record, Update) and not record.withdrawn:
            dates = ask_facts.update_dates(record)
            return (*found, *dates, *facts.known_here(self._graph, record))
        return found

    def facts(self, record: Record, shown: Iterable[str] = ()) -> tuple[Fact, ...]:
        """Give a record's other single values, but for the fields that its template shows in its own way."""
        hidden = frozenset(shown)
        opens = _opens(record)
        known = facts.known_here(self._graph, record, hidden)
        return (*facts.facts(self._graph, record, hidden | opens), *known)

    def fields(self, part: Part) -> tuple[Fact, ...]:
        """Give all single values of a record or part."""
        return facts.facts(self._graph, part)

    def sections(self, record: Record, shown: Iterable[str] = ()) -> tuple[Section, ...]:
        """Give a record's lists, but for those that its template shows in its own way."""
        return facts.sections(self._graph, record, frozenset(shown))

    def notices(self, record: Record) -> tuple[Notice, ...]:
        """Give the corrections of a record and the statements in reply to it, the latest first."""
        return notices.of_record(self._graph, record)

    def overdue(self, record: Record) -> tuple[Silence, ...]:
        """Give what came late, and what nobody found where somebody has looked."""
        return overdue.of_record(self._graph, record)

    def unknowns(self, record: Record) -> tuple[Unknown, ...]:
        """Give what the papers do not tell of a record."""
        return unknowns.of_record(self._graph, record)

    def links(self, record: Record) -> tuple[LinkGroup, ...]:
        """Give how a record stands to others, both ways."""
        return links.of_record(self._graph, record.address)

    def timeline(self, record: Record) -> tuple[Entry, ...]:
        """Give the dated entries of a record, the oldest first."""
        return timeline.of_record(self._graph, record)

    def backlinks(self, record: Record, shown: Iterable[str] = ()) -> tuple[Way, ...]:
        """Give the pages that name a record, under one heading for each way they do.

        `shown` names ways that its template shows itself.
        """
        found: dict[Back, dict[str, None]] = {}
        for link in self._graph.backlinks.get(record.address, ()):
            if link.field not in ("to", *shown):
                found.setdefault(link.back, {})[link.source] = None
        return tuple(
            Way(gettext(back.label), self.cards(found[back]))
            for back in sorted(found, key=lambda back: (back.place, back.label))
        )

    # Events and what was asked.

    def events(self, target: str) -> tuple[StatusEvent, ...]:
        """Give what moved an item, ask or promise, the latest first."""
        return self._graph.events_of(target)[::-1]

    def moves(self, update: Update) -> tuple[StatusEvent, ...]:
        """Give what an update moved, each thing in its order, and of one thing the latest first."""
        events: dict[str, list[StatusEvent]] = {}
        for event in self._graph.events_in(update.address):
            events.setdefault(event.target, []).insert(0, event)
        return tuple(event for moved in events.values() for event in moved)

    def move_facts(self, event: StatusEvent) -> tuple[Fact, ...]:
        """Give what else a move says: a new date, what a check found, how late it came."""
        return ask_facts.move_facts(self._graph, event)

    def conflict(self, target: str) -> str:
        """Give how bodies' views of a thing differ, in words; empty where they do not."""
        return conflict(self._graph.portal, self._graph.status_of(target))

    def item_facts(self, item: Item) -> tuple[Fact, ...]:
        """Give the facts of an item beside who is to act."""
        known = facts.known_here(self._graph, item)
        return (*ask_facts.item_facts(self._graph, item), *known)

    def series_facts(self, series: Series) -> tuple[Fact, ...]:
        """Give who may sign off a series and who was listened to."""
        known = facts.known_here(self._graph, series)
        return (*ask_facts.signed(self._graph, series), *ask_facts.heard(self._graph, series), *known)

    def ask_facts(self, target: str, ask: Ask) -> tuple[Fact, ...]:
        """Give who is to do an ask and by when, and how we will know."""
        return ask_facts.ask_facts(self._graph, target, ask)

    def readings(self, target: str, asked: Ask | Item) -> tuple[Readings, ...]:
        """Give each measure that was looked at more than once, as a table."""
        return measures.readings(self._graph, target, asked)

    def unanswered(self, item: Item) -> str:
        """Give the sentence that stands where nobody said anything of an item or of some of its asks."""
        return tally.unanswered(self._graph, item)

    def stages(self, item: Item) -> Path | None:
        """Give the steps that an item took; None where its series knows none."""
        return path(self._graph, item)

    def neighbours(self, item: Item) -> tuple[Card | None, Card | None]:
        """Give the items before and after one in its series."""
        before, after = self._graph.portal.beside(item)
        return self.card(before.address) if before else None, self.card(after.address) if after else None

    def items(self, series: Series) -> tuple[Card, ...]:
        """Give the items of a series in its order."""
        return self.cards(item.address for item in self._graph.portal.items(series))

    def tally(self, series: Series) -> Tally | None:
        """Give how many of a series stand where; None for a quoted one."""
        return tally.tally(self._graph, series)

    def timescales(self, series: Series) -> str:
        """Give how many of a series give no timescale, in a sentence."""
        return tally.timescales(self._graph, series)

    def tables(self, series: Series) -> tuple[Card, ...]:
        """Give the tables of what reaches what in which a series stands."""
        backlinks = self._graph.backlinks.get(series.address, ())
        sources = (self._graph.portal.records[back.source] for back in backlinks if back.field == "follows")
        followers = [source for source in sources if isinstance(source, Series)]
        return tuple(
            Card("table", gettext("What reaches %(series)s", series=one.title), f"coverage/{one.address}")
            for one in ([series, *followers] if series.follows else followers)
        )

    def has_minute(self, series: Series) -> bool:
        """Whether a series is told in one minute as well."""
        first = series.address in self._graph.portal.settings.first
        return first and not series.retracted and not series.sensitive

    # Papers, meetings, bodies.

    def places(self, document: Document) -> dict[str, str]:
        """Give the places of a document, and the words with which each starts where the record says."""
        starts = {place.place: place.starts_with for place in document.places}
        return starts | {place: starts.get(place, "") for place in self.cited(document)}

    def cited(self, document: Document) -> dict[str, tuple[Card, ...]]:
        """Give the pages that cite a document, by place."""
        cited = self._graph.cited.get(document.address, {})
        return {place: self.cards(sources) for place, sources in cited.items()}

    def absent(self, meeting: Meeting) -> tuple[Card, ...]:
        """Give the members whom no category of attendance names."""
        return self.cards(unknowns.not_in_attendance(meeting))

    def outcomes(self, meeting: Meeting, item: MeetingItem) -> tuple[Card, ...]:
        """Give the series, updates and others that were put or decided at an item of a meeting."""
        backlinks = self._graph.backlinks.get(meeting.address, ())
        return self.cards(
            dict.fromkeys(b.source for b in backlinks if b.part == item.id and b.field in ("meeting", "at"))
        )

    def has_sheet(self, body: Body) -> bool:
        """Whether there are questions for the next meeting of a body."""
        return has_sheet(self._graph, body)


def _opens(record: Record) -> frozenset[str]:
    """The fields that stand above a record's summary."""
    return frozenset(spec.name for spec in specs(type(record)) if spec.declared.opens)


def _feeds(graph: Graph) -> dict[str, str]:
    """The feeds by the pages that name them."""
    found = {about.page: about.page + atom.NAME for about, _ in feeds.followed(graph)}
    return found | dict.fromkeys(WITH_EVERYTHING, atom.NAME) if "" in found else found


def _calendars(graph: Graph) -> dict[str, str]:
    """The calendars by the pages that name them."""
    pages = [href(body.address) for body in ics.dated_bodies(graph)]
    found = {page: page + ics.NAME for page in pages}
    return found | dict.fromkeys(WITH_EVERYTHING, ics.NAME) if graph.once(ics.everything) else found
