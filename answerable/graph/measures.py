"""Measures of a thing asked: the three questions, the baseline, and what was found later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from answerable.graph.graph import Graph
from answerable.graph.values import Cite, Fact
from answerable.i18n import capital, gettext, sentences
from answerable.model.date import When
from answerable.model.kinds.ask import QUESTIONS, Ask, Measure
from answerable.model.kinds.item import Item
from answerable.model.kinds.update import Measurement
from answerable.model.spec import words_of

LABELS: Final = {question: capital(words_of(Measurement, "of")[question]) for question in QUESTIONS}


@dataclass(frozen=True, slots=True)
class Reading:
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
    rows: tuple[Reading, ...]


def measured(graph: Graph, target: str, asked: Ask | Item) -> Iterator[Fact]:
    """Fact for each of the three questions, where any is answered; the others are said to be not stated.

    The baseline and the latest reading stand side by side, in words.
    """
    for question in QUESTIONS if asked.measures else ():
        measure = next((one for one in asked.measures if one.kind == question), None)
        if measure is None:
            yield Fact(LABELS[question], gettext("not stated"))
            continue
        later = _later(graph, target, question)
        note = sentences(_baseline(measure), _again(measure), *map(_latest, later[-1:]))
        cites = (*graph.cites(measure.cites), *(later[-1].cites if later else ()))
        yield Fact(LABELS[question], measure.counts, note=note, cites=cites)


def readings(graph: Graph, target: str, asked: Ask | Item) -> tuple[Readings, ...]:
    """Table of each measure of which there are several later readings."""
    tables = ((measure, _later(graph, target, measure.kind)) for measure in asked.measures)
    return tuple(
        Readings(LABELS[measure.kind], measure.counts, (*_first(graph, measure), *later))
        for measure, later in tables
        if len(later) > 1
    )


def measured_by_move(graph: Graph, measurements: Iterable[Measurement]) -> tuple[Fact, ...]:
    """Readings of one move as facts."""
    return tuple(
        Fact(
            gettext("%(question)s, as found", question=LABELS[one.of]),
            one.found,
            when=one.on,
            cites=graph.cites(one.cites),
        )
        for one in measurements
    )


def _later(graph: Graph, target: str, question: str) -> list[Reading]:
    """Every later reading of a measure, in the order of the days they are of."""
    rows = [
        Reading(one.on or event.update.happened, one.found, event.who, graph.cites(one.cites))
        for event in graph.events_of(target)
        for one in event.move.measurements
        if one.of == question
    ]
    return sorted(rows, key=lambda row: row.when.order if row.when else ())


def _first(graph: Graph, measure: Measure) -> Iterator[Reading]:
    if measure.baseline:
        yield Reading(measure.baseline_on, measure.baseline, "", graph.cites(measure.cites))


def _baseline(measure: Measure) -> str:
    if not measure.baseline:
        return gettext("No baseline is given.")
    if not measure.baseline_on:
        return gettext("Compared with: %(baseline)s.", baseline=measure.baseline)
    return gettext(
        "Compared with: %(baseline)s (%(date)s).", baseline=measure.baseline, date=measure.baseline_on.words
    )


def _again(measure: Measure) -> str:
    if measure.review:
        return gettext("To be looked at again: %(date)s.", date=measure.review.words)
    return gettext("No day is given to look at it again.")


def _latest(reading: Reading) -> str:
    if not reading.when:
        return gettext("Found later: %(found)s (%(who)s).", found=reading.words, who=reading.who)
    return gettext(
        "Found later, %(date)s: %(found)s (%(who)s).",
        date=reading.when.words,
        found=reading.words,
        who=reading.who,
    )
