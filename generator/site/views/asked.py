"""Pages of what was asked: a series and each of its items, with their asks, replies and links."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.derive.linked import Linked
from generator.derive.steps import Path, path
from generator.derive.values import Badge, Card, Cite, Fact
from generator.record.addresses import anchor, href, parent
from generator.record.choices import CHOICES
from generator.record.dates import When
from generator.record.kinds import kind_of
from generator.record.series import Ask, Item, Series, Wording
from generator.site.facts import known_here
from generator.site.views.apart import views_apart
from generator.site.views.asks import answering, ask_facts, heard, item_facts, signed
from generator.site.views.common import Common, common
from generator.site.views.measured import Readings, readings
from generator.site.views.printed import first_series, minute_of
from generator.site.views.replies import Reply, Said, replies
from generator.site.views.tally import Tally, tally, timescales
from generator.words import capital, commas, gettext, sentences


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
    | {"falls_on", "falls_on_role", "named", "named_why", "due", "wordings", "printed_also"}
    | {"measures", "heard", "sign_off", "carried", "known_here"}
)


MEANS = {
    "amended": gettext("It asks for something else than before."),
    "corrected": gettext("A slip was mended; it asks for the same as before."),
}


def item(linked: Linked, record: Item) -> ItemView:
    """Give the page of one item."""
    series = linked.portal.series_of(record)
    siblings = linked.portal.items(series)
    at = siblings.index(record)
    shared = common(linked, record, NOT_FACTS, frozenset({"item"}))
    return ItemView(
        common=replace(shared, opens=answering(linked, record)),
        series=linked.card(series.address),
        facts=(*item_facts(linked, record), *known_here(linked, record)),
        readings=readings(linked, record.address, record),
        wordings=tuple(_wording(linked, wording) for wording in record.wordings),
        printed_also=linked.cites(record.printed_also),
        replies=replies(linked, record.address),
        asks=tuple(_ask(linked, record.address, ask, record.asks_split == "ours") for ask in record.asks),
        asks_ours=record.asks_split == "ours",
        apart=views_apart(linked, record.address),
        path=path(linked, record),
        in_short=record.in_short or "",
        unanswered=unanswered(linked, record, series),
        before=linked.card(siblings[at - 1].address) if at else None,
        after=linked.card(siblings[at + 1].address) if at + 1 < len(siblings) else None,
    )


def series(linked: Linked, record: Series) -> SeriesView:
    """Give the page of a series."""
    followers = [s for s in linked.portal.of(Series) if record.address in s.follows]
    later = [record, *followers] if record.follows else followers
    return SeriesView(
        common=common(linked, record, NOT_FACTS, frozenset({"item"})),
        force=CHOICES["force"][record.force],
        force_says=record.force_says or "",
        tally=tally(linked, record),
        timescales=timescales(linked, record),
        carried=tuple(
            CarriedRow(linked.card(row.earlier), linked.card(row.later) if row.later != "none" else None,
                       row.says or "", linked.cites(row.cites))
            for row in record.carried
        ),
        carried_says=_carried_says(record),
        notes=tuple(Said(note.says, linked.cites(note.cites)) for note in record.notes),
        asks=tuple(_ask(linked, record.address, ask, ours=False) for ask in record.asks),
        items=linked.cards(item.address for item in linked.portal.items(record)),
        many=record.many,
        followed=tuple(_table(s) for s in later),
        minute=minute_of(record.address) if record in first_series(linked) else "",
        facts=(*signed(linked, record), *heard(linked, record), *known_here(linked, record)),
    )


def _table(series: Series) -> Card:
    words = gettext("What reaches {series}", series=series.title)
    return Card("table", words, f"coverage/{series.address}/")


def _carried_says(record: Series) -> str:
    """Give how many items of an earlier plan were carried over, and how many were not."""
    kept = sum(row.later != "none" for row in record.carried)
    return gettext("{kept} of {all} carried over, {left} not carried over.", kept=kept,
                   all=len(record.carried), left=len(record.carried) - kept)  # fmt: skip


def _ask(linked: Linked, address: str, ask: Ask, ours: bool) -> AskView:
    target = f"{address}#{ask.id}"
    return AskView(
        id=ask.id,
        asks=ask.asks,
        in_short=ask.in_short or "",
        facts=ask_facts(linked, target, ask),
        badges=linked.badges(target),
        apart=views_apart(linked, target),
        readings=readings(linked, target, ask),
        replies=replies(linked, target),
        cites=linked.cites(ask.cites),
        ours=ours,
    )


def _wording(linked: Linked, wording: Wording) -> OfficialWords:
    place = wording.at.rpartition(", ")[2]
    where, document = f"{href(wording.in_)}#{anchor(place)}", linked.card(wording.in_).title
    at: str = gettext("{document}, {place}", document=document, place=wording.at)
    if wording.at == "none":
        where, at = href(wording.in_), document
    return OfficialWords(capital(CHOICES["as_"][wording.as_]), MEANS.get(wording.as_, ""), wording.date, at,
                         where, wording.words or "", wording.says or "", wording.why or "",
                         wording.sha256 or "", linked.cites(wording.cites))  # fmt: skip


def unanswered(linked: Linked, record: Item, series: Series) -> str:
    """Give one sentence for what nobody set; empty where everything was, or nothing is tracked."""
    if series.force == "quoted" or kind_of(parent(record.address)).folder == "strategies":
        return ""
    words = linked.portal.vocabulary
    targets = linked.asks_of(record) or [record.address]
    silent = [target for target in targets if target not in linked.standing]
    if not silent:
        return ""
    default = words.default("reply" if series.force in ("asked to consider", "suggested") else "progress")
    if len(targets) == 1:
        return sentences(gettext("{words}.", words=default.word), default.means)
    asks = commas(target.partition("#")[2] for target in silent)
    said = gettext("{word} for {n} of {all} asks ({asks}).", word=default.word, n=len(silent),
                   all=len(targets), asks=asks)  # fmt: skip
    return sentences(said, default.means)
