"""Looking things up in the real record, one small question each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from answerable.model.field import Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update

if TYPE_CHECKING:
    from answerable.model.kinds.item import Item
    from answerable.model.kinds.update import Move
    from answerable.model.portal import Portal

R = TypeVar("R", bound=Record)


def the(record: Portal, model: type[R], address: str) -> R:
    """Give the record at an address, which is of one model."""
    found = record.records[address]
    assert isinstance(found, model)
    return found


def printed(record: Portal, address: str) -> set[str]:
    """Give the other names under which papers print a body."""
    return {name.name for name in the(record, Body, address).printed_as}


def items(record: Portal, series: str) -> list[Item]:
    """Give a series' items in order."""
    return record.items(the(record, Series, series))


def moves(record: Portal, target: str) -> list[Move]:
    """Give every move of an item or ask, in the order of the updates' addresses."""
    return [move for update in record.of(Update) for move in update.moves if move.item == target]
