"""How things stood on each day on which anything moved: a fold cut short, told from the papers held today."""

from __future__ import annotations

from datetime import date

from generator.derive.choose import up_to
from generator.derive.linked import Linked
from generator.derive.standing import fold
from generator.record.addresses import split
from generator.record.portal import Portal
from generator.record.series import Series
from generator.record.updates import Correction, Statement, Update


def days(portal: Portal) -> tuple[date, ...]:
    """Give every day on which something was asked, suggested, decided or moved; the latest first."""
    return tuple(sorted({record.comes_in for record in _moving(portal)}, reverse=True))


def came_in(portal: Portal, day: date) -> tuple[str, ...]:
    """Give the series and updates of a day, in the order in which they count."""
    found = [record for record in _moving(portal) if record.comes_in == day]
    return tuple(r.address for r in sorted(found, key=lambda r: (getattr(r, "order", 0), r.address)))


def _moving(portal: Portal) -> list[Series | Update]:
    """What makes a day one on which anything moved; what is only quoted moves nothing."""
    series = (s for s in portal.of(Series) if s.force != "quoted" and not s.taken_back)
    return [*series, *(update for update in portal.of(Update) if not update.taken_back)]


def as_it_stood(linked: Linked, day: date) -> Linked:
    """Give the same record as of an earlier day, without ways back: standings, cards and counts of that day.

    The history is in the order of its days, so what had moved by a day is its beginning.
    """
    history = tuple(one for one in linked.history if one.update.comes_in <= day)
    return Linked(up_to(linked.portal, day), history, fold(history), {}, {})


def notices(linked: Linked, then: Linked) -> dict[str, tuple[str, ...]]:
    """Give today's corrections and statements about anything that an earlier day shows, each with what."""
    found = {
        record.address: tuple(t for t in record.about if split(t)[0] in then.portal.records)
        for record in linked.portal.records.values()
        if isinstance(record, Correction | Statement) and not record.taken_back
    }
    return {address: about for address, about in found.items() if about}
