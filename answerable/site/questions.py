"""Sheets of questions for the next meeting and the list of them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from answerable.graph.briefing import Point, Sheet, sheets
from answerable.graph.graph import Graph
from answerable.graph.overdue import Silence
from answerable.graph.values import Card
from answerable.i18n import gettext


@dataclass(frozen=True, slots=True)
class Question:
    """One question, what it rests on, and what it is asked of."""

    id: str
    asks: str
    rests: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """The sheet of one body."""

    body: Card
    number: int
    questions: tuple[Question, ...]
    no_timescale: int
    clock: tuple[Silence, ...]
    ended: tuple[Point, ...]
    held_until: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One body in the list of sheets."""

    body: Card
    href: str
    number: int


@dataclass(frozen=True, slots=True)
class SheetsView:
    """Every sheet, by the names of the bodies."""

    sheets: tuple[Listed, ...]


WORDS: Final = MappingProxyType(
    {
        "answer": (
            gettext("What is the answer to these, and where can it be read?"),
            gettext("The papers held show no answer."),
        ),
        "done": (
            gettext("What was done about these, and where can it be read?"),
            gettext("The papers held show nothing later."),
        ),
        "since": (
            gettext("What has happened about these since, and where can it be read?"),
            gettext("The papers held show a reply to each, and not what came of it."),
        ),
        "checked": (
            gettext("What follows from what was found, and where can it be read?"),
            gettext("Somebody else looked at these. What was found stands beside what was said."),
        ),
        "part": (
            gettext("What is left to be done of these, and where can it be read?"),
            gettext("The papers held show them done in part."),
        ),
        "open": (
            gettext("What is the answer to what the reply leaves open?"),
            gettext("What is left open is our reading."),
        ),
        "promised": (
            gettext("What came of these, and where can it be read?"),
            gettext("Undertaken, or asked for. The papers held do not show what came of it."),
        ),
        "raised": (
            gettext("What is the answer to these questions?"),
            gettext("They were put at a meeting, and the papers record no answer."),
        ),
    }
)
"""For each topic the question, in our words, and what the papers held show."""


def address_of(body: str) -> str:
    """Give the address of a body's sheet: `questions/osmb/`."""
    return f"questions/{body.partition('/')[2]}/"


def everything(graph: Graph) -> dict[str, SheetView]:
    """Give each sheet by the address of its body."""
    return {made.body.address: _sheet(graph, made) for made in sheets(graph)}


def listed(made: dict[str, SheetView]) -> SheetsView:
    """Give the list of sheets."""
    rows = (Listed(view.body, address_of(body), view.number) for body, view in made.items())
    return SheetsView(tuple(sorted(rows, key=lambda row: row.body.title.lower())))


def _sheet(graph: Graph, made: Sheet) -> SheetView:
    questions = (
        Question(topic, asks, rests, tuple(point for point in made.points if point.topic == topic))
        for topic, (asks, rests) in WORDS.items()
    )
    return SheetView(
        made.body,
        made.asked,
        tuple(question for question in questions if question.points),
        sum(point.timeless for point in made.points),
        made.clock,
        tuple(point for point in made.points if point.topic == "ended"),
        graph.portal.settings.held_until,
    )
