"""The entire record as a booklet: what was asked, said and shown, one after another, to print and bind.

It is made of the views of the pages themselves, so that the two cannot tell different things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, cast

from markupsafe import Markup

from answerable.graph.graph import Graph
from answerable.graph.values import Cite, Fact
from answerable.i18n import ended, gettext, sentences
from answerable.model.address import anchor, href
from answerable.model.date import day_in_words
from answerable.model.field import Record
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.other import Term
from answerable.model.kinds.series import Item, Series
from answerable.model.kinds.update import Correction, Promise, Statement, Update
from answerable.site.facts import facts
from answerable.site.markdown import html_of
from answerable.site.views.lists import series_in_order
from answerable.site.views.meeting import MeetingView
from answerable.site.views.printed import may_be_printed
from answerable.site.views.replies import Reply, replies
from answerable.site.views.series import ItemView, SeriesView

ROOT = "../../"
"""The way from the booklet back to the site's root."""


@dataclass(frozen=True, slots=True)
class BookItem:
    """An item with its prose, whose links lead from the booklet."""

    view: ItemView
    html: Markup


@dataclass(frozen=True, slots=True)
class Chapter:
    """A series and its items."""

    id: str
    title: str
    view: SeriesView
    html: Markup
    items: tuple[BookItem, ...]


@dataclass(frozen=True, slots=True)
class BookMeeting:
    """A meeting with its prose."""

    id: str
    view: MeetingView
    html: Markup


@dataclass(frozen=True, slots=True)
class Told:
    """A short record told whole."""

    id: str
    title: str
    facts: tuple[Fact, ...]
    html: Markup
    replies: tuple[Reply, ...]
    """What moved it, the latest first."""
    cites: tuple[Cite, ...]
    retracted: str
    """When its words were taken back, and why; empty where they were not."""


@dataclass(frozen=True, slots=True)
class Part:
    """Short records of one kind."""

    id: str
    title: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class BookletView:
    """The booklet."""

    held_until: str
    address: str
    chapters: tuple[Chapter, ...]
    meetings: tuple[BookMeeting, ...]
    parts: tuple[Part, ...]
    left_out: int
    """How many records are kept off paper."""


PARTS: Final[tuple[tuple[type[Record], str], ...]] = (
    (Update, gettext("Updates")),
    (Promise, gettext("Promises")),
    (Statement, gettext("Statements in reply")),
    (Correction, gettext("Corrections")),
    (Term, gettext("Words we explain")),
)
"""What follows the series and meetings, and what each part is called."""


def booklet(graph: Graph, view_of: Callable[[str], object]) -> BookletView:
    """Give the booklet; `view_of` gives the view of a record's page by its address on the site."""
    portal = graph.portal
    kinds: tuple[type[Record], ...] = (Series, Item, Meeting, *(kind for kind, _ in PARTS))
    told = [record for kind in kinds for record in portal.of(kind)]
    printed = {r.address for r in told if may_be_printed(graph, r)}
    whole = {address for address in printed if not portal.records[address].retracted}
    gone = [portal.records[address] for address in sorted(printed - whole)]
    parts = [
        *((title, [r for r in portal.of(kind) if r.address in whole]) for kind, title in PARTS),
        (gettext("Taken back"), gone),
    ]
    series = [one for one in series_in_order(graph) if one.address in whole]
    return BookletView(
        held_until=portal.settings.held_until,
        address=portal.settings.found_at or "",
        chapters=tuple(_chapter(graph, one, view_of, whole) for one in series),
        meetings=tuple(_meetings(graph, view_of, whole)),
        parts=tuple(_part(graph, title, there) for title, there in parts if there),
        left_out=len(told) - len(printed),
    )


def _chapter(graph: Graph, series: Series, view_of: Callable[[str], object], whole: set[str]) -> Chapter:
    items = (item for item in graph.portal.items(series) if item.address in whole)
    return Chapter(
        anchor(series.address),
        series.title,
        cast("SeriesView", view_of(href(series.address))),
        html_of(series, ROOT),
        tuple(BookItem(cast("ItemView", view_of(href(i.address))), html_of(i, ROOT)) for i in items),
    )


def _meetings(graph: Graph, view_of: Callable[[str], object], whole: set[str]) -> Iterator[BookMeeting]:
    """The meetings, the latest first."""
    for meeting in sorted(graph.portal.of(Meeting), key=lambda m: (m.known_until, m.address), reverse=True):
        if meeting.address in whole:
            view = cast("MeetingView", view_of(href(meeting.address)))
            yield BookMeeting(anchor(meeting.address), view, html_of(meeting, ROOT))


def _part(graph: Graph, title: str, records: Iterable[Record]) -> Part:
    return Part(anchor(title), title, tuple(_told(graph, record) for record in records))


def _told(graph: Graph, record: Record) -> Told:
    back = record.withdrawn
    return Told(
        id=anchor(record.address),
        title=record.heading,
        facts=facts(graph, record),
        html=html_of(record, ROOT),
        replies=replies(graph, record.address),
        cites=graph.cites(record.cites),
        retracted=sentences(ended(day_in_words(back.on)), back.why) if back else "",
    )
