"""The whole public record as one JSON file: every field, its dates, where it stands, all its moves.

One record a line, so that two files can be compared line by line.
"""

from __future__ import annotations

import json
from typing import Final

from answerable.export.serialize import Plain, fields_of, when
from answerable.graph.events import Status, StatusEvent
from answerable.graph.graph import Graph
from answerable.model.address import href, split
from answerable.model.field import Record
from answerable.model.status import TRACKS

STEERING: Final = ("base", "exit", "repository", "scheduled", "avoid_in_titles")
"""Settings that steer how the site is made, and say nothing of the record."""


def portal_json(graph: Graph) -> bytes:
    """Give the portal as JSON: `settings`, `vocabulary`, and `records` by address."""
    history: dict[str, list[Plain]] = {}
    for moved in graph.history:
        history.setdefault(split(moved.target)[0], []).append(_move(moved))
    standing: dict[str, list[Plain]] = {}
    for target in sorted(graph.standing):
        standing.setdefault(split(target)[0], []).extend(map(_setting, graph.standing[target]))
    records = ",\n".join(
        f"{_json(address)}:"
        f"{_json(_record(graph, record, standing.get(address, []), history.get(address, [])))}"
        for address, record in sorted(graph.portal.records.items())
    )
    above = f'{{"settings":{_json(_settings(graph))},\n"vocabulary":{_json(_vocabulary(graph))}'
    return f'{above},\n"records":{{\n{records}\n}}}}\n'.encode()


def _json(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _settings(graph: Graph) -> dict[str, Plain]:
    settings = graph.portal.settings
    shown = {name: value for name, value in fields_of(settings).items() if name not in STEERING}
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


def _record(graph: Graph, record: Record, standing: list[Plain], history: list[Plain]) -> dict[str, Plain]:
    day = graph.portal.known_here(record.address)
    known: dict[str, Plain] = {"known_here": day.isoformat()} if day else {}
    return known | {
        "kind": record.kind_folder,
        "page": href(record.address),
        "heading": record.heading,
        "fields": fields_of(record),
        "prose": record.prose,
        "standing": standing,
        "history": history,
    }


def _setting(setting: Status) -> dict[str, Plain]:
    return {
        "target": setting.target,
        "axis": setting.track,
        "word": setting.word_id,
        "by": setting.by,
        "said_by": setting.speaker,
        "on": when(setting.when),
        "update": setting.update.address,
    }


def _move(moved: StatusEvent) -> dict[str, Plain]:
    """A move as its update writes it, with who, when and whose, and the date it was due by until then."""
    update, move = moved.update, moved.move
    return fields_of(move) | {
        "target": moved.target,
        "by": moved.by,
        "said_by": moved.speaker,
        "on": when(update.happened),
        "update": update.address,
        "basis": move.basis or update.basis,
        "due_until_then": when(moved.due) if moved.due else None,
    }
