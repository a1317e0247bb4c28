"""Atom feeds (RFC 4287): of everything, and of each series, item and body, beside its page.

Nothing in a feed depends on a host or a clock. Ids follow from addresses, and the order from the days on
which records come in. An entry is published on the day its record was known here, where the register has
it, else on the day it comes in; a day is at midnight UTC. Links lead from the site's root, which
`xml:base` gives as the way from the feed's own address: so a feed is right at any host and any path.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from html import escape
from io import BytesIO
from types import MappingProxyType
from typing import Final, NamedTuple

from feedgenerator import Atom1Feed

from generator.derive import history
from generator.derive.linked import Linked
from generator.derive.standing import Moved
from generator.derive.titles import neutral, neutral_part, titled
from generator.derive.values import Entry
from generator.exchange.following import held_until, identity, may_be_followed, written_in
from generator.record.actors import Body
from generator.record.addresses import href, root_of, split
from generator.record.dates import day_in_words
from generator.record.fields import Record
from generator.record.series import Item, Series
from generator.record.updates import Correction, Update
from generator.words import ENGLISH, Language, capital, ended, gettext, semicolons, sentences

NAME: Final = "feed.xml"
FOLLOWED: Final = (Series, Item, Body)
NEVER: Final = date(1970, 1, 1)
"""The day of a feed in which nothing stands yet."""
ABOUT: Final = MappingProxyType(
    {
        Series: gettext("What moves it or one of its items, and each dated paper that speaks of it."),
        Item: gettext("What moves it, and each dated paper that speaks of it."),
        Body: gettext("What it makes, says and decides, and what moves whatever falls on it."),
    }
)


OURS: Final = gettext("This is our reading.")


@dataclass(frozen=True, slots=True)
class News:
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


class About(NamedTuple):
    """What a feed is of: the page it stands beside, its title, and what it says of itself."""

    page: str
    title: str
    words: str


def feeds(linked: Linked, language: Language = ENGLISH) -> dict[str, bytes]:
    """Give every feed, path → bytes."""
    settings = linked.portal.settings
    about = gettext("Everything dated in this record, the latest first.")
    made = {NAME: _atom(linked, language, About("", settings.short, about), everything(linked))}
    known: dict[str, tuple[News, ...]] = {}
    for record in followed(linked):
        page = href(record.address)
        own = About(page, titled(neutral(linked, record), settings), ABOUT[type(record)])
        made[page + NAME] = _atom(linked, language, own, concerning(linked, record, known))
    return made


def followed(linked: Linked) -> Iterable[Record]:
    """Give the records that have a feed of their own."""
    return (r for model in FOLLOWED for r in linked.portal.of(model) if may_be_followed(linked, r))


def everything(linked: Linked) -> tuple[News, ...]:
    """Give an entry for each dated record, the latest first."""
    return _ordered(news for record in linked.portal.records.values() for news in _of_record(linked, record))


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
        right = gettext("Put right on {day}. It said: {said} It says: {says}", day=day_in_words(record.on),
                        said=record.said, says=record.says)  # fmt: skip
        yield _news(linked, record, "", right, record.on)
        return
    for number, entry in enumerate(history.entries_of(linked, record)):
        words = sentences(_words(entry), _about(linked, record))
        yield _news(linked, record, str(number or ""), words, record.comes_in)


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


class _Atom(Atom1Feed):  # type: ignore[misc]  # the library ships no types
    """The library's Atom, which knows no `xml:base` and would date an empty feed by the clock."""

    def root_attributes(self) -> Mapping[str, str]:
        """Add the way to the site's root."""
        attributes: Mapping[str, str] = super().root_attributes()
        return {**attributes, "xml:base": self.feed["base"]}

    def latest_post_date(self) -> datetime:
        """Give the day of the latest entry."""
        latest: datetime = self.feed["updated"]
        return latest


def _atom(linked: Linked, language: Language, about: About, news: tuple[News, ...]) -> bytes:
    """The bytes of one feed; until launch the banner's words open its subtitle."""
    settings, page = linked.portal.settings, about.page
    subtitle = sentences("" if settings.launched else settings.banner, about.words, held_until(settings))
    rights = sentences(settings.licence.covers, ended(settings.licence.name), settings.licence.papers)
    feed = _Atom(
        title=language.say(about.title),
        link=page or "./",
        description=None,
        subtitle=language.say(subtitle),
        language=settings.language,
        author_name=settings.short if settings.publisher.placeholder else settings.publisher.name,
        feed_url=page + NAME,
        feed_guid=f"urn:uuid:{identity(settings, page)}",
        feed_copyright=language.say(rights),
        base=root_of(page) or "./",
        updated=_midnight(max((one.updated for one in news), default=NEVER)),
    )
    for one in news:
        feed.add_item(
            language.say(one.title),
            one.page,
            escape(language.say(one.words), quote=False),
            pubdate=_midnight(one.published),
            updateddate=_midnight(one.updated),
            unique_id=f"urn:uuid:{identity(settings, one.key)}",
        )
    made = BytesIO()
    feed.write(made, "utf-8")
    return made.getvalue() + b"\n"


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
