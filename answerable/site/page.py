"""A page before it is rendered, and the page of a record: the template and the view of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from types import MappingProxyType
from typing import Any, Final

from answerable.graph.graph import Graph
from answerable.model.address import file_of
from answerable.model.field import Record
from answerable.model.kinds.actor import Body
from answerable.model.kinds.document import Document
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.other import Help
from answerable.model.kinds.series import Item, Series
from answerable.model.kinds.update import Update
from answerable.site.frame import Head, head_of
from answerable.site.views import document as paper
from answerable.site.views import help_line as helping
from answerable.site.views import meeting, questions
from answerable.site.views import series as asked
from answerable.site.views import update as moved
from answerable.site.views.common import plain


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered."""

    file: str
    """The output file: `motions/2021-11-10/09/index.html`."""
    template: str
    head: Head
    make: Callable[[], object]
    """Makes what the template sees; for a page that nobody renders it is never made."""

    @property
    def view(self) -> object:
        """What the template sees."""
        return self.make()


VIEWS: Final[Mapping[type[Record], tuple[str, Callable[[Graph, Any], object]]]] = MappingProxyType(
    {
        Item: ("item", asked.item),
        Series: ("series", asked.series),
        Meeting: ("meeting", meeting.meeting),
        Document: ("document", paper.document),
        Update: ("update", moved.update),
        Body: ("body", questions.body),
        Help: ("help", helping.line),
    }
)
"""The kinds that have a page of their own making: its template and its view."""


def page(template: str, page_head: Head, view: Callable[..., object], *of: object) -> Page:
    """Give a page by its template's name, its head, and what makes its view of what; made once."""
    return Page(file_of(page_head.address), f"pages/{template}.html", page_head, cache(partial(view, *of)))


def ready(view: object) -> object:
    """Give a view that was needed before its page."""
    return view


def of_record(graph: Graph, record: Record) -> Page:
    """Give the page of a record; what was taken back has no more than what all have."""
    made = next((made for kind, made in VIEWS.items() if isinstance(record, kind)), None)
    template, view = made if made and not record.withdrawn else ("record", plain)
    return page(template, head_of(graph, record), view, graph, record)
