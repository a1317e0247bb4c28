"""The event log: every status event of a portal in order, found by what it moved, and where that stands.

A status is a fold over updates, never typed into an item: each body's last word on each track stands, and
two bodies that differ stand side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from answerable.graph.events import Status, StatusEvent, late_by, voice_of
from answerable.i18n import ngettext
from answerable.model.address import split
from answerable.model.date import When
from answerable.model.kinds.update import Move, Update
from answerable.model.portal import Portal
from answerable.model.status import TRACKS, Word


@dataclass(frozen=True, slots=True)
class EventLog:
    """Every event, the oldest first, and what follows from them."""

    events: tuple[StatusEvent, ...]
    by_target: Mapping[str, tuple[StatusEvent, ...]]
    by_record: Mapping[str, tuple[StatusEvent, ...]]
    """By the record that was moved, in whole or in part."""
    by_update: Mapping[str, tuple[StatusEvent, ...]]
    """By the update that tells of them."""
    statuses: Mapping[str, tuple[Status, ...]]
    """For each target the statuses that stand: the last of each body on each track."""
    rechecks: Mapping[str, StatusEvent]
    """For each target to be checked again, the event that says when; a later check ends it."""

    def moves_in(self, update: str) -> tuple[StatusEvent, ...]:
        """What an update moved, each thing in its order, and of one thing the latest first."""
        events: dict[str, list[StatusEvent]] = {}
        for event in self.by_update.get(update, ()):
            events.setdefault(event.target, []).insert(0, event)
        return tuple(event for moved in events.values() for event in moved)


@dataclass(frozen=True, slots=True)
class Delay:
    """How a due date moved: from the first that was ever given to the last."""

    first: When
    now: When
    events: tuple[StatusEvent, ...]

    @property
    def days(self) -> int | None:
        """How many days lie between the first date and the last; None where one of them is open."""
        if self.first.latest is None or self.now.latest is None:
            return None
        return (self.now.latest - self.first.latest).days

    @property
    def words(self) -> str:
        """How often and how far, in words: `moved 2 times, 140 days`."""
        often = ngettext("moved once", "moved %(n)s times", len(self.events))
        if self.days is None:
            return often
        if self.days < 0:
            return ngettext(
                "%(moved)s, %(n)s day earlier", "%(moved)s, %(n)s days earlier", -self.days, moved=often
            )
        return ngettext("%(moved)s, %(n)s day", "%(moved)s, %(n)s days", self.days, moved=often)


def event_log(portal: Portal) -> EventLog:
    """Log of a portal; the updates of one day come in their own order."""
    dues: dict[str, When | None] = {}
    events = []
    for update in sorted(portal.of(Update), key=lambda u: (u.effective_on, u.order, u.address)):
        places: Counter[str] = Counter()
        for move in update.moves:
            target = move.item
            if target not in dues:
                dues[target] = getattr(portal.asked(target), "due", None)
            events.append(_event(portal, update, move, dues[target], places[target]))
            dues[target] = move.due or dues[target]
            places[target] += 1
    return indexed(events)


def indexed(events: Iterable[StatusEvent]) -> EventLog:
    """Log of some events, which come in their order."""
    events = tuple(events)
    rechecks: dict[str, StatusEvent] = {}
    for event in events:
        if any(status.track == "check" for status in event.statuses):
            rechecks.pop(event.target, None)
        if event.move.recheck:
            rechecks[event.target] = event
    return EventLog(
        events,
        _grouped(events, lambda event: event.target),
        _grouped(events, lambda event: split(event.target)[0]),
        _grouped(events, lambda event: event.update.address),
        _last_statuses(events),
        rechecks,
    )


def delay_in(events: tuple[StatusEvent, ...]) -> Delay | None:
    """Delay of the due date of one thing, from all its events; None where it never did."""
    dated = tuple(event for event in events if event.move.due)
    if not dated:
        return None
    first, now = dated[0].due or dated[0].move.due, dated[-1].move.due
    moved = dated if dated[0].due else dated[1:]
    return Delay(first, now, moved) if first and now and moved else None


def _event(portal: Portal, update: Update, move: Move, due: When | None, place: int) -> StatusEvent:
    by = move.by or update.by
    speaker = move.reported_by or by
    words = {track: _signed(portal, move, track, speaker) for track in TRACKS if getattr(move, track)}
    progress = words.get("progress")
    ended = bool(progress and progress[1].final and due and late_by(due, update.happened))
    voice = voice_of(portal, speaker)
    statuses = tuple(
        Status(
            target=move.item,
            track=track,
            word_id=word_id,
            word=word,
            by=by,
            speaker=speaker,
            voice=voice,
            update=update,
            move=move,
            late=ended and word.final,
        )
        for track, (word_id, word) in words.items()
    )
    return StatusEvent(move.item, by, speaker, update, move, due, place, statuses, portal)


def _signed(portal: Portal, move: Move, track: str, speaker: str) -> tuple[str, Word]:
    """The word a move sets; another where it closes and the speaker is not the one who may sign it off."""
    word_id, words = str(getattr(move, track)), portal.vocabulary.track(track)
    word = words[word_id]
    if track == "progress" and word.final and word.unsigned in words:
        signers = portal.signers(move.item)
        if word.unsigned and signers is not None and speaker not in signers:
            return word.unsigned, words[word.unsigned]
    return word_id, word


def _grouped(
    events: tuple[StatusEvent, ...], key: Callable[[StatusEvent], str]
) -> dict[str, tuple[StatusEvent, ...]]:
    groups: dict[str, list[StatusEvent]] = {}
    for event in events:
        groups.setdefault(key(event), []).append(event)
    return {name: tuple(group) for name, group in groups.items()}


def _last_statuses(events: tuple[StatusEvent, ...]) -> dict[str, tuple[Status, ...]]:
    """The last status of each body on each track, by target."""
    last: dict[tuple[str, str, str], Status] = {}
    for status in (status for event in events for status in event.statuses):
        key = (status.target, status.track, status.by)
        last.pop(key, None)
        last[key] = status
    by_target: dict[str, list[Status]] = {}
    for status in last.values():
        by_target.setdefault(status.target, []).append(status)
    return {
        target: tuple(sorted(group, key=lambda s: (TRACKS.index(s.track), s.update.effective_on)))
        for target, group in by_target.items()
    }
