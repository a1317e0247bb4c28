"""Pages that are made to be printed, and the minute of each series: their heads and views."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from answerable.graph.graph import Graph
from answerable.graph.titles import neutral
from answerable.i18n import gettext
from answerable.model.address import href
from answerable.model.kinds.series import Series
from answerable.site import printed, sheet
from answerable.site.frame import Crumb, Head, head
from answerable.site.page import Page, page, ready

FOLDER: Final = "on-paper/"


def on_paper(graph: Graph) -> Iterator[Page]:
    """Pages that are to be printed, and the minute of each series."""
    settings, above = graph.portal.settings, Crumb(gettext("On paper"), FOLDER)

    yield page("on-paper", head(settings, FOLDER, above.title), printed.listed, graph)
    title = gettext("%(title)s: on one sheet", title=settings.title)
    one = head(settings, f"{FOLDER}one-sheet/", title, (above,), gettext("On one sheet"))
    yield page("one-sheet", one, sheet.sheet, graph)
    for series in printed.first_series(graph):
        view = printed.minute(graph, series)
        yield page("minute", _minute(graph, series, len(view.lines)), ready, view)


def _minute(graph: Graph, series: Series, number: int) -> Head:
    crumbs, address = (Crumb(series.title, href(series.address)),), printed.minute_of(series.address)
    title = gettext("In one minute: the %(n)s %(things)s", n=number, things=series.many)
    called = gettext("In one minute: %(title)s", title=neutral(graph, series))
    return head(graph.portal.settings, address, title, crumbs, called)
