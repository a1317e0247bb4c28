"""Due dates: the first that was given, each move of it, and how often and how far it went in all."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph.events import StatusEvent
from answerable.i18n import ended, gettext, ngettext, sentences
from answerable.model.date import When
from answerable.model.kinds.update import Move

NO_REASON = "no reason given"
"""What a move of a date says where its paper gives no reason."""


@dataclass(frozen=True, slots=True)
class Delay:
    """How a due date moved: from the first that was ever given to the last."""

    first: When
    now: When
    moves: tuple[StatusEvent, ...]

    @property
    def days(self) -> int | None:
        """How many days lie between the first date and the last; None where one of them is open."""
        if self.first.latest is None or self.now.latest is None:
            return None
        return (self.now.latest - self.first.latest).days

    @property
    def words(self) -> str:
        """How often and how far, in words: `moved 2 times, 140 days`."""
        often = ngettext("moved once", "moved {n} times", len(self.moves))
        if self.days is None:
            return often
        if self.days < 0:
            return ngettext("{moved}, {n} day earlier", "{moved}, {n} days earlier", -self.days, moved=often)
        return ngettext("{moved}, {n} day", "{moved}, {n} days", self.days, moved=often)


def slip(history: tuple[StatusEvent, ...], target: str) -> Delay | None:
    """Give how the due date of an item, ask or promise moved; None where it never did."""
    dated = tuple(one for one in history if one.target == target and one.move.due)
    if not dated:
        return None
    first, now = dated[0].due or dated[0].move.due, dated[-1].move.due
    moves = dated if dated[0].due else dated[1:]
    return Delay(first, now, moves) if first and now and moves else None


def due_now(history: tuple[StatusEvent, ...], target: str, given: When | None) -> When | None:
    """Give by when something is due: as it was last moved, else as it was given."""
    moved = [one.move.due for one in history if one.target == target and one.move.due]
    return moved[-1] if moved else given


def reason(move: Move) -> str:
    """Give why a date moved and what that changes, in sentences, also where no reason was given."""
    why = move.due_why or NO_REASON
    told = gettext("No reason given.") if why == NO_REASON else gettext("Reason given: {why}", why=ended(why))
    effect = move.due_effect and gettext("What it changes: {effect}", effect=ended(move.due_effect))
    return sentences(told, effect or "")
