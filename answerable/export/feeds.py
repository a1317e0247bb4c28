"""Atom feeds (RFC 4287): of everything, and of each series, item and body, beside its page.

Nothing in a feed depends on a host or a clock. Ids follow from addresses, and the order from the days on
which records come in. An entry is published on the day its record was known here, where the register has
it, else on the day it comes in; a day is at midnight UTC. Links lead from the site's root, which
`xml:base` gives as the way from the feed's own address: so a feed is right at any host and any path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from answerable.export.atom import NAME, About, News, atom
from answerable.export.syndication import written_in
from answerable.graph import timeline as history
from answerable.graph.changelog import Changed, changed
from answerable.graph.events import StatusEvent
from answerable.graph.graph import Graph
from answerable.graph.titles import neutral, neutral_part, titled
from answerable.graph.values import Entry
from answerable.i18n import ENGLISH, Language, capital, ended, gettext, semicolons, sentences
from answerable.model.address import href, split
from answerable.model.date import day_in_words
from answerable.model.field import Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.registry import models

OURS: Final = gettext("This is our reading.")
CHANGES: Final = "changes/"
"""The page of what changed, beside which its feed stands."""


def feeds(graph: Graph, language: Language = ENGLISH) -> dict[str, bytes]:
    """Every feed, path → bytes; none is made without an entry."""
    return {about.page + NAME: atom(graph, language, about, news) for about, news in followed(graph)}


def followed(graph: Graph) -> Iterator[tuple[About, tuple[News, ...]]]:
    """What can be followed: what each feed is of, and its entries, where there are any."""
    return (stream for stream in graph.once(_streams) if stream[1])


def _streams(graph: Graph) -> tuple[tuple[About, tuple[News, ...]], ...]:
    """Every feed, with and without entries."""
    return tuple(_each_stream(graph))


def _each_stream(graph: Graph) -> Iterator[tuple[About, tuple[News, ...]]]:
    settings = graph.portal.settings
    words = gettext("Everything dated in this record, the latest first.")
    yield About("", settings.short, words), everything(graph)
    words = gettext("What changed in this record, old and new, the latest first.")
    yield About(CHANGES, titled(gettext("What changed"), settings), words), changes(graph)
    known: dict[str, tuple[News, ...]] = {}
    for model in models():
        for record in graph.portal.of(model):
            if model.followed and not graph.portal.is_sensitive(record):
                about = About(href(record.address), titled(neutral(graph, record), settings), model.followed)
                yield about, concerning(graph, record, known)


def everything(graph: Graph) -> tuple[News, ...]:
    """Give an entry for each dated record, the latest first."""
    return _ordered(news for record in graph.portal.records.values() for news in _of_record(graph, record))


def changes(graph: Graph) -> tuple[News, ...]:
    """Give an entry for each substantive change, the latest first."""
    return tuple(_of_change(graph, one) for one in graph.once(changed) if _may_be_told(graph, one))


def _may_be_told(graph: Graph, one: Changed) -> bool:
    names = (one.source, *one.about)
    return all(not graph.portal.is_sensitive(graph.portal.record(name)) for name in names)


def _of_change(graph: Graph, one: Changed) -> News:
    named = semicolons(neutral_part(graph, name) for name in one.about)
    title = neutral(graph, graph.portal.record(one.source))
    if named and one.about != (one.source,):
        title = gettext("%(item)s: %(update)s", item=named, update=title)
    told = [ended(capital(one.words)) if one.words else ""]
    was, now = ended(one.was), ended(one.now)
    if one.ours:
        told += [gettext("It said: %(words)s", words=was), gettext("It says now: %(words)s", words=now)]
    else:
        told += [gettext("Until then: %(words)s", words=was)] if one.was else []
        told += [gettext("From then on: %(words)s", words=now)] if one.now else []
        told += [ended(gettext("Our reading of the reply"))] if one.reading else []
    told += [ended(one.said)] if one.said else []
    told += [gettext("Why: %(words)s", words=ended(one.why))] if one.why else []
    told += [ended(one.who)] if one.who else []
    return News(f"changes {one.key}", title, one.page, one.day, one.day, one.day, 0, sentences(*told))


def concerning(graph: Graph, record: Record, known: dict[str, tuple[News, ...]]) -> tuple[News, ...]:
    """Give the entries of a record's own feed, the latest first; `known` keeps what many feeds share.

    They are what its timeline tells; for a series also what moved its items, for a body what moved
    that which falls on it.
    """
    records, moved = history.concerning(graph, record)
    moved += [event for target in _targets(graph, record) for event in graph.events_of(target)]
    for one in records:
        if one.address not in known:
            known[one.address] = tuple(_of_record(graph, one))
    told = [news for one in records for news in known[one.address]]
    for event in moved:
        if event.key not in known:
            known[event.key] = tuple(_of_event(graph, event))
        told += known[event.key]
    return _ordered(told)


def _targets(graph: Graph, record: Record) -> set[str]:
    """What moves on behalf of a record though it does not name it: a series' items, what falls on a body."""
    if isinstance(record, Series):
        items = graph.portal.items(record)
        return {target for item in items for target in (item.address, *graph.asks_of(item))}
    backlinks = graph.backlinks.get(record.address, ()) if isinstance(record, Body) else ()
    return {back.source for back in backlinks if back.field in ("owners", "body")}


def _of_record(graph: Graph, record: Record) -> Iterable[News]:
    """What a dated record itself says; nothing of a sensitive one, and nothing of what is always there."""
    if graph.portal.is_sensitive(record):
        return
    if isinstance(record, Correction):
        day = day_in_words(record.on)
        right = gettext(
            "Put right on %(day)s. It said: %(said)s It says: %(says)s",
            day=day,
            said=record.before,
            says=record.after,
        )
        if not record.error:
            right = gettext(
                "Changed by us on %(day)s. It said: %(said)s It says: %(says)s",
                day=day,
                said=record.before,
                says=record.after,
            )
        yield _news(graph, record, "", right, record.on)
        return
    for number, entry in enumerate(history.entries_of(graph, record)):
        words = sentences(_words(entry), _about(graph, record))
        yield _news(graph, record, str(number or ""), words, record.known_until)


def _news(graph: Graph, record: Record, which: str, words: str, day: date) -> News:
    again = record.withdrawn.on if record.withdrawn else day
    order = record.order if isinstance(record, Update) else 0
    title, key = neutral(graph, record), f"{record.address} {which}".strip()
    return _dated(graph, record, News(key, title, href(record.address), day, again, again, order, words))


def _dated(graph: Graph, record: Record, news: News) -> News:
    """An entry with the day its record was known here, if that is registered."""
    known = graph.portal.known_here(record.address)
    return replace(news, published=known, updated=max(known, news.updated)) if known else news


def _about(graph: Graph, record: Record) -> str:
    """Which items an update is about, by their numbers."""
    targets = dict.fromkeys(split(m.item)[0] for m in record.moves) if isinstance(record, Update) else ()
    shown = [target for target in targets if not graph.portal.is_sensitive(graph.portal.records[target])]
    names = [graph.card(target).label or neutral_part(graph, target) for target in shown]
    return gettext("About: %(names)s.", names=semicolons(names)) if names else ""


def _of_event(graph: Graph, event: StatusEvent) -> Iterable[News]:
    """What an event says; a second one of one thing in one update has a key of its own."""
    update, target = event.update, event.target
    if not graph.portal.is_sensitive(update) and not graph.portal.is_sensitive(graph.portal.record(target)):
        title = gettext(
            "%(item)s: %(update)s", item=neutral_part(graph, target), update=neutral(graph, update)
        )
        words, day = _words(history.of_event(graph, event)), update.effective_on
        news = News(event.key, title, href(target), day, day, day, update.order, words)
        yield _dated(graph, update, news)


def _words(entry: Entry) -> str:
    """An entry of a timeline in words: its date as exact as its paper, who, the badges, the places."""
    when = capital(entry.when.whole)
    told: list[str] = [gettext("Planned: %(date)s.", date=when) if entry.planned else ended(when)]
    told += [ended(entry.who)] if entry.who else []
    told += [gettext("%(voice)s: %(word)s.", voice=badge.voice, word=badge.word) for badge in entry.badges]
    told += [entry.text, *written_in(entry.cites), OURS if entry.ours else ""]
    return sentences(*told)


def _ordered(news: Iterable[News]) -> tuple[News, ...]:
    unique = {one.key: one for one in news}
    return tuple(sorted(unique.values(), key=lambda one: (one.day, one.order, one.key), reverse=True))
