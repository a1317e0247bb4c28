"""Atom feeds (RFC 4287): of everything, and of each series, item and body, beside its page.

Nothing in a feed depends on a host or a clock. Ids follow from addresses, and the order from the days on
which records come in. An entry is published on the day its record was known here, where the register has
it, else on the day it comes in; a day is at midnight UTC. Links lead from the site's root, which
`xml:base` gives as the way from the feed's own address: so a feed is right at any host and any path.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from generator.derive import history
from generator.derive.changed import Changed, changed
from generator.derive.linked import Linked
from generator.derive.standing import Moved
from generator.derive.titles import neutral, neutral_part, titled
from generator.derive.values import Entry
from generator.exchange.atom import NAME, About, News, atom
from generator.exchange.following import may_be_followed, written_in
from generator.record.actors import Body
from generator.record.addresses import href, split
from generator.record.dates import day_in_words
from generator.record.fields import Record
from generator.record.series import Item, Series
from generator.record.updates import Correction, Update
from generator.words import ENGLISH, Language, capital, ended, gettext, semicolons, sentences

FOLLOWED: Final = (Series, Item, Body)
ABOUT: Final = MappingProxyType(
    {
        Series: gettext("What moves it or one of its items, and each dated paper that speaks of it."),
        Item: gettext("What moves it, and each dated paper that speaks of it."),
        Body: gettext("What it makes, says and decides, and what moves whatever falls on it."),
    }
)


OURS: Final = gettext("This is our reading.")
CHANGES: Final = "changes/"
"""The page of what changed, beside which its feed stands."""


def feeds(linked: Linked, language: Language = ENGLISH) -> dict[str, bytes]:
    """Give every feed, path → bytes."""
    settings = linked.portal.settings
    about = gettext("Everything dated in this record, the latest first.")
    made = {NAME: atom(linked, language, About("", settings.short, about), everything(linked))}
    own = About(CHANGES, titled(gettext("What changed"), settings),
                gettext("What changed in this record, old and new, the latest first."))  # fmt: skip
    made[CHANGES + NAME] = atom(linked, language, own, changes(linked))
    known: dict[str, tuple[News, ...]] = {}
    for record in followed(linked):
        page = href(record.address)
        own = About(page, titled(neutral(linked, record), settings), ABOUT[type(record)])
        made[page + NAME] = atom(linked, language, own, concerning(linked, record, known))
    return made


def followed(linked: Linked) -> Iterable[Record]:
    """Give the records that have a feed of their own."""
    return (r for model in FOLLOWED for r in linked.portal.of(model) if may_be_followed(linked, r))


def everything(linked: Linked) -> tuple[News, ...]:
    """Give an entry for each dated record, the latest first."""
    return _ordered(news for record in linked.portal.records.values() for news in _of_record(linked, record))


def changes(linked: Linked) -> tuple[News, ...]:
    """Give an entry for each substantive change, the latest first."""
    return tuple(_of_change(linked, one) for one in changed(linked) if _may_be_told(linked, one))


def _may_be_told(linked: Linked, one: Changed) -> bool:
    names = (one.source, *one.about)
    return all(may_be_followed(linked, linked.portal.record(name)) for name in names)


def _of_change(linked: Linked, one: Changed) -> News:
    named = semicolons(neutral_part(linked, name) for name in one.about)
    title = neutral(linked, linked.portal.record(one.source))
    if named and one.about != (one.source,):
        title = gettext("{item}: {update}", item=named, update=title)
    told = [ended(capital(one.words)) if one.words else ""]
    was, now = ended(one.was), ended(one.now)
    if one.ours:
        told += [gettext("It said: {words}", words=was), gettext("It says now: {words}", words=now)]
    else:
        told += [gettext("Until then: {words}", words=was)] if one.was else []
        told += [gettext("From then on: {words}", words=now)] if one.now else []
        told += [ended(gettext("Our reading of the reply"))] if one.reading else []
    told += [ended(one.said)] if one.said else []
    told += [gettext("Why: {words}", words=ended(one.why))] if one.why else []
    told += [ended(one.who)] if one.who else []
    return News(f"changes {one.key}", title, one.page, one.day, one.day, one.day, 0, sentences(*told))


def concerning(linked: Linked, record: Record, known: dict[str, tuple[News, ...]]) -> tuple[News, ...]:
    """Give the entries of a record's own feed, the latest first; `known` keeps what many feeds share.

    They are what its timeline tells; for a series also what moved its items, for a body what moved
    that which falls on it.
    """
    records, moved = history.concerning(linked, record)
    targets = _targets(linked, record)
    moved += [m for m in linked.history if m.target in targets]
    for one in records:
        if one.address not in known:
            known[one.address] = tuple(_of_record(linked, one))
    told = [news for one in records for news in known[one.address]]
    return _ordered([*told, *(news for one in moved for news in _of_move(linked, one))])


def _targets(linked: Linked, record: Record) -> set[str]:
    """What moves on behalf of a record though it does not name it: a series' items, what falls on a body."""
    if isinstance(record, Series):
        items = linked.portal.items(record)
        return {target for item in items for target in (item.address, *linked.asks_of(item))}
    backs = linked.backs.get(record.address, ()) if isinstance(record, Body) else ()
    return {back.source for back in backs if back.field in ("falls_on", "body")}


def _of_record(linked: Linked, record: Record) -> Iterable[News]:
    """What a dated record itself says; nothing of a sensitive one, and nothing of what is always there."""
    if not may_be_followed(linked, record):
        return
    if isinstance(record, Correction):
        day = day_in_words(record.on)
        right = gettext("Put right on {day}. It said: {said} It says: {says}", day=day,
                        said=record.said, says=record.says)  # fmt: skip
        if not record.error:
            right = gettext("Changed by us on {day}. It said: {said} It says: {says}", day=day,
                            said=record.said, says=record.says)  # fmt: skip
        yield _news(linked, record, "", right, record.on)
        return
    for number, entry in enumerate(history.entries_of(linked, record)):
        words = sentences(_words(entry), _about(linked, record))
        yield _news(linked, record, str(number or ""), words, record.goes_to)


def _news(linked: Linked, record: Record, which: str, words: str, day: date) -> News:
    again = record.withdrawn.on if record.withdrawn else day
    order = record.order if isinstance(record, Update) else 0
    title, key = neutral(linked, record), f"{record.address} {which}".strip()
    return _dated(linked, record, News(key, title, href(record.address), day, again, again, order, words))


def _dated(linked: Linked, record: Record, news: News) -> News:
    """An entry with the day its record was known here, if that is registered."""
    known = linked.portal.known_here(record.address)
    return replace(news, published=known, updated=max(known, news.updated)) if known else news


def _about(linked: Linked, record: Record) -> str:
    """Which items an update is about, by their numbers."""
    targets = dict.fromkeys(split(m.item)[0] for m in record.moves) if isinstance(record, Update) else ()
    shown = [target for target in targets if may_be_followed(linked, linked.portal.records[target])]
    names = [linked.card(target).label or neutral_part(linked, target) for target in shown]
    return gettext("About: {names}.", names=semicolons(names)) if names else ""


def _of_move(linked: Linked, one: Moved) -> Iterable[News]:
    """What a move says; a second move of one thing in one update is told apart by its place."""
    update, target = one.update, one.target
    if may_be_followed(linked, update) and may_be_followed(linked, linked.portal.record(target)):
        place = [m for m in update.moves if m.item == target].index(one.move)
        key = f"{update.address} {target} {place or ''}".strip()
        title = gettext("{item}: {update}", item=neutral_part(linked, target), update=neutral(linked, update))
        words, day = _words(history.of_move(linked, one)), update.comes_in
        yield _dated(linked, update, News(key, title, href(target), day, day, day, update.order, words))


def _words(entry: Entry) -> str:
    """An entry of a timeline in words: its date as exact as its paper, who, the badges, the places."""
    when = capital(entry.when.whole)
    told: list[str] = [gettext("Planned: {date}.", date=when) if entry.planned else ended(when)]
    told += [ended(entry.who)] if entry.who else []
    told += [gettext("{voice}: {word}.", voice=badge.voice, word=badge.word) for badge in entry.badges]
    told += [entry.text, *written_in(entry.cites), OURS if entry.ours else ""]
    return sentences(*told)


def _ordered(news: Iterable[News]) -> tuple[News, ...]:
    unique = {one.key: one for one in news}
    return tuple(sorted(unique.values(), key=lambda one: (one.day, one.order, one.key), reverse=True))
