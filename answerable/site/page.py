"""Page: its address, its template and what it asks of the graph, known before it is rendered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from answerable.model.address import file_of
from answerable.model.field import Record
from answerable.site.context import Context
from answerable.site.frame import Head


def nothing(_: Context) -> None:
    """What a page asks whose template asks for itself."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered."""

    name: str
    """Of its template: `item`."""
    head: Head
    subject: Any = None
    """What it is about where that is no record of its own: a word, a day, a year, a series to print."""
    view: Callable[[Context], Any] = nothing
    """What it computes, asked for when it is rendered."""
    listed: bool = False
    """Whether the view is groups, so that a long page is cut."""
    part: str = ""
    """The template of its parts, where that is another."""
    record: Record | None = None
    """The record whose page it is."""

    @property
    def file(self) -> str:
        """Output file: `motions/2021-11-10/09/index.html`."""
        return file_of(self.head.address)

    @property
    def template(self) -> str:
        """File of its template."""
        return f"pages/{self.name}.html"
