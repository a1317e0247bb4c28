"""Visibility: what is public on a day, what had happened by a day, and which lines for help are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from answerable.model.address import parent, split
from answerable.model.field import Record
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.event import Event
from answerable.model.kinds.help_line import HelpLine
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from answerable.model.portal import Portal
from answerable.model.spec import Voice, specs


def visible(portal: Portal, today: date, as_of: date) -> Portal:
    """Portal of what is public today and had happened by `as_of`.

    A record taken back keeps its address, its title, its dates and the reason; its words go.
    An item is shown only with its series, and in the wordings it had by then. A line for help that nobody
    has confirmed for a time loses its number, and what is for those who publish goes. Sources stay, for
    messages only.
    """
    open_ = {a: r for a, r in portal.records.items() if portal.is_public(r, today)}
    kept = {
        address: _emptied(record) if record.retracted else _public(portal, record, today, as_of)
        for address, record in open_.items()
        if not isinstance(record, Item) or parent(address) in open_
    }
    public = replace(portal, records=kept, private=frozenset())
    return up_to(public, as_of) if as_of < today else replace(public, records=_by(public, as_of))


def up_to(portal: Portal, day: date) -> Portal:
    """Public portal as it stood on a past day, told from what is held now: what came in later goes."""
    return replace(portal, records=_by(portal, day), then=day)


def _by(portal: Portal, day: date) -> dict[str, Record]:
    records = {address: record for address, record in portal.records.items() if portal.day_of(record) <= day}
    return {address: _then(portal, record, records, day) for address, record in records.items()}


def _then(portal: Portal, record: Record, kept: Mapping[str, Record], day: date) -> Record:
    """What had not been held or happened as it was announced, a correction of what is there; others whole."""
    if isinstance(record, Meeting | Event) and record.known_until > day:
        dates = {cite.in_: getattr(portal.records.get(cite.in_), "date", None) for cite in record.cites}
        cites = tuple(c for c in record.cites if (known := dates[c.in_]) is not None and known.day <= day)
        return record.as_announced().model_copy(update={"cites": cites})
    if not isinstance(record, Correction):
        return record
    about = tuple(target for target in record.about if split(target)[0] in kept)
    return record if about == record.about else record.model_copy(update={"about": about})


def _public(portal: Portal, record: Record, today: date, as_of: date) -> Record:
    internal = [spec.name for spec in specs(type(record)) if spec.voice is Voice.INTERNAL]
    if any(getattr(record, name) is not None for name in internal):
        record = record.model_copy(update=dict.fromkeys(internal))
    if isinstance(record, HelpLine):
        return record.unconfirmed(today, portal.settings.help_days)
    return _worded(record, as_of)


def _worded(record: Record, as_of: date) -> Record:
    """An item without the wordings that came later; any other record as it is."""
    if not isinstance(record, Item) or all(wording.date.day <= as_of for wording in record.wordings):
        return record
    kept = tuple(wording for wording in record.wordings if wording.date.day <= as_of)
    return record.model_copy(update={"wordings": kept})


def _emptied(record: Record) -> Record:
    """The record without its words: lists empty, optional fields as if never written, other texts empty.

    References that a record of its kind always has stay: they are addresses and no words.
    """
    update: dict[str, object] = {}
    for spec in specs(type(record)):
        if spec.many:
            update[spec.name] = ()
        elif spec.declared.kept:
            continue
        elif not spec.required:
            update[spec.name] = type(record).model_fields[spec.name].get_default(call_default_factory=True)
        elif spec.holds == "text":
            update[spec.name] = ""
    return record.model_copy(update=update)


def help_lines(portal: Portal) -> tuple[HelpLine, ...]:
    """Lines for help of a public portal: the certain ones, then the others, each in order."""
    lines = (line for line in portal.of(HelpLine) if not line.is_hidden and not line.retracted)
    return tuple(sorted(lines, key=lambda line: (not line.certain, line.order, line.address)))


def hidden_help_lines(portal: Portal) -> int:
    """Number of lines of a public portal that nobody has confirmed lately, so that none is shown."""
    return sum(1 for line in portal.of(HelpLine) if line.is_hidden)


def help_lines_lapse(portal: Portal) -> date | None:
    """Day after which a printed page's lines must be checked: when the first of them lapses.

    None where only certain lines are shown. It is worked out from the lines and not from the day the site
    is made: else each page would change every day, and its date would say nothing about the lines.
    """
    days = portal.settings.help_days
    lapsing = (line.shown_until(days) for line in help_lines(portal) if not line.certain)
    return min((day for day in lapsing if day), default=None)
