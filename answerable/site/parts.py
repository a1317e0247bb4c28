"""Parts of a long page: where it holds too much, its lists are cut at their headings, each part a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from answerable.i18n import gettext
from answerable.model.address import anchor, root_of
from answerable.model.field import Record
from answerable.site.context import Context
from answerable.site.frame import Crumb, Head, Part
from answerable.site.page import Page

LINES: Final = 1600
"""As much as one page holds: so many lines of a title alone. What takes more room counts as several lines."""
TITLE, CARD, ENTRY, WHOLE_RECORD, REPLY = 1, 2, 3, 8, 12
"""How many lines an entry takes: a title, a card, what was said and where, a record, a move and its facts."""


@dataclass(frozen=True, slots=True)
class Group:
    """What stands under one heading of a list: entries of any sort, or groups."""

    id: str
    """Its place on the page."""
    title: str
    entries: tuple[Any, ...]
    lines: int = TITLE
    """How many lines an entry takes; of a group of groups, whatever its groups say."""
    about: str = ""
    record: Record | None = None
    """The record that the heading leads to."""

    @property
    def number(self) -> int:
        """How many entries stand in it, at whatever depth."""
        return sum(one.number if isinstance(one, Group) else 1 for one in self.entries)

    @property
    def size(self) -> int:
        """How many lines all of it takes."""
        return self.number * self.lines

    @property
    def ids(self) -> tuple[str, ...]:
        """Its place, and those of the groups in it."""
        return (self.id, *(part_id for one in self.entries if isinstance(one, Group) for part_id in one.ids))

    def entries_between(self, start: int, stop: int) -> Group:
        """The same heading with its entries from one place to another, at whatever depth they stand."""
        kept, place = [], 0
        for one in self.entries:
            size = one.number if isinstance(one, Group) else 1
            if start < place + size and place < stop:
                cut = isinstance(one, Group)
                kept.append(one.entries_between(max(start - place, 0), stop - place) if cut else one)
            place += size
        return replace(self, entries=tuple(kept))


def pages_of(page: Page, ctx: Context) -> tuple[Page, ...]:
    """A page that is short, as it is; else one that leads to its parts, and these.

    A record's page keeps its short lists; a page that is a list leads to all of it.
    """
    if not page.listed:
        return (page,)
    groups: tuple[Group, ...] = page.view(ctx)
    head = replace(page.head, number=sum(group.number for group in groups))
    kept, rest = _kept(groups) if page.record else (groups, ())
    if sum(group.size for group in kept) > LINES:
        kept, rest = (), groups
    pieces = tuple(_pieces(rest))
    if not pieces:
        return (_with(page, head, groups),)
    parts = tuple(_links(head.address, pieces))
    pages = [_with(page, replace(head, parts=parts), kept)]
    for place, (piece, _) in enumerate(pieces):
        part = replace(
            head,
            address=parts[place].href,
            title=gettext("%(list)s: %(part)s", list=head.title, part=parts[place].title),
            root=root_of(parts[place].href),
            crumbs=(*head.crumbs, Crumb(head.title, head.address)),
            parts=(*parts[max(place - 1, 0) : place], *parts[place + 1 : place + 2]),
            shared=True,
        )
        subject, name = page.record or page.subject, page.part or page.name
        pages.append(replace(_with(page, part, piece), name=name, subject=subject, record=None))
    return tuple(pages)


def _kept(groups: tuple[Group, ...]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """What stays on a record's page, the shortest lists first, and what does not find room."""
    left, kept = LINES, set()
    for group in sorted(groups, key=lambda one: one.size):
        left -= group.size
        if left >= 0:
            kept.add(group.id)
    return tuple(one for one in groups if one.id in kept), tuple(one for one in groups if one.id not in kept)


def whole_of(file: str) -> str:
    """File of the page that a part belongs to; that of any other page as it is."""
    whole, cut, _ = file.partition("part_")
    return f"{whole}index.html" if cut else file


def link_to(groups: Sequence[Group], address: str) -> Part:
    """Link to a page that holds these groups, by the first and the last of them."""
    titles = list(dict.fromkeys((str(groups[0].title), str(groups[-1].title))))
    title = gettext("%(first)s to %(last)s", first=titles[0], last=titles[-1]) if titles[1:] else titles[0]
    ids = tuple(dict.fromkeys(part_id for group in groups for part_id in group.ids))
    return Part(title, address, sum(group.number for group in groups), ids)


def _with(page: Page, head: Head, groups: tuple[Group, ...]) -> Page:
    return replace(page, head=head, view=lambda _: groups)


def _links(address: str, pieces: Sequence[tuple[tuple[Group, ...], int]]) -> Iterator[Part]:
    """Link to each part; of several within one heading each has its number, and the first the place."""
    led: set[str] = set()
    for piece, number in pieces:
        part_id = anchor(piece[0].id)
        part = link_to(piece, f"{address}part_{part_id}_{number}/" if number else f"{address}part_{part_id}/")
        part = replace(part, ids=tuple(one for one in part.ids if one not in led))
        led.update(part.ids)
        if number:
            part = replace(part, title=gettext("%(part)s (%(n)s)", part=part.title, n=number))
        yield part


def _pieces(groups: Sequence[Group]) -> Iterator[tuple[tuple[Group, ...], int]]:
    """Groups of each part, and its number where one heading alone fills several; else 0."""
    piece: list[Group] = []
    filled = 0
    for group in groups:
        if piece and filled + group.size > LINES:
            yield tuple(piece), 0
            piece, filled = [], 0
        if group.size <= LINES:
            piece.append(group)
            filled += group.size
            continue
        most = LINES // group.lines
        for number, start in enumerate(range(0, group.number, most), 1):
            yield (group.entries_between(start, start + most),), number
    if piece:
        yield tuple(piece), 0
