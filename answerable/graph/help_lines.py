"""Lines for help as readers see them: the certain first, and none that nobody has confirmed lately.

Which lines are left out was decided with what is public on the day, so no output holds their numbers.
"""

from __future__ import annotations

from datetime import date

from answerable.model.kinds.help_line import NOT_SHOWN, HelpLine
from answerable.model.portal import Portal


def shown(portal: Portal) -> tuple[HelpLine, ...]:
    """Give the lines to show of a public portal: those that are certain, then the others, each in order."""
    there = (line for line in portal.of(HelpLine) if line.number != NOT_SHOWN and not line.retracted)
    return tuple(sorted(there, key=lambda line: (not line.certain, line.order, line.address)))


def left_out(portal: Portal) -> int:
    """Give how many lines of a public portal are not shown because nobody has confirmed them lately."""
    return sum(1 for line in portal.of(HelpLine) if line.number == NOT_SHOWN)


def check_after(portal: Portal) -> date | None:
    """Give the day after which a printed page's lines must be checked: when the first of them lapses.

    None where only certain lines are shown. It is worked out from the lines and not from the day the site
    is made: else each page would change every day, and its date would say nothing about the lines.
    """
    days = portal.settings.help_days
    lapsing = (line.shown_until(days) for line in shown(portal) if not line.certain)
    return min((day for day in lapsing if day), default=None)
