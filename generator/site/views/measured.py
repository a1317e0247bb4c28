"""How a thing is measured: the three questions, the baseline, and what was found later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.derive.linked import Linked
from generator.derive.standing import Moved
from generator.derive.values import Cite, Fact
from generator.record.asking import QUESTIONS, Measure, Reading
from generator.record.dates import When
from generator.record.series import Ask, Item

LABELS: Final = {question: question[0].upper() + question[1:] for question in QUESTIONS}


@dataclass(frozen=True, slots=True)
class Found:
    """What was found on one day: the baseline, or a later reading."""

    when: When | None
    words: str
    who: str
    """Who says so; empty for the baseline."""
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """One measure that was looked at more than once, as a table: the baseline, then each later reading."""

    label: str
    counts: str
    rows: tuple[Found, ...]


def measured(linked: Linked, target: str, asked: Ask | Item) -> Iterator[Fact]:
    """Give each of the three questions, where any is answered; the others are said to be not stated.

    The baseline and the latest reading stand side by side, in words.
    """
    for question in QUESTIONS if asked.measures else ():
        measure = next((one for one in asked.measures if one.kind == question), None)
        if measure is None:
            yield Fact(LABELS[question], "not stated")
            continue
        found = _found(linked, target, question)
        note = " ".join((_baseline(measure), _again(measure), *map(_latest, found[-1:])))
        cites = (*linked.cites(measure.cites), *(found[-1].cites if found else ()))
        yield Fact(LABELS[question], measure.counts, note=note, cites=cites)


def readings(linked: Linked, target: str, asked: Ask | Item) -> tuple[Readings, ...]:
    """Give as a table each measure of which there are several later readings."""
    tables = ((measure, _found(linked, target, measure.kind)) for measure in asked.measures)
    return tuple(
        Readings(LABELS[measure.kind], measure.counts, (*_first(linked, measure), *found))
        for measure, found in tables
        if len(found) > 1
    )


def as_found(linked: Linked, found: Iterable[Reading]) -> tuple[Fact, ...]:
    """Give the readings of one move as facts."""
    return tuple(
        Fact(f"{LABELS[one.of]}, as found", one.found, when=one.on, cites=linked.cites(one.cites))
        for one in found
    )


def _found(linked: Linked, target: str, question: str) -> list[Found]:
    """Every later reading of a measure, in the order of the days they are of."""
    rows = [
        Found(one.on or moved.update.happened, one.found, _who(linked, moved), linked.cites(one.cites))
        for moved in linked.history if moved.target == target
        for one in moved.move.readings if one.of == question
    ]  # fmt: skip
    return sorted(rows, key=lambda row: row.when.order if row.when else ())


def _who(linked: Linked, moved: Moved) -> str:
    names = linked.portal.records
    of = f", speaking of {names[moved.by].heading}" if moved.by != moved.speaker else ""
    return names[moved.speaker].heading + of


def _first(linked: Linked, measure: Measure) -> Iterator[Found]:
    if measure.baseline:
        yield Found(measure.baseline_on, measure.baseline, "", linked.cites(measure.cites))


def _baseline(measure: Measure) -> str:
    since = f" ({measure.baseline_on.words})" if measure.baseline_on else ""
    return f"Compared with: {measure.baseline}{since}." if measure.baseline else "No baseline is given."


def _again(measure: Measure) -> str:
    if measure.review:
        return f"To be looked at again: {measure.review.words}."
    return "No day is given to look at it again."


def _latest(found: Found) -> str:
    day = f", {found.when.words}" if found.when else ""
    return f"Found later{day}: {found.words} ({found.who})."
