"""What a clock may say: late, passed, silent, next; only from papers, or where somebody has looked.

A paper that shows something after its due date says by itself that it came late. Everything else needs a
window: papers of the body concerned, of a stretch of days, that somebody looked through on a day. What a
window tells is told of that window, in absolute dates, so that a printed copy stays true. Outside of it
nothing is said. Rule: design, section 2, and promise 12.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from answerable.graph.events import StatusEvent
from answerable.graph.graph import Graph
from answerable.graph.values import Card, Cite
from answerable.i18n import gettext, sentences
from answerable.model.date import When, by_then, day_in_words
from answerable.model.field import Record
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.item import Item
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.searched import Searched
from answerable.model.kinds.series import Series
from answerable.model.kinds.statement import Statement

Kind = Literal["late", "passed", "silent", "next"]
Awaits = Literal["an answer", "what was done"]


@dataclass(frozen=True, slots=True)
class Silence:
    """One line of the clock: what it speaks of, its words, and where that can be seen."""

    kind: Kind
    target: str
    """The reference of the item, ask or promise."""
    card: Card
    words: str
    looked: Card | None
    """The search that the line rests on; none where papers show it themselves."""
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Papers of one body that somebody looked through: their first and last day, and the search itself."""

    search: Searched
    first: date
    last: date
    looked: str
    """The day somebody looked, in words."""


@dataclass(frozen=True, slots=True)
class Owed:
    """Something that falls on bodies: since when, by when, and where that is written."""

    target: str
    bodies: tuple[str, ...]
    since: date
    due: When | None
    cites: tuple[Cite, ...]
    awaits: Awaits
    """What is looked for in papers."""
    promised: bool = False
    """Whether the body undertook it, and was not only asked."""


def of_record(graph: Graph, record: Record) -> tuple[Silence, ...]:
    """Lines for a record and its asks; none for what is sensitive or taken back."""
    if not isinstance(record, Item | Series | Promise) or record.retracted or _secret(graph, record):
        return ()
    events = graph.events_within(record.address)
    late = [_late(graph, event) for event in events if event.days_late and not event.update.sensitive]
    owed = _owed(graph, record) if graph.once(_windows_by_body) else ()
    lines = [line for one in owed for line in _waited(graph, one)]
    return (*late, *lines)


def _secret(graph: Graph, record: Record) -> bool:
    return graph.portal.is_sensitive(record)


def windows(graph: Graph) -> tuple[Window, ...]:
    """Searches that somebody carried out, each as the days of papers it covers.

    A window ends on the day somebody looked, and on the day whose state is told, whichever is first.
    """
    windows = []
    for search in graph.portal.of(Searched):
        if search.looked_on == "none" or search.retracted or search.sensitive:
            continue
        first = search.from_.earliest or search.from_.day
        last = min(search.to.day, search.looked_on, graph.portal.then or date.max)
        if first <= last:
            windows.append(Window(search, first, last, day_in_words(search.looked_on)))
    return tuple(windows)


def _windows_by_body(graph: Graph) -> dict[str, list[Window]]:
    by_body: dict[str, list[Window]] = {}
    for window in windows(graph):
        by_body.setdefault(window.search.body, []).append(window)
    return by_body


def _statements_by_target(graph: Graph) -> dict[str, list[Statement]]:
    by_target: dict[str, list[Statement]] = {}
    for statement in graph.portal.of(Statement):
        for target in dict.fromkeys(statement.about):
            by_target.setdefault(target, []).append(statement)
    return by_target


def _late(graph: Graph, event: StatusEvent) -> Silence:
    card, cites = graph.card(event.target), graph.cites(event.move.cites)
    return Silence("late", event.target, card, event.lateness_alone, None, cites)


def _owed(graph: Graph, record: Item | Series | Promise) -> Iterator[Owed]:
    """What of a record falls on a body and was not brought to an end, asks apart."""
    day = graph.portal.day_of(record)
    if isinstance(record, Promise):
        bodies, cites = (record.by, *record.asked_of), graph.cites(record.cites)
        one = Owed(record.address, bodies, day, record.due, cites, "what was done", record.by != "none")
        yield from _open(graph, one)
        return
    series = graph.portal.series_of(record) if isinstance(record, Item) else record
    if series.force == "quoted":
        return
    asks: list[tuple[str, Ask | Item]] = [(f"{record.address}#{ask.id}", ask) for ask in record.asks]
    if isinstance(record, Item) and not record.asks:
        asks = [(record.address, record)]
    awaits: Awaits = "an answer" if series.track == "reply" else "what was done"
    for target, ask in asks:
        yield from _open(graph, Owed(target, ask.owners, day, ask.due, graph.cites(ask.cites), awaits))


def _open(graph: Graph, owed: Owed) -> Iterator[Owed]:
    """The same with its last due date, unless some last word closes it or a sensitive update speaks of it.

    What a promise about it brought to an end is closed as well, and what a later plan took on or left.
    """
    carried = (owed.target, *(promise.address for promise in graph.promises_about(owed.target)))
    closed = any(status.word.final for target in carried for status in graph.status_of(target))
    if (
        closed
        or graph.is_carried_on(owed.target)
        or any(event.update.sensitive for event in graph.events_of(owed.target))
    ):
        return
    yield replace(owed, due=graph.due(owed.target))


def _waited(graph: Graph, owed: Owed) -> Iterator[Silence]:
    """At most one line for each body and window: a date to come, a date that passed, or silence."""
    by_body = graph.once(_windows_by_body)
    looked = [window for body in dict.fromkeys(owed.bodies) for window in by_body.get(body, ())]
    for window in sorted(looked, key=lambda one: one.search.address):
        line = _line(graph, owed, window)
        if line is not None:
            kind, words = line
            search = graph.card(window.search.address)
            yield Silence(kind, owed.target, graph.card(owed.target), words, search, owed.cites)


def _line(graph: Graph, owed: Owed, window: Window) -> tuple[Kind, str] | None:
    """A window tells of a due date that lies in it or after it, and of silence that began in it."""
    until = gettext(
        "up to %(last)s; looked on %(day)s by %(who)s",
        last=day_in_words(window.last),
        day=window.looked,
        who=window.search.looked_by,
    )
    due = owed.due.latest if owed.due else None
    if owed.due and due:
        by = by_then(owed.due)
        if due > window.last:
            asked = gettext("It is due %(by)s.", by=by)
            return "next", gettext("The next word was promised %(by)s.", by=by) if owed.promised else asked
        was = gettext("Was promised %(by)s.", by=by) if owed.promised else gettext("Was due %(by)s.", by=by)
        says = sentences(was, gettext("No paper looked through shows it %(until)s.", until=until))
        return ("passed", says) if window.first <= due < window.last else None
    spoke = _last_word(graph, owed.target, window.search.body)
    began = spoke or owed.since
    if not window.first <= began < window.last or (spoke is None and graph.status_of(owed.target)):
        return None
    if spoke is None:
        return "silent", _nothing(owed.awaits, until)
    return "silent", gettext(
        "Nothing later than %(day)s in the papers looked through %(until)s.",
        day=day_in_words(spoke),
        until=until,
    )


def _nothing(awaits: Awaits, until: str) -> str:
    if awaits == "an answer":
        return gettext("No paper looked through shows an answer %(until)s.", until=until)
    return gettext("No paper looked through shows what was done %(until)s.", until=until)


def _last_word(graph: Graph, target: str, body: str) -> date | None:
    """The last day on which a body spoke of something, in an update or a statement."""
    days = [e.update.effective_on for e in graph.events_of(target) if body in (e.by, e.speaker)]
    days += [one.effective_on for one in graph.once(_statements_by_target).get(target, ()) if one.by == body]
    return max(days, default=None)
