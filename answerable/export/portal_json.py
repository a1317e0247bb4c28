"""The whole public record as one JSON file: every field, its dates, where it stands, all its moves.

One record a line, so that two files can be compared line by line.
"""

from __future__ import annotations

import json

from answerable.export.serialize import Plain, fields_of, when
from answerable.graph.events import Status, StatusEvent
from answerable.graph.graph import Graph
from answerable.model.address import href, split
from answerable.model.field import Record
from answerable.model.spec import specs
from answerable.model.status import TRACKS


def portal_json(graph: Graph) -> bytes:
    """Give the portal as JSON: `settings`, `vocabulary`, and `records` by address."""
    statuses: dict[str, list[Plain]] = {}
    for target in sorted(graph.statuses):
        statuses.setdefault(split(target)[0], []).extend(map(_status, graph.statuses[target]))
    records = ",\n".join(
        f"{_json(address)}:{_json(_record(graph, record, statuses.get(address, [])))}"
        for address, record in sorted(graph.portal.records.items())
    )
    above = f'{{"settings":{_json(_settings(graph))},\n"vocabulary":{_json(_vocabulary(graph))}'
    return f'{above},\n"records":{{\n{records}\n}}}}\n'.encode()


def _json(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _settings(graph: Graph) -> dict[str, Plain]:
    settings = graph.portal.settings
    steering = {spec.alias for spec in specs(type(settings)) if spec.declared.steers}
    shown = {name: value for name, value in fields_of(settings).items() if name not in steering}
    if settings.first:
        shown["first"] = [address for address in settings.first if address in graph.portal.records]
    return shown


def _vocabulary(graph: Graph) -> dict[str, Plain]:
    """The words of each axis as a list, because their order means something."""
    axes = {track: graph.portal.vocabulary.track(track) for track in TRACKS}
    return {
        track: [{"id": own, **fields_of(word)} for own, word in words.items()]
        for track, words in axes.items()
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
