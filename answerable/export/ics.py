"""Calendars (RFC 5545): of everything, and of each body that has a date, beside its page.

Meetings, due dates and promised dates, each a whole day, and only where a day is known. A date says what
was set and by what paper; whether it has passed is no calendar's business. Ids follow from addresses and
the stamp is the day the record came in, so an entry that moves is the same entry to who follows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from icalendar import Calendar as Ics
from icalendar import Event as IcsEvent

from answerable.export.atom import identity, written_in
from answerable.graph import timeline
from answerable.graph.events import StatusEvent
from answerable.graph.graph import Graph
from answerable.i18n import ENGLISH, Language, gettext, sentences
from answerable.model.address import href
from answerable.model.date import When
from answerable.model.field import Record
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.body import Body
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series

NAME: Final = "calendar.ics"
PRODUCT: Final = "-//Answerable//Calendar//EN"
ABOUT: Final = gettext(
    "Meetings, due dates and promised dates, as the papers give them; only those of which a day is known."
)


DUE, ASKED, PROMISED = "due", "asked", "promised"
"""What sorts of date there are beside meetings."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One whole day in a calendar."""

    key: str
    """What its id follows from."""
    day: date
    stamp: date
    """The day on which the record says so."""
    times: int
    """How often the date was moved."""
    title: str
    words: str
    page: str
    """The page, with the place on it, below the site's root."""
    bodies: frozenset[str]
    """Whose date it is."""
    planned: bool = False


def calendars(graph: Graph, language: Language = ENGLISH) -> dict[str, bytes]:
    """Every calendar, path → bytes; none is made without a date, because the form forbids it."""
    settings, entries = graph.portal.settings, graph.once(everything)
    calendars = {NAME: _ics(graph, language, "", settings.short, entries)} if entries else {}
    by_body = graph.once(_by_body)
    for body in dated_bodies(graph):
        page, title = href(body.address), settings.titled(graph.neutral_title(body.address))
        calendars[page + NAME] = _ics(graph, language, page, title, by_body[body.address])
    return calendars


def dated_bodies(graph: Graph) -> tuple[Body, ...]:
    """The bodies that have a calendar: those with a date that may be followed."""
    with_dates = graph.once(_by_body)
    return tuple(
        body
        for body in graph.portal.of(Body)
        if body.address in with_dates and not graph.portal.is_sensitive(body)
    )


def _by_body(graph: Graph) -> dict[str, list[CalendarEntry]]:
    by_body: dict[str, list[CalendarEntry]] = {}
    for one in graph.once(everything):
        for body in one.bodies:
            by_body.setdefault(body, []).append(one)
    return by_body


def everything(graph: Graph) -> list[CalendarEntry]:
    """Every date of which a day is known, the earliest first."""
    public = [
        record
        for record in graph.portal.records.values()
        if not graph.portal.is_sensitive(record) and not record.retracted
    ]
    entries = [one for record in public for one in _of_record(graph, record)]
    return sorted(entries, key=lambda one: (one.day, one.key))


def known_day(when: When) -> date | None:
    """The day a date names, `by 10 February 2022` included; None where only a month or year is known."""
    if when.latest and (when.earliest == when.latest or when.edtf == f"../{when.latest.isoformat()}"):
        return when.latest
    return None


def _of_record(graph: Graph, record: Record) -> Iterator[CalendarEntry]:
    if isinstance(record, Meeting):
        yield from _meeting(graph, record)
    elif isinstance(record, Promise):
        sort = ASKED if record.by == "none" else PROMISED
        yield from _due(graph, record.address, record.due, sort, {record.by, *record.asked_of})
    elif isinstance(record, Item | Series):
        if isinstance(record, Item):
            yield from _due(graph, record.address, record.due, DUE, set(record.owners))
        for ask in record.asks:
            yield from _ask(graph, f"{record.address}#{ask.id}", ask)


def _ask(graph: Graph, target: str, ask: Ask) -> Iterator[CalendarEntry]:
    """The ask's own date, and those of each owner's part; who moved the date has the new one only."""
    yield from _due(graph, target, ask.due, DUE, set(ask.owners))
    moved_by = {one.by for one in _moves(graph, target)}
    for part in ask.contributions:
        day = part.due and known_day(part.due)
        if part.due and day and part.body not in moved_by:
            body = graph.neutral_title(part.body)
            yield CalendarEntry(
                key=f"due {target} {part.body}",
                day=day,
                stamp=_came_in(graph, target),
                times=0,
                title=gettext("Due: %(what)s", what=graph.neutral_title(target)),
                words=gettext("Due %(date)s: the part of %(body)s.", date=part.due.words, body=body),
                page=href(target),
                bodies=frozenset({part.body}),
            )


def _meeting(graph: Graph, meeting: Meeting) -> Iterator[CalendarEntry]:
    day, planned = known_day(meeting.date), meeting.state == "planned"
    if day is None:
        return
    title = graph.neutral_title(meeting.address)
    words: list[str] = [gettext("Time: %(time)s.", time=meeting.time)] if meeting.time else []
    words += [gettext("Place: %(place)s.", place=meeting.place)] if meeting.place else []
    for entry in timeline.entries_of(graph, meeting):
        words += [entry.text, *written_in(entry.cites)]
    yield CalendarEntry(
        key=f"meeting {meeting.address}",
        day=day,
        stamp=meeting.known_until,
        times=0,
        title=gettext("Planned: %(meeting)s", meeting=title) if planned else title,
        words=sentences(*words),
        page=href(meeting.address),
        bodies=frozenset({meeting.body} if meeting.body else ()),
        planned=planned,
    )


def _due(
    graph: Graph, target: str, first: When | None, sort: str, bodies: set[str]
) -> Iterator[CalendarEntry]:
    """The date that stands now: the first one, or the last to which it was moved."""
    moves = _moves(graph, target)
    now = moves[-1].move.due if moves else first
    day = now and known_day(now)
    if now and day:
        title, words = _phrases(sort, graph.neutral_title(target), now.words)
        yield CalendarEntry(
            key=f"due {target}",
            day=day,
            stamp=moves[-1].update.effective_on if moves else _came_in(graph, target),
            times=len(moves),
            title=title,
            words=sentences(words, _moved(graph, moves, first)),
            page=href(target),
            bodies=frozenset(bodies),
        )


def _moves(graph: Graph, target: str) -> list[StatusEvent]:
    """What moved a date; nothing that may not be followed."""
    return [e for e in graph.events_of(target) if e.move.due and not graph.portal.is_sensitive(e.update)]


def _moved(graph: Graph, moves: list[StatusEvent], first: When | None) -> str:
    if not moves:
        return ""
    who, update = graph.portal.records[moves[-1].speaker], moves[-1].update
    moved = gettext(
        "The date was moved by %(body)s, %(date)s.",
        body=graph.neutral_title(who.address),
        date=update.happened.words,
    )
    return sentences(gettext("First due %(date)s.", date=first.words), moved) if first else moved


def _phrases(sort: str, what: str, date: str) -> tuple[str, str]:
    """The title of a date, and the sentence that gives it."""
    return {
        DUE: (gettext("Due: %(what)s", what=what), gettext("Due %(date)s.", date=date)),
        ASKED: (gettext("Asked for: %(what)s", what=what), gettext("Asked for %(date)s.", date=date)),
        PROMISED: (gettext("Promised: %(what)s", what=what), gettext("Promised %(date)s.", date=date)),
    }[sort]


def _came_in(graph: Graph, target: str) -> date:
    return graph.portal.day_of(graph.portal.record(target))


def _ics(graph: Graph, language: Language, page: str, title: str, dates: Iterable[CalendarEntry]) -> bytes:
    """The bytes of one calendar; until launch the banner's words open its description."""
    settings = graph.portal.settings
    calendar = Ics()
    about = ABOUT if settings.launched else sentences(settings.banner, ABOUT)
    for name, value in (
        ("prodid", PRODUCT),
        ("version", "2.0"),
        ("uid", identity(settings, f"calendar {page}")),
        ("name", language.say(title)),
        ("x-wr-calname", language.say(title)),
        ("description", language.say(about)),
    ):
        calendar.add(name, value)
    for one in dates:
        calendar.add_component(_event(graph, language, one))
    written: bytes = calendar.to_ical()
    return written


def _event(graph: Graph, language: Language, one: CalendarEntry) -> IcsEvent:
    event = IcsEvent()
    event.add("uid", identity(graph.portal.settings, one.key))
    event.add("dtstamp", datetime(one.stamp.year, one.stamp.month, one.stamp.day, tzinfo=UTC))
    event.add("dtstart", one.day)
    event.add("summary", language.say(one.title))
    page = gettext("Page on this site: %(address)s", address=f"/{one.page}")
    event.add("description", language.say(sentences(one.words, page)))
    event.add("sequence", one.times)
    event.add("transp", "TRANSPARENT")
    if one.planned:
        event.add("status", "TENTATIVE")
    return event
