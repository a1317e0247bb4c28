"""Where each item stands: a fold over updates, never typed into an item.

Each body's last word on each axis stands; two bodies that differ stand side by side.
A parent is counted from its asks and never set by averaging.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from answerable.i18n import gettext
from answerable.model.date import When
from answerable.model.kinds.update import Move, Update
from answerable.model.portal import Portal
from answerable.model.status import TRACKS, Word

APART: Final = "two bodies differ"
"""In counts, in place of a word; no word has such an id."""
DIFFER: Final = gettext("on which two bodies differ")
"""What is said of it after a number."""


@dataclass(frozen=True, slots=True)
class Status:
    """One standing that somebody set."""

    target: str
    track: str
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
class StatusEvent:
    """One item, ask or promise moved: perhaps on several axes, perhaps only its date or by words."""

    target: str
    by: str
    speaker: str
    update: Update
    move: Move
    settings: tuple[Status, ...]
    due: When | None
    """The date it was due by until then, if any was given."""

    @property
    def after_due(self) -> int:
        """By how many days after its due date a paper shows it at its end; 0 where none does."""
        ended = any(setting.word.closes and setting.track == "progress" for setting in self.settings)
        return late_by(self.due, self.update.happened) if ended and self.due else 0


def moved(portal: Portal) -> tuple[StatusEvent, ...]:
    """Give everything that was ever moved, oldest first; updates of one day in their own order."""
    dues: dict[str, When | None] = {}
    found = []
    for update in sorted(portal.of(Update), key=lambda u: (u.effective_on, u.order, u.address)):
        for move in update.moves:
            due = dues.setdefault(move.item, _first_due(portal, move.item))
            by = move.by or update.by
            speaker = move.reported_by or by
            set_ = tuple(
                Status(
                    move.item,
                    track,
                    word,
                    portal.vocabulary.track(track)[word],
                    by,
                    speaker,
                    update.happened,
                    update,
                    move,
                )
                for track in TRACKS
                if (word := _signed(portal, move, track, speaker))
            )
            found.append(StatusEvent(move.item, by, speaker, update, move, set_, due))
            dues[move.item] = move.due or due
    return tuple(found)


def _signed(portal: Portal, move: Move, track: str, speaker: str) -> str | None:
    """The word a move sets; another where it closes and the speaker is not the one who may sign it off."""
    word_id: str | None = getattr(move, track)
    words, signers = portal.vocabulary.track(track), portal.signers(move.item)
    word = words.get(word_id or "")
    signed = signers is None or speaker in signers
    if track == "progress" and word and word.closes and not signed:
        return word.unsigned if word.unsigned in words else word_id
    return word_id


def _first_due(portal: Portal, target: str) -> When | None:
    due: When | None = getattr(portal.asked(target), "due", None)
    return due


def fold(history: tuple[StatusEvent, ...]) -> dict[str, tuple[Status, ...]]:
    """Give for each item or ask the settings that stand: the last of each body on each axis."""
    last: dict[tuple[str, str, str], Status] = {}
    for setting in (setting for one in history for setting in one.settings):
        key = (setting.target, setting.track, setting.by)
        last.pop(key, None)
        last[key] = setting
    standing: dict[str, list[Status]] = {}
    for setting in last.values():
        standing.setdefault(setting.target, []).append(setting)
    return {
        target: tuple(sorted(found, key=lambda s: (TRACKS.index(s.track), s.update.effective_on)))
        for target, found in standing.items()
    }


def differ(standing: tuple[Status, ...]) -> tuple[str, ...]:
    """Give the axes on which two bodies hold different views."""
    return tuple(track for track in TRACKS if len({s.word_id for s in standing if s.track == track}) > 1)


def apart(standing: tuple[Status, ...]) -> tuple[Status, ...]:
    """Give the settings of bodies that hold different views, in their order; empty where none do.

    They differ where their words on one axis differ, and where one says on checking that what another
    said to have happened is not so.
    """
    axes = differ(standing)
    against = {
        (other.track, other.by)
        for check in standing
        if check.word.disputes
        for other in standing
        if other.track == "progress" and other.by != check.by
    }
    return tuple(
        s for s in standing if s.track in axes or (s.track, s.by) in against or (s.word.disputes and against)
    )


def stands_at(standing: tuple[Status, ...], track: str) -> str:
    """Give the word on an axis, APART where two bodies hold different views of it, "" where none is set."""
    if any(setting.track == track for setting in apart(standing)):
        return APART
    return next((setting.word_id for setting in standing if setting.track == track), "")


def rechecks(history: tuple[StatusEvent, ...]) -> dict[str, StatusEvent]:
    """Give what is to be checked again, each with the move that says when; a later check ends it."""
    due: dict[str, StatusEvent] = {}
    for one in history:
        if any(setting.track == "check" for setting in one.settings):
            due.pop(one.target, None)
        if one.move.recheck:
            due[one.target] = one
    return due


def count(
    asks: list[str], standing: Mapping[str, tuple[Status, ...]], track: str = "reply"
) -> dict[str, int]:
    """Give how many asks stand at each word of an axis, by the word they count as; their sum is all asks.

    What no word is set for counts as "", and what two bodies hold different views of as APART, once.
    """
    counts: dict[str, int] = {}
    for ask in asks:
        settings = standing.get(ask, ())
        counted = {s.word_id: s.word.counts_as or s.word_id for s in settings}
        stands = stands_at(settings, track)
        word = counted.get(stands, stands)
        counts[word] = counts.get(word, 0) + 1
    return counts


def late_by(due: When, happened: When) -> int:
    """Give by how many days something came after its due date; 0 where it did not, or nobody can tell."""
    if due.latest is None or happened.earliest is None:
        return 0
    return max((happened.earliest - due.latest).days, 0)
