"""What was said in reply to an item or ask: each move with what it points to and leaves open."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.linked import Linked
from generator.derive.standing import Setting
from generator.derive.values import Badge, Card, Cite, Fact
from generator.record.dates import When
from generator.record.updates import Move
from generator.site.facts import facts


@dataclass(frozen=True, slots=True)
class Said:
    """Words with the place where they are written."""

    words: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One move of an item: who said what, what it points to, what it leaves open."""

    badges: tuple[Badge, ...]
    means: tuple[str, ...]
    """What the words on the badges mean, so that none misleads alone."""
    who: str
    """Who says so."""
    whose: str
    """Whose view or work it is, where that is somebody else."""
    when: When
    says: str
    leaves_open: str
    shows: tuple[Said, ...]
    suggests: tuple[Said, ...]
    facts: tuple[Fact, ...]
    cites: tuple[Cite, ...]
    update: Card
    ours: bool


def replies(linked: Linked, target: str) -> tuple[Reply, ...]:
    """Give every move of an item or ask, the latest first."""
    grouped: dict[int, list[Setting]] = {}
    for setting in linked.history:
        if setting.target == target:
            grouped.setdefault(id(setting.move), []).append(setting)
    return tuple(_reply(linked, group) for group in reversed(grouped.values()))


def _reply(linked: Linked, group: list[Setting]) -> Reply:
    first, move = group[0], group[0].move
    names = linked.portal.records
    return Reply(
        badges=tuple(linked.badge(setting) for setting in group),
        means=tuple(setting.word.means for setting in group),
        who=names[first.speaker].heading,
        whose=names[first.by].heading if first.by != first.speaker else "",
        when=first.when,
        says=move.says or "",
        leaves_open=move.leaves_open or "",
        shows=tuple(Said(shown.what, linked.cites(shown.cites)) for shown in move.shows),
        suggests=tuple(Said(s.says, linked.cites(s.cites)) for s in move.suggests),
        facts=_move_facts(linked, move),
        cites=linked.cites(move.cites),
        update=linked.card(first.update.address),
        ours=(move.basis or first.update.basis) != "in the source",
    )


def _move_facts(linked: Linked, move: Move) -> tuple[Fact, ...]:
    shown = frozenset(
        {"item", "reply", "progress", "check", "by", "reported_by", "says", "leaves_open", "basis"}
    )
    return tuple(fact for fact in facts(linked, move, shown) if fact.value != "no")
