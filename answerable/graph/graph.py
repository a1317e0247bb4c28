"""The public portal with all that follows from it: statuses, cards, ways back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from answerable.graph.backlinks import Backlink, cited_places, ways_back
from answerable.graph.event_log import Delay, EventLog, delay_in, event_log
from answerable.graph.events import Status, StatusEvent, voice_of
from answerable.graph.statuses import CONFLICT, IN_CONFLICT, count
from answerable.graph.values import Badge, Card, Cite
from answerable.i18n import capital, commas, gettext
from answerable.model.address import anchor, href, split
from answerable.model.date import When
from answerable.model.field import Citation, Part, Record
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import MeetingItem
from answerable.model.kinds.page import Page
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series
from answerable.model.portal import Portal
from answerable.model.registry import kind_of, parts
from answerable.model.spec import headings, word

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Graph:
    """A portal in which nothing dangles, and whatever a page may ask of it."""

    portal: Portal
    log: EventLog
    backlinks: Mapping[str, tuple[Backlink, ...]]
    cited: Mapping[str, Mapping[str, tuple[str, ...]]]
    """For each document and each place in it, the records that cite it."""
    _cards: dict[str, Card] = field(default_factory=dict, repr=False)
    _parts: dict[str, dict[str, Part]] = field(default_factory=dict, repr=False)
    _once: dict[Callable[[Graph], Any], Any] = field(default_factory=dict, repr=False)

    def once(self, make: Callable[[Graph], T]) -> T:
        """Whatever follows from the whole graph, worked out the first time that it is asked for."""
        if make not in self._once:
            self._once[make] = make(self)
        return cast("T", self._once[make])

    def card(self, reference: str) -> Card:
        """Public face of a record or of a part of one."""
        if reference not in self._cards:
            self._cards[reference] = self._make(reference)
        return self._cards[reference]

    def cards(self, references: Iterable[str]) -> tuple[Card, ...]:
        """Cards of several references; `none` stands for nothing."""
        return tuple(self.card(reference) for reference in references if reference != "none")

    def part(self, reference: str) -> Part | None:
        """Part a reference names, or None when it names a whole record."""
        address, part = split(reference)
        if address not in self._parts:
            self._parts[address] = {
                part_id: inner for part_id, _, inner in parts(self.portal.records[address])
            }
        return self._parts[address].get(part)

    def voice(self, address: str) -> str:
        """Word before the colon on a badge when this body or person speaks."""
        return voice_of(self.portal, address)

    @property
    def events(self) -> tuple[StatusEvent, ...]:
        """Every status event, the oldest first; what moved one thing is found without a look at all."""
        return self.log.events

    @property
    def statuses(self) -> Mapping[str, tuple[Status, ...]]:
        """For each item, ask or promise that has any, the statuses that stand."""
        return self.log.statuses

    def events_of(self, target: str) -> tuple[StatusEvent, ...]:
        """Events of exactly one item, ask or promise, the oldest first."""
        return self.log.by_target.get(target, ())

    def events_within(self, address: str) -> tuple[StatusEvent, ...]:
        """Events of a record and of its parts, the oldest first."""
        return self.log.by_record.get(address, ())

    def events_in(self, update: str) -> tuple[StatusEvent, ...]:
        """Events that an update tells of, in its order."""
        return self.log.by_update.get(update, ())

    def status_of(self, target: str) -> tuple[Status, ...]:
        """Statuses that stand of an item, ask or promise, by track; empty where none was set."""
        return self.log.statuses.get(target, ())

    def delay(self, target: str) -> Delay | None:
        """Delay of the due date of an item, ask or promise; None where it never did."""
        return delay_in(self.events_of(target))

    def due(self, target: str) -> When | None:
        """Date by which something is due: as it was last moved, else as it was given."""
        events = self.events_of(target)
        if events:
            return events[-1].move.due or events[-1].due
        return getattr(self.portal.asked(target), "due", None)

    def badges(self, reference: str) -> tuple[Badge, ...]:
        """Badges of an item or ask; a default is no badge."""
        return tuple(status.badge for status in self.status_of(reference))

    def cite(self, citation: Citation) -> Cite:
        """Citation as shown, leading to the document's page at the place."""
        document = cast("Document", self.portal.records[citation.in_])
        here = f"{href(citation.in_)}#{anchor(citation.place)}"
        return Cite(document.title, citation.at, citation.quote, here, _official(document, citation.place))

    def cites(self, citations: Iterable[Citation]) -> tuple[Cite, ...]:
        """Citations as shown."""
        return tuple(self.cite(citation) for citation in citations)

    def label(self, item: Item) -> str:
        """Name of an item: `Point 9`, `Resolution without a number`.

        Numbers of several series are easily mixed up, so an item of a series that the first page does not
        open with is called after its series as well.
        """
        series = self.portal.series_of(item)
        if series.address in self.portal.settings.first:
            return capital(self.numbered(item))
        return gettext("%(series)s, %(item)s", series=series.title, item=self.numbered(item))

    def numbered(self, item: Item) -> str:
        """Number of an item with what it is, as within a sentence: `point 9`, in words of the record."""
        one = self.portal.series_of(item).one
        if item.number == "none":
            return gettext("%(kind)s without a number", kind=one)
        return f"{one} {item.number}"

    def asks_of(self, record: Series | Item) -> list[str]:
        """Addresses of a record's asks."""
        return [f"{record.address}#{ask.id}" for ask in record.asks]

    def tally(self, references: list[str]) -> str:
        """Counts of several asks, in words: `4 of 6 taken up`; empty when nothing was set."""
        words = {word_id: word.short_word for word_id, word in self.portal.vocabulary.reply.items()}
        words[CONFLICT] = IN_CONFLICT
        counts = count(references, self.statuses)
        numbers = [
            gettext("%(n)s of %(all)s %(word)s", n=number, all=len(references), word=words[word])
            for word, number in counts.items()
            if word
        ]
        return commas(numbers)

    def neutral_title(self, reference: str) -> str:
        """What a record, or a part of one, is called in browsers, feeds and calendars, where titles stay.

        An item is called by its number and not by its subject, and nothing by a word that titles avoid.
        """
        address, part = split(reference)
        record = self.portal.records[address]
        title = record.heading
        if part:
            title = self.card(reference).label
        elif isinstance(record, Item):
            series, title = self.portal.series_of(record), self.label(record)
            if not title.startswith(series.title):
                title = gettext("%(item)s, %(series)s", item=title, series=series.title)
            if record.number == "none":
                title = gettext("%(item)s (%(order)s)", item=title, order=record.order)
        elif isinstance(record, Page):
            title = record.head_title or title
        if self.portal.settings.avoided_word_in(title):
            kind, name = capital(kind_of(address).one), address.partition("/")[2]
            return gettext("%(kind)s %(id)s", kind=kind, id=name)
        return title

    def asks_in(self, record: Record) -> Iterator[tuple[str, Ask | Item]]:
        """Each single thing that a series or item asks, with its reference; none of what is only quoted."""
        if not isinstance(record, Item | Series) or record.retracted:
            return
        series = self.portal.series_of(record) if isinstance(record, Item) else record
        if series.force == "quoted" or series.retracted:
            return
        for ask in record.asks:
            yield f"{record.address}#{ask.id}", ask
        if isinstance(record, Item) and not record.asks and record.named:
            yield record.address, record

    def promises_about(self, target: str) -> tuple[Promise, ...]:
        """Promises that carry something asked: those that name exactly it, not the whole it is in."""
        address, part = split(target)
        records = (
            self.portal.record(back.source)
            for back in self.backlinks.get(address, ())
            if back.field == "about" and back.part == part
        )
        return tuple(one for one in records if isinstance(one, Promise) and not one.retracted)

    def is_timed(self, target: str, ask: Ask | Item) -> bool:
        """Whether something asked has a timescale: in its text, or by a promise about it."""
        return ask.has_timescale or any(promise.due for promise in self.promises_about(target))

    def is_carried_on(self, target: str) -> bool:
        """Whether a later plan says where it went, or that it was not carried over."""
        address, part = split(target)
        backlinks = self.backlinks.get(address, ())
        return any(back.field == "earlier" and back.part in ("", part) for back in backlinks)

    def _make(self, reference: str) -> Card:
        address, part_id = split(reference)
        record = self.portal.records[address]
        if part_id:
            return self._part_card(reference, record)
        label, force, tally = "", "", ""
        kind: str = kind_of(address).one
        if isinstance(record, Item):
            label, kind = self.label(record), self.portal.series_of(record).one
            force = word(self.portal.series_of(record), "force")
            tally = self.tally(self.asks_of(record))
        elif isinstance(record, Series):
            force = word(record, "force")
        return Card(
            kind,
            record.heading,
            address,
            label,
            force,
            self.badges(reference),
            tally,
            record.when,
            record.lead,
        )

    def _part_card(self, reference: str, record: Record) -> Card:
        whole, part, part_id = self.card(record.address), self.part(reference), split(reference)[1]
        named = headings(type(part)) if part else ()
        title = next((words for spec in named if (words := getattr(part, spec.name))), part_id)
        around, label = whole.label or whole.title, ""
        kind: str = part.noun if part else ""
        if isinstance(part, MeetingItem):
            label = gettext("%(meeting)s, no minute number", meeting=whole.title)
            if part.number != "none":
                label = gettext("%(meeting)s, minute %(number)s", meeting=whole.title, number=part.number)
        elif isinstance(part, Ask):
            label = gettext("%(whole)s, ask %(id)s", whole=around, id=part_id)
        elif part:
            label = gettext("%(whole)s, %(part)s", whole=around, part=part.noun)
        return Card(kind, title, reference, label, whole.force, self.badges(reference), "", whole.when)


def link(portal: Portal) -> Graph:
    """Portal with all that follows from it; cannot fail on checked content."""
    return Graph(portal, event_log(portal), ways_back(portal), cited_places(portal))


def _official(document: Document, place: str) -> str:
    if document.official in (None, "none"):
        return ""
    page = place.rpartition("page ")[2]
    return f"{document.official}#page={page}" if page.isdigit() else str(document.official)
