"""Lists: the records of a kind, where things stand, what changed, what is unknown, days; each as groups."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from answerable.graph.statuses import CONFLICT
from answerable.i18n import capital, gettext
from answerable.model.address import anchor
from answerable.model.date import day_in_words
from answerable.model.field import Record
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.registry import Kind
from answerable.model.spec import words_of
from answerable.site.context import Context
from answerable.site.parts import CARD, ENTRY, REPLY, WHOLE_RECORD, Group

Lister = Callable[[Context], tuple[Group, ...]]

BOTH = gettext("Two bodies hold different views")
"""Heading of what stands at no one word."""
BOTH_MEAN = gettext("Both are shown, side by side, above and on its page.")
HOLDINGS = ("held", "contained in", "cited only", "withheld", "proposed")


def of_record(ctx: Context, record: Record) -> tuple[Group, ...]:
    """Lists on a record's page that may grow with the portal; of what was taken back, the common ones."""
    groups, hidden = ([], ()) if record.withdrawn else _of_kind(ctx, record)
    links = tuple(Group(anchor(one.words), one.words, one.rows) for one in ctx.links(record))
    backlinks = tuple(Group(anchor(one.label), one.label, one.cards) for one in ctx.backlinks(record, hidden))
    groups += [
        Group("clock", gettext("What came late, and where somebody has looked"), ctx.overdue(record), ENTRY),
        Group("links", gettext("What it is linked to"), links, ENTRY),
        Group("timeline", gettext("Timeline"), ctx.timeline(record), ENTRY),
        Group("ways-back", gettext("On other pages"), backlinks),
    ]
    return tuple(group for group in groups if group.entries)


def _of_kind(ctx: Context, record: Record) -> tuple[list[Group], tuple[str, ...]]:
    """Lists that one kind alone has, and the ways back that they show already."""
    if isinstance(record, Document):
        cited, places = ctx.cited(record), ctx.places(record).items()
        cards = tuple(Group(anchor(one), one, cited.get(one, ()), about=starts) for one, starts in places)
        title = gettext("Places in it, and the pages that cite them")
        return [Group("places", title, cards)], ("in",) if cited else ()
    if isinstance(record, Update):
        return [Group("moves", gettext("What it says of which items"), ctx.moves(record), REPLY)], ()
    if not isinstance(record, Item | Series):
        return [], ()
    if isinstance(record, Item):
        groups = [Group("replies", gettext("What was said in reply"), ctx.events(record.address), REPLY)]
    else:
        items = ctx.cards(item.address for item in ctx.items(record))
        title = gettext("The %(n)s %(items)s", n=len(items), items=record.many)
        groups = [Group("items", title, items, CARD)]
    for ask in record.asks:
        events = ctx.events(f"{record.address}#{ask.id}")
        groups.append(Group(f"replies-{ask.id}", gettext("Ask %(id)s", id=ask.id), events, REPLY))
    return groups, ("item",)


def of_kind(kind: Kind) -> Lister:
    """List of a kind: each record whole, or cards in groups."""
    return lambda ctx: _whole(ctx, kind) if kind.whole else _grouped(ctx, kind)


def _records(ctx: Context, kind: Kind) -> list[Record]:
    return [one for one in ctx.portal.of(kind.model) if one.address.startswith(kind.folder + "/")]


def _whole(ctx: Context, kind: Kind) -> tuple[Group, ...]:
    records = sorted(_records(ctx, kind), key=lambda r: (getattr(r, "order", 0), r.heading.lower()))
    return tuple(
        Group(r.address.partition("/")[2], ctx.card(r.address).title, (r,), WHOLE_RECORD) for r in records
    )


def _grouped(ctx: Context, kind: Kind) -> tuple[Group, ...]:
    """By holding where they are documents, by year where they are dated, else by first letter."""
    records = _records(ctx, kind)
    if all(isinstance(record, Document) for record in records):
        heads = {r.address: str(r.holding) for r in records if isinstance(r, Document)}
        order = sorted(records, key=lambda r: (HOLDINGS.index(heads[r.address]), r.heading))
    elif all(ctx.card(record.address).when for record in records):
        dates = {r.address: when.order for r in records if (when := ctx.card(r.address).when)}
        heads = {address: str(first.year) for address, (first, _) in dates.items()}
        order = sorted(records, key=lambda r: dates[r.address], reverse=True)
    else:
        heads = {r.address: r.heading.removeprefix("Councillor ")[:1].upper() for r in records}
        order = sorted(records, key=lambda r: (heads[r.address], r.heading))
    words = words_of(Document, "holding")
    return tuple(
        Group(anchor(head), capital(words.get(head, head)), ctx.cards(one.address for one in same), CARD)
        for head, same in groupby(order, lambda one: heads[one.address])
    )


def standing(ctx: Context) -> tuple[Group, ...]:
    """Where everything that was asked stands: the first page's series first, then the latest."""
    series = ctx.portal.series_in_order()
    quoted = ctx.cards(one.address for one in series if one.force == "quoted")
    differing, again = ctx.conflicts(), ctx.rechecks()
    views = gettext("Where two bodies hold different views: %(n)s", n=len(differing))
    checks = gettext("To be checked again: %(n)s", n=len(again))
    return (
        *((Group("apart", views, differing, CARD),) if differing else ()),
        *((Group("again", checks, again, CARD),) if again else ()),
        *(_series(ctx, one) for one in series if one.force != "quoted"),
        Group("quoted", gettext("Quoted for what they say, and not followed here"), quoted, CARD),
    )


def _series(ctx: Context, series: Series) -> Group:
    """Where the items or asks of one series stand."""
    track = ctx.portal.vocabulary.track(series.track)
    words = {word_id: (word.word, word.means) for word_id, word in track.items()}
    words[CONFLICT] = (BOTH, BOTH_MEAN)
    groups = tuple(
        Group(
            f"{anchor(series.address)}-{anchor(word)}",
            words[word][0],
            ctx.cards(targets),
            about=words[word][1],
        )
        for word, targets in ctx.by_word(series).items()
    )
    return Group(anchor(series.address), ctx.card(series.address).title, groups, CARD, record=series)


def at_word(track: str, word: str) -> Lister:
    """List of what stands at one word, under the titles of its series."""
    return lambda ctx: tuple(
        Group(anchor(title), title, ctx.cards(targets), ENTRY)
        for title, targets in ctx.words()[track, word].items()
    )


def of_year(year: int) -> Lister:
    """List of what is dated to a year, by month."""
    return lambda ctx: tuple(Group(month.id, month.title, month.entries, ENTRY) for month in ctx.months(year))


def working(ctx: Context) -> tuple[Group, ...]:
    """What documents say works, with the same weight as what is missing."""
    documents = [one for one in ctx.portal.of(Document) if any(f.kind == "strength" for f in one.findings)]
    return tuple(
        Group(
            anchor(one.address),
            one.heading,
            tuple(finding for finding in one.findings if finding.kind == "strength"),
            ENTRY,
            record=one,
        )
        for one in documents
    )


def minute(ctx: Context, series: Series) -> tuple[Group, ...]:
    """Items of a series that may be printed."""
    return (Group("items", series.title, ctx.printed_items(series), CARD),)


def gaps(ctx: Context) -> tuple[Group, ...]:
    """Everything the papers held do not tell."""
    return tuple(Group(kind.id, kind.title, kind.entries, ENTRY, kind.about) for kind in ctx.gaps())


def changes(ctx: Context) -> tuple[Group, ...]:
    """Every substantive change, by day."""
    days = groupby(ctx.changes(), key=lambda one: one.day)
    return tuple(Group(f"d{day}", day_in_words(day), tuple(same), ENTRY) for day, same in days)


def days(ctx: Context) -> tuple[Group, ...]:
    """Days on which anything moved, each with its series and updates."""
    past = (ctx.past_day(day) for day in ctx.days())
    return tuple(
        Group(day.day.isoformat(), day_in_words(day.day), ctx.cards(day.records), ENTRY) for day in past
    )
