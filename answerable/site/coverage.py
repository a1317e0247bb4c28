"""Coverage: what reaches what, as a table and three lists, and as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from answerable.graph.coverage import Coverage, Row
from answerable.graph.links import TO
from answerable.graph.values import Badge, Card
from answerable.i18n import capital, gettext, ngettext, sentences
from answerable.model.kinds.item import Item
from answerable.model.spec import word
from answerable.site.context import Context
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


def of_series(ctx: Context, later: str) -> tuple[CoverageView, ...]:
    """Tables of a later series against each that it follows."""
    return tuple(coverage(ctx, table) for table in ctx.coverage() if table.later.address == later)


def coverage(ctx: Context, table: Coverage) -> CoverageView:
    """One table with its sentences and lists."""
    later, earlier = ctx.portal.records[table.later.address], ctx.portal.records[table.earlier.address]
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
    badged = sum(1 for row in rest if row.head.badges)
    sentence: str = ngettext(
        "%(n)s of %(all)s %(rows)s reaches none of them by such a link.",
        "%(n)s of %(all)s %(rows)s reach none of them by such a link.",
        len(rest),
        all=number,
        rows=rows,
    )
    if table.by_asks:
        others = gettext("Of these, something else is said of %(n)s: a badge says what.", n=badged)
        sentence = sentences(sentence, others)
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
        rest=sentence,
        corner=capital(rows),
        unreached=tuple(_listed(ctx, row) for row in table.unreached),
        loosely=tuple(_listed(ctx, row) for row in table.loosely),
        from_nothing=tuple(_other(ctx, card) for card in table.from_nothing),
        row_word=rows,
        column_word=columns,
    )


def way(ctx: Context) -> Paths | None:
    """Way through the series that the first page opens with; None where they do not follow on."""
    series = ctx.first_series()
    laid = {(table.earlier.address, table.later.address): table for table in ctx.coverage()}
    steps = [laid[pair] for pair in pairwise(one.address for one in series) if pair in laid]
    stages = [
        Stage(one.many, tuple((item.number, ctx.card(item.address)) for item in ctx.items(one)))
        for one in series
    ]
    return paths(stages, steps)


def _listed(ctx: Context, row: Row) -> Listed:
    """A row that is not reached, with whatever else somebody said of it."""
    address = row.head.address
    notes = [s.move.says for s in ctx.statuses(address) if s.move.says and "#" in address]
    strength = ""
    if row.best:
        strength = gettext("Linked by topic only.") if row.best == "topic" else gettext("Linked weakly.")
    return Listed(row.head, row.head.badges, sentences(strength, *notes))


def _other(ctx: Context, card: Card) -> Listed:
    """A later item that nothing of the earlier series reaches, and what else it is linked to."""
    item = ctx.portal.records[card.address]
    notes = []
    for link in item.links if isinstance(item, Item) else ():
        to = ctx.card(link.to)
        notes.append(
            gettext(
                "%(relation)s: %(item)s (%(strength)s).",
                relation=TO[link.relation],
                item=to.label or to.title,
                strength=word(link, "strength"),
            )
        )
    return Listed(card, (), sentences(*notes))
