"""A page before it is rendered: its address, its template, its head and what its template sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from answerable.graph.graph import Graph
from answerable.model.address import file_of
from answerable.model.field import Record
from answerable.site.frame import Head, head_of


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
    template = Record.template if record.withdrawn else record.template
    head = head_of(graph, record)
    return Page(file_of(head.address), f"pages/{template}.html", head, lambda: None, record)
