"""Atom feeds (RFC 4287): of everything, of what changed, and of each series, item and body, beside its page.

Nothing in a feed depends on a host or a clock. Ids follow from addresses, and the order from the days on
which records come in. An entry is published on the day its record was known here, where the register has
it, else on the day it comes in; a day is at midnight UTC. Links lead from the site's root, which
`xml:base` gives as the way from the feed's own address: so a feed is right at any host and any path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from html import escape
from io import BytesIO, StringIO
from typing import Final

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from answerable.graph import timeline
from answerable.graph.changelog import Changed, changed
from answerable.graph.events import StatusEvent
from answerable.graph.graph import Graph
from answerable.graph.timeline import Entry
from answerable.graph.values import Cite
from answerable.i18n import ENGLISH, Language, capital, ended, gettext, semicolons, sentences
from answerable.model.address import href, root_of, split
from answerable.model.date import day_in_words
from answerable.model.field import Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.portal import Settings
from answerable.model.registry import models

NAME: Final = "feed.xml"
OURS: Final = gettext("This is our reading.")
CHANGES: Final = "changes/"
"""The page of what changed, beside which its feed stands."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry, the same in every feed that has it."""

    key: str
    """What its id follows from."""
    title: str
    page: str
    """The page, with the place on it, below the site's root."""
    published: date
    updated: date
    day: date
    """The day by which it is put in order."""
    order: int
    """Among entries of one day."""
    words: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The page a feed stands beside, its title, what it says of itself, and its entries, the latest first."""

    page: str
    title: str
    words: str
    entries: tuple[FeedEntry, ...]


def feeds(graph: Graph, language: Language = ENGLISH) -> dict[str, bytes]:
    """Every feed, path → bytes."""
    settings, xml = graph.portal.settings, dict[str, str]()
    for feed in followed(graph):
        xml |= {one.key: _entry_xml(settings, language, one) for one in feed.entries if one.key not in xml}
    return {feed.page + NAME: _atom(settings, language, feed, xml) for feed in followed(graph)}


def followed(graph: Graph) -> tuple[Feed, ...]:
    """The feeds of a portal; none is without an entry."""
    return graph.once(_feeds)


def _feeds(graph: Graph) -> tuple[Feed, ...]:
    return tuple(feed for feed in _possible_feeds(graph) if feed.entries)


def _possible_feeds(graph: Graph) -> Iterator[Feed]:
    settings = graph.portal.settings
    words = gettext("Everything dated in this record, the latest first.")
    yield Feed("", settings.short, words, everything(graph))
    words = gettext("What changed in this record, old and new, the latest first.")
    yield Feed(CHANGES, settings.titled(gettext("What changed")), words, changes(graph))
    for model in models():
        for record in graph.portal.of(model):
            if model.followed and not graph.portal.is_sensitive(record):
                title = settings.titled(graph.neutral_title(record.address))
                yield Feed(href(record.address), title, model.followed, concerning(graph, record))


def everything(graph: Graph) -> tuple[FeedEntry, ...]:
    """An entry for each dated record, the latest first."""
    return _ordered(one for entries in graph.once(_by_address).values() for one in entries)


def changes(graph: Graph) -> tuple[FeedEntry, ...]:
    """An entry for each substantive change, the latest first."""
    return tuple(_of_change(graph, one) for one in graph.once(changed) if _may_be_followed(graph, one))


def _may_be_followed(graph: Graph, one: Changed) -> bool:
    names = (one.source, *one.about)
    return all(not graph.portal.is_sensitive(graph.portal.record(name)) for name in names)


def _of_change(graph: Graph, one: Changed) -> FeedEntry:
    named = semicolons(graph.neutral_title(name) for name in one.about)
    title = graph.neutral_title(one.source)
    if named and one.about != (one.source,):
        title = gettext("%(item)s: %(update)s", item=named, update=title)
    parts = [ended(capital(one.words)) if one.words else ""]
    was, now = ended(one.was), ended(one.now)
    if one.ours:
        parts += [gettext("It said: %(words)s", words=was), gettext("It says now: %(words)s", words=now)]
    else:
        parts += [gettext("Until then: %(words)s", words=was)] if one.was else []
        parts += [gettext("From then on: %(words)s", words=now)] if one.now else []
        parts += [ended(gettext("Our reading of the reply"))] if one.reading else []
    parts += [ended(one.remark)] if one.remark else []
    parts += [gettext("Why: %(words)s", words=ended(one.why))] if one.why else []
    parts += [ended(one.who)] if one.who else []
    return FeedEntry(f"changes {one.key}", title, one.page, one.day, one.day, one.day, 0, sentences(*parts))


def concerning(graph: Graph, record: Record) -> tuple[FeedEntry, ...]:
    """The entries of a record's own feed, the latest first.

    They are what its timeline tells; for a series also what moved its items, for a body what moved
    that which falls on it.
    """
    records, events = timeline.concerning(graph, record)
    events += [event for target in _targets(graph, record) for event in graph.events_of(target)]
    by_address, by_event = graph.once(_by_address), graph.once(_by_event)
    entries = [entry for one in records for entry in by_address[one.address]]
    return _ordered((*entries, *(by_event[event.key] for event in events if event.key in by_event)))


def _targets(graph: Graph, record: Record) -> set[str]:
    """What moves on behalf of a record though it does not name it: a series' items, what falls on a body."""
    if isinstance(record, Series):
        items = graph.portal.items(record)
        return {target for item in items for target in (item.address, *graph.asks_of(item))}
    backlinks = graph.backlinks.get(record.address, ()) if isinstance(record, Body) else ()
    return {back.source for back in backlinks if back.field in ("owners", "body")}


def _by_address(graph: Graph) -> dict[str, tuple[FeedEntry, ...]]:
    """What each record itself says."""
    return {address: tuple(_of_record(graph, record)) for address, record in graph.portal.records.items()}


def _of_record(graph: Graph, record: Record) -> Iterator[FeedEntry]:
    """What a dated record itself says; nothing of a sensitive one, and nothing of what is always there."""
    if graph.portal.is_sensitive(record):
        return
    if isinstance(record, Correction):
        yield _entry(graph, record, "", _correction(record), record.on)
        return
    for number, entry in enumerate(timeline.entries_of(graph, record)):
        words = sentences(_words(entry), _about(graph, record))
        yield _entry(graph, record, str(number or ""), words, record.known_until)


def _correction(record: Correction) -> str:
    values = {"day": day_in_words(record.on), "said": record.before, "says": record.after}
    if record.error:
        return gettext("Put right on %(day)s. It said: %(said)s It says: %(says)s", **values)
    return gettext("Changed by us on %(day)s. It said: %(said)s It says: %(says)s", **values)


def _entry(graph: Graph, record: Record, which: str, words: str, day: date) -> FeedEntry:
    again = record.withdrawn.on if record.withdrawn else day
    order = record.order if isinstance(record, Update) else 0
    title, key = graph.neutral_title(record.address), f"{record.address} {which}".strip()
    return _dated(graph, record, FeedEntry(key, title, href(record.address), day, again, again, order, words))


def _dated(graph: Graph, record: Record, entry: FeedEntry) -> FeedEntry:
    """An entry with the day its record was known here, if that is registered."""
    known = graph.portal.known_here(record.address)
    return replace(entry, published=known, updated=max(known, entry.updated)) if known else entry


def _about(graph: Graph, record: Record) -> str:
    """Which items an update is about, by their numbers."""
    targets = dict.fromkeys(split(m.item)[0] for m in record.moves) if isinstance(record, Update) else ()
    public = [target for target in targets if not graph.portal.is_sensitive(graph.portal.records[target])]
    names = [graph.card(target).label or graph.neutral_title(target) for target in public]
    return gettext("About: %(names)s.", names=semicolons(names)) if names else ""


def _by_event(graph: Graph) -> dict[str, FeedEntry]:
    """What each event says, by its key; a second one of one thing in one update has a key of its own."""
    return {event.key: _of_event(graph, event) for event in graph.events if _is_public(graph, event)}


def _is_public(graph: Graph, event: StatusEvent) -> bool:
    target = graph.portal.record(event.target)
    return not graph.portal.is_sensitive(event.update) and not graph.portal.is_sensitive(target)


def _of_event(graph: Graph, event: StatusEvent) -> FeedEntry:
    update, target = event.update, event.target
    item = graph.neutral_title(target)
    title = gettext("%(item)s: %(update)s", item=item, update=graph.neutral_title(update.address))
    words, day = _words(timeline.of_event(graph, event)), update.effective_on
    entry = FeedEntry(event.key, title, href(target), day, day, day, update.order, words)
    return _dated(graph, update, entry)


def _words(entry: Entry) -> str:
    """An entry of a timeline in words: its date as exact as its paper, who, the badges, the places."""
    when = capital(entry.when.whole)
    parts: list[str] = [gettext("Planned: %(date)s.", date=when) if entry.planned else ended(when)]
    parts += [ended(entry.who)] if entry.who else []
    parts += [gettext("%(voice)s: %(word)s.", voice=badge.voice, word=badge.word) for badge in entry.badges]
    parts += [entry.text, *written_in(entry.cites), OURS if entry.ours else ""]
    return sentences(*parts)


def written_in(cites: Iterable[Cite]) -> list[str]:
    """A sentence for each place where something is written, each place once."""
    places = (
        gettext("Written in: %(document)s, %(place)s.", document=cite.document, place=cite.place)
        for cite in cites
    )
    return list(dict.fromkeys(places))


def _ordered(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    unique = {one.key: one for one in entries}
    return tuple(sorted(unique.values(), key=lambda one: (one.day, one.order, one.key), reverse=True))


def identity(settings: Settings, key: str) -> str:
    """The UUID of what `key` names in this portal, the same on every day and every host.

    It follows from the site's short name and the key alone, so two portals with records at the same address
    are told apart, and a site can move. With another short name everything gets another id.
    The form is version 8 of RFC 9562: a hash of one's own choice, here SHA-256.
    """
    digest = sha256(f"{settings.short}\n{key}".encode()).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-8{digest[13:16]}-a{digest[17:20]}-{digest[20:32]}"


def _atom(settings: Settings, language: Language, feed: Feed, xml: Mapping[str, str]) -> bytes:
    """The bytes of one feed; until launch the banner's words open its subtitle."""
    held = gettext("We hold papers up to %(day)s, and have not looked further.", day=settings.held_until)
    subtitle = sentences("" if settings.launched else settings.banner, feed.words, held)
    rights = sentences(settings.licence.covers, ended(settings.licence.name), settings.licence.papers)
    whole = _Atom(
        title=language.say(feed.title),
        link=feed.page or "./",
        description=None,
        subtitle=language.say(subtitle),
        language=settings.language,
        author_name=settings.short if settings.publisher.placeholder else settings.publisher.name,
        feed_url=feed.page + NAME,
        feed_guid=f"urn:uuid:{identity(settings, feed.page)}",
        feed_copyright=language.say(rights),
        base=root_of(feed.page) or "./",
        updated=_midnight(max(one.updated for one in feed.entries)),
        entries="".join(xml[one.key] for one in feed.entries),
    )
    written = BytesIO()
    whole.write(written, "utf-8")
    return written.getvalue() + b"\n"


def _entry_xml(settings: Settings, language: Language, one: FeedEntry) -> str:
    """The XML of an entry, which is the same in every feed."""
    alone = Atom1Feed("", "", None)
    alone.add_item(
        language.say(one.title),
        one.page,
        escape(language.say(one.words), quote=False),
        pubdate=_midnight(one.published),
        updateddate=_midnight(one.updated),
        unique_id=f"urn:uuid:{identity(settings, one.key)}",
    )
    written = StringIO()
    alone.write_items(SimplerXMLGenerator(written, "utf-8", short_empty_elements=True))
    return written.getvalue()


class _Atom(Atom1Feed):  # type: ignore[misc]  # the library ships no types
    """The library's Atom, which knows no `xml:base` and would date an empty feed by the clock."""

    def root_attributes(self) -> Mapping[str, str]:
        """The attributes of the root, with the way to the site's root."""
        attributes: Mapping[str, str] = super().root_attributes()
        return {**attributes, "xml:base": self.feed["base"]}

    def latest_post_date(self) -> datetime:
        """The day of the latest entry."""
        latest: datetime = self.feed["updated"]
        return latest

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        """The entries, whose XML is there already, as they are."""
        handler.ignorableWhitespace(self.feed["entries"])


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
