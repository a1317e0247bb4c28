"""Paper: what of the record may be printed, a series in one minute, and the whole state on one sheet.

The reviewers of the first portal asked for "a plan on a page": `reviews/2022-05-12/7#b`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.graph.events import Status
from answerable.graph.graph import Graph
from answerable.graph.tally import tally, timescales
from answerable.graph.values import Card
from answerable.i18n import commas, gettext, one_of, semicolons
from answerable.model.address import href
from answerable.model.field import Record
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.item import Item
from answerable.model.kinds.page import Page
from answerable.model.kinds.searched import Searched
from answerable.model.kinds.series import Series


@dataclass(frozen=True, slots=True)
class Row:
    """One thing asked."""

    label: str
    """Its number in the series, or the letter of an ask; empty where it has none."""
    asked: str
    href: str
    who: str
    """Who is to act; empty where nobody is named."""
    by_context: bool
    """Whether the text does not name them, and the context does."""
    answer: str
    """What was said of it last, with who said so; or the word for nothing."""
    due: str
    known: str
    """How we will know; empty where no paper says."""


@dataclass(frozen=True, slots=True)
class Group:
    """The asks of one item under its name, or an item that is one ask itself."""

    label: str
    title: str
    answer: str
    """What was said of the item as a whole; empty where nothing was."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One series of things asked; a column that would say nothing in any row is left out."""

    title: str
    force: str
    says: str
    by: str
    asked_of: str
    counts: str
    timescales: str
    groups: tuple[Group, ...]
    answered: bool
    """Whether anything was said of any row; else the counts say it for all."""
    voice: str
    """Who said all of it; empty where several did, and each row says who."""
    due: bool
    known: bool


@dataclass(frozen=True, slots=True)
class OneSheet:
    """The whole state on one sheet: who answers, what was asked, what was said, by when, how we will know."""

    tables: tuple[Table, ...]
    words: tuple[tuple[str, str], ...]
    """The words of statuses that stand on it, with their meanings."""
    names: tuple[tuple[str, str], ...]
    """Bodies called by a short word on it, with their names."""
    unread: tuple[str, ...]
    """Bodies whose papers nobody has looked for."""
    known: bool
    """Whether any row says how we will know."""
    by_context: bool
    """Whether it marks any body as not named in the text."""
    left_out: int
    """How many items are kept off paper."""


def first_series(graph: Graph) -> tuple[Series, ...]:
    """Series that the first page opens with, in its order, and that may be printed."""
    first = (graph.portal.records.get(address) for address in graph.portal.settings.first)
    return tuple(one for one in first if isinstance(one, Series) and not one.retracted and not one.sensitive)


def prose_pages(graph: Graph) -> tuple[Card, ...]:
    """Pages of prose that fit on one sheet."""
    pages = sorted((p for p in graph.portal.of(Page) if p.on_paper), key=lambda p: (p.order, p.address))
    return graph.cards(page.address for page in pages if not page.retracted)


def may_be_printed(graph: Graph, record: Record) -> bool:
    """Whether a record may be handed round on paper.

    A sensitive one may not, nor an item of one, nor anything that a sensitive update speaks of.
    """
    events = graph.events_within(record.address)
    return not graph.portal.is_sensitive(record) and not any(event.update.sensitive for event in events)


def printed_items(graph: Graph, series: Series) -> tuple[Item, ...]:
    """Items of a series that may be printed."""
    return tuple(item for item in graph.portal.items(series) if may_be_printed(graph, item))


def explained(graph: Graph, items: Iterable[Item]) -> tuple[tuple[str, str], ...]:
    """Words that were said of items or their asks, in brief, each with its meaning."""
    targets = (target for item in items for target in (item.address, *graph.asks_of(item)))
    statuses = (status for target in targets for status in graph.status_of(target))
    return tuple({brief(graph, status): status.word.means for status in statuses}.items())


def brief(graph: Graph, status: Status) -> str:
    """Word of a status, up to its first comma where no other word begins so."""
    short = status.word.short_word
    words = graph.portal.vocabulary.track(status.track).values()
    return short if sum(word.short_word == short for word in words) == 1 else status.word.word


def one_sheet(graph: Graph) -> OneSheet:
    """Sheet of the series that the first page opens with."""
    series = first_series(graph)
    items = [item for one in series for item in graph.portal.items(one)]
    kept = [item for item in items if may_be_printed(graph, item)]
    targets = [target for item in kept for target in (item.address, *graph.asks_of(item))]
    speakers = [status.speaker for target in targets for status in graph.status_of(target)]
    owners = [body for target in targets for body in graph.portal.owners(target)]
    named = [*owners, *speakers, *(body for one in series for body in (one.by, *one.asked_of))]
    unread = {search.body for search in graph.portal.of(Searched) if _unread(search)}
    tables = tuple(_table(graph, one) for one in series)
    return OneSheet(
        tables=tables,
        words=explained(graph, kept),
        names=_names(graph, named),
        unread=tuple(graph.portal.records[body].heading for body in sorted(unread)),
        known=any(one.known for one in tables),
        by_context=any(row.by_context for one in tables for group in one.groups for row in group.rows),
        left_out=len(items) - len(kept),
    )


def _unread(search: Searched) -> bool:
    return search.looked_on == "none" and not search.retracted and not search.sensitive


def _names(graph: Graph, addresses: list[str]) -> tuple[tuple[str, str], ...]:
    """Bodies whose names begin with other words than they are called by, in the order of these."""
    called: dict[str, dict[str, None]] = {}
    for one in addresses:
        called.setdefault(graph.voice(one), {})[graph.portal.records[one].heading] = None
    names = ((word, one_of(headings)) for word, headings in called.items())
    return tuple(sorted((word, name) for word, name in names if not name.startswith(word)))


def _table(graph: Graph, series: Series) -> Table:
    items = printed_items(graph, series)
    targets = [target for item in items for target in (item.address, *graph.asks_of(item))]
    voices = {status.voice for target in targets for status in graph.status_of(target)}
    voice = "".join(voices) if len(voices) == 1 else ""
    words = _Words(graph, voice, graph.portal.vocabulary.default(series.track).word)
    groups = tuple(_group(words, item) for item in items)
    rows = [row for group in groups for row in group.rows]
    counts = tally(graph, series)
    return Table(
        title=series.title,
        force=series.force,
        says=series.force_says or series.summary,
        by=graph.voice(series.by),
        asked_of=commas(graph.voice(body) for body in series.asked_of),
        counts=counts.sentence if counts else "",
        timescales=timescales(graph, series),
        groups=groups,
        answered=bool(voices),
        voice=voice,
        due=any(row.due for row in rows),
        known=any(row.known for row in rows),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """How one table says statuses."""

    graph: Graph
    voice: str
    """Who said all of it; empty where several did."""
    silent: str
    """The word for nothing said."""

    def answer(self, target: str) -> str:
        """What was said of an item or ask; empty where nothing was."""
        return semicolons(map(self._of, self.graph.status_of(target)))

    def _of(self, status: Status) -> str:
        word = status.limited(brief(self.graph, status))
        return word if self.voice else gettext("%(who)s: %(word)s", who=status.voice, word=word)


def _group(words: _Words, item: Item) -> Group:
    label = "" if item.number == "none" else item.number
    if not item.asks:
        return Group("", "", "", (_row(words, item.address, item, label, item.in_short or item.title),))
    rows = (
        _row(words, f"{item.address}#{ask.id}", ask, ask.id, ask.in_short or ask.asks) for ask in item.asks
    )
    return Group(label, item.title, words.answer(item.address), tuple(rows))


def _row(words: _Words, target: str, asked: Ask | Item, label: str, says: str) -> Row:
    taken_back = isinstance(asked, Item) and asked.retracted
    return Row(
        label=label,
        asked=says.removesuffix("."),
        href=href(target),
        who=commas(words.graph.voice(body) for body in asked.owners),
        by_context=asked.named == "by context",
        answer=gettext("taken back") if taken_back else words.answer(target) or words.silent,
        due=_due(words.graph, target, asked),
        known=(asked.how_we_will_know or "").removesuffix("."),
    )


def _due(graph: Graph, target: str, asked: Ask | Item) -> str:
    """By when, as it stands now; where only an owner's part has a day, that."""
    delay = graph.delay(target)
    if delay:
        return gettext("%(date)s; at first %(first)s", date=delay.now.words, first=delay.first.words)
    shares = asked.contributions if isinstance(asked, Ask) else ()
    dues = (graph.due(target), *(share.due for share in shares))
    return next((due.words for due in dues if due), "")
