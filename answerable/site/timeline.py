"""Timeline: everything dated by year and month, and a picture of how many entries each month has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from answerable.graph.timeline import month_of_year
from answerable.i18n import all_of, gettext, localized_date
from answerable.site.context import Context
from answerable.site.frame import Part
from answerable.site.lists import of_year
from answerable.site.parts import ENTRY, LINES, Group, link_to

ROOM: Final = 10
"""What a month takes of the width: its bar, and a gap on each side."""
TALL: Final = 24
"""The height of a row."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A month's bar: where it stands, how high it is, and of how many entries."""

    x: int
    height: int
    number: int


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a year that has entries: a month, or what is dated to no one month."""

    name: str
    href: str
    number: int


@dataclass(frozen=True, slots=True)
class YearBars:
    """A year: twelve bars from January to December, and the same in words."""

    name: str
    href: str
    number: int
    bars: tuple[Bar, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A row of bars for each year; the month that has most fills the height. Whole numbers only."""

    sentences: tuple[str, ...]
    width: int
    height: int
    bar: int
    """How wide a bar is."""
    years: tuple[YearBars, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything dated, the latest year first; where that is long, the pages of the years in its place."""

    chart: Chart
    years: tuple[Group, ...]
    pages: tuple[Part, ...]


def timeline(ctx: Context) -> Timeline:
    """Everything dated, by year and month, the latest first."""
    drawn = chart({year: {m.month: len(m.entries) for m in ctx.months(year)} for year in ctx.years()})
    years = tuple(Group(f"y{year}", str(year), of_year(year)(ctx)) for year in ctx.years())
    if sum(year.number for year in years) * ENTRY <= LINES:
        return Timeline(drawn, years, ())
    return Timeline(drawn, (), tuple(link_to((year,), f"timeline/{year.title}/") for year in years))


def chart(years: Mapping[int, Mapping[int, int]]) -> Chart:
    """How many entries each month of each year has; at month 0 stands what is dated to no one month."""
    most = max((n for counts in years.values() for month, n in counts.items() if month), default=0)
    rows = tuple(_row(year, counts, most) for year, counts in years.items())
    return Chart(_sentences(years, most), 12 * ROOM, TALL, ROOM - 2, rows)


def _sentences(years: Mapping[int, Mapping[int, int]], most: int) -> tuple[str, ...]:
    """The picture in words."""
    total = sum(sum(counts.values()) for counts in years.values())
    wide = sum(counts.get(0, 0) for counts in years.values())
    sentences = [gettext("Dated entries: %(n)s. Years that have any: %(years)s.", n=total, years=len(years))]
    if most:
        months = [month_of_year(y, m) for y, c in years.items() for m in sorted(c) if m and c[m] == most]
        sentences.append(
            gettext(
                "Dated to one month: %(n)s; the most in %(months)s: %(most)s.",
                n=total - wide,
                months=all_of(months),
                most=most,
            )
        )
    if wide:
        sentences.append(
            gettext("Dated to a season, a year or another longer time, and so without a bar: %(n)s.", n=wide)
        )
    return tuple(sentences)


def _row(year: int, counts: Mapping[int, int], most: int) -> YearBars:
    """A month without entries keeps a thin line, and one entry is never less than two units high."""
    numbers = [counts.get(month, 0) for month in range(1, 13)]
    bars = tuple(
        Bar(ROOM * place + 1, 1 + -(-(TALL - 1) * number // max(most, 1)), number)
        for place, number in enumerate(numbers)
    )
    places = tuple(
        Place(
            localized_date(date(year, month, 1), "LLLL") if month else gettext("no one month"),
            f"#m{year}-{month:02}",
            counts[month],
        )
        for month in sorted(counts, key=lambda month: month or 13)
    )
    return YearBars(str(year), f"#y{year}", sum(counts.values()), bars, places)
