"""Notices: corrections of what a page said and statements in reply to it, as they are today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from answerable.graph.graph import Graph
from answerable.graph.values import Card
from answerable.model.field import Record
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.statement import Statement


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction or a statement that concerns a page; one of the two is there."""

    correction: Correction | None
    statement: Statement | None
    about: tuple[Card, ...]
    """What it concerns, where that is not simply the page it stands on."""


def of_record(graph: Graph, record: Record) -> tuple[Notice, ...]:
    """Give what puts a record right, or answers it, the latest first; each says which part it concerns."""
    about: dict[str, list[str]] = {}
    for back in graph.backlinks.get(record.address, ()):
        if back.field == "about":
            about.setdefault(back.source, []).extend([f"{record.address}#{back.part}"] if back.part else [])
    return among(graph, about)


def among(graph: Graph, about: Mapping[str, Iterable[str]]) -> tuple[Notice, ...]:
    """Give the notices among records, the latest first; `about` gives by address what each concerns.

    Records that are neither correction nor statement, and what was taken back, are passed over.
    """
    records = [graph.portal.record(address) for address in about]
    found = [r for r in records if isinstance(r, Correction | Statement) and not r.retracted]
    found.sort(key=lambda one: (one.on, one.address), reverse=True)
    return tuple(
        Notice(
            one if isinstance(one, Correction) else None,
            one if isinstance(one, Statement) else None,
            graph.cards(about[one.address]),
        )
        for one in found
    )
