"""Neutral titles: what a record is called where its name stays behind, in histories and in lists of news."""

from __future__ import annotations

from generator.derive.linked import Linked
from generator.record.addresses import split
from generator.record.facts import Page
from generator.record.fields import Record
from generator.record.kinds import kind_of
from generator.record.portal import Settings
from generator.record.series import Item
from generator.words import capital, gettext


def neutral(linked: Linked, record: Record) -> str:
    """Give a record's title for browsers, feeds and calendars: an item by its number, not its subject."""
    title = record.heading
    if isinstance(record, Item):
        series, label = linked.portal.series_of(record), linked.label(record)
        title = label
        if not label.startswith(series.title):
            title = gettext("{item}, {series}", item=label, series=series.title)
        if record.number == "none":
            title = gettext("{item} ({order})", item=title, order=record.order)
    elif isinstance(record, Page):
        title = record.head_title or title
    return _guarded(title, linked.portal.settings, record.address)


def neutral_part(linked: Linked, reference: str) -> str:
    """Give the same for what a reference names, which may be one ask: `Recommendation 2, ask a`."""
    address, part = split(reference)
    record = linked.portal.records[address]
    if not part:
        return neutral(linked, record)
    return _guarded(linked.card(reference).label, linked.portal.settings, address)


def titled(title: str, settings: Settings) -> str:
    """Give a title with the name of the site, for browsers, feeds and calendars."""
    return gettext("{title} – {site}", title=title, site=settings.short)


def _guarded(title: str, settings: Settings, address: str) -> str:
    """The title, or other words where it holds one that must not stay in a history."""
    if settings.telling(title):
        own = address.partition("/")[2]
        return gettext("{kind} {id}", kind=capital(kind_of(address).one), id=own)
    return title
