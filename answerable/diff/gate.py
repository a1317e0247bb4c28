"""The gate: which changes in meaning are substantive, and which of these no public note tells.

A substantive change touches a standing, a date, an owner, official text or the wording of an ask, a measure,
evidence that goes, whether a thing is public at all, or a field that does not declare what its change means.
Each must say so itself in the record, in one of four ways that readers see: a new update that moves it, a new
version of official wording, a reason for taking it back, or a new correction that names exactly what was
altered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from answerable.diff.change import Change, Kind
from answerable.model.field import Record
from answerable.model.kinds.correction import Correction
from answerable.model.portal import Portal
from answerable.model.registry import Where
from answerable.problem import Problem

SUBSTANTIVE: Final = frozenset(
    {
        Kind.READDRESSED,
        Kind.REMOVED,
        Kind.PUBLIC_STATE,
        Kind.STATUS,
        Kind.DATE,
        Kind.OWNER,
        Kind.OFFICIAL,
        Kind.WORDING,
        Kind.MEASURE,
        Kind.VALUE,
        Kind.EVIDENCE,
        Kind.VOCABULARY,
        Kind.REGISTER,
    }
)
SAYS_ITSELF: Final = frozenset({Kind.READDRESSED, Kind.REMOVED, Kind.REGISTER})
"""What no note makes good, and whose sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One change in meaning, and whether it is told in public."""

    change: Change
    substantive: bool
    note: str
    """The address of what tells it; empty where nothing does."""

    def __str__(self) -> str:
        """The change's sentence, and behind it which note tells of it, or that none does."""
        if not self.substantive:
            return self.change.sentence
        note = f"told by {self.note}" if self.note else "NO PUBLIC NOTE"
        return f"{self.change.sentence} [{note}]"

    @property
    def silent(self) -> bool:
        """Whether it is substantive, and nothing in the record tells readers of it."""
        return self.substantive and not self.note


def judge(old: Portal, new: Portal, changes: Sequence[Change], today: date) -> tuple[Verdict, ...]:
    """The verdict on each change between two portals, in their order.

    What readers could not see before is new to them, and what they see in neither portal is no matter.
    """
    sides = _Sides(old, new, today)
    former = {change.address: change.was for change in changes if change.kind is Kind.READDRESSED}
    return tuple(_verdict(sides, change, former.get(change.record, change.record)) for change in changes)


def problems(old: Portal, new: Portal, judged: Sequence[Verdict]) -> Iterator[Problem]:
    """A problem for each substantive change that nothing in the new portal tells readers of.

    None where the old portal was not launched: nothing of it was public yet.
    """
    for one in judged if old.settings.launched else ():
        if one.silent and one.change.kind in SAYS_ITSELF:
            yield _problem(old, new, one.change, one.change.sentence, "")
        elif one.silent:
            message = f"{one.change.sentence} No public note tells of this."
            yield _problem(old, new, one.change, message, _hint(one.change))


def _hint(change: Change) -> str:
    """What to do, so that readers are told."""
    if change.kind is Kind.PUBLIC_STATE:
        return "What was public is withdrawn, with its reason, or stays."
    if change.kind is Kind.VOCABULARY:
        return "Add a correction with about: [], which stands for the words on badges."
    about = f'a correction about "{change.address}"'
    if change.kind is Kind.OFFICIAL:
        return f"Official words change by a new entry under wordings; if it was our error, add {about}."
    if change.update:
        return f"Leave that update as it was and write a new one; if it was our error, add {about}."
    return f'Add {about}; where nothing was wrong, it says error: "no".'


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both portals, and the day for which they are looked at."""

    old: Portal
    new: Portal
    today: date

    def was_seen(self, address: str) -> bool:
        """Whether the old portal shows a record."""
        record = self.old.records.get(address)
        return record is not None and self.old.is_public(record, self.today)

    def seen(self, address: str) -> Record | None:
        """The record, where the new portal shows it."""
        record = self.new.records.get(address)
        return record if record and self.new.is_public(record, self.today) else None

    def corrections(self) -> Iterator[Correction]:
        """What the new portal puts right, and the old one did not, where feeds and pages may tell it."""
        for one in self.new.of(Correction):
            if self.seen(one.address) and not (one.retracted or one.sensitive or self.was_seen(one.address)):
                yield one


def _verdict(sides: _Sides, change: Change, former: str) -> Verdict:
    beside = change.kind in (Kind.VOCABULARY, Kind.REGISTER)
    grave = change.kind in SUBSTANTIVE and (sides.was_seen(former) or beside)
    if change.kind is Kind.PUBLIC_STATE:
        grave = grave and change.field.partition("/")[0] != "sensitive"
    elif beside:  # a new word, or new lines, take nothing away
        grave = grave and bool(change.was)
    return Verdict(change, grave, _note(sides, change) if grave else "")


def _note(sides: _Sides, change: Change) -> str:
    """The address of what tells readers of a substantive change."""
    record = sides.seen(change.record)
    if change.kind is Kind.READDRESSED:
        return change.record if record and change.was in record.aliases else ""
    if change.kind in (Kind.REMOVED, Kind.REGISTER):
        return ""
    if _taken_back(sides, change.record):
        return change.record
    if change.kind is Kind.PUBLIC_STATE and record is None:
        return ""
    corrections = (one.address for one in sides.corrections() if _names(one, change))
    return _itself(sides, change) or next(corrections, "")


def _itself(sides: _Sides, change: Change) -> str:
    """The address of what moved it: an update that is new or was taken back; new official words."""
    update = change.update
    if update and (_taken_back(sides, update) or (sides.seen(update) and not sides.was_seen(update))):
        return update
    new_version = change.kind is Kind.OFFICIAL and not change.was and change.field.startswith("wordings/")
    return change.record if new_version and change.field.count("/") == 1 else ""


def _taken_back(sides: _Sides, address: str) -> bool:
    """Whether a record was taken back only now, and so gives its reason."""
    before, after = sides.old.records.get(address), sides.seen(address)
    return bool(after and after.retracted and before and not before.retracted)


def _names(one: Correction, change: Change) -> bool:
    """Whether a correction names exactly what was altered; where it is official text, as an error of ours."""
    if change.kind is Kind.VOCABULARY:
        return not one.about
    named = change.address in one.about or change.update in one.about
    return named and (one.error or change.kind is not Kind.OFFICIAL)


def _problem(old: Portal, new: Portal, change: Change, message: str, hint: str) -> Problem:
    """The problem in the file to look at: that of the update which says it, else the record's own."""
    name = change.update if change.update in new.sources else change.record
    source = new.sources.get(name)
    if source is None:
        return Problem(old.sources[name].path, 1, 1, message, hint)
    line, column = source.position(_where(new.records.get(name), change))
    return Problem(source.path, line, column, message, hint)


def _where(record: Record | None, change: Change) -> Where:
    """The place of a change's field in its record's file, as deep as it can be told."""
    where: list[str | int] = []
    value: object = record
    steps = ("moves", change.address) if change.update else tuple(change.field.split("/"))
    for step in steps:
        value, key = _within(value, step)
        if value is None:
            break
        where.append(key)
    return tuple(where)


def _within(value: object, step: str) -> tuple[object, str | int]:
    """What stands at a step into a value, and how its file counts it."""
    if isinstance(value, tuple):
        ids = [getattr(one, "id", getattr(one, "item", str(n + 1))) for n, one in enumerate(value)]
        number = ids.index(step) if step in ids else None
        return (None, step) if number is None else (value[number], number)
    return getattr(value, step, None), step
