"""Measures: one for each question, and later readings only of what is measured."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.model.kinds.ask import Measure
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.portal import Portal
from answerable.model.registry import Where
from answerable.problem import Problem
from answerable.rules.locate import at


def one_for_each_question(portal: Portal) -> Iterator[Problem]:
    """An item or ask has one measure for each question, so that a reading says which it is of."""
    for item in portal.of(Item):
        yield from _twice(portal, item.address, (), item.measures)
    asking: list[Series | Item] = [*portal.of(Series), *portal.of(Item)]
    for record in asking:
        for number, ask in enumerate(record.asks):
            yield from _twice(portal, record.address, ("asks", number), ask.measures)


def _twice(portal: Portal, address: str, around: Where, measures: tuple[Measure, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, measure in enumerate(measures):
        if measure.kind in seen:
            message = f'Two measures here answer "{measure.kind}".'
            hint = "Put both into one, or divide the ask."
            yield at(portal, address, (*around, "measures", number, "kind"), message, hint)
        seen.add(measure.kind)


def readings_are_of_a_measure(portal: Portal) -> Iterator[Problem]:
    """A later reading is of a measure that the item or ask has."""
    for update in portal.of(Update):
        for number, move in enumerate(update.moves):
            measures: tuple[Measure, ...] = getattr(portal.asked(move.item), "measures", ())
            for place, reading in enumerate(move.measurements):
                if reading.of not in {measure.kind for measure in measures}:
                    where = ("moves", number, "measurements", place, "of")
                    message = f'"{move.item}" has no measure for "{reading.of}".'
                    hint = "Add the measure there, or tell it with says."
                    yield at(portal, update.address, where, message, hint)


RULES = (one_for_each_question, readings_are_of_a_measure)
