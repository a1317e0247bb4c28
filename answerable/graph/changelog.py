"""What changed, from the record itself and from no other history: old and new, why, who, by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from answerable.graph.events import Status, StatusEvent
from answerable.graph.graph import Graph
from answerable.i18n import gettext, sentences
from answerable.model.address import href
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.item import Item, Wording
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series
from answerable.model.kinds.statement import Statement
from answerable.model.spec import word

OURS: Final = gettext("We changed this; nothing was wrong")


@dataclass(frozen=True, slots=True)
class Changed:
    """One substantive change."""

    day: date
    """The day it was known here, where the register has it; else the day it tells of."""
    source: str
    """The address of the record that tells of it."""
    about: tuple[str, ...]
    """What changed: items, asks, promises or other records."""
    page: str
    """Where it can be read in full, below the site's root."""
    key: str
    """What tells it apart from all others, and stays."""
    words: str
    """What sort of change it is, where old and new do not say it."""
    was: str
    """Empty where there was nothing."""
    now: str
    why: str
    who: str
    remark: str = ""
    """What was said when it moved, and what took it up; no reason."""
    ours: bool = False
    """Whether old and new are what this site said and says."""
    reading: bool = False
    """Whether the new word is our reading of what was said."""


def changed(graph: Graph) -> tuple[Changed, ...]:
    """Substantive changes, the latest day first; of one day in the order of what tells it.

    Standings and dates that moved, corrections and notes, new versions of official wording, what was
    taken back, and what was first shown here after the register's first day.
    """
    changes = [*_moves(graph), *_put_right(graph), *_wordings(graph), *_taken_back(graph), *_new(graph)]
    changes.sort(key=lambda one: (one.source, one.key))
    return tuple(sorted(changes, key=lambda one: one.day, reverse=True))


def _known(graph: Graph, address: str, day: date) -> date:
    """The day something was known here; of a past day's state only the days it tells of are told."""
    known = None if graph.portal.then else graph.portal.known_here(address)
    return max(known, day) if known else day


def _moves(graph: Graph) -> Iterator[Changed]:
    last: dict[tuple[str, str, str], Status] = {}
    for event in graph.events:
        for status in event.statuses:
            before = last.get((event.target, status.track, status.by))
            last[event.target, status.track, status.by] = status
            if before is None or before.word_id != status.word_id:
                first = graph.portal.vocabulary.default(status.track).word
                yield _moved(graph, event, status.track, before.voiced if before else first, status.voiced)
        if event.move.due:
            was = event.due.words if event.due else gettext("No date was given.")
            yield _moved(graph, event, "due", was, event.move.due.words)


def _moved(graph: Graph, event: StatusEvent, track: str, was: str, now: str) -> Changed:
    update, move, dated = event.update, event.move, track == "due"
    words = [move.says or ""]
    if move.adopted_by:
        card = graph.card(move.adopted_by)
        words.append(gettext("Taken up in: %(item)s.", item=card.label or card.title))
    return Changed(
        _known(graph, update.address, update.effective_on),
        update.address,
        (event.target,),
        href(update.address),
        f"{update.address} {event.target} {track} {event.place or ''}".strip(),
        gettext("The date moved") if dated else "",
        was,
        now,
        event.reason if dated else "",
        event.speaker_name,
        sentences(*words),
        reading=not dated and event.ours,
    )


def _put_right(graph: Graph) -> Iterator[Changed]:
    for one in graph.portal.of(Correction):
        if not one.retracted:
            sort = gettext("We corrected this") if one.error else OURS
            yield Changed(
                one.on,
                one.address,
                one.about,
                href(one.address),
                one.address,
                sort,
                one.before,
                one.after,
                one.why,
                one.approved_by,
                ours=True,
            )


def _wordings(graph: Graph) -> Iterator[Changed]:
    for item in graph.portal.of(Item):
        for number, (was, now) in enumerate(pairwise(item.wordings), 2):
            series = graph.portal.series_of(item)
            key = f"{item.address} wording {number}"
            yield Changed(
                now.date.day,
                item.address,
                (item.address,),
                href(item.address),
                key,
                gettext("A new version of the official wording"),
                _worded(graph, was),
                _worded(graph, now),
                now.why or "",
                graph.portal.records[series.by].heading,
            )


def _worded(graph: Graph, wording: Wording) -> str:
    """A version's words where they may be printed, else what they say; else how and where they stand."""
    document = graph.portal.records[wording.in_].heading
    stand = gettext(
        "%(how)s: %(document)s, %(place)s", how=word(wording, "as_"), document=document, place=wording.at
    )
    return wording.words or wording.says or stand


def _taken_back(graph: Graph) -> Iterator[Changed]:
    for address, record in graph.portal.records.items():
        if record.withdrawn:
            sort = gettext("Erased") if record.status == "erased" else gettext("Withdrawn")
            why = record.withdrawn.why
            yield Changed(
                record.withdrawn.on,
                address,
                (address,),
                href(address),
                f"{address} taken back",
                sort,
                "",
                "",
                why,
                "",
            )


def _new(graph: Graph) -> Iterator[Changed]:
    """What was asked, promised or said in reply, and first shown here after the first of all."""
    first = min((line.day for line in graph.portal.register), default=None)
    if first is None or graph.portal.then:
        return
    for model in (Series, Item, Promise, Statement):
        for record in graph.portal.of(model):
            day = graph.portal.known_here(record.address)
            with_series = isinstance(record, Item) and day == graph.portal.known_here(
                graph.portal.series_of(record).address
            )
            if day and day > first and not with_series and not record.retracted:
                address = record.address
                sort = gettext("First shown here")
                yield Changed(day, address, (address,), href(address), f"{address} new", sort, "", "", "", "")
