"""What reaches what: each later series laid against the one it follows, from links that say so.

"Reaches" means a strong or likely link. Where the earlier series is divided into asks, its asks are the
rows; so a recommendation counts as reached only in the asks that are.
"""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph.graph import Graph
from answerable.graph.values import Card
from answerable.i18n import gettext
from answerable.model.address import parent, split
from answerable.model.kinds.item import REACHES, STRENGTHS, Item, Link
from answerable.model.kinds.series import Series


@dataclass(frozen=True, slots=True)
class Row:
    """One earlier item or ask, and how strongly each later item is linked to it ("" for not)."""

    head: Card
    cells: tuple[str, ...]

    @property
    def best(self) -> str:
        """Strongest link in the row, or an empty text."""
        cells = [cell for cell in self.cells if cell]
        return min(cells, key=STRENGTHS.index) if cells else ""


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one earlier item, under its card where it has asks."""

    head: Card | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """A table of an earlier series against a later one, and the lists that follow from it."""

    earlier: Card
    later: Card
    columns: tuple[Card, ...]
    groups: tuple[Group, ...]
    all_ours: bool
    """Whether every link in it is our reading."""
    from_nothing: tuple[Card, ...]
    """Later items that no strong or likely link ties to the earlier series."""
    by_asks: bool

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, whatever its group."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def reached(self) -> tuple[Row, ...]:
        """Rows with a strong or likely link."""
        return tuple(row for row in self.rows if row.best in REACHES)

    @property
    def loosely(self) -> tuple[Row, ...]:
        """Rows linked by topic only, or weakly."""
        return tuple(row for row in self.rows if row.best and row.best not in REACHES)

    @property
    def unreached(self) -> tuple[Row, ...]:
        """Rows with no link at all."""
        return tuple(row for row in self.rows if not row.best)


def tables(graph: Graph) -> tuple[Coverage, ...]:
    """Table for each series that follows another, in the order of time."""
    pairs = [
        (graph.portal.records[earlier], later)
        for later in reversed(graph.portal.series())
        for earlier in later.follows
    ]
    return tuple(_table(graph, earlier, later) for earlier, later in pairs if isinstance(earlier, Series))


def pages_of(graph: Graph, series: Series) -> tuple[Card, ...]:
    """Pages of the tables in which a series stands."""
    sources = [b.source for b in graph.backlinks.get(series.address, ()) if b.field == "follows"]
    followers = [one for source in sources if isinstance(one := graph.portal.records[source], Series)]
    return tuple(
        Card("table", gettext("What reaches %(series)s", series=one.title), f"coverage/{one.address}")
        for one in ([series, *followers] if series.follows else followers)
    )


def _table(graph: Graph, earlier: Series, later: Series) -> Coverage:
    columns = graph.portal.items(later)
    strengths = {column.address: _strengths(column) for column in columns}
    earlier_items = graph.portal.items(earlier)
    by_asks = any(item.asks for item in earlier_items)
    groups = []
    for item in earlier_items:
        targets = graph.asks_of(item) if by_asks and item.asks else [item.address]
        rows = tuple(
            Row(graph.card(target), tuple(strengths[c.address].get(target, "") for c in columns))
            for target in targets
        )
        groups.append(Group(graph.card(item.address) if by_asks else None, rows))
    ours = all(
        link.basis == "ours" for column in columns for link in column.links if _names(link, earlier.address)
    )
    from_nothing = tuple(graph.card(c.address) for c in columns if not _reaches(c, earlier.address))
    cards = graph.cards(column.address for column in columns)
    return Coverage(
        graph.card(earlier.address),
        graph.card(later.address),
        cards,
        tuple(groups),
        ours,
        from_nothing,
        by_asks,
    )


def _strengths(later: Item) -> dict[str, str]:
    """The strongest link from a later item to each thing it names."""
    strengths: dict[str, str] = {}
    for link in later.links:
        known = strengths.get(link.to)
        if known is None or STRENGTHS.index(link.strength) < STRENGTHS.index(known):
            strengths[link.to] = link.strength
    return strengths


def _reaches(later: Item, series: str) -> bool:
    return any(_names(link, series) and link.reaches for link in later.links)


def _names(link: Link, series: str) -> bool:
    return parent(split(link.to)[0]) == series
