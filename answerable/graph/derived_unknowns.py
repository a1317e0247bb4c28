"""Gaps that follow from what a record holds: dates that differ, people not shown to be one, asks left bare.

Each finder gives the gaps of one record; `gaps.py` puts them under their headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from answerable.graph.graph import Graph
from answerable.graph.values import Unknown
from answerable.i18n import capital, commas, ended, gettext, ngettext, sentences
from answerable.model.address import split
from answerable.model.date import When
from answerable.model.field import Citation, Part, Record
from answerable.model.kinds.actor import Person
from answerable.model.kinds.other import Event
from answerable.model.kinds.series import Ask, Item, Series
from answerable.model.kinds.update import Promise


def dates(graph: Graph, record: Record) -> Iterator[Unknown]:
    """Give dates on which papers differ, and printed dates that cannot be right."""
    if record.retracted:
        return
    card = graph.card(record.address)
    if isinstance(record, Event) and len(record.dates) > 1:
        told = commas(
            gettext("{date} ({says})", date=saying.date.words, says=saying.says) for saying in record.dates
        )
        cites = graph.cites(cite for saying in record.dates for cite in saying.cites)
        words = ngettext(
            "Papers give {n} date: {dates}.", "Papers give {n} dates: {dates}.", len(record.dates), dates=told
        )
        yield Unknown(words, "", card, cites)
    for when in _corrected(record):
        counted = gettext(
            "Counted here as {date}; printed as {printed}.", date=when.words, printed=when.printed
        )
        why = sentences(counted, ended(capital(when.why)))
        yield Unknown(why, gettext("Our reading."), card, graph.cites(record.cites[:1]))


def _corrected(part: Part) -> Iterator[When]:
    """The dates in a record, and in its parts, that count as another than the one printed."""
    for name in _fields(type(part)):
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, When) and one.printed:
                yield one
            elif isinstance(one, Part):
                yield from _corrected(one)


@cache
def _fields(model: type[Part]) -> tuple[str, ...]:
    """The fields in which a date can stand: itself, or in a part."""
    return tuple(name for name, field in model.model_fields.items() if _holds_date(field.annotation))


def _holds_date(annotation: object) -> bool:
    if get_args(annotation):
        return any(_holds_date(inner) for inner in get_args(annotation))
    if not isinstance(annotation, type) or annotation is Citation:
        return False
    return issubclass(annotation, When) or (issubclass(annotation, Part) and bool(_fields(annotation)))


def identities(graph: Graph, record: Record) -> Iterator[Unknown]:
    """Give people of a like name whom no paper shows to be one."""
    for other in record.not_shown_same_as if isinstance(record, Person) else ():
        name = graph.card(other.person).title
        words = sentences(gettext("Not shown to be the same person as {name}.", name=name), other.why)
        yield Unknown(words, "", graph.card(record.address), graph.cites(record.cites[:1]))


def nobody(graph: Graph, record: Record) -> Iterator[Unknown]:
    """Give what is asked of nobody by name; what is only quoted is not followed."""
    for target, ask in bare(graph, record):
        if not ask.owners:
            words = sentences(gettext("Nobody is named."), ask.named_why or "")
            yield Unknown(words, "", graph.card(target), graph.cites(ask.cites[:1]))


def timescales(graph: Graph, record: Record) -> Iterator[Unknown]:
    """Give for a series how many of its asks have no timescale in their own text."""
    if not isinstance(record, Series):
        return
    asked = [pair for part in (record, *graph.portal.items(record)) for pair in bare(graph, part)]
    without = [target for target, ask in asked if not dated(ask)]
    if without:
        words = gettext(
            "No timescale is given for {n} of the {all} things it asks.", n=len(without), all=len(asked)
        )
        if len(without) == len(asked):
            words = gettext("No timescale is given for any of the {all} things it asks.", all=len(asked))
        yield Unknown(words, "", graph.card(record.address))


def bare(graph: Graph, record: Record) -> Iterator[tuple[str, Ask | Item]]:
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
