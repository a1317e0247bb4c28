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

from generator.derive import history
from generator.derive.linked import Linked
from generator.derive.standing import Moved
from generator.derive.titles import neutral, neutral_part, titled
from generator.exchange.following import identity, may_be_followed, written_in
from generator.record.actors import Body
from generator.record.addresses import href
from generator.record.dates import When
from generator.record.fields import Record
from generator.record.meetings import Meeting
from generator.record.series import Ask, Item, Series
from generator.record.updates import Promise
from generator.words import ENGLISH, Language, gettext, sentences

NAME: Final = "calendar.ics"
PRODUCT: Final = "-//Answerable//Calendar//EN"
ABOUT: Final = gettext(
    "Meetings, due dates and promised dates, as the papers give them; only those of which a day is known."
)


DUE, ASKED, PROMISED = "due", "asked", "promised"
"""What sorts of date there are beside meetings."""


@dataclass(frozen=True, slots=True)
class Dated:
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


def calendars(linked: Linked, language: Language = ENGLISH) -> dict[str, bytes]:
    """Give every calendar, path → bytes; none is made without a date, because the form forbids it."""
    settings, found = linked.portal.settings, everything(linked)
    made = {NAME: _ics(linked, language, "", settings.short, found)} if found else {}
    for body in dated_bodies(linked):
        page, own = href(body.address), [one for one in found if body.address in one.bodies]
        made[page + NAME] = _ics(linked, language, page, titled(neutral(linked, body), settings), own)
    return made


def dated_bodies(linked: Linked) -> tuple[Body, ...]:
    """Give the bodies that have a calendar: those with a date that may be followed."""
    with_dates = {body for one in everything(linked) for body in one.bodies}
    return tuple(
        body
        for body in linked.portal.of(Body)
        if body.address in with_dates and may_be_followed(linked, body)
    )


def everything(linked: Linked) -> list[Dated]:
    """Give every date of which a day is known, the earliest first."""
    shown = [
        record
        for record in linked.portal.records.values()
        if may_be_followed(linked, record) and not record.taken_back
    ]
    found = [one for record in shown for one in _of_record(linked, record)]
    return sorted(found, key=lambda one: (one.day, one.key))


def known_day(when: When) -> date | None:
    """Give the day a date names, `by 10 February 2022` included; None where only a month or year is known."""
    if when.latest and (when.earliest == when.latest or when.edtf == f"../{when.latest.isoformat()}"):
        return when.latest
    return None


def _of_record(linked: Linked, record: Record) -> Iterator[Dated]:
    if isinstance(record, Meeting):
        yield from _meeting(linked, record)
    elif isinstance(record, Promise):
        sort = ASKED if record.by == "none" else PROMISED
        yield from _due(linked, record.address, record.due, sort, {record.by, *record.asked_of})
    elif isinstance(record, Item | Series):
        if isinstance(record, Item):
            yield from _due(linked, record.address, record.due, DUE, set(record.falls_on))
        for ask in record.asks:
            yield from _ask(linked, f"{record.address}#{ask.id}", ask)


def _ask(linked: Linked, target: str, ask: Ask) -> Iterator[Dated]:
    """The ask's own date, and those of each owner's part; who moved the date has the new one only."""
    yield from _due(linked, target, ask.due, DUE, set(ask.falls_on))
    moved_by = {one.by for one in _moves(linked, target)}
    for part in ask.contributions:
        day = part.due and known_day(part.due)
        if part.due and day and part.body not in moved_by:
            own = neutral(linked, linked.portal.records[part.body])
            yield Dated(
                key=f"due {target} {part.body}",
                day=day,
                stamp=_came_in(linked, target),
                times=0,
                title=_titled(DUE, neutral_part(linked, target)),
                words=gettext("Due {date}: the part of {body}.", date=part.due.words, body=own),
                page=href(target),
                bodies=frozenset({part.body}),
            )


def _meeting(linked: Linked, meeting: Meeting) -> Iterator[Dated]:
    day, planned = known_day(meeting.date), meeting.state == "planned"
    if day is None:
        return
    title = neutral(linked, meeting)
    words: list[str] = [gettext("Time: {time}.", time=meeting.time)] if meeting.time else []
    words += [gettext("Place: {place}.", place=meeting.place)] if meeting.place else []
    for entry in history.entries_of(linked, meeting):
        words += [entry.text, *written_in(entry.cites)]
    yield Dated(
        key=f"meeting {meeting.address}",
        day=day,
        stamp=meeting.goes_to,
        times=0,
        title=gettext("Planned: {meeting}", meeting=title) if planned else title,
        words=sentences(*words),
        page=href(meeting.address),
        bodies=frozenset({meeting.body} if meeting.body else ()),
        planned=planned,
    )


def _due(linked: Linked, target: str, first: When | None, sort: str, bodies: set[str]) -> Iterator[Dated]:
    """The date that stands now: the first one, or the last to which it was moved."""
    moves = _moves(linked, target)
    now = moves[-1].move.due if moves else first
    day = now and known_day(now)
    if now and day:
        yield Dated(
            key=f"due {target}",
            day=day,
            stamp=moves[-1].update.comes_in if moves else _came_in(linked, target),
            times=len(moves),
            title=_titled(sort, neutral_part(linked, target)),
            words=sentences(_dated(sort, now.words), _moved(linked, moves, first)),
            page=href(target),
            bodies=frozenset(bodies),
        )


def _moves(linked: Linked, target: str) -> list[Moved]:
    """What moved a date; nothing that may not be followed."""
    moved = (one for one in linked.history if one.target == target and one.move.due)
    return [one for one in moved if may_be_followed(linked, one.update)]


def _moved(linked: Linked, moves: list[Moved], first: When | None) -> str:
    if not moves:
        return ""
    who, update = linked.portal.records[moves[-1].speaker], moves[-1].update
    said = gettext("The date was moved by {body}, {date}.", body=neutral(linked, who),
                   date=update.happened.words)  # fmt: skip
    return sentences(gettext("First due {date}.", date=first.words), said) if first else said


def _titled(sort: str, what: str) -> str:
    titles = {
        DUE: gettext("Due: {what}", what=what),
        ASKED: gettext("Asked for: {what}", what=what),
        PROMISED: gettext("Promised: {what}", what=what),
    }
    return titles[sort]


def _dated(sort: str, date: str) -> str:
    dates = {
        DUE: gettext("Due {date}.", date=date),
        ASKED: gettext("Asked for {date}.", date=date),
        PROMISED: gettext("Promised {date}.", date=date),
    }
    return dates[sort]


def _came_in(linked: Linked, target: str) -> date:
    return linked.portal.day_of(linked.portal.record(target))


def _ics(linked: Linked, language: Language, page: str, title: str, dates: Iterable[Dated]) -> bytes:
    """The bytes of one calendar; until launch the banner's words open its description."""
    settings = linked.portal.settings
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
        calendar.add_component(_event(linked, language, one))
    made: bytes = calendar.to_ical()
    return made


def _event(linked: Linked, language: Language, one: Dated) -> IcsEvent:
    event = IcsEvent()
    event.add("uid", identity(linked.portal.settings, one.key))
    event.add("dtstamp", datetime(one.stamp.year, one.stamp.month, one.stamp.day, tzinfo=UTC))
    event.add("dtstart", one.day)
    event.add("summary", language.say(one.title))
    page = gettext("Page on this site: {address}", address=f"/{one.page}")
    event.add("description", language.say(sentences(one.words, page)))
    event.add("sequence", one.times)
    event.add("transp", "TRANSPARENT")
    if one.planned:
        event.add("status", "TENTATIVE")
    return event
