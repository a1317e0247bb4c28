"""Where each item stands: a fold over updates, never typed into an item.

Each body's last word on each axis stands; two bodies that differ stand side by side.
A parent is counted from its asks and never set by averaging.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.record.dates import When
from generator.record.portal import Portal
from generator.record.standings import AXES, Word
from generator.record.updates import Move, Update


@dataclass(frozen=True, slots=True)
class Setting:
    """One standing that somebody set."""

    target: str
    axis: str
    word_id: str
    word: Word
    by: str
    """Whose view or work it is."""
    speaker: str
    """Who says so; the badge speaks in its voice."""
    when: When
    update: Update
    move: Move


def settings(portal: Portal) -> tuple[Setting, ...]:
    """Give every standing ever set, oldest first; updates of one day in their own order."""
    updates = sorted(portal.of(Update), key=lambda u: (u.comes_in, u.order, u.address))
    return tuple(s for update in updates for move in update.moves for s in _of(portal, update, move))


def _of(portal: Portal, update: Update, move: Move) -> list[Setting]:
    by = move.by or update.by
    found = []
    for axis in AXES:
        word_id = getattr(move, axis)
        if word_id:
            word = portal.vocabulary.axis(axis)[word_id]
            speaker = move.reported_by or by
            found.append(Setting(move.item, axis, word_id, word, by, speaker, update.happened, update, move))
    return found


def fold(history: tuple[Setting, ...]) -> dict[str, tuple[Setting, ...]]:
    """Give for each item or ask the settings that stand: the last of each body on each axis."""
    last: dict[tuple[str, str, str], Setting] = {}
    for setting in history:
        key = (setting.target, setting.axis, setting.by)
        last.pop(key, None)
        last[key] = setting
    standing: dict[str, list[Setting]] = {}
    for setting in last.values():
        standing.setdefault(setting.target, []).append(setting)
    return {
        target: tuple(sorted(found, key=lambda s: (AXES.index(s.axis), s.update.comes_in)))
        for target, found in standing.items()
    }


def differ(standing: tuple[Setting, ...]) -> tuple[str, ...]:
    """Give the axes on which two bodies hold different views."""
    return tuple(axis for axis in AXES if len({s.word_id for s in standing if s.axis == axis}) > 1)


def count(
    asks: list[str], standing: Mapping[str, tuple[Setting, ...]], axis: str = "reply"
) -> dict[str, int]:
    """Give how many asks stand at each word of an axis, by the word they count as; "" where none is set."""
    counts: dict[str, int] = {}
    for ask in asks:
        words = {s.word.counts_as or s.word_id for s in standing.get(ask, ()) if s.axis == axis}
        for word in words or {""}:
            counts[word] = counts.get(word, 0) + 1
    return counts


def late_by(due: When, happened: When) -> int:
    """Give by how many days something came after its due date; 0 where it did not, or nobody can tell."""
    if due.latest is None or happened.earliest is None:
        return 0
    return max((happened.earliest - due.latest).days, 0)
