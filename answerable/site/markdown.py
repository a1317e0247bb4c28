"""A record's prose as a page shows it: safe HTML, its references led from the page's depth."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from answerable.load import markdown as prose
from answerable.model.address import href
from answerable.model.field import Record


def html_of(record: Record, root: str) -> Markup:
    """Give a record's prose as safe HTML, its references led from this page's depth."""
    return prose.render(record.prose, link_from(root))


def link_from(root: str) -> Callable[[str], str]:
    """Give the function that turns a reference into an address from a page's depth."""
    return lambda reference: root + href(reference)
