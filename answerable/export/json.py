"""JSON of the whole public record: every field, its dates, where it stands, all its moves.

One record a line, so that two files can be compared line by line. A field that is absent is left out; a date
has all that it means.
"""

from __future__ import annotations

from datetime import date
from json import JSONEncoder
from typing import Final, TypeAlias

from answerable.graph.events import Status, StatusEvent
from answerable.graph.graph import Graph
from answerable.model.address import href, split
from answerable.model.date import When
from answerable.model.field import Part, Record
from answerable.model.spec import specs, written
from answerable.model.status import TRACKS

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"
ENCODER: Final = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def portal_json(graph: Graph) -> bytes:
    """JSON of a portal: `settings`, `vocabulary`, and `records` by address."""
    statuses: dict[str, list[Plain]] = {}
    for target in sorted(graph.statuses):
        statuses.setdefault(split(target)[0], []).extend(map(_status, graph.statuses[target]))
    encode = ENCODER.encode
    records = ",\n".join(
        f"{encode(address)}:{encode(_record(graph, record, statuses.get(address, [])))}"
        for address, record in sorted(graph.portal.records.items())
    )
    above = f'{{"settings":{encode(_settings(graph))},\n"vocabulary":{encode(_vocabulary(graph))}'
    return f'{above},\n"records":{{\n{records}\n}}}}\n'.encode()


def _settings(graph: Graph) -> dict[str, Plain]:
    settings = graph.portal.settings
    steering = {spec.alias for spec in specs(type(settings)) if spec.declared.steers}
    public = {name: value for name, value in fields_of(settings).items() if name not in steering}
    if settings.first:
        public["first"] = [address for address in settings.first if address in graph.portal.records]
    return public


def _vocabulary(graph: Graph) -> dict[str, Plain]:
    """The words of each track as a list, because their order means something."""
    tracks = {track: graph.portal.vocabulary.track(track) for track in TRACKS}
    return {
        track: [{"id": word_id, **fields_of(word)} for word_id, word in words.items()]
        for track, words in tracks.items()
    }


def _record(graph: Graph, record: Record, statuses: list[Plain]) -> dict[str, Plain]:
    day = graph.portal.known_here(record.address)
    known: dict[str, Plain] = {"known_here": day.isoformat()} if day else {}
    return known | {
        "kind": record.kind_folder,
        "page": href(record.address),
        "heading": record.heading,
        "fields": fields_of(record),
        "prose": record.prose,
        "standing": statuses,
        "history": [_event(event) for event in graph.events_within(record.address)],
    }


def _status(status: Status) -> dict[str, Plain]:
    return {
        "target": status.target,
        "axis": status.track,
        "word": status.word_id,
        "by": status.by,
        "said_by": status.speaker,
        "on": when(status.when),
        "update": status.update.address,
    }


def _event(event: StatusEvent) -> dict[str, Plain]:
    """A move as its update writes it, with who, when and whose, and the date it was due by until then."""
    return fields_of(event.move) | {
        "target": event.target,
        "by": event.by,
        "said_by": event.speaker,
        "on": when(event.update.happened),
        "update": event.update.address,
        "basis": event.basis,
        "due_until_then": when(event.due) if event.due else None,
    }


def fields_of(part: Part) -> dict[str, Plain]:
    """What a record or a part of one says, by the names that its file uses."""
    fields: dict[str, Plain] = {}
    for spec in written(type(part)):
        value = getattr(part, spec.name)
        if value is None or (value == () and not spec.required):
            continue
        fields[spec.alias] = [_plain(one) for one in value] if spec.many else _plain(value)
    return fields


def _plain(value: object) -> Plain:
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, Part):
        return fields_of(value)
    if isinstance(value, When):
        return when(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no plain form.")


def when(value: When) -> dict[str, Plain]:
    """All that a date means."""
    return {
        "text": value.text,
        "words": value.words,
        "edtf": value.edtf,
        "earliest": value.earliest.isoformat() if value.earliest else None,
        "latest": value.latest.isoformat() if value.latest else None,
    }
