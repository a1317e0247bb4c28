"""A page before it is rendered: its address, its template, its head and what its template sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from types import MappingProxyType
from typing import Final

from answerable.graph.graph import Graph
from answerable.model.address import file_of
from answerable.model.field import Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.document import Document
from answerable.model.kinds.help_line import HelpLine
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.site.frame import Head, head_of

TEMPLATES: Final[Mapping[type[Record], str]] = MappingProxyType(
    {
        Item: "item",
        Series: "series",
        Meeting: "meeting",
        Document: "document",
        Update: "update",
        Body: "body",
        HelpLine: "help",
    }
)
"""The kinds that have a template of their own."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered."""

    file: str
    """The output file: `motions/2021-11-10/09/index.html`."""
    template: str
    head: Head
    make: Callable[[], object]
    """Makes what a page that computes something sees; for one that nobody renders it is never made."""
    record: Record | None = None
    """The record whose page it is."""

    @property
    def view(self) -> object:
        """What was computed for it."""
        return self.make()


def page(template: str, page_head: Head, view: Callable[..., object], *of: object) -> Page:
    """Give a page by its template's name, its head, and what makes its view of what; made once."""
    return Page(file_of(page_head.address), f"pages/{template}.html", page_head, cache(partial(view, *of)))


def ready(view: object) -> object:
    """Give a view that was needed before its page."""
    return view


def of_record(graph: Graph, record: Record) -> Page:
    """Give the page of a record; what was taken back has no more than what all have."""
    own = next((name for kind, name in TEMPLATES.items() if isinstance(record, kind)), "record")
    template = "record" if record.withdrawn else own
    head = head_of(graph, record)
    return Page(file_of(head.address), f"pages/{template}.html", head, lambda: None, record)
