"""Pages of prose: about, privacy, how to read this site."""

from __future__ import annotations

from typing import Annotated, ClassVar

from answerable.model.field import Detail, Record, Summary, Title, YesNo
from answerable.model.spec import MINOR, Declared


class Page(Record):
    """A page of prose: about, privacy, how to read this site."""

    kind_folder: ClassVar[str] = "pages"

    title: Title
    """What it is called."""
    head_title: Annotated[Detail | None, Declared(framed=True)] = None
    """A neutral title for the browser's history, where the heading says more."""
    order: Annotated[int, Declared(called="place in the order", framed=True, kept=True), MINOR] = 1
    """Its place among the pages."""
    summary: Summary | None = None
    """What the page answers, in a sentence."""
    in_menu: Annotated[YesNo, Declared(framed=True), MINOR] = False
    """Whether the main menu names it."""
    on_paper: Annotated[YesNo, Declared(framed=True), MINOR] = False
    """Whether it fits on one sheet of A4 and is named among what there is to print."""
