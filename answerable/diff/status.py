"""Standings and dates that moved between two revisions, step by step, from the updates.

A history that only grew is told as steps; one that was altered is told as altered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from answerable.diff.change import Change, Kind
from answerable.diff.sentences import called, sentence
from answerable.graph.event_log import event_log
from answerable.graph.events import StatusEvent
from answerable.model.address import split
from answerable.model.field import Record
from answerable.model.kinds.update import Move, Update
from answerable.model.portal import Portal
from answerable.model.status import TRACKS

DUE, SAYS = "due", "says"


@dataclass(frozen=True, slots=True, order=True)
class Thread:
    """One item or ask, one axis, one body: what it said last stands. Dates are nobody's own."""

    target: str
    track: str
    by: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing said in a thread."""

    value: str
    """The word's id, or the date as written."""
    words: str
    event: StatusEvent

    @property
    def same(self) -> tuple[str, str]:
        """What makes it the same step in another revision."""
        return self.event.update.address, self.value


Threads = dict[Thread, tuple[Step, ...]]


def status_changes(old: Portal, new: Portal) -> Iterator[Change]:
    """Every step that was added, taken back or rewritten, and what stands after it."""
    before, after = _threads(old), _threads(new)
    for thread in sorted(before.keys() | after.keys()):
        was, now = before.get(thread, ()), after.get(thread, ())
        if [step.same for step in was] != [step.same for step in now]:
            yield from _Difference(old, new, thread, was, now, after).changes()


@dataclass(frozen=True, slots=True)
class _Difference:
    """One thread in both revisions, and how its difference is said."""

    old: Portal
    new: Portal
    thread: Thread
    was: tuple[Step, ...]
    now: tuple[Step, ...]
    after: Threads

    def changes(self) -> Iterator[Change]:
        held, known = {step.same for step in self.now}, {step.same for step in self.was}
        gone = {step.event.update.address: step for step in self.was if step.same not in held}
        for index, step in enumerate(self.now):
            if step.same not in known:
                rewritten = gone.pop(step.event.update.address, None)
                yield self._rewritten(rewritten, step) if rewritten else self._came(index, step)
        for step in gone.values():
            what_changed = f"“{step.words}” is taken back ({_who(step)}). What stands now: {self._stands()}"
            yield self._change(step, step.words, self._stands(), what_changed)
        if held == known:
            what_changed = f"updates changed places. What stands now: {self._stands()}"
            yield self._change(self.now[-1], self.was[-1].words, self._stands(), what_changed)

    def _came(self, index: int, step: Step) -> Change:
        track, words = self.thread.track, step.words
        beside = "" if index else self._beside()
        if track == SAYS:
            was, what_changed = "", f"said of it: “{words}”"
        elif track == DUE:
            due = self.now[index - 1].event.move.due if index else step.event.due
            was = due.words if due else ""
            what_changed = f"date moved from {was} to {words}" if was else f"date first set to {words}"
        elif beside:
            was, what_changed = "", f"{track} “{words}” set beside {beside}"
        else:
            was = self.now[index - 1].words if index else self._default()
            what_changed = f"{track} moved from “{was}” to “{words}”"
        later = "" if step is self.now[-1] else f". A later word stands: {self._stands()}"
        return self._change(step, was, words, f"{what_changed} ({_who(step)}){later}")

    def _rewritten(self, was: Step, now: Step) -> Change:
        update = called(self.new, now.event.update.address)
        what_changed = f"{self._axis()} rewritten from “{was.words}” to “{now.words}” in {update}"
        return self._change(now, was.words, now.words, what_changed)

    def _change(self, step: Step, was: str, now: str, what_changed: str) -> Change:
        kind, target = Kind.DATE if self.thread.track == DUE else Kind.STATUS, self.thread.target
        words = sentence(f"{called(self.new, target)}: {what_changed}")
        return Change(kind, target, self.thread.track, was, now, words, step.event.update.address)

    def _axis(self) -> str:
        return "date" if self.thread.track == DUE else self.thread.track

    def _stands(self) -> str:
        """What was said last in this thread of the new revision."""
        if self.now:
            return f"“{self.now[-1].words}”"
        if self.thread.track == DUE:
            first = self.was[0].event.due
            return first.words if first else "no date"
        return f"“{self._default()}”" if self.thread.track in TRACKS else "nothing"

    def _default(self) -> str:
        if self.thread.track not in TRACKS:
            return ""
        words = self.new.vocabulary.track(self.thread.track).values()
        return next((word.word for word in words if word.default), "nothing")

    def _beside(self) -> str:
        """What other bodies hold on the same axis."""
        mine = self.thread
        others = [
            (other, steps[-1])
            for other, steps in sorted(self.after.items())
            if (other.target, other.track) == (mine.target, mine.track) and other.by != mine.by
        ]
        return ", ".join(f"“{step.words}” ({called(self.new, other.by)})" for other, step in others)


def _who(step: Step) -> str:
    """Who said it, when, and where it is written: `Harbour Board, 12 November 2029, notice 4`."""
    one = step.event
    places = [cited.at for cited in one.move.cites[:1]]
    return ", ".join([one.who, one.update.happened.words, *places])


def _threads(portal: Portal) -> Threads:
    threads: dict[Thread, list[Step]] = {}
    for one in event_log(_sound(portal)).events:
        for status in one.statuses:
            thread = Thread(one.target, status.track, status.by)
            threads.setdefault(thread, []).append(Step(status.word_id, status.word.word, one))
        if one.move.due:
            step = Step(one.move.due.text, one.move.due.words, one)
            threads.setdefault(Thread(one.target, DUE, ""), []).append(step)
        elif not one.statuses and one.move.says:
            step = Step(one.move.says, one.move.says, one)
            threads.setdefault(Thread(one.target, SAYS, one.by), []).append(step)
    return {thread: tuple(steps) for thread, steps in threads.items()}


def _sound(portal: Portal) -> Portal:
    """The portal with the updates that speak, and of these the moves whose item and words are there."""
    kept: dict[str, Record] = {}
    for address, record in portal.records.items():
        kept[address] = record
        if isinstance(record, Update):
            speaks = record.moves if record.status == "published" else ()
            moves = tuple(move for move in speaks if _leads_somewhere(portal, move))
            kept[address] = record.model_copy(update={"moves": moves})
    return replace(portal, records=kept)


def _leads_somewhere(portal: Portal, move: Move) -> bool:
    words = [(track, getattr(move, track)) for track in TRACKS if getattr(move, track)]
    return split(move.item)[0] in portal.records and all(
        word in portal.vocabulary.track(track) for track, word in words
    )
