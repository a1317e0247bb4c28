"""Parts of a long list: where one page would hold too much, it is cut at its headings, each part a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final, Protocol, cast

from answerable.graph.unknowns import Gaps
from answerable.i18n import gettext
from answerable.model.address import anchor, file_of, root_of
from answerable.site import changelog
from answerable.site.frame import Crumb, Head, Part
from answerable.site.lists import Group, SeriesStanding
from answerable.site.page import Page
from answerable.site.timeline import Month, Year

LINES: Final = 1600
"""As much as one page holds: so many lines of a title alone. What takes more room counts as several lines."""
INNER: Final[Mapping[type, str]] = {
    Group: "cards",
    Year: "months",
    Month: "entries",
    Gaps: "found",
    SeriesStanding: "groups",
    changelog.Day: "changes",
}
"""The field that holds what stands under a heading; whatever else stands in a list is one entry of it."""


class Heading(Protocol):
    """What a list is made of: anything with a place of its own and a title."""

    @property
    def id(self) -> str:
        """Its place on the page."""

    @property
    def title(self) -> str:
        """Its words."""


def cut(page: Page, view: object, field: str, lines: int, rest: object = None) -> Iterator[Page]:
    """Give a page as it is where a list in it is short; else one that leads to its parts, and these.

    `field` names the list in a view, and an entry of it takes so many `lines`; `rest` is what the page itself
    keeps where that is not the view with an empty list.
    """
    groups: tuple[Heading, ...] = attrgetter(field)(view)
    pieces = tuple(_pieces(groups, LINES // lines))
    if len(pieces) < 2:
        yield page
        return
    parts = tuple(_part(page.head.address, piece, number) for piece, number in pieces)
    yield _with(page, replace(page.head, parts=parts), rest or _put(view, field, ()))
    crumbs = (*page.head.crumbs, Crumb(page.head.title, page.head.address))
    for at, (piece, _) in enumerate(pieces):
        own = replace(
            page.head,
            address=parts[at].href,
            title=gettext("%(list)s: %(part)s", list=page.head.title, part=parts[at].title),
            root=root_of(parts[at].href),
            crumbs=crumbs,
            parts=(*parts[max(at - 1, 0) : at], *parts[at + 1 : at + 2]),
        )
        yield _with(page, own, _put(view, field, piece))


def listed(groups: Sequence[Heading], address: str) -> Part:
    """Give the link to a page that holds these groups, by the first and the last of them."""
    titles = list(dict.fromkeys((str(groups[0].title), str(groups[-1].title))))
    title = gettext("%(first)s to %(last)s", first=titles[0], last=titles[-1]) if titles[1:] else titles[0]
    ids = tuple(dict.fromkeys(own for group in groups for own in _ids(group)))
    return Part(title, address, sum(map(_size, groups)), ids)


def _with(page: Page, head: Head, view: object) -> Page:
    return replace(page, file=file_of(head.address), head=head, make=lambda: view)


def _part(address: str, piece: tuple[Heading, ...], number: int) -> Part:
    """The link to one part; of several within one heading each has its number, and the first the place."""
    own = anchor(piece[0].id)
    ending = f"{own}_{number}" if number else own
    part = listed(piece, f"{address}part_{ending}/")
    if number < 2:
        return replace(part, title=gettext("%(part)s (1)", part=part.title)) if number else part
    return replace(part, title=gettext("%(part)s (%(n)s)", part=part.title, n=number), ids=())


def _pieces(groups: Sequence[Heading], most: int) -> Iterator[tuple[tuple[Heading, ...], int]]:
    """The groups of each part, and its number where one heading alone fills several; else 0."""
    piece: list[Heading] = []
    filled = 0
    for group in groups:
        size = _size(group)
        if piece and filled + size > most:
            yield tuple(piece), 0
            piece, filled = [], 0
        if size <= most:
            piece.append(group)
            filled += size
            continue
        for number, start in enumerate(range(0, size, most), 1):
            yield (_some(group, start, start + most),), number
    if piece:
        yield tuple(piece), 0


def _inner(group: object) -> tuple[Heading, ...]:
    return tuple(getattr(group, INNER[type(group)], ())) if type(group) in INNER else ()


def _size(group: object) -> int:
    return sum(map(_size, _inner(group))) if type(group) in INNER else 1


def _ids(group: Heading) -> Iterator[str]:
    yield group.id
    for inner in _inner(group):
        if type(inner) in INNER:
            yield from _ids(inner)


def _some(group: Heading, start: int, stop: int) -> Heading:
    """A group with its entries from one place to another alone, at whatever depth they stand."""
    kept, at = [], 0
    for inner in _inner(group):
        size = _size(inner)
        if start < at + size and at < stop:
            kept.append(inner if size == 1 else _some(inner, max(start - at, 0), stop - at))
        at += size
    return cast("Heading", _put(group, INNER[type(group)], tuple(kept)))


def _put(view: object, field: str, value: object) -> object:
    """A view, or a part of one, with another value in a field of it, at whatever depth."""
    name, _, inner = field.partition(".")
    put = _put(getattr(view, name), inner, value) if inner else value
    return replace(cast("Any", view), **{name: put})
