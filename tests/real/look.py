"""Looking things up in the real record, one small question each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from generator.record.actors import Body
from generator.record.fields import Record
from generator.record.series import Series
from generator.record.updates import Update

if TYPE_CHECKING:
    from generator.record.portal import Portal
    from generator.record.series import Item
    from generator.record.updates import Move

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
