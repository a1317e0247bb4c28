"""Pages of what was asked: a series and each of its items, with their asks, replies and links."""

from __future__ import annotations

from dataclasses import dataclass, replace

from answerable.graph.graph import Graph
from answerable.graph.stages import Path, path
from answerable.graph.statuses import conflict
from answerable.graph.values import Badge, Card, Cite, Fact
from answerable.i18n import capital, commas, gettext, sentences
from answerable.model.address import anchor, href, parent
from answerable.model.choices import CHOICES
from answerable.model.date import When
from answerable.model.kinds.series import Ask, Item, Series, Wording
from answerable.model.registry import kind_of
from answerable.site.facts import known_here
from answerable.site.views.ask_facts import answering, ask_facts, heard, item_facts, signed
from answerable.site.views.common import Common, common
from answerable.site.views.measures import Readings, readings
from answerable.site.views.printed import first_series, minute_of
from answerable.site.views.replies import Reply, Said, replies
from answerable.site.views.tally import Tally, tally, timescales


@dataclass(frozen=True, slots=True)
class AskView:
    """One ask of an item: what it asks, of whom, by when, and where it stands."""

    id: str
    asks: str
    in_short: str
    facts: tuple[Fact, ...]
    badges: tuple[Badge, ...]
    apart: str
    """How two bodies' views of it differ, in words; empty where they do not."""
    readings: tuple[Readings, ...]
    """Measures looked at more than once."""
    replies: tuple[Reply, ...]
    cites: tuple[Cite, ...]
    ours: bool


@dataclass(frozen=True, slots=True)
class OfficialWords:
    """The official wording as it stood from a day on: where it is, and the hash that fixes it."""

    standing: str
    means: str
    """What that standing means, where it is easily mistaken."""
    when: When
    place: str
    """The document and the place in it."""
    href: str
    words: str
    says: str
    why: str
    sha256: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class ItemView:
    """A point, recommendation, resolution or objective."""

    common: Common
    series: Card
    facts: tuple[Fact, ...]
    readings: tuple[Readings, ...]
    """Measures looked at more than once."""
    wordings: tuple[OfficialWords, ...]
    printed_also: tuple[Cite, ...]
    replies: tuple[Reply, ...]
    asks: tuple[AskView, ...]
    asks_ours: bool
    apart: str
    """How two bodies' views of it differ, in words; empty where they do not."""
    path: Path | None
    """The steps it took; None where it has none."""
    in_short: str
    unanswered: str
    """The sentence that stands where nobody set anything."""
    before: Card | None
    after: Card | None


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """Where one open item of an earlier plan went; no card where it was not carried over."""

    earlier: Card
    later: Card | None
    says: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A motion, review, set of resolutions, report, strategy or plan."""

    common: Common
    force: str
    force_says: str
    tally: Tally | None
    timescales: str
    """How many of its asks give no timescale, in a sentence; empty where nothing is followed."""
    carried: tuple[CarriedRow, ...]
    carried_says: str
    notes: tuple[Said, ...]
    asks: tuple[AskView, ...]
    items: tuple[Card, ...]
    many: str
    followed: tuple[Card, ...]
    """Coverage tables in which it stands."""
    minute: str
    """The address of its minute; empty where it has none."""
    facts: tuple[Fact, ...]


NOT_FACTS = frozenset(
    {"asks", "asks_split", "notes", "links", "summary", "force", "force_says", "one", "many", "number"}
    | {"owners", "owners_role", "named", "named_why", "due", "wordings", "printed_also"}
    | {"measures", "consulted", "sign_off", "carried", "known_here"}
)


MEANS = {
    "amended": gettext("It asks for something else than before."),
    "corrected": gettext("A slip was mended; it asks for the same as before."),
}


def item(graph: Graph, record: Item) -> ItemView:
    """Give the page of one item."""
    series = graph.portal.series_of(record)
    before, after = graph.portal.beside(record)
    shared = common(graph, record, NOT_FACTS, frozenset({"item"}))
    return ItemView(
        common=replace(shared, opens=answering(graph, record)),
        series=graph.card(series.address),
        facts=(*item_facts(graph, record), *known_here(graph, record)),
        readings=readings(graph, record.address, record),
        wordings=tuple(_wording(graph, wording) for wording in record.wordings),
        printed_also=graph.cites(record.printed_also),
        replies=replies(graph, record.address),
        asks=tuple(_ask(graph, record.address, ask, record.asks_split == "ours") for ask in record.asks),
        asks_ours=record.asks_split == "ours",
        apart=conflict(graph.portal, graph.status_of(record.address)),
        path=path(graph, record),
        in_short=record.in_short or "",
        unanswered=unanswered(graph, record, series),
        before=graph.card(before.address) if before else None,
        after=graph.card(after.address) if after else None,
    )


def series(graph: Graph, record: Series) -> SeriesView:
    """Give the page of a series."""
    backlinks = graph.backlinks.get(record.address, ())
    sources = (graph.portal.records[back.source] for back in backlinks if back.field == "follows")
    followers = [source for source in sources if isinstance(source, Series)]
    later = [record, *followers] if record.follows else followers
    return SeriesView(
        common=common(graph, record, NOT_FACTS, frozenset({"item"})),
        force=CHOICES["force"][record.force],
        force_says=record.force_says or "",
        tally=tally(graph, record),
        timescales=timescales(graph, record),
        carried=tuple(
            CarriedRow(
                graph.card(row.earlier),
                graph.card(row.later) if row.later != "none" else None,
                row.says or "",
                graph.cites(row.cites),
            )
            for row in record.carried
        ),
        carried_says=_carried_says(record),
        notes=tuple(Said(note.says, graph.cites(note.cites)) for note in record.notes),
        asks=tuple(_ask(graph, record.address, ask, ours=False) for ask in record.asks),
        items=graph.cards(item.address for item in graph.portal.items(record)),
        many=record.many,
        followed=tuple(_table(s) for s in later),
        minute=minute_of(record.address) if record in first_series(graph) else "",
        facts=(*signed(graph, record), *heard(graph, record), *known_here(graph, record)),
    )


def _table(series: Series) -> Card:
    words = gettext("What reaches {series}", series=series.title)
    return Card("table", words, f"coverage/{series.address}")


def _carried_says(record: Series) -> str:
    """Give how many items of an earlier plan were carried over, and how many were not."""
    kept = sum(row.later != "none" for row in record.carried)
    return gettext(
        "{kept} of {all} carried over, {left} not carried over.",
        kept=kept,
        all=len(record.carried),
        left=len(record.carried) - kept,
    )


def _ask(graph: Graph, address: str, ask: Ask, ours: bool) -> AskView:
    target = f"{address}#{ask.id}"
    return AskView(
        id=ask.id,
        asks=ask.asks,
        in_short=ask.in_short or "",
        facts=ask_facts(graph, target, ask),
        badges=graph.badges(target),
        apart=conflict(graph.portal, graph.status_of(target)),
        readings=readings(graph, target, ask),
        replies=replies(graph, target),
        cites=graph.cites(ask.cites),
        ours=ours,
    )


def _wording(graph: Graph, wording: Wording) -> OfficialWords:
    where, document = f"{href(wording.in_)}#{anchor(wording.place)}", graph.card(wording.in_).title
    at: str = gettext("{document}, {place}", document=document, place=wording.at)
    if wording.at == "none":
        where, at = href(wording.in_), document
    return OfficialWords(
        capital(CHOICES["as_"][wording.as_]),
        MEANS.get(wording.as_, ""),
        wording.date,
        at,
        where,
        wording.words or "",
        wording.says or "",
        wording.why or "",
        wording.sha256 or "",
        graph.cites(wording.cites),
    )


def unanswered(graph: Graph, record: Item, series: Series) -> str:
    """Give one sentence for what nobody set; empty where everything was, or nothing is tracked."""
    if series.force == "quoted" or kind_of(parent(record.address)).folder == "strategies":
        return ""
    words = graph.portal.vocabulary
    targets = graph.asks_of(record) or [record.address]
    silent = [target for target in targets if not graph.status_of(target)]
    if not silent:
        return ""
    default = words.default(series.track)
    if len(targets) == 1:
        return sentences(gettext("{words}.", words=default.word), default.means)
    asks = commas(target.partition("#")[2] for target in silent)
    said = gettext(
        "{word} for {n} of {all} asks ({asks}).",
        word=default.word,
        n=len(silent),
        all=len(targets),
        asks=asks,
    )
    return sentences(said, default.means)
