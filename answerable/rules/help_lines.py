"""Lines for help: one is certain, and of the others somebody has confirmed each not long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.model.date import day_in_words
from answerable.model.kinds.help_line import HelpLine
from answerable.model.portal import Portal
from answerable.problem import Problem
from answerable.rules.locate import at, warning

CALL = 'Call it; then write the day under "checked", and who called, by role, under "checked_by".'


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """A certain line stands where another is left out; one nobody has confirmed is warned of.

    To withdraw a line is never in the way of anything, so that none is certain is only warned of.
    """
    shown = [line for line in portal.of(HelpLine) if portal.is_public(line, today) and not line.retracted]
    for line in shown:
        if line.checked and line.checked > today:
            message = f"The day of the check is later than today, {day_in_words(today)}."
            yield at(portal, line.address, ("checked",), message, "Write the day on which somebody called.")
        elif not line.certain:
            yield from _unconfirmed(portal, line, today)
    if shown and not any(line.certain for line in shown):
        hint = "Add one that does not change, such as 999: it is shown where others have to be left out."
        yield warning(portal, shown[0].address, ("certain",), "No line for help is certain.", hint)


def _unconfirmed(portal: Portal, line: HelpLine, today: date) -> Iterator[Problem]:
    days = portal.settings.help_days
    until = line.shown_until(days)
    if until is None:
        message = "This line does not say when it was confirmed, and by whom. Readers are not shown it."
        yield warning(portal, line.address, ("checked",), message, CALL)
    elif today > until:
        message = f"Nobody has confirmed this line for {days} days. Readers see the certain lines instead."
        yield warning(portal, line.address, ("checked",), message, CALL)
