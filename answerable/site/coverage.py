"""What reaches what, as a table and three lists."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from answerable.graph.coverage import Coverage, Row, tables
from answerable.graph.events import Status
from answerable.graph.graph import Graph
from answerable.graph.links import TO
from answerable.graph.values import Badge, Card
from answerable.i18n import capital, gettext, ngettext, sentences
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.spec import word
from answerable.site.pictures import Paths, Stage, paths


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list, and what else is said of it."""

    card: Card
    badges: tuple[Badge, ...]
    note: str


@dataclass(frozen=True, slots=True)
class CoverageView:
    """One table of an earlier series against a later one, and the lists that follow from it."""

    table: Coverage
    caption: str
    about: str
    corner: str
    rest: str
    """How many are reached by nothing, and of how many something else is said."""
    unreached: tuple[Listed, ...]
    loosely: tuple[Listed, ...]
    from_nothing: tuple[Listed, ...]
    row_word: str
    column_word: str

    @property
    def columns(self) -> str:
        """The word for the later items, to begin a heading with."""
        return capital(self.column_word)


@dataclass(frozen=True, slots=True)
class CoverageList:
    """All the tables there are, and the way through the first page's series as a picture."""

    tables: tuple[Card, ...]
    way: Paths | None


def coverage(graph: Graph, table: Coverage) -> CoverageView:
    """Give the page of one table."""
    later = graph.portal.records[table.later.address]
    earlier = graph.portal.records[table.earlier.address]
    rows = gettext("asks") if table.by_asks else str(getattr(earlier, "many", ""))
    columns, number = str(getattr(later, "many", "")), len(table.rows)
    about = ngettext(
        "%(n)s of %(all)s %(rows)s reaches one of the %(number)s %(columns)s by a strong or likely link.",
        "%(n)s of %(all)s %(rows)s reach one of the %(number)s %(columns)s by a strong or likely link.",
        len(table.reached),
        all=number,
        rows=rows,
        number=len(table.columns),
        columns=columns,
    )
    rest = [*table.unreached, *table.loosely]
    spoken = sum(1 for row in rest if row.head.badges)
    said: str = ngettext(
        "%(n)s of %(all)s %(rows)s reaches none of them by such a link.",
        "%(n)s of %(all)s %(rows)s reach none of them by such a link.",
        len(rest),
        all=number,
        rows=rows,
    )
    if table.by_asks:
        said = sentences(
            said, gettext("Of these, something else is said of %(n)s: a badge says what.", n=spoken)
        )
    return CoverageView(
        table=table,
        caption=gettext(
            "%(n)s %(rows)s and %(number)s %(columns)s.",
            n=number,
            rows=rows,
            number=len(table.columns),
            columns=columns,
        ),
        about=about,
        rest=said,
        corner=capital(rows),
        unreached=tuple(_listed(graph, row) for row in table.unreached),
        loosely=tuple(_listed(graph, row) for row in table.loosely),
        from_nothing=tuple(_other(graph, card) for card in table.from_nothing),
        row_word=rows,
        column_word=columns,
    )


def way(graph: Graph) -> Paths | None:
    """Give the way through the series that the first page opens with; None where they don't follow on."""
    portal = graph.portal
    series = [found for s in portal.settings.first if isinstance(found := portal.records.get(s), Series)]
    laid = {(table.earlier.href, table.later.href): table for table in graph.once(tables)}
    hrefs = [graph.card(one.address).href for one in series]
    steps = [laid[pair] for pair in pairwise(hrefs) if pair in laid]
    stages = [
        Stage(one.many, tuple((item.number, graph.card(item.address)) for item in portal.items(one)))
        for one in series
    ]
    return paths(stages, steps)


def _listed(graph: Graph, row: Row) -> Listed:
    """A row that is not reached, with whatever else somebody said of it."""
    address = row.head.address
    settings: tuple[Status, ...] = graph.status_of(address)
    notes = [s.move.says for s in settings if s.move.says and "#" in address]
    linked_to = ""
    if row.best:
        linked_to = gettext("Linked by topic only.") if row.best == "topic" else gettext("Linked weakly.")
    return Listed(row.head, row.head.badges, sentences(linked_to, *notes))


def _other(graph: Graph, card: Card) -> Listed:
    """A later item that nothing of the earlier series reaches, and what else it is linked to."""
    item = graph.portal.records[card.address]
    told = []
    for link in item.links if isinstance(item, Item) else ():
        to = graph.card(link.to)
        told.append(
            gettext(
                "%(relation)s: %(item)s (%(strength)s).",
                relation=TO[link.relation],
                item=to.label or to.title,
                strength=word(link, "strength"),
            )
        )
    return Listed(card, (), sentences(*told))
