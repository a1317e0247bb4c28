"""Pages that are made to be printed, and the minute of each series: their heads and views."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.derive.linked import Linked
from generator.record.addresses import href
from generator.record.series import Series
from generator.site.frame import Crumb, Head, head, head_of
from generator.site.views import booklet, printed, sheet

FOLDER: Final = "on-paper/"


def on_paper(linked: Linked, views: Mapping[str, object]) -> Iterator[tuple[str, Head, object]]:
    """Give each page as its template, head and view; `views` are those of the records' pages, by address."""
    settings, above = linked.portal.settings, Crumb("On paper", FOLDER)

    def own(name: str, title: str, called: str = "") -> Head:
        return head(settings, f"{FOLDER}{name}/", title, (above,), called)

    yield "on-paper", head(settings, FOLDER, above.title), printed.listed(linked)
    one = own("one-sheet", f"{settings.title}: on one sheet", "On one sheet")
    yield "one-sheet", one, sheet.sheet(linked)
    yield "poster", own("poster", settings.title, "Poster"), printed.poster(linked)
    all_ = own("booklet", f"{settings.title}: the entire record", "The entire record")
    yield "booklet", replace(all_, noindex=True), booklet.booklet(linked, views)
    for series in printed.first_series(linked):
        view = printed.minute(linked, series)
        yield "minute", _minute(linked, series, len(view.lines)), view


def _minute(linked: Linked, series: Series, number: int) -> Head:
    """The browser's title is made from the series' own, which is neutral already."""
    settings = linked.portal.settings
    name = head_of(linked, series).head_title.removesuffix(f" – {settings.short}")
    crumbs = (Crumb(series.title, href(series.address)),)
    address = printed.minute_of(series.address)
    return head(settings, address, f"In one minute: the {number} {series.many}", crumbs,
                f"In one minute: {name}")  # fmt: skip
