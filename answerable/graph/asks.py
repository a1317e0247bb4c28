"""Asks: each single thing asked, by when, what was promised of it, and whether a later plan took it on."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.graph.graph import Graph
from answerable.model.address import split
from answerable.model.field import Record
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.item import Item
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series


def asks_in(graph: Graph, record: Record) -> Iterator[tuple[str, Ask | Item]]:
    """Give each single thing a series or item asks, with its reference; none of what is only quoted."""
    if not isinstance(record, Item | Series) or record.retracted:
        return
    series = graph.portal.series_of(record) if isinstance(record, Item) else record
    if series.force == "quoted" or series.retracted:
        return
    for ask in record.asks:
        yield f"{record.address}#{ask.id}", ask
    if isinstance(record, Item) and not record.asks and record.named:
        yield record.address, record


def dated(ask: Ask | Item) -> bool:
    """Whether the text gives a day by when, for the whole or for one owner's part."""
    shares = ask.contributions if isinstance(ask, Ask) else ()
    return ask.due is not None or any(share.due for share in shares)


def timed(graph: Graph, target: str, ask: Ask | Item) -> bool:
    """Whether something asked has a timescale: its own, that of an owner's part, or of a promise about it."""
    return dated(ask) or any(promise.due for promise in promises_about(graph, target))


def went_on(graph: Graph, target: str) -> bool:
    """Whether a later plan says where it went, or that it was not carried over."""
    address, part = split(target)
    backlinks = graph.backlinks.get(address, ())
    return any(back.field == "earlier" and back.part in ("", part) for back in backlinks)


def promises_about(graph: Graph, target: str) -> tuple[Promise, ...]:
    """Give the promises that carry something asked: those that name exactly it, not the whole it is in."""
    address, part = split(target)
    backlinks = (b for b in graph.backlinks.get(address, ()) if b.field == "about" and b.part == part)
    found = (graph.portal.record(back.source) for back in backlinks)
    return tuple(promise for promise in found if isinstance(promise, Promise) and not promise.retracted)
