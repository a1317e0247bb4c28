"""The timeline of everything: by year and by month, with a picture of how many entries each month has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.graph import timeline as history
from answerable.graph.graph import Graph
from answerable.graph.values import Entry
from answerable.i18n import gettext
from answerable.model.date import When
from answerable.site.months import ByMonth, by_month, month_of_year


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month, or those of a year that are dated to no one month; the latest first."""

    id: str
    title: str
    month: int
    """From 1; 0 where no one month is meant."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The months of one year, the latest first; what is dated to no one month comes last."""

    id: str
    title: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Everything dated, the latest year first."""

    chart: ByMonth
    years: tuple[Year, ...]
    held_until: str


def timeline(graph: Graph) -> TimelineView:
    """Give everything dated, by year and month, the latest first."""
    years: dict[int, list[Entry]] = {}
    for entry in graph.once(history.everything):
        years.setdefault((entry.when.earliest or entry.when.day).year, []).append(entry)
    found = tuple(_year(year, reversed(years[year])) for year in sorted(years, reverse=True))
    chart = by_month([(year.title, {m.month: len(m.entries) for m in year.months}) for year in found])
    return TimelineView(chart, found, graph.portal.settings.held_until)


def month_of(when: When) -> int:
    """Give the month, from 1, in which a date lies wholly; 0 where it can mean days of several."""
    first, last = when.earliest, when.latest
    whole = first and last and (first.year, first.month) == (last.year, last.month)
    return first.month if first and whole else 0


def _year(year: int, entries: Iterable[Entry]) -> Year:
    months: dict[int, list[Entry]] = {}
    for entry in entries:
        months.setdefault(month_of(entry.when), []).append(entry)
    found = tuple(_month(year, month, months[month]) for month in sorted(months, reverse=True))
    return Year(f"y{year}", str(year), found)


def _month(year: int, month: int, entries: list[Entry]) -> Month:
    title = month_of_year(str(year), month) if month else gettext("%(year)s, no one month", year=year)
    return Month(f"m{year}-{month:02}", title, month, tuple(entries))
