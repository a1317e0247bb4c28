"""Series, items and asks: their order and length, their wordings and measures, and what plans became."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from answerable.model.address import parent, split
from answerable.model.kinds.ask import Measure
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.portal import Portal
from answerable.model.registry import Where
from answerable.problem import Problem
from answerable.rules.records import Fault, repeated

SHORT: Final = 12
"""The most words that say a thing in short."""
CHANGED: Final = ("refined", "amended", "corrected")


def problems(portal: Portal, broken: frozenset[str]) -> Iterator[Problem]:
    """Mistakes in series and items; `broken` holds addresses that could not be read."""
    yield from _order(portal)
    for item in portal.of(Item):
        for rule in (_in_short, _wordings, _links, _item_measures):
            yield from (portal.problem(item.address, *fault) for fault in rule(item))
        yield from (portal.problem(item.address, *fault) for fault in _series(portal, item, broken))
    closed = _closed(portal)
    for series in portal.of(Series):
        for fault in (*_asked_measures(series), *_carried(portal, series, closed)):
            yield portal.problem(series.address, *fault)


def _order(portal: Portal) -> Iterator[Problem]:
    """No two items of a series have the same place in it."""
    places = (((parent(item.address), item.order), item) for item in portal.of(Item))
    for _, first, item in repeated(places):
        message = f'The order {item.order} is taken by "{first.address}" already.'
        yield portal.problem(item.address, ("order",), message, "Give each item of a series its own.")


def _series(portal: Portal, item: Item, broken: frozenset[str]) -> Iterator[Fault]:
    """An item stands in a folder with an index."""
    series = parent(item.address)
    if series not in portal.records and series not in broken:
        folder = portal.sources[item.address].path.rpartition("/")[0]
        message = f"There is no {folder}/index.md, so this stands in no series."
        yield ("number",), message, "Write it, or move this file."


def _in_short(item: Item) -> Iterator[Fault]:
    """What says a thing in short has few words, so that a sheet of paper holds it."""
    for where, text in [
        ((), item.in_short),
        *((("asks", n), ask.in_short) for n, ask in enumerate(item.asks)),
    ]:
        count = len((text or "").split())
        if count > SHORT:
            yield (*where, "in_short"), f"This has {count} words.", f"Say it in {SHORT} at most."


def _wordings(item: Item) -> Iterator[Fault]:
    """A wording that is not held is told in our words; one that was changed says why."""
    for number, wording in enumerate(item.wordings):
        where = ("wordings", number, "as")
        if not wording.sha256 and not (wording.says and wording.cites):
            message = "This wording has no sha256, and nothing tells what it says."
            yield (
                where,
                message,
                "Add sha256 where the document is held; else says, and cites of who tells it.",
            )
        if wording.as_ in CHANGED and not wording.why:
            message = f'This wording is "{wording.as_}", and does not say why.'
            yield where, message, 'Add why; where the paper gives no reason, write "no reason given".'


def _links(item: Item) -> Iterator[Fault]:
    """An item links to the same thing in the same way once."""
    links = (((link.to, link.relation), number) for number, link in enumerate(item.links))
    for (target, relation), _, number in repeated(links):
        message = f'The link "{relation}" to "{target}" stands twice.'
        yield ("links", number, "to"), message, "Keep one of the two."


def _item_measures(item: Item) -> Iterator[Fault]:
    """An item has one measure for each question, so that a reading says which it is of; so has each ask."""
    yield from _measures((), item.measures)
    yield from _asked_measures(item)


def _asked_measures(record: Series | Item) -> Iterator[Fault]:
    for number, ask in enumerate(record.asks):
        yield from _measures(("asks", number), ask.measures)


def _measures(around: Where, measures: Iterable[Measure]) -> Iterator[Fault]:
    for kind, _, number in repeated((measure.kind, n) for n, measure in enumerate(measures)):
        message = f'Two measures here answer "{kind}".'
        yield (*around, "measures", number, "kind"), message, "Put both into one, or divide the ask."


def _carried(portal: Portal, series: Series, closed: dict[str, date]) -> Iterator[Fault]:
    """Of a plan that went into another, each open item says where it went."""
    for number, row in enumerate(series.carried):
        if row.later != "none" and parent(split(row.later)[0]) != series.address:
            message = f'"{row.later}" is no item of this series.'
            hint = 'Name one of its own, or write "none" where it was not carried over.'
            yield ("carried", number, "later"), message, hint
    named = {row.earlier for row in series.carried}
    for plan in dict.fromkeys(parent(split(target)[0]) for target in sorted(named)):
        for target in _targets(portal, plan):
            ended = closed.get(target, date.max) <= series.effective_on
            if not ended and target not in named and split(target)[0] not in named:
                message = f'"{target}" is open, and this table does not say where it went.'
                yield ("carried",), message, 'Add it; write later: "none" where it was not carried over.'


def _targets(portal: Portal, plan: str) -> list[str]:
    """The asks of a plan, and its items that are not divided into asks."""
    series = portal.records.get(plan)
    items = portal.items(series) if isinstance(series, Series) else []
    return [
        target
        for item in items
        for target in ([f"{item.address}#{ask.id}" for ask in item.asks] or [item.address])
    ]


def _closed(portal: Portal) -> dict[str, date]:
    """The first day on which a word that closes was said of something, by what it was said of."""
    words, closed = portal.vocabulary, dict[str, date]()
    for update in portal.of(Update):
        for move in update.moves:
            for word in (words.reply.get(move.reply or ""), words.progress.get(move.progress or "")):
                if word and word.final:
                    first = closed.get(move.item, update.effective_on)
                    closed[move.item] = min(first, update.effective_on)
    return closed
