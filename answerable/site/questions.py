"""Questions for the next meeting of a body, under the topics of its sheet."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from answerable.graph.briefing import Sheet
from answerable.i18n import gettext, ngettext
from answerable.model.kinds.body import Body
from answerable.site.context import Context
from answerable.site.parts import ENTRY, Group

QUESTIONS: Final = MappingProxyType(
    {
        "answer": (
            gettext("What is the answer to these, and where can it be read?"),
            gettext("The papers held show no answer."),
        ),
        "done": (
            gettext("What was done about these, and where can it be read?"),
            gettext("The papers held show nothing later."),
        ),
        "since": (
            gettext("What has happened about these since, and where can it be read?"),
            gettext("The papers held show a reply to each, and not what came of it."),
        ),
        "checked": (
            gettext("What follows from what was found, and where can it be read?"),
            gettext("Somebody else looked at these. What was found stands beside what was said."),
        ),
        "part": (
            gettext("What is left to be done of these, and where can it be read?"),
            gettext("The papers held show them done in part."),
        ),
        "open": (
            gettext("What is the answer to what the reply leaves open?"),
            gettext("What is left open is our reading."),
        ),
        "promised": (
            gettext("What came of these, and where can it be read?"),
            gettext("Undertaken, or asked for. The papers held do not show what came of it."),
        ),
        "raised": (
            gettext("What is the answer to these questions?"),
            gettext("They were put at a meeting, and the papers record no answer."),
        ),
    }
)
"""For each topic the question, in our words, and what the papers held show."""


def sheet(ctx: Context, body: Body) -> tuple[Group, ...]:
    """What came late, what to ask, and what a paper shows an end of."""
    asked = ctx.sheets()[body.address]
    topics = [
        Group(topic, question, tuple(one for one in asked.points if one.topic == topic), ENTRY, basis)
        for topic, (question, basis) in QUESTIONS.items()
    ]
    ended = tuple(one for one in asked.points if one.topic == "ended")
    groups = (
        Group("clock", gettext("What came late, and where somebody has looked"), asked.clock, ENTRY),
        *topics,
        Group("when", gettext("By when is each to be done?"), (), about=_timeless(asked)),
        Group("ended", gettext("Nothing to ask: a paper shows an end"), ended, ENTRY),
    )
    return tuple(group for group in groups if group.entries or (group.id == "when" and group.about))


def _timeless(asked: Sheet) -> str:
    """How many things have no timescale; empty where all have one."""
    number = sum(point.timeless for point in asked.points)
    if not number:
        return ""
    return ngettext(
        "Of the things above, %(n)s has no timescale in the papers held. Each says so.",
        "Of the things above, %(n)s have no timescale in the papers held. Each says so.",
        number,
    )
