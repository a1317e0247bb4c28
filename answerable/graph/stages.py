"""The steps of a suggestion or a provisional wording, as far as papers show them.

From the covering report of a scrutiny board: suggested, taken up, refined, forwarded to whom it is for,
answered. Each is read off the record: a series' force, a move's reason, a refined wording, whom a move
forwards it to, a reply that is no taking-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from answerable.graph.events import StatusEvent
from answerable.graph.graph import Graph
from answerable.graph.values import Card
from answerable.i18n import Message, all_of, commas, gettext, ngettext, one_of, pgettext
from answerable.model.address import split
from answerable.model.date import When
from answerable.model.kinds.item import Item
from answerable.model.spec import word

FIRST: Final = MappingProxyType({"suggested": gettext("Suggested"), "provisional": gettext("Framed")})
"""The first step, by how firm the series is; items of other series have no steps."""
TAKEN_UP: Final = gettext("Taken up")
REWORDED: Final = gettext("Refined")
FORWARDED: Final = gettext("Forwarded")
ANSWERED: Final = gettext("Answered")
LATER: Final = MappingProxyType(
    {
        "suggested": (TAKEN_UP, REWORDED, FORWARDED, ANSWERED),
        "provisional": (REWORDED, FORWARDED, ANSWERED),
    }
)
NOT_SHOWN: Final[Mapping[str, Message]] = MappingProxyType(
    {
        TAKEN_UP: pgettext("No paper held shows that it was ...", "taken up"),
        REWORDED: pgettext("No paper held shows that it was ...", "refined"),
        FORWARDED: pgettext("No paper held shows that it was ...", "forwarded"),
        ANSWERED: pgettext("No paper held shows that it was ...", "answered"),
    }
)
REFINED: Final = ("refined", "amended")


@dataclass(frozen=True, slots=True)
class Step:
    """One step that a paper shows, and the asks that took it together."""

    name: str
    when: When
    who: str
    """By whom, or to whom, where that is not plain from the link."""
    card: Card
    """Where it is told."""
    asks: tuple[str, ...]
    """Ids of the asks; empty where it is the whole item."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A step that no paper shows, and for which asks; empty for the whole."""

    name: str
    asks: tuple[str, ...]

    @property
    def words(self) -> str:
        """What no paper shows, within a sentence: `taken up (asks b, c)`."""
        return with_asks(NOT_SHOWN[self.name], self.asks)


@dataclass(frozen=True, slots=True)
class Path:
    """The steps of one item: those shown, oldest first, and those that no paper held shows."""

    done: tuple[Step, ...]
    missing: tuple[Missing, ...]

    @property
    def lacking(self) -> str:
        """Sentence that says what no paper held shows; empty where papers show all."""
        steps = one_of(one.words for one in self.missing)
        return gettext("No paper held shows that it was %(steps)s.", steps=steps) if steps else ""


def with_asks(words: str, asks: tuple[str, ...]) -> str:
    """Words with the asks they are of in brackets; without them where it is the whole."""
    if not asks:
        return words
    return ngettext(
        "%(words)s (ask %(ids)s)", "%(words)s (asks %(ids)s)", len(asks), words=words, ids=commas(asks)
    )


def path(graph: Graph, item: Item) -> Path | None:
    """Steps of an item; None where its series is neither suggested nor provisional."""
    series = graph.portal.series_of(item)
    if series.force not in FIRST:
        return None
    targets = graph.asks_of(item) or [item.address]
    takers: dict[tuple[str, When, str, Card], list[str]] = {}
    for target in targets:
        for step in _of_target(graph, item, target):
            takers.setdefault(step, []).append(target)
    later = LATER[series.force]
    first = Step(FIRST[series.force], series.date, "", graph.card(series.address), ())
    done = [
        Step(name, when, who, card, _asks(took, targets))
        for (name, when, who, card), took in takers.items()
        if name in later
    ]
    done.sort(key=lambda step: (step.when.order, later.index(step.name)))
    return Path((first, *done), tuple(_missing(later, targets, takers)))


def _missing(
    later: tuple[str, ...], targets: list[str], takers: dict[tuple[str, When, str, Card], list[str]]
) -> Iterator[Missing]:
    for name in later:
        took = {target for step, asks in takers.items() if step[0] == name for target in asks}
        without = [target for target in targets if target not in took]
        if without:
            yield Missing(name, _asks(without, targets))


def _asks(some: list[str], targets: list[str]) -> tuple[str, ...]:
    """The ids of the asks, or nothing where it is all of them."""
    return () if len(some) == len(targets) else tuple(split(target)[1] for target in some)


def _of_target(graph: Graph, item: Item, target: str) -> Iterator[tuple[str, When, str, Card]]:
    yield from _refined(graph, item)
    moves = graph.events_of(target)
    if target != item.address:
        moves = tuple(e for e in graph.events_within(item.address) if e.target in (target, item.address))
    for event in moves:
        yield from _of_event(graph, event)


def _of_event(graph: Graph, event: StatusEvent) -> Iterator[tuple[str, When, str, Card]]:
    update, when, names = graph.card(event.update.address), event.update.happened, graph.portal.records
    reply = next((status for status in event.statuses if status.track == "reply"), None)
    because = names.get(split(event.move.adopted_by or "")[0])
    if reply and because and not reply.word.final:
        yield TAKEN_UP, when, event.by_name, graph.card(because.address)
        yield from _refined(graph, because) if isinstance(because, Item) else ()
    elif reply:
        yield ANSWERED, when, event.who, update
    if event.move.forwarded_to:
        to = all_of(names[body].heading for body in event.move.forwarded_to)
        yield FORWARDED, when, gettext("to %(names)s", names=to), update


def _refined(graph: Graph, item: Item) -> Iterator[tuple[str, When, str, Card]]:
    for wording in item.wordings:
        if wording.as_ in REFINED:
            yield REWORDED, wording.when, word(wording, "as_"), graph.card(item.address)
