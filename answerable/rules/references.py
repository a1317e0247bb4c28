"""References, in fields and in prose: each names something that is there, fits, and points back in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from answerable.load import markdown
from answerable.load.validation_errors import a
from answerable.model.address import parent, split
from answerable.model.field import SERIES_FOLDERS, Record
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.portal import Portal
from answerable.model.registry import KINDS, Where, kind_of, parts
from answerable.model.registry import references as fields
from answerable.problem import Problem, did_you_mean

Verdict: TypeAlias = tuple[str, str] | None
"""What is wrong with a reference and what to do; None where it fits."""
BACK = "the way back is made by itself."


class Mention(NamedTuple):
    """A reference with its place: of a field, or a line and column of prose."""

    record: Record
    target: str
    folders: tuple[str, ...] = ()
    """The kinds that fit; none for any."""
    where: Where = ()
    line: int = 0
    column: int = 0

    def problem(self, portal: Portal, message: str, hint: str) -> Problem:
        """Problem where the reference stands."""
        if self.where:
            return portal.problem(self.record.address, self.where, message, hint)
        return Problem(portal.sources[self.record.address].path, self.line, self.column, message, hint)


def mentions(portal: Portal) -> Iterator[Mention]:
    """Every reference in every record, in fields and in prose."""
    for address, record in portal.records.items():
        for reference in fields(record):
            yield Mention(record, reference.target, reference.spec.folders, reference.where)
        for target, line, column in markdown.references(record.prose, portal.sources[address].prose_line):
            yield Mention(record, target, line=line, column=column)


def problems(portal: Portal, broken: frozenset[str]) -> Iterator[Problem]:
    """Mistakes in references; `broken` holds addresses that could not be read and are complained of once."""
    days = _days(portal)
    for mention in mentions(portal):
        for verdict in (
            absent(portal, broken, mention.target),
            wrong_kind(portal, mention),
            too_late(portal, mention, days),
        ):
            if verdict:
                yield mention.problem(portal, *verdict)


def absent(portal: Portal, broken: frozenset[str], target: str) -> Verdict:
    """Verdict on a reference to a record, or to a part of one, that is not there."""
    address, part = split(target)
    record = portal.records.get(address)
    if address in broken or (record and not part):
        return None
    if record:
        return _absent_part(record, part)
    folder = address.partition("/")[0]
    if folder not in KINDS:
        message = f'"{target}" is no address: it begins with no kind of record.'
        return message, did_you_mean(address, portal.records) or "Write it like bodies/osmb."
    # Only what follows the folder is compared, or every address in it would look alike.
    known = [
        other.removeprefix(f"{folder}/")
        for other in portal.records
        if other.startswith(f"{folder}/") and other.count("/") == address.count("/")
    ]
    near = did_you_mean(address.removeprefix(f"{folder}/"), known).replace('"', f'"{folder}/', 1)
    message = f'There is no {KINDS[folder].one} at "{address}".'
    return message, near or "Write the record first, or mend the address."


def _absent_part(record: Record, part: str) -> Verdict:
    if any(part_id == part for part_id, _, _ in parts(record)):
        return None
    ids = sorted(part_id for part_id, _, _ in parts(record))
    listed = f"Its parts are: {', '.join(ids)}." if ids else "It has no parts to name."
    return f'"{record.address}" has no part "{part}".', did_you_mean(part, ids) or listed


def wrong_kind(portal: Portal, mention: Mention) -> Verdict:
    """Verdict on a reference to a kind of thing that does not fit there."""
    folders, target = mention.folders, portal.records.get(split(mention.target)[0])
    if target is None or not folders:
        return None
    if kind_of(target.address).folder not in folders:
        return f'"{mention.target}" is {a(kind_of(target.address).one)}.', f"Name {_either(folders)}."
    if folders == SERIES_FOLDERS and isinstance(target, Item):
        message = f'"{mention.target}" is one thing in a series, and the series belongs here.'
        return message, f'Write "{parent(target.address)}".'
    return None


def _either(folders: Sequence[str]) -> str:
    """`a body or a person in a public role`."""
    if len(folders) > 2:
        return f"something in {', '.join(folders[:-1])} or {folders[-1]}"
    return " or ".join(a(KINDS[folder].one) for folder in folders)


def too_late(portal: Portal, mention: Mention, days: Mapping[str, tuple[date, date]]) -> Verdict:
    """Verdict on a reference to what came in later; what is always there refers only to its like."""
    source, (address, part) = mention.record.address, split(mention.target)
    if address not in portal.records or not kind_of(address).dated:
        return None
    if mention.folders and kind_of(address).folder not in mention.folders:
        return None
    if not kind_of(source).dated:
        one = a(kind_of(source).one)
        message = f'{one[0].upper()}{one[1:]} is always there, and "{mention.target}" is dated.'
        return message, f"Write the reference in the dated record; {BACK}"
    if source in days and address in days and days[address][bool(part)] > days[source][True]:
        message = f'"{mention.target}" is later than this record.'
        return message, f"Write the reference in the later record; {BACK}"
    return None


def _days(portal: Portal) -> dict[str, tuple[date, date]]:
    """The day on which each dated record comes in, and the last of which it tells.

    A correction refers to whatever there was on the day it was made. An item whose series could not be read
    has no day.
    """
    days = {}
    for address, record in portal.records.items():
        loose = isinstance(record, Item) and not isinstance(portal.records.get(parent(address)), Series)
        if kind_of(address).dated and not loose:
            day = record.effective_on if isinstance(record, Correction) else portal.day_of(record)
            days[address] = max(day, record.effective_on), max(day, record.known_until)
    return days
