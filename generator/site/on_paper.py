"""Pages that are made to be printed, and the minute of each series: their heads and views."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.derive.linked import Linked
from generator.derive.titles import neutral
from generator.record.addresses import href
from generator.record.series import Series
from generator.site.frame import Crumb, Head, head
from generator.site.page import Page, page, ready
from generator.site.views import booklet, printed, sheet
from generator.words import gettext

FOLDER: Final = "on-paper/"


def on_paper(linked: Linked, records: Mapping[str, Page]) -> Iterator[Page]:
    """Give each page that is to be printed; `records` are the records' pages, by address."""
    settings, above = linked.portal.settings, Crumb(gettext("On paper"), FOLDER)

    def own(name: str, title: str, called: str = "") -> Head:
        return head(settings, f"{FOLDER}{name}/", title, (above,), called)

    yield page("on-paper", head(settings, FOLDER, above.title), printed.listed, linked)
    one = own("one-sheet", gettext("{title}: on one sheet", title=settings.title), gettext("On one sheet"))
    yield page("one-sheet", one, sheet.sheet, linked)
    yield page("poster", own("poster", settings.title, gettext("Poster")), printed.poster, linked)
    whole = gettext("{title}: the entire record", title=settings.title)
    all_ = own("booklet", whole, gettext("The entire record"))
    yield page("booklet", replace(all_, noindex=True), booklet.booklet, linked, lambda of: records[of].view)
    for series in printed.first_series(linked):
        view = printed.minute(linked, series)
        yield page("minute", _minute(linked, series, len(view.lines)), ready, view)


def _minute(linked: Linked, series: Series, number: int) -> Head:
    crumbs, address = (Crumb(series.title, href(series.address)),), printed.minute_of(series.address)
    title = gettext("In one minute: the {n} {things}", n=number, things=series.many)
    called = gettext("In one minute: {title}", title=neutral(linked, series))
    return head(linked.portal.settings, address, title, crumbs, called)
