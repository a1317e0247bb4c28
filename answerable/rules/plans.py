"""What an item becomes: its wordings, where a merged plan's items went, and the addresses it had."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.model.address import id_problem, parent, split
from answerable.model.field import SERIES_FOLDERS
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.portal import Portal
from answerable.model.registry import KINDS
from answerable.problem import Problem
from answerable.rules.locate import at

CHANGED = ("refined", "amended", "corrected")


def wordings_are_told(portal: Portal) -> Iterator[Problem]:
    """A wording that is not held is told in our words; one that was changed says why."""
    for item in portal.of(Item):
        for number, wording in enumerate(item.wordings):
            where = ("wordings", number, "as")
            if not wording.sha256 and not (wording.says and wording.cites):
                message = "This wording has no sha256, and nothing tells what it says."
                hint = "Add sha256 where the document is held; else says, and cites of who tells it."
                yield at(portal, item.address, where, message, hint)
            if wording.as_ in CHANGED and not wording.why:
                message = f'This wording is "{wording.as_}", and does not say why.'
                hint = 'Add why; where the paper gives no reason, write "no reason given".'
                yield at(portal, item.address, where, message, hint)


def carried_in_full(portal: Portal) -> Iterator[Problem]:
    """Of a plan that went into another, each open item says where it went."""
    closed = _closed(portal)
    for series in portal.of(Series):
        named = {row.earlier for row in series.carried}
        for number, row in enumerate(series.carried):
            if row.later != "none" and parent(split(row.later)[0]) != series.address:
                message = f'"{row.later}" is no item of this series.'
                hint = 'Name one of its own, or write "none" where it was not carried over.'
                yield at(portal, series.address, ("carried", number, "later"), message, hint)
        for plan in dict.fromkeys(parent(split(target)[0]) for target in sorted(named)):
            for target in _items(portal, plan):
                ended = closed.get(target, date.max) <= series.effective_on
                if not ended and target not in named and split(target)[0] not in named:
                    message = f'"{target}" is open, and this table does not say where it went.'
                    hint = 'Add it; write later: "none" where it was not carried over.'
                    yield at(portal, series.address, ("carried",), message, hint)


def _items(portal: Portal, plan: str) -> list[str]:
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


def former_addresses(portal: Portal) -> Iterator[Problem]:
    """An address that a record had before is well formed, and nothing else has it."""
    taken: dict[str, str] = {}
    for address, record in portal.records.items():
        for number, former in enumerate(record.aliases):
            where = ("aliases", number)
            if not _well_formed(former):
                message = f'"{former}" is no address that a record can have had.'
                yield at(portal, address, where, message, "Write it like motions/2030-01-10/1.")
            elif former in portal.records or former in taken:
                message = f'"{former}" is the address of "{taken.get(former, former)}".'
                hint = "An address leads to one page only. Take it out here, or there."
                yield at(portal, address, where, message, hint)
            taken.setdefault(former, address)


def _well_formed(former: str) -> bool:
    """Whether it is a kind's folder and an id, or two for an item; no page of the site's own."""
    folder, *ids = former.split("/")
    most = 2 if folder in SERIES_FOLDERS else 1
    own = folder == "pages" and ids[0] in KINDS
    return folder in KINDS and 1 <= len(ids) <= most and not own and not any(map(id_problem, ids))


RULES = (wordings_are_told, carried_in_full, former_addresses)
