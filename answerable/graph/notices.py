"""Notices: corrections of what a page said and statements in reply to it, as they are today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from answerable.graph.graph import Graph
from answerable.graph.past_days import PastDay
from answerable.graph.values import Card
from answerable.model.address import split
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
    """Notices that put a record right, or answer it, the latest first; each says which part it concerns."""
    about: dict[str, list[str]] = {}
    for back in graph.backlinks.get(record.address, ()):
        if back.field == "about":
            about.setdefault(back.source, []).extend([f"{record.address}#{back.part}"] if back.part else [])
    return among(graph, about)


def among(graph: Graph, about: Mapping[str, Iterable[str]]) -> tuple[Notice, ...]:
    """Notices among records, the latest first; `about` gives by address what each concerns.

    Records that are neither correction nor statement, and what was taken back, are passed over.
    """
    records = [graph.portal.record(address) for address in about]
    answering = [r for r in records if isinstance(r, Correction | Statement) and not r.retracted]
    answering.sort(key=lambda one: (one.on, one.address), reverse=True)
    return tuple(
        Notice(
            one if isinstance(one, Correction) else None,
            one if isinstance(one, Statement) else None,
            graph.cards(about[one.address]),
        )
        for one in answering
    )


def answers(graph: Graph) -> dict[str, dict[str, tuple[str, ...]]]:
    """Today's corrections and statements by the address of what they are about, each with what."""
    by_address: dict[str, dict[str, tuple[str, ...]]] = {}
    records: list[Correction | Statement] = [*graph.portal.of(Correction), *graph.portal.of(Statement)]
    for record in records:
        for target in record.about if not record.retracted else ():
            about = by_address.setdefault(split(target)[0], {})
            about[record.address] = (*about.get(record.address, ()), target)
    return by_address


def answered(day: PastDay, by_address: Mapping[str, Mapping[str, tuple[str, ...]]]) -> dict[str, list[str]]:
    """Corrections and statements, each with what of a day it is about."""
    targets: dict[str, list[str]] = {}
    for address in dict.fromkeys(split(name)[0] for name in (*day.records, *day.stood)):
        for source, about in by_address.get(address, {}).items():
            targets.setdefault(source, []).extend(about)
    return targets
