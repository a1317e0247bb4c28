"""How things stood on each day on which anything moved: a fold cut short, told from the papers held today."""

from __future__ import annotations

from datetime import date

from answerable.graph.events import fold
from answerable.graph.graph import Graph
from answerable.graph.visibility import up_to
from answerable.model.address import split
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Correction, Statement, Update
from answerable.model.portal import Portal


def days(portal: Portal) -> tuple[date, ...]:
    """Give every day on which something was asked, suggested, decided or moved; the latest first."""
    return tuple(sorted({record.effective_on for record in _moving(portal)}, reverse=True))


def came_in(portal: Portal, day: date) -> tuple[str, ...]:
    """Give the series and updates of a day, in the order in which they count."""
    found = [record for record in _moving(portal) if record.effective_on == day]
    return tuple(r.address for r in sorted(found, key=lambda r: (getattr(r, "order", 0), r.address)))


def _moving(portal: Portal) -> list[Series | Update]:
    """What makes a day one on which anything moved; what is only quoted moves nothing."""
    series = (s for s in portal.of(Series) if s.force != "quoted" and not s.retracted)
    return [*series, *(update for update in portal.of(Update) if not update.retracted)]


def as_it_stood(graph: Graph, day: date) -> Graph:
    """Give the same record as of an earlier day, without ways back: standings, cards and counts of that day.

    The history is in the order of its days, so what had moved by a day is its beginning.
    """
    history = tuple(one for one in graph.history if one.update.effective_on <= day)
    return Graph(up_to(graph.portal, day), history, fold(history), {}, {})


def notices(graph: Graph, then: Graph) -> dict[str, tuple[str, ...]]:
    """Give today's corrections and statements about anything that an earlier day shows, each with what."""
    found = {
        record.address: tuple(t for t in record.about if split(t)[0] in then.portal.records)
        for record in graph.portal.records.values()
        if isinstance(record, Correction | Statement) and not record.retracted
    }
    return {address: about for address, about in found.items() if about}
