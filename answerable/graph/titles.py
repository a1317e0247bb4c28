"""Neutral titles: what a record is called where its name stays behind, in histories and in lists of news."""

from __future__ import annotations

from answerable.graph.graph import Graph
from answerable.i18n import capital, gettext
from answerable.model.address import split
from answerable.model.field import Record
from answerable.model.kinds.item import Item
from answerable.model.kinds.page import Page
from answerable.model.portal import Settings
from answerable.model.registry import kind_of


def neutral(graph: Graph, record: Record) -> str:
    """Give a record's title for browsers, feeds and calendars: an item by its number, not its subject."""
    title = record.heading
    if isinstance(record, Item):
        series, label = graph.portal.series_of(record), graph.label(record)
        title = label
        if not label.startswith(series.title):
            title = gettext("%(item)s, %(series)s", item=label, series=series.title)
        if record.number == "none":
            title = gettext("%(item)s (%(order)s)", item=title, order=record.order)
    elif isinstance(record, Page):
        title = record.head_title or title
    return _guarded(title, graph.portal.settings, record.address)


def neutral_part(graph: Graph, reference: str) -> str:
    """Give the same for what a reference names, which may be one ask: `Recommendation 2, ask a`."""
    address, part = split(reference)
    record = graph.portal.records[address]
    if not part:
        return neutral(graph, record)
    return _guarded(graph.card(reference).label, graph.portal.settings, address)


def titled(title: str, settings: Settings) -> str:
    """Give a title with the name of the site, for browsers, feeds and calendars."""
    return gettext("%(title)s – %(site)s", title=title, site=settings.short)


def _guarded(title: str, settings: Settings, address: str) -> str:
    """The title, or other words where it holds one that must not stay in a history."""
    if settings.avoided_word_in(title):
        own = address.partition("/")[2]
        return gettext("%(kind)s %(id)s", kind=capital(kind_of(address).one), id=own)
    return title
