"""Past days: for each day on which anything moved, what moved and how it stood when the day had ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from answerable.graph.events import Status
from answerable.graph.graph import Graph
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.portal import Portal
from answerable.model.status import TRACKS


@dataclass(slots=True)
class PastDay:
    """One day on which something was asked, suggested, decided or moved."""

    day: date
    records: list[str] = field(default_factory=list)
    """The series and updates of the day, in the order in which they count."""
    stood: dict[str, tuple[Status, ...]] = field(default_factory=dict)
    """What moved on it, and all that had been said of each by the end of the day."""


def days_moved(portal: Portal) -> tuple[date, ...]:
    """Days on which anything moved, the latest first."""
    return tuple(sorted({record.effective_on for record in _moving(portal)}, reverse=True))


def past_days(graph: Graph) -> dict[date, PastDay]:
    """Each day on which anything moved, the latest first, in one pass over the history."""
    days: dict[date, PastDay] = {}
    for record in _moving(graph.portal):
        days.setdefault(record.effective_on, PastDay(record.effective_on)).records.append(record.address)
    last: dict[str, dict[tuple[str, str], Status]] = {}
    for event in graph.events:
        statuses = last.setdefault(event.target, {})
        for status in event.statuses:
            statuses.pop((status.track, status.by), None)
            statuses[status.track, status.by] = status
        stood = sorted(statuses.values(), key=lambda s: (TRACKS.index(s.track), s.update.effective_on))
        days[event.update.effective_on].stood[event.target] = tuple(stood)
    return dict(sorted(days.items(), reverse=True))


def _moving(portal: Portal) -> list[Series | Update]:
    """What makes a day one on which anything moved; what is only quoted moves nothing."""
    series = (s for s in portal.of(Series) if s.force != "quoted" and not s.retracted)
    records: list[Series | Update] = [
        *series,
        *(update for update in portal.of(Update) if not update.retracted),
    ]
    return sorted(records, key=lambda r: (getattr(r, "order", 0), r.address))
