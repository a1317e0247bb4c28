"""Where each item stands: a fold over updates, never typed into an item.

Each body's last word on each axis stands; two bodies that differ stand side by side.
A parent is counted from its asks and never set by averaging.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.record.addresses import split
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


@dataclass(frozen=True, slots=True)
class Moved:
    """One item, ask or promise moved: perhaps on several axes, perhaps only its date or by words."""

    target: str
    by: str
    speaker: str
    update: Update
    move: Move
    settings: tuple[Setting, ...]
    due: When | None
    """The date it was due by until then, if any was given."""

    @property
    def after_due(self) -> int:
        """By how many days after its due date a paper shows it at its end; 0 where none does."""
        ended = any(setting.word.closes and setting.axis == "progress" for setting in self.settings)
        return late_by(self.due, self.update.happened) if ended and self.due else 0


def moved(portal: Portal) -> tuple[Moved, ...]:
    """Give everything that was ever moved, oldest first; updates of one day in their own order."""
    dues: dict[str, When | None] = {}
    found = []
    for update in sorted(portal.of(Update), key=lambda u: (u.comes_in, u.order, u.address)):
        for move in update.moves:
            due = dues.setdefault(move.item, _first_due(portal, move.item))
            by = move.by or update.by
            speaker = move.reported_by or by
            set_ = tuple(
                Setting(move.item, axis, word, portal.vocabulary.axis(axis)[word], by, speaker,
                        update.happened, update, move)
                for axis in AXES
                if (word := getattr(move, axis))
            )  # fmt: skip
            found.append(Moved(move.item, by, speaker, update, move, set_, due))
            dues[move.item] = move.due or due
    return tuple(found)


def _first_due(portal: Portal, target: str) -> When | None:
    record, own = portal.record(target), split(target)[1]
    asked = next((ask for ask in getattr(record, "asks", ()) if ask.id == own), record)
    due: When | None = getattr(asked, "due", None)
    return due


def fold(history: tuple[Moved, ...]) -> dict[str, tuple[Setting, ...]]:
    """Give for each item or ask the settings that stand: the last of each body on each axis."""
    last: dict[tuple[str, str, str], Setting] = {}
    for setting in (setting for one in history for setting in one.settings):
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
