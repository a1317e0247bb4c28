"""Questions for the next meeting of a body: what it was asked, what is open, and where that is written.

Each question is put in our words, politely and to anybody's body alike. It rests on what papers show, or on
a search that somebody carried out; where neither speaks, it asks and does not say. What is sensitive, and
whatever a sensitive update speaks of, is asked of nobody here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from answerable.graph import overdue as silence
from answerable.graph.events import Status
from answerable.graph.graph import Graph
from answerable.graph.overdue import Silence
from answerable.graph.values import Card, Cite
from answerable.i18n import ended, gettext
from answerable.model.address import split
from answerable.model.field import Record
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.body import Body
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series

Topic = Literal["answer", "done", "since", "checked", "part", "open", "promised", "raised", "ended"]


TIMED = ("answer", "done", "since")
"""Topics of what is open and could have a timescale."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to ask about: what it is, who asked for it, where it is written, what else is said of it."""

    topic: Topic
    card: Card
    by: Card | None
    cites: tuple[Cite, ...]
    note: str = ""
    timeless: bool = False
    """Whether it is open and has no timescale."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a body may be asked at its next meeting."""

    body: Card
    points: tuple[Point, ...]
    clock: tuple[Silence, ...]
    """What came late, and what nobody found where somebody has looked."""

    @property
    def asked(self) -> int:
        """How many things the body was asked, or undertook; what a reply leaves open is no other thing."""
        return sum(1 for point in self.points if point.topic not in ("open", "raised"))


@dataclass(frozen=True, slots=True)
class _Falls:
    """One thing that falls on bodies, and the record that asks it."""

    target: str
    bodies: tuple[str, ...]
    record: Record
    thing: Ask | Item | Promise | Series


def sheets(graph: Graph) -> dict[str, Sheet]:
    """Sheet of each body that was asked anything, in the order of the bodies' addresses."""
    return {b.address: _sheet(graph, b.address) for b in graph.portal.of(Body) if has_sheet(graph, b)}


def has_sheet(graph: Graph, body: Body) -> bool:
    """Whether a body was asked anything that a sheet may name."""
    return _may(body) and body.address in graph.once(_falls_by_body)


def _falls_by_body(graph: Graph) -> dict[str, list[_Falls]]:
    """What falls on each body: of the series, the latest first, then of promises."""
    promises = sorted(graph.portal.of(Promise), key=lambda p: (p.effective_on, p.address), reverse=True)
    by_body: dict[str, list[_Falls]] = {}
    for record in (*graph.portal.series(), *promises):
        for falls in _falling(graph, record):
            for body in dict.fromkeys(falls.bodies):
                by_body.setdefault(body, []).append(falls)
    return by_body


def _meetings_by_body(graph: Graph) -> dict[str, list[Meeting]]:
    """The meetings of each body, the latest first."""
    by_body: dict[str, list[Meeting]] = {}
    for meeting in sorted(graph.portal.of(Meeting), key=lambda m: (m.known_until, m.address), reverse=True):
        if meeting.body and not meeting.sensitive:
            by_body.setdefault(meeting.body, []).append(meeting)
    return by_body


def _may(record: Record) -> bool:
    return not record.sensitive and not record.retracted


def _falling(graph: Graph, record: Record) -> Iterator[_Falls]:
    """What a series, its items in order, or a promise asks of anybody; nothing that is sensitive."""
    if isinstance(record, Promise) and _may(record) and not _secret(graph, record.address):
        yield _Falls(record.address, (record.by, *record.asked_of), record, record)
    if not isinstance(record, Series) or not _may(record) or record.force == "quoted":
        return
    parts = [part for part in (record, *graph.portal.items(record)) if _may(part)]
    single = [pair for part in parts for pair in graph.asks_in(part)]
    for target, thing in single:
        if not _secret(graph, target) and not graph.is_carried_on(target):
            yield _Falls(target, _left(graph, target, thing), record, thing)
    named = {body for _, thing in single for body in _owners(thing)}
    yield _Falls(record.address, tuple(b for b in record.asked_of if b not in named), record, record)


def _secret(graph: Graph, target: str) -> bool:
    return any(event.update.sensitive for event in graph.events_of(target))


def _left(graph: Graph, target: str, thing: Ask | Item) -> tuple[str, ...]:
    """The bodies something falls on; while nobody spoke of it, not those that a promise about it names."""
    if graph.status_of(target):
        return _owners(thing)
    named = {b for promise in graph.promises_about(target) for b in (promise.by, *promise.asked_of)}
    return tuple(body for body in _owners(thing) if body not in named)


def _owners(thing: Ask | Item) -> tuple[str, ...]:
    shares = thing.contributions if isinstance(thing, Ask) else ()
    return (*thing.owners, *(share.body for share in shares))


def _sheet(graph: Graph, body: str) -> Sheet:
    mine = graph.once(_falls_by_body)[body]
    points = [point for one in mine for point in _points(graph, one)]
    records = {one.record.address: one.record for one in mine}
    records |= {split(one.target)[0]: graph.portal.record(one.target) for one in mine}
    targets = {one.target for one in mine}
    clock = [line for record in records.values() for line in silence.of_record(graph, record)]
    lines = tuple(line for line in clock if line.target in targets)
    return Sheet(graph.card(body), (*points, *_raised(graph, body)), lines)


def _points(graph: Graph, one: _Falls) -> Iterator[Point]:
    """One point for the thing itself, and one for each part that a reply to it leaves open."""
    statuses = graph.status_of(one.target)
    card, cites = graph.card(one.target), _written(graph, one)
    by = graph.card(one.record.by) if isinstance(one.record, Series) else None
    note = ""
    if isinstance(one.thing, Promise):
        due = one.thing.due.words if one.thing.due else one.thing.due_says
        note = gettext("Due: %(date)s", date=ended(due)) if due else ""
    topic = _topic(one, statuses)
    thing = one.thing
    timeless = topic in TIMED and isinstance(thing, Ask | Item) and not graph.is_timed(one.target, thing)
    yield Point(topic, card, by, cites, note, timeless)
    for event in graph.events_of(one.target):
        if event.move.leaves_open:
            yield Point(
                "open",
                card,
                graph.card(event.speaker),
                graph.cites(event.move.cites[:1]),
                event.move.leaves_open,
            )


def _topic(one: _Falls, statuses: tuple[Status, ...]) -> Topic:
    if any(status.track == "check" for status in statuses):
        return "checked"
    closing = [status for status in statuses if status.word.final]
    if closing:
        return "part" if all(status.move.in_part for status in closing) else "ended"
    if isinstance(one.thing, Promise):
        return "promised"
    if statuses:
        return "since"
    asks = isinstance(one.record, Series) and one.record.track == "reply"
    return "answer" if asks else "done"


def _written(graph: Graph, one: _Falls) -> tuple[Cite, ...]:
    """Where a thing is written: its own citation, or that of its item or series."""
    record = graph.portal.record(one.target)
    return graph.cites(one.thing.cites[:1] or record.cites[:1] or one.record.cites[:1])


def _raised(graph: Graph, body: str) -> Iterator[Point]:
    """Questions put at the body's own meetings, to which its papers record no answer."""
    for meeting in graph.once(_meetings_by_body).get(body, ()):
        for item in meeting.items:
            for question in item.questions:
                if question.answered == "no answer recorded":
                    card = graph.card(f"{meeting.address}#{item.id}")
                    by = graph.card(question.by) if question.by else None
                    yield Point("raised", card, by, graph.cites(question.cites[:1]), question.asks)
