"""The page of a line for help."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph.graph import Graph
from answerable.i18n import gettext
from answerable.model.date import day_in_words
from answerable.model.field import Record
from answerable.model.kinds.other import NOT_SHOWN, Help
from answerable.site.views.common import Common, common


@dataclass(frozen=True, slots=True)
class LineView:
    """A line for help, and why its number is not shown where it is not."""

    common: Common
    left_out: str


def line(graph: Graph, record: Help) -> LineView:
    """Give the page of a line for help."""
    return LineView(common(graph, record), left_out(record))


def left_out(record: Record) -> str:
    """Give why a record's number is not shown: nobody has confirmed the line lately; else nothing."""
    if not isinstance(record, Help) or record.number != NOT_SHOWN:
        return ""
    if record.checked is None:
        return gettext("The number is not shown, because nobody has confirmed it yet.")
    return gettext(
        "The number is not shown. It was last confirmed on {day}, and it may have changed since.",
        day=day_in_words(record.checked),
    )
