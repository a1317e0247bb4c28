"""What changed, from the record itself and from no other history: old and new, why, who, by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from generator.derive.dates_moved import reason
from generator.derive.linked import Linked
from generator.derive.standing import Moved, Setting
from generator.record.addresses import href
from generator.record.choices import CHOICES
from generator.record.series import Item, Series, Wording
from generator.record.updates import Correction, Promise, Statement
from generator.words import gettext, sentences

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
    said: str = ""
    """What was said when it moved, and what took it up; no reason."""
    ours: bool = False
    """Whether old and new are what this site said and says."""
    reading: bool = False
    """Whether the new word is our reading of what was said."""


def changed(linked: Linked) -> tuple[Changed, ...]:
    """Give every substantive change, the latest day first; of one day in the order of what tells it.

    Standings and dates that moved, corrections and notes, new versions of official wording, what was
    taken back, and what was first shown here after the register's first day.
    """
    found = [*_moves(linked), *_put_right(linked), *_wordings(linked), *_taken_back(linked), *_new(linked)]
    found.sort(key=lambda one: (one.source, one.key))
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def _known(linked: Linked, address: str, own: date) -> date:
    """The day something was known here; of a past day's state only the days it tells of are told."""
    known = None if linked.portal.then else linked.portal.known_here(address)
    return max(known, own) if known else own


def _moves(linked: Linked) -> Iterator[Changed]:
    last: dict[tuple[str, str, str], Setting] = {}
    for one in linked.history:
        for setting in one.settings:
            before = last.get((one.target, setting.axis, setting.by))
            last[one.target, setting.axis, setting.by] = setting
            if before and before.word_id == setting.word_id:
                continue  # said again
            first = linked.portal.vocabulary.default(setting.axis).word
            yield _moved(linked, one, setting.axis, _said(linked, before) if before else first,
                         _said(linked, setting))  # fmt: skip
        if one.move.due:
            was = one.due.words if one.due else gettext("No date was given.")
            yield _moved(linked, one, "due", was, one.move.due.words)


def _said(linked: Linked, setting: Setting) -> str:
    badge = linked.badge(setting)
    return gettext("{voice}: {word}", voice=badge.voice, word=linked.within_limits(setting, badge.word))


def _moved(linked: Linked, one: Moved, axis: str, was: str, now: str) -> Changed:
    update, move = one.update, one.move
    said, dated = [move.says or ""], axis == "due"
    if move.because:
        card = linked.card(move.because)
        said.append(gettext("Taken up in: {item}.", item=card.label or card.title))
    place = [m for m in update.moves if m.item == one.target].index(move)
    key = f"{update.address} {one.target} {axis} {place or ''}".strip()
    return Changed(
        _known(linked, update.address, update.comes_in), update.address, (one.target,), href(update.address),
        key, gettext("The date moved") if dated else "", was, now, reason(move) if dated else "",
        linked.portal.records[one.speaker].heading, sentences(*said),
        reading=not dated and update.basis != "in the source",
    )  # fmt: skip


def _put_right(linked: Linked) -> Iterator[Changed]:
    for one in linked.portal.of(Correction):
        if not one.taken_back:
            sort = gettext("We corrected this") if one.error else OURS
            yield Changed(one.on, one.address, one.about, href(one.address), one.address, sort, one.said,
                          one.says, one.why, one.approved_by, ours=True)  # fmt: skip


def _wordings(linked: Linked) -> Iterator[Changed]:
    for item in linked.portal.of(Item):
        for number, (was, now) in enumerate(pairwise(item.wordings), 2):
            series = linked.portal.series_of(item)
            key = f"{item.address} wording {number}"
            yield Changed(
                now.date.day, item.address, (item.address,), href(item.address), key,
                gettext("A new version of the official wording"), _worded(linked, was),
                _worded(linked, now), now.why or "", linked.portal.records[series.by].heading,
            )  # fmt: skip


def _worded(linked: Linked, wording: Wording) -> str:
    """A version's words where they may be printed, else what they say; else how and where they stand."""
    document = linked.portal.records[wording.in_].heading
    stand = gettext("{how}: {document}, {place}", how=CHOICES["as_"][wording.as_], document=document,
                    place=wording.at)  # fmt: skip
    return wording.words or wording.says or stand


def _taken_back(linked: Linked) -> Iterator[Changed]:
    for address, record in linked.portal.records.items():
        if record.withdrawn:
            sort = gettext("Erased") if record.status == "erased" else gettext("Withdrawn")
            why = record.withdrawn.why
            yield Changed(record.withdrawn.on, address, (address,), href(address), f"{address} taken back",
                          sort, "", "", why, "")  # fmt: skip


def _new(linked: Linked) -> Iterator[Changed]:
    """What was asked, promised or said in reply, and first shown here after the first of all."""
    first = min((line.day for line in linked.portal.register), default=None)
    if first is None or linked.portal.then:
        return
    for model in (Series, Item, Promise, Statement):
        for record in linked.portal.of(model):
            day = linked.portal.known_here(record.address)
            with_series = isinstance(record, Item) and day == linked.portal.known_here(
                linked.portal.series_of(record).address)
            if day and day > first and not with_series and not record.taken_back:
                own = record.address
                sort = gettext("First shown here")
                yield Changed(day, own, (own,), href(own), f"{own} new", sort, "", "", "", "")
