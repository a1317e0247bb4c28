"""Two portals → what changed in meaning, each change with its sentence, in the order of addresses."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.diff.change import Change, Kind
from answerable.diff.differences import differences
from answerable.diff.fields import change
from answerable.diff.register import registered
from answerable.diff.sentences import called, sentence, shown
from answerable.diff.status import status_changes
from answerable.model.date import day_in_words
from answerable.model.field import Record
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.kinds.statement import Statement
from answerable.model.kinds.update import Update
from answerable.model.portal import Portal
from answerable.model.registry import citations, kind_of


def compare(old: Portal, new: Portal) -> tuple[Change, ...]:
    """Every change in meaning between two portals; a portal and itself give none.

    The order of keys, where lines end and whether a default is written out are no change
    in meaning. What stands is worked out for both from their updates, so that a standing that moved
    is told of its item, whichever file moved it.
    """
    found = [*_records(old, new), *status_changes(old, new), *registered(old, new)]
    for address, was, now in (
        ("statuses.yaml", old.vocabulary, new.vocabulary),
        ("words.yaml", old.words, new.words),
        ("site.yaml", old.settings, new.settings),
    ):
        found += (change(old, new, address, difference) for difference in differences(was, now))
    return tuple(sorted(found, key=lambda one: one.order))


def _records(old: Portal, new: Portal) -> Iterator[Change]:
    gone = {address: record for address, record in old.records.items() if address not in new.records}
    for address, record in new.records.items():
        if address in old.records:
            for difference in differences(old.records[address], record):
                yield change(old, new, address, difference)
        elif before := next((a for a, r in gone.items() if _moved_here(r, record)), None):
            yield _readdressed(new, before, address)
            for difference in differences(
                gone.pop(before).model_copy(update={"aliases": record.aliases}), record
            ):
                yield change(old, new, address, difference)
        else:
            yield _added(new, record)
    for record in gone.values():
        yield _removed(old, record)


def _moved_here(one: Record, other: Record) -> bool:
    """Whether a record says that it had the other's address, or is the same but for that."""
    same = one.model_copy(update={"address": other.address, "aliases": other.aliases}) == other
    return type(one) is type(other) and (one.address in other.aliases or same)


def _readdressed(portal: Portal, before: str, now: str) -> Change:
    said = f"the address changed from {before} to {now}"
    if before in portal.records[now].aliases:
        said += "; the old one leads on."
    else:
        said += ". An address stays for good: keep the old one, or list it under was."
    return Change(Kind.READDRESSED, now, "", before, now, f"{called(portal, now)}: {said}")


def _added(portal: Portal, record: Record) -> Change:
    kind, told = Kind.ADDED, [f"New {_kind_of(portal, record)}: “{record.heading}”"]
    match record:
        case Correction():
            kind = Kind.CORRECTION
            told += [
                f"It said: “{record.before}” It says: “{record.after}” Why: {record.why.rstrip('.')}",
                f"Approved by: {record.approved_by}",
            ]
        case Statement():
            kind = Kind.STATEMENT
            by, on = called(portal, record.by), shown(portal, record.on)
            about = " and ".join(called(portal, reference) for reference in record.about)
            told = [f"New statement by {by}, {on}, about {about}"]
        case Update():
            by, moves = called(portal, record.by), _count(len(record.moves), "move")
            told += [f"{_capital(record.happened.words)}, by {by}, with {moves}"]
        case Item():
            told += [f"With {_count(len(record.asks), 'ask')} and {_count(len(record.links), 'link')}"]
    told.append(f"{_count(sum(1 for _ in citations(record)), 'citation')}{_state(record)}")
    return Change(kind, record.address, "", "", record.heading, sentence(". ".join(map(_capital, told))))


def _removed(portal: Portal, record: Record) -> Change:
    told = f"The {_kind_of(portal, record)} “{record.heading}” is removed"
    if record.status == "published":
        told += ". It was published: withdraw it instead, so that its address goes on saying why"
    return Change(Kind.REMOVED, record.address, "", record.heading, "", sentence(told))


def _kind_of(portal: Portal, record: Record) -> str:
    """What a record is, in a word: `update`, `recommendation`."""
    series = portal.records.get(record.address.rpartition("/")[0])
    if isinstance(record, Item) and isinstance(series, Series):
        return series.one
    return kind_of(record.address).one


def _state(record: Record) -> str:
    if record.status != "published":
        return f". Not public: {record.status}"
    return f". Not public before {day_in_words(record.embargo)}" if record.embargo else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
