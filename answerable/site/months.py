"""The picture of months, as values: how many dated entries each has. Whole numbers only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from answerable.i18n import all_of, gettext, localized_date

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
class ByMonth:
    """A row of bars for each year; the month that has most fills the height."""

    sentences: tuple[str, ...]
    width: int
    height: int
    bar: int
    """How wide a bar is."""
    years: tuple[YearBars, ...]


def by_month(years: Sequence[tuple[str, Mapping[int, int]]]) -> ByMonth:
    """Give how many entries each month of each year has; at month 0 stands what is dated to no one month."""
    most = max((n for _, counts in years for month, n in counts.items() if month), default=0)
    return ByMonth(
        _told_by_month(years, most),
        12 * ROOM,
        TALL,
        ROOM - 2,
        tuple(_year_bars(year, counts, most) for year, counts in years),
    )


def month_of_year(year: str, month: int) -> str:
    """Give the name of a month of a year, counted from 1."""
    return localized_date(date(int(year), month, 1), "yMMMM")


def _told_by_month(years: Sequence[tuple[str, Mapping[int, int]]], most: int) -> tuple[str, ...]:
    """The picture in sentences."""
    total, wide = sum(sum(counts.values()) for _, counts in years), sum(c.get(0, 0) for _, c in years)
    sentences = [gettext("Dated entries: %(n)s. Years that have any: %(years)s.", n=total, years=len(years))]
    if most:
        there = [month_of_year(year, m) for year, c in years for m in sorted(c) if m and c[m] == most]
        sentences.append(
            gettext(
                "Dated to one month: %(n)s; the most in %(months)s: %(most)s.",
                n=total - wide,
                months=all_of(there),
                most=most,
            )
        )
    if wide:
        said = gettext(
            "Dated to a season, a year or another longer time, and so without a bar: %(n)s.", n=wide
        )
        sentences.append(said)
    return tuple(sentences)


def _year_bars(year: str, counts: Mapping[int, int], most: int) -> YearBars:
    """A month without entries keeps a thin line, and one entry is never less than two units high."""
    numbers = [counts.get(month, 0) for month in range(1, 13)]
    bars = tuple(
        Bar(ROOM * at + 1, 1 + -(-(TALL - 1) * number // max(most, 1)), number)
        for at, number in enumerate(numbers)
    )
    places = tuple(
        Place(
            localized_date(date(int(year), month, 1), "LLLL") if month else gettext("no one month"),
            f"#m{year}-{month:02}",
            counts[month],
        )
        for month in sorted(counts, key=lambda month: month or 13)
    )
    return YearBars(year, f"#y{year}", sum(counts.values()), bars, places)
