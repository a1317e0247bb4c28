"""Context: the door from a page to the graph, and all that pages and templates may ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from answerable.export import atom, ics
from answerable.export.jsonld import Ld, dataset, jsonld
from answerable.graph import (
    ask_facts,
    briefing,
    changelog,
    coverage,
    facts,
    links,
    measures,
    notices,
    overdue,
    paper,
    past_days,
    tally,
    timeline,
    trees,
    unknowns,
)
from answerable.graph.events import Status, StatusEvent
from answerable.graph.facts import Section
from answerable.graph.graph import Graph
from answerable.graph.links import LinkGroup
from answerable.graph.measures import Readings
from answerable.graph.notices import Notice
from answerable.graph.overdue import Silence
from answerable.graph.stages import Path, path
from answerable.graph.statuses import conflict
from answerable.graph.tally import Conflict, Tally, conflicts
from answerable.graph.timeline import Entry
from answerable.graph.unknowns import Unknown
from answerable.graph.values import Card, Cite, Fact, Way
from answerable.i18n import capital, commas, gettext
from answerable.load import markdown
from answerable.model.address import href
from answerable.model.date import When
from answerable.model.field import Citation, Part, Record
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.body import Body
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting, MeetingItem
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.portal import Portal, Settings
from answerable.model.spec import specs, word

WITH_EVERYTHING = ("", "timeline/", "updates/", "meetings/")
"""Pages on which to follow everything."""


@dataclass(frozen=True, slots=True)
class Context:
    """All that a page may ask of the graph; a template has its record, and of a neighbour the card."""

    _graph: Graph
    root: str
    """The way from the page back to the site's root."""

    @property
    def portal(self) -> Portal:
        """The public records as they were written, with the settings and the words on badges."""
        return self._graph.portal

    @property
    def settings(self) -> Settings:
        """Settings of the portal."""
        return self.portal.settings

    def browser_title(self, record: Record) -> str:
        """Neutral title of a record, as it stays in a browser's history."""
        return self._graph.neutral_title(record.address)

    def first_series(self) -> tuple[Series, ...]:
        """Series that the first page opens with."""
        records = (self.portal.records.get(address) for address in self.settings.first)
        return tuple(one for one in records if isinstance(one, Series))

    def latest(self, number: int) -> tuple[Card, ...]:
        """So many updates, the latest first."""
        order = sorted(self.portal.of(Update), key=lambda u: (u.effective_on, u.order, u.address))
        return self.cards(update.address for update in order[: -number - 1 : -1])

    def gaps(self) -> tuple[unknowns.Gaps, ...]:
        """Everything that the papers do not tell, by kind of gap."""
        return self._graph.once(unknowns.everything)

    def conflicts(self) -> tuple[Conflict, ...]:
        """Things of which two bodies hold different views."""
        return self._graph.once(conflicts)

    def rechecks(self) -> tuple[tuple[Card, When | None], ...]:
        """What is to be checked again, and when."""
        rechecks = sorted(self._graph.log.rechecks.items())
        return tuple((self.card(target), event.move.recheck) for target, event in rechecks)

    def changes(self) -> tuple[changelog.Changed, ...]:
        """Every substantive change, the latest day first."""
        return self._graph.once(changelog.changed)

    def follows(self, series: Series) -> bool:
        """Whether a series follows another, so that the two are laid side by side."""
        return any(isinstance(self.portal.records[one], Series) for one in series.follows)

    def coverage(self) -> tuple[coverage.Coverage, ...]:
        """Table of each series against one that it follows."""
        return self._graph.once(coverage.tables)

    def years(self) -> tuple[int, ...]:
        """Years of which anything is dated, the latest first."""
        return self._graph.once(timeline.years)

    def months(self, year: int) -> tuple[timeline.Month, ...]:
        """What is dated to a year, by month, the latest first."""
        return self._graph.once(timeline.by_year)[year]

    def days(self) -> tuple[date, ...]:
        """Days on which anything moved, the latest first."""
        return past_days.days_moved(self.portal)

    def past_day(self, day: date) -> past_days.PastDay:
        """What moved on a day, and how it stood then."""
        return self._graph.once(past_days.past_days)[day]

    def notices_about(self, day: past_days.PastDay) -> tuple[Notice, ...]:
        """Today's corrections and statements about what moved on a day."""
        return notices.among(self._graph, notices.answered(day, self._graph.once(notices.answers)))

    def trees(self) -> tuple[trees.Tree, ...]:
        """Bodies in the papers of each time that the settings name."""
        return tuple(trees.tree(self._graph, when) for when in self.settings.bodies_in)

    def sheets(self) -> Mapping[str, briefing.Sheet]:
        """Questions for the next meeting of each body, by its address."""
        return self._graph.once(briefing.sheets)

    def has_sheet(self, body: Body) -> bool:
        """Whether there are questions for the next meeting of a body."""
        return briefing.has_sheet(self._graph, body)

    def words(self) -> Mapping[tuple[str, str], Mapping[str, list[str]]]:
        """What stands at each word of each track, under the titles of its series."""
        return self._graph.once(tally.everything_by_word)

    def owned(self, body: Body) -> int:
        """How many things fall on a body."""
        backlinks = self._graph.backlinks.get(body.address, ())
        return len({back.source for back in backlinks if back.field == "owners"})

    def dataset(self, files: Sequence[tuple[str, str, str]], page: str) -> Ld:
        """Description of the files to take away, in schema.org's words."""
        return dataset(self._graph, files, page)

    def on_paper(self) -> tuple[Card, ...]:
        """Pages of prose that fit on one sheet."""
        return paper.prose_pages(self._graph)

    def printed_series(self) -> tuple[Series, ...]:
        """Series of which a minute is printed."""
        return paper.first_series(self._graph)

    def printed_items(self, series: Series) -> tuple[Item, ...]:
        """Items of a series that may be printed."""
        return paper.printed_items(self._graph, series)

    def explained(self, items: Iterable[Item]) -> tuple[tuple[str, str], ...]:
        """Words that were said of items, each with its meaning."""
        return paper.explained(self._graph, items)

    def one_sheet(self) -> paper.OneSheet:
        """The whole state on one sheet."""
        return paper.one_sheet(self._graph)

    def card(self, reference: str) -> Card:
        """The card of a record or of a part of one."""
        return self._graph.card(reference)

    def cards(self, references: Iterable[str]) -> tuple[Card, ...]:
        """Several cards; `none` stands for nothing."""
        return self._graph.cards(references)

    def cites(self, citations: Iterable[Citation]) -> tuple[Cite, ...]:
        """Citations as shown."""
        return self._graph.cites(citations)

    def word(self, part: Part, field: str) -> str:
        """The label of a word from a closed list."""
        return word(part, field)

    def html(self, record: Record) -> Markup:
        """A record's prose, its references led from this page."""
        return markdown.render(record.prose, lambda reference: self.root + href(reference))

    def feed(self, page: str) -> str:
        """The feed of what the page at an address is about, below the root; empty where it has none."""
        return self._graph.once(_feeds).get(page, "")

    def calendar(self, page: str) -> str:
        """The calendar of the dates of a page, below the root; empty where it has none."""
        return self._graph.once(_calendars).get(page, "")

    def jsonld(self, record: Record) -> Ld | None:
        """What a record is, in schema.org's words."""
        return jsonld(self._graph, record)

    def search_meta(self, record: Record) -> tuple[str, ...]:
        """What a search result says of a record: `Point 9, asked to consider`, then `Review: …` and the like.

        Empty for what no search may find: what is sensitive, and what was taken back.
        """
        if record.retracted or self.portal.is_sensitive(record):
            return ()
        card = self.card(record.address)
        kind = commas(filter(None, (card.label or capital(card.kind), card.force)))
        badges = (gettext("%(who)s: %(word)s", who=badge.voice, word=badge.word) for badge in card.badges)
        return tuple(filter(None, (kind, *badges, card.count)))

    def opening(self, record: Record) -> tuple[Fact, ...]:
        """Who answers for a record and when: the facts that stand above its summary."""
        if isinstance(record, Item) and not record.withdrawn:
            return ask_facts.answering(self._graph, record)
        opening = facts.facts(self._graph, record, frozenset(type(record).model_fields) - _opens(record))
        if isinstance(record, Update) and not record.withdrawn:
            dates = ask_facts.update_dates(record)
            return (*opening, *dates, *facts.known_here(self._graph, record))
        return opening

    def facts(self, record: Record, hidden: Iterable[str] = ()) -> tuple[Fact, ...]:
        """A record's other single values, but for the fields that its template shows in its own way."""
        skip = frozenset(hidden)
        known = facts.known_here(self._graph, record, skip)
        return (*facts.facts(self._graph, record, skip | _opens(record)), *known)

    def fields(self, part: Part) -> tuple[Fact, ...]:
        """All single values of a record or part."""
        return facts.facts(self._graph, part)

    def sections(self, record: Record, hidden: Iterable[str] = ()) -> tuple[Section, ...]:
        """A record's lists, but for those that its template shows in its own way."""
        return facts.sections(self._graph, record, frozenset(hidden))

    def notices(self, record: Record) -> tuple[Notice, ...]:
        """The corrections of a record and the statements in reply to it, the latest first."""
        return notices.of_record(self._graph, record)

    def overdue(self, record: Record) -> tuple[Silence, ...]:
        """What came late, and what nobody found where somebody has looked."""
        return overdue.of_record(self._graph, record)

    def unknowns(self, record: Record) -> tuple[Unknown, ...]:
        """What the papers do not tell of a record."""
        return unknowns.of_record(self._graph, record)

    def links(self, record: Record) -> tuple[LinkGroup, ...]:
        """How a record stands to others, both ways."""
        return links.of_record(self._graph, record.address)

    def timeline(self, record: Record) -> tuple[Entry, ...]:
        """The dated entries of a record, the oldest first."""
        return timeline.of_record(self._graph, record)

    def backlinks(self, record: Record, hidden: Iterable[str] = ()) -> tuple[Way, ...]:
        """Pages that name a record, under one heading for each way; `hidden` names fields left out."""
        return links.backlinks(self._graph, record, hidden)

    def events(self, target: str) -> tuple[StatusEvent, ...]:
        """What moved an item, ask or promise, the latest first."""
        return self._graph.events_of(target)[::-1]

    def moves(self, update: Update) -> tuple[StatusEvent, ...]:
        """What an update moved, each thing in its order, and of one thing the latest first."""
        return self._graph.log.moves_in(update.address)

    def move_facts(self, event: StatusEvent) -> tuple[Fact, ...]:
        """What else a move says: a new date, what a check found, how late it came."""
        return ask_facts.move_facts(self._graph, event)

    def conflict(self, target: str) -> str:
        """How bodies' views of a thing differ, in words; empty where they do not."""
        return conflict(self.portal, self._graph.status_of(target))

    def item_facts(self, item: Item) -> tuple[Fact, ...]:
        """The facts of an item beside who is to act."""
        known = facts.known_here(self._graph, item)
        return (*ask_facts.item_facts(self._graph, item), *known)

    def series_facts(self, series: Series) -> tuple[Fact, ...]:
        """Who may sign off a series and who was listened to."""
        known = facts.known_here(self._graph, series)
        return (*ask_facts.sign_off(self._graph, series), *ask_facts.consulted(self._graph, series), *known)

    def ask_facts(self, target: str, ask: Ask) -> tuple[Fact, ...]:
        """Who is to do an ask and by when, and how we will know."""
        return ask_facts.ask_facts(self._graph, target, ask)

    def readings(self, target: str, asked: Ask | Item) -> tuple[Readings, ...]:
        """Each measure that was looked at more than once, as a table."""
        return measures.readings(self._graph, target, asked)

    def unanswered(self, item: Item) -> str:
        """The sentence that stands where nobody said anything of an item or of some of its asks."""
        return tally.unanswered(self._graph, item)

    def stages(self, item: Item) -> Path | None:
        """The steps that an item took; None where its series knows none."""
        return path(self._graph, item)

    def neighbours(self, item: Item) -> tuple[Card | None, Card | None]:
        """The items before and after one in its series."""
        before, after = self.portal.beside(item)
        return self.card(before.address) if before else None, self.card(after.address) if after else None

    def items(self, series: Series) -> list[Item]:
        """Items of a series, in its order."""
        return self.portal.items(series)

    def by_word(self, series: Series) -> dict[str, list[str]]:
        """What of a series stands at each word."""
        return tally.by_word(self._graph, series)

    def statuses(self, target: str) -> tuple[Status, ...]:
        """Statuses of an item, ask or promise, by track."""
        return self._graph.status_of(target)

    def tally(self, series: Series) -> Tally | None:
        """How many of a series stand where; None for a quoted one."""
        return tally.tally(self._graph, series)

    def timescales(self, series: Series) -> str:
        """How many of a series give no timescale, in a sentence."""
        return tally.timescales(self._graph, series)

    def tables(self, series: Series) -> tuple[Card, ...]:
        """Pages of what reaches what in which a series stands."""
        return coverage.pages_of(self._graph, series)

    def has_minute(self, series: Series) -> bool:
        """Whether a series is told in one minute as well."""
        return series in paper.first_series(self._graph)

    def places(self, document: Document) -> dict[str, str]:
        """The places of a document, and the words with which each starts where the record says."""
        starts = {place.place: place.starts_with for place in document.places}
        return starts | {place: starts.get(place, "") for place in self.cited(document)}

    def cited(self, document: Document) -> dict[str, tuple[Card, ...]]:
        """The pages that cite a document, by place."""
        cited = self._graph.cited.get(document.address, {})
        return {place: self.cards(sources) for place, sources in cited.items()}

    def absent(self, meeting: Meeting) -> tuple[Card, ...]:
        """The members whom no category of attendance names."""
        return self.cards(unknowns.not_in_attendance(meeting))

    def outcomes(self, meeting: Meeting, item: MeetingItem) -> tuple[Card, ...]:
        """The series, updates and others that were put or decided at an item of a meeting."""
        return links.outcomes(self._graph, meeting, item)


def _opens(record: Record) -> frozenset[str]:
    """The fields that stand above a record's summary."""
    return frozenset(spec.name for spec in specs(type(record)) if spec.declared.opens)


def _feeds(graph: Graph) -> dict[str, str]:
    """The feeds by the pages that name them."""
    by_page = {feed.page: feed.page + atom.NAME for feed in atom.followed(graph)}
    return by_page | dict.fromkeys(WITH_EVERYTHING, atom.NAME) if "" in by_page else by_page


def _calendars(graph: Graph) -> dict[str, str]:
    """The calendars by the pages that name them."""
    pages = [href(body.address) for body in ics.dated_bodies(graph)]
    by_page = {page: page + ics.NAME for page in pages}
    return by_page | dict.fromkeys(WITH_EVERYTHING, ics.NAME) if graph.once(ics.everything) else by_page
