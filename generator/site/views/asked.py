"""Pages of what was asked: a series and each of its items, with their asks, replies and links."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.linked import Linked
from generator.derive.standing import differ
from generator.derive.values import Badge, Card, Cite, Fact
from generator.record.addresses import anchor, href, parent
from generator.record.dates import When
from generator.record.kinds import kind_of
from generator.record.series import Ask, Item, Series, Wording
from generator.site.facts import facts
from generator.site.views.common import Common, common
from generator.site.views.replies import Reply, Said, replies
from generator.site.views.tally import Tally, tally


@dataclass(frozen=True, slots=True)
class AskView:
    """One ask of an item: what it asks, of whom, by when, and where it stands."""

    id: str
    asks: str
    facts: tuple[Fact, ...]
    badges: tuple[Badge, ...]
    replies: tuple[Reply, ...]
    cites: tuple[Cite, ...]
    ours: bool


@dataclass(frozen=True, slots=True)
class OfficialWords:
    """The official wording as it stood from a day on: where it is, and the hash that fixes it."""

    standing: str
    when: When
    document: Card
    place: str
    href: str
    words: str
    why: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """A point, recommendation, resolution or objective."""

    common: Common
    series: Card
    facts: tuple[Fact, ...]
    wordings: tuple[OfficialWords, ...]
    printed_also: tuple[Cite, ...]
    replies: tuple[Reply, ...]
    asks: tuple[AskView, ...]
    asks_ours: bool
    differ: bool
    """Whether two bodies hold different views of it."""
    unanswered: str
    """The sentence that stands where nobody set anything."""
    before: Card | None
    after: Card | None


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A motion, review, set of resolutions, report, strategy or plan."""

    common: Common
    force: str
    force_says: str
    tally: Tally | None
    notes: tuple[Said, ...]
    asks: tuple[AskView, ...]
    items: tuple[Card, ...]
    many: str
    followed: tuple[Card, ...]
    """Coverage tables in which it stands."""


NOT_FACTS = frozenset(
    {"asks", "asks_split", "notes", "links", "summary", "force", "force_says", "one", "many", "number"}
    | {"falls_on", "falls_on_role", "named", "named_why", "due", "wordings", "printed_also"}
)


def item(linked: Linked, record: Item) -> ItemView:
    """Give the page of one item."""
    series = linked.portal.series_of(record)
    siblings = linked.portal.items(series)
    at = siblings.index(record)
    return ItemView(
        common=common(linked, record, NOT_FACTS, frozenset({"item"})),
        series=linked.card(series.address),
        facts=(*asked_of(linked, record), *_moved_dates(linked, record.address)),
        wordings=tuple(_wording(linked, wording) for wording in record.wordings),
        printed_also=linked.cites(record.printed_also),
        replies=replies(linked, record.address),
        asks=tuple(_ask(linked, record.address, ask, record.asks_split == "ours") for ask in record.asks),
        asks_ours=record.asks_split == "ours",
        differ=bool(differ(linked.standing.get(record.address, ()))),
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
        force=record.force,
        force_says=record.force_says or "",
        tally=tally(linked, record),
        notes=tuple(Said(note.says, linked.cites(note.cites)) for note in record.notes),
        asks=tuple(_ask(linked, record.address, ask, ours=False) for ask in record.asks),
        items=linked.cards(item.address for item in linked.portal.items(record)),
        many=record.many,
        followed=tuple(Card("table", f"What reaches {s.title}", f"coverage/{s.address}/") for s in later),
    )


def _ask(linked: Linked, address: str, ask: Ask, ours: bool) -> AskView:
    target = f"{address}#{ask.id}"
    return AskView(
        id=ask.id,
        asks=ask.asks,
        facts=(*ask_facts(linked, ask), *_moved_dates(linked, target)),
        badges=linked.badges(target),
        replies=replies(linked, target),
        cites=linked.cites(ask.cites),
        ours=ours,
    )


def _wording(linked: Linked, wording: Wording) -> OfficialWords:
    place = wording.at.rpartition(", ")[2]
    where = f"{href(wording.in_)}#{anchor(place)}"
    return OfficialWords(wording.as_, wording.date, linked.card(wording.in_), wording.at, where,
                         wording.words or "", wording.why or "", wording.sha256)  # fmt: skip


def ask_facts(linked: Linked, ask: Ask) -> tuple[Fact, ...]:
    """Give who an ask falls on and by when, each said also where the text says nothing."""
    shown = frozenset({"asks", "falls_on", "falls_on_role", "named", "named_why", "due"})
    shares = (
        Fact("What its own part is", part.does, (linked.card(part.body),), when=part.due)
        for part in ask.contributions
    )
    return (*asked_of(linked, ask), *shares, *facts(linked, ask, shown))


def asked_of(linked: Linked, asked: Ask | Item) -> tuple[Fact, ...]:
    """Give who is to act, and by when; an item that is divided into asks leaves both to them."""
    if asked.named is None:
        return ()
    role = f"In the role of {asked.falls_on_role}." if asked.falls_on_role else ""
    context = "Not named in the text; this is by context." if asked.named == "by context" else ""
    note = " ".join(filter(None, (role, context, asked.named_why)))
    who = "" if asked.falls_on else "nobody named"
    due = Fact("By when", when=asked.due) if asked.due else Fact("By when", "no timescale given")
    return (Fact("Falls on", who, linked.cards(asked.falls_on), note=note), due)


def _moved_dates(linked: Linked, target: str) -> tuple[Fact, ...]:
    """Give each new due date, beside the first, with who set it and when."""
    names = linked.portal.records
    return tuple(
        Fact(
            "Date moved to",
            when=one.move.due,
            note=f"{names[one.speaker].heading}, {one.update.happened.words}.",
            cites=linked.cites(one.move.cites),
        )
        for one in linked.history
        if one.target == target and one.move.due
    )  # fmt: skip


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
        return f"{default.word}. {default.means}"
    asks = ", ".join(target.partition("#")[2] for target in silent)
    return f"{default.word} for {len(silent)} of {len(targets)} asks ({asks}). {default.means}"
