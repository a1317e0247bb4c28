"""Timeline: what happened, in order, of one thing and of everything, by year and month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from answerable.graph.events import StatusEvent
from answerable.graph.graph import Graph
from answerable.graph.values import Badge, Cite
from answerable.i18n import capital, gettext, localized_date, sentences
from answerable.model.address import href
from answerable.model.date import When
from answerable.model.field import Record
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.event import Event
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series
from answerable.model.kinds.statement import Statement
from answerable.model.spec import is_dated


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline."""

    when: When
    who: str
    text: str
    title: str
    href: str
    badges: tuple[Badge, ...] = ()
    cites: tuple[Cite, ...] = ()
    planned: bool = False
    ours: bool = False


STATES: Final = MappingProxyType(
    {
        "mentioned": gettext("Only mentioned in the papers held."),
        "report only": gettext("Only a report for it is held."),
    }
)
"""What a timeline says of meetings that are known from other papers only, by their state."""
HAPPENED: Final = MappingProxyType(
    {"probable": gettext("Probably."), "reported": gettext("As somebody reported.")}
)
"""What it says of events that no paper shows to have happened."""

CHANGED: Final = gettext("Changed on this site; nothing was wrong.")


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month, or those of a year that are dated to no one month; the latest first."""

    id: str
    title: str
    month: int
    """From 1; 0 where no one month is meant."""
    entries: tuple[Entry, ...]


def by_year(graph: Graph) -> dict[int, tuple[Month, ...]]:
    """Everything dated, by year and month, the latest first; what is in no one month ends its year."""
    years: dict[int, dict[int, list[Entry]]] = {}
    for entry in reversed(graph.once(everything)):
        months = years.setdefault(_year_of(entry.when), {})
        months.setdefault(month_of(entry.when), []).append(entry)
    return {
        year: tuple(_month(year, month, years[year][month]) for month in sorted(years[year], reverse=True))
        for year in sorted(years, reverse=True)
    }


def years(graph: Graph) -> tuple[int, ...]:
    """Years of which anything is dated, the latest first."""
    records = (r for r in graph.portal.records.values() if not isinstance(r, Correction))
    return tuple(sorted({_year_of(when) for one in records for when in _dates_of(one)}, reverse=True))


def month_of(when: When) -> int:
    """Month, from 1, in which a date lies wholly; 0 where it can mean days of several."""
    first, last = when.earliest, when.latest
    whole = first and last and (first.year, first.month) == (last.year, last.month)
    return first.month if first and whole else 0


def month_of_year(year: int, month: int) -> str:
    """Name of a month of a year, counted from 1."""
    return localized_date(date(year, month, 1), "yMMMM")


def _month(year: int, month: int, entries: list[Entry]) -> Month:
    title = month_of_year(year, month) if month else gettext("%(year)s, no one month", year=year)
    return Month(f"m{year}-{month:02}", title, month, tuple(entries))


def _year_of(when: When) -> int:
    return (when.earliest or when.day).year


def _dates_of(record: Record) -> tuple[When, ...]:
    """Dates of the lines that a record itself has on a timeline."""
    if not is_dated(type(record)) or record.when is None:
        return ()
    if isinstance(record, Event) and not record.retracted:
        return (*filter(None, (record.date,)), *(saying.date for saying in record.dates))
    return (record.when,)


def everything(graph: Graph) -> tuple[Entry, ...]:
    """Timeline of all that is dated, oldest first; corrections stand with what they concern."""
    records = (r for r in graph.portal.records.values() if not isinstance(r, Correction))
    entries = [entry for record in records for entry in entries_of(graph, record)]
    return _ordered(entries)


def of_record(graph: Graph, record: Record) -> tuple[Entry, ...]:
    """Timeline of one record: its own day, what moved it, what dated thing speaks of it."""
    records, moved = concerning(graph, record)
    entries = [entry for one in records for entry in entries_of(graph, one)]
    return _ordered([*entries, *(of_event(graph, event) for event in moved)])


def concerning(graph: Graph, record: Record) -> tuple[list[Record], list[StatusEvent]]:
    """Contents of a record's timeline: records, dated or not, and whatever moved it.

    An update is told by its moves where these moved the record, and else by itself.
    """
    records = [record, graph.portal.series_of(record)] if isinstance(record, Item) else [record]
    moved = list(graph.events_within(record.address))
    known = {*(m.update.address for m in moved), *(one.address for one in records)}
    for back in graph.backlinks.get(record.address, ()):
        source = graph.portal.record(back.source)
        if back.field not in ("in", "adopted_by") and source.address not in known:
            known.add(source.address)
            records.append(source)
    records += _about_updates(graph, dict.fromkeys(m.update.address for m in moved), known)
    return records, moved


def _about_updates(graph: Graph, updates: Iterable[str], known: set[str]) -> list[Record]:
    """What puts right, or answers, an update that moved a record concerns the record as well."""
    backlinks = (
        back for update in updates for back in graph.backlinks.get(update, ()) if back.field == "about"
    )
    sources = {back.source: graph.portal.record(back.source) for back in backlinks}
    return [
        one
        for address, one in sources.items()
        if isinstance(one, Correction | Statement) and address not in known
    ]


def entries_of(graph: Graph, record: Record) -> Iterable[Entry]:
    """Lines a dated record itself has on a timeline; none for what is always there."""
    when = record.when
    if not is_dated(type(record)) or when is None:
        return
    if record.retracted:
        yield Entry(when, "", gettext("Taken back; the page says why."), record.heading, href(record.address))
        return
    if isinstance(record, Event):
        yield from _event(graph, record)
        return
    planned = isinstance(record, Meeting) and record.state == "planned"
    by = getattr(record, "by", None) or getattr(record, "body", None)
    who = graph.portal.records[by].heading if by and by != "none" else ""
    yield Entry(
        when,
        who,
        _text_of(record),
        record.heading,
        href(record.address),
        (),
        graph.cites(record.cites),
        planned,
    )


def _event(graph: Graph, event: Event) -> Iterable[Entry]:
    planned, ours = event.happened == "planned", event.basis != "in the source"
    cites = graph.cites(event.cites)
    if event.date and event.when:
        yield Entry(
            event.when, "", _event_words(event), event.title, href(event.address), (), cites, planned, ours
        )
    for saying in event.dates:
        several = gettext("Papers give more than one date; see the page.")
        text = sentences(gettext("%(words)s.", words=capital(saying.says)), several)
        yield Entry(
            saying.date,
            "",
            text,
            event.title,
            href(event.address),
            (),
            graph.cites(saying.cites),
            planned,
            ours,
        )


def _event_words(event: Event) -> str:
    return sentences(HAPPENED.get(event.happened, ""), event.says or "")


def of_event(graph: Graph, event: StatusEvent) -> Entry:
    """One line of an event, though it may set several tracks."""
    update = event.update
    return Entry(
        update.happened,
        event.speaker_name,
        event.text,
        update.title,
        href(update.address),
        event.badges,
        graph.cites(event.move.cites),
        ours=event.ours,
    )


def _text_of(record: Record) -> str:
    if isinstance(record, Series):
        return record.summary
    if isinstance(record, Meeting):
        return sentences(record.summary or "", STATES.get(record.state, ""))
    if isinstance(record, Correction):
        words = gettext("It said: %(said)s It says now: %(says)s", said=record.before, says=record.after)
        return sentences(gettext("Corrected on this site.") if record.error else CHANGED, words)
    if isinstance(record, Promise):
        due = record.due.words if record.due else record.due_says or gettext("no date given")
        return gettext("Promised or asked for. Due: %(date)s.", date=due)
    return ""


def _ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    unique = {(e.when.text, e.title, e.href, e.text): e for e in entries}
    return tuple(sorted(unique.values(), key=lambda entry: entry.when.order))
