"""Pictures of what reaches what: in words, and where each shape stands. Whole numbers only.

A picture adds nothing that the words beside it do not say; a template draws it with attributes alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from answerable.graph.coverage import Coverage
from answerable.graph.values import Card
from answerable.i18n import all_of, capital, gettext, ngettext
from answerable.model.kinds.item import REACHES, STRENGTHS

WIDTH: Final = 288
"""Of the picture of paths, in its own units: what a screen of 320 CSS pixels leaves between margins."""
ROW: Final = 28
TOP: Final = 24
EDGE: Final = 30
"""From the picture's edge to the middle of a dot."""


@dataclass(frozen=True, slots=True)
class Dot:
    """An item: a full ring when something reaches it or it reaches something, else a broken one."""

    x: int
    y: int
    name: str
    linked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A strong or likely link between two dots."""

    x1: int
    y1: int
    x2: int
    y2: int
    strength: str


@dataclass(frozen=True, slots=True)
class Column:
    """A series: its name above its dots."""

    x: int
    name: str
    anchor: str
    """`start`, `middle` or `end`, as SVG has it."""


@dataclass(frozen=True, slots=True)
class Reached:
    """An earlier item, and each later one that is linked to it, in words."""

    card: Card
    by: tuple[tuple[Card, str], ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """What reaches what, from the first series to the last: sentences, columns, and the same as lists."""

    sentences: tuple[str, ...]
    ours: bool
    """Whether every link in it is our reading."""
    width: int
    height: int
    columns: tuple[Column, ...]
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    reached: tuple[tuple[str, tuple[Reached, ...]], ...]
    """For each step a heading and what reaches what in it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One series on the way: what its items are called, and each item's number and card."""

    many: str
    items: tuple[tuple[str, Card], ...]


def paths(stages: Sequence[Stage], steps: Sequence[Coverage]) -> Paths | None:
    """Way from each stage to the next; None where there is no way to draw.

    `steps` holds the table between each stage and the next; a recommendation of several asks is one dot.
    """
    if not steps or len(steps) != len(stages) - 1:
        return None
    links = [_links(step) for step in steps]
    height = TOP + ROW * max(len(stage.items) for stage in stages)
    places = [_places(stage, number, len(stages), height) for number, stage in enumerate(stages)]
    ends = {href for step in links for pair in step for href in pair}
    dots = tuple(
        Dot(*place[card.href], "–" if name == "none" else name, card.href in ends)
        for stage, place in zip(stages, places, strict=True)
        for name, card in stage.items
    )
    lines = tuple(
        Line(*places[number][earlier], *places[number + 1][later], strength)
        for number, step in enumerate(links)
        for (earlier, later), strength in step.items()
    )
    columns = tuple(_column(stage, number, len(stages)) for number, stage in enumerate(stages))
    reached = tuple(
        (all_of((capital(earlier.many), later.many)), _reached(earlier, later, step))
        for earlier, later, step in zip(stages, stages[1:], links, strict=False)
    )
    sentences = tuple(
        _sentence(step, earlier, later)
        for step, earlier, later in zip(steps, stages, stages[1:], strict=False)
    )
    ours = all(step.all_ours for step in steps)
    return Paths(sentences, ours, WIDTH, height, columns, dots, lines, reached)


def _links(table: Coverage) -> dict[tuple[str, str], str]:
    """The strongest link between each two items that reach, whichever of the asks it is of."""
    links: dict[tuple[str, str], str] = {}
    for group in table.groups:
        for row in group.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                pair = ((group.head or row.head).href, column.href)
                if cell in REACHES and STRENGTHS.index(cell) < STRENGTHS.index(links.get(pair, "weak")):
                    links[pair] = cell
    return links


def _places(stage: Stage, number: int, stages: int, height: int) -> dict[str, tuple[int, int]]:
    """The middle of each dot: a stage's dots are spread over the whole height."""
    x, room = _x(number, stages), height - TOP
    return {
        card.href: (x, TOP + room * (2 * index + 1) // (2 * len(stage.items)))
        for index, (_, card) in enumerate(stage.items)
    }


def _x(number: int, stages: int) -> int:
    return EDGE + (WIDTH - 2 * EDGE) * number // (stages - 1)


def _column(stage: Stage, number: int, stages: int) -> Column:
    if number == 0:
        return Column(0, capital(stage.many), "start")
    if number == stages - 1:
        return Column(WIDTH, capital(stage.many), "end")
    return Column(_x(number, stages), capital(stage.many), "middle")


def _reached(earlier: Stage, later: Stage, links: dict[tuple[str, str], str]) -> tuple[Reached, ...]:
    rows = []
    for _, card in earlier.items:
        by = tuple(
            (other, links[card.href, other.href])
            for _, other in later.items
            if (card.href, other.href) in links
        )
        if by:
            rows.append(Reached(card, by))
    return tuple(rows)


def _sentence(table: Coverage, earlier: Stage, later: Stage) -> str:
    rows = gettext("asks in the %(items)s", items=earlier.many) if table.by_asks else earlier.many
    return ngettext(
        "%(n)s of %(all)s %(rows)s reaches one of the %(number)s %(columns)s.",
        "%(n)s of %(all)s %(rows)s reach one of the %(number)s %(columns)s.",
        len(table.reached),
        all=len(table.rows),
        rows=rows,
        number=len(later.items),
        columns=later.many,
    )
