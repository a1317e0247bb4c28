"""The page of a meeting: who was there, what was on the agenda, what was said, asked and decided."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph.graph import Graph
from answerable.graph.unknowns import STATES, not_in_attendance
from answerable.graph.values import Card, Cite
from answerable.i18n import capital, commas, gettext
from answerable.model.choices import CHOICES
from answerable.model.kinds.meeting import Meeting, MeetingItem, Members
from answerable.site.views.common import Common, common
from answerable.site.views.replies import Said


@dataclass(frozen=True, slots=True)
class Present:
    """One category of attendance, in the paper's own words for it."""

    words: str
    people: tuple[Card, ...]
    roles: tuple[str, ...]
    about: tuple[Card, ...]
    note: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class RemarkView:
    """What was said."""

    id: str
    kind: str
    theme: str
    says: str
    about: tuple[Card, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question and what is recorded as its answer."""

    id: str
    asks: str
    by: Card | None
    about: tuple[Card, ...]
    answer: str
    answered: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda or minutes."""

    id: str
    label: str
    title: str
    says: str
    outcome: str
    said: tuple[RemarkView, ...]
    questions: tuple[QuestionView, ...]
    observations: tuple[Said, ...]
    came_of_it: tuple[Card, ...]
    """Series, updates and others put or decided here."""
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting."""

    common: Common
    state: str
    state_says: str
    attendance: tuple[Present, ...]
    members: Present | None
    missing: tuple[Card, ...]
    """Members whom no category of attendance names."""
    items: tuple[AgendaItem, ...]


NOT_FACTS = frozenset({"attendance", "members", "items", "summary", "state"})


def meeting(graph: Graph, record: Meeting) -> MeetingView:
    """Give the page of one meeting."""
    members = record.members
    return MeetingView(
        common=common(graph, record, NOT_FACTS),
        state=CHOICES["state"][record.state],
        state_says=STATES[record.state],
        attendance=tuple(
            Present(
                group.as_,
                graph.cards(group.people),
                group.roles,
                graph.cards(group.for_),
                group.note or "",
                graph.cites(group.cites),
            )
            for group in record.attendance
        ),
        members=_members(graph, members) if members else None,
        missing=graph.cards(not_in_attendance(record)),
        items=tuple(_item(graph, record, item) for item in record.items),
    )


def _members(graph: Graph, members: Members) -> Present:
    people, cites = graph.cards(members.people), graph.cites(members.cites)
    return Present(gettext("members"), people, (), (), members.note or "", cites)


def _item(graph: Graph, meeting: Meeting, item: MeetingItem) -> AgendaItem:
    numbers = (
        gettext("minute {number}", number=item.number) if item.number != "none" else "",
        gettext("agenda item {number}", number=item.agenda) if item.agenda else "",
    )
    label = commas(filter(None, numbers)) or gettext("without a number")
    came = dict.fromkeys(
        back.source
        for back in graph.backlinks.get(meeting.address, ())
        if back.part == item.id and back.field in ("meeting", "at")
    )
    return AgendaItem(
        id=item.id,
        label=capital(label),
        title=item.title,
        says=item.says or "",
        outcome=CHOICES["outcome"][item.outcome],
        said=tuple(
            RemarkView(
                r.id, CHOICES["kind"][r.kind], r.theme, r.says, graph.cards(r.about), graph.cites(r.cites)
            )
            for r in item.said
        ),
        questions=tuple(
            QuestionView(
                q.id,
                q.asks,
                graph.card(q.by) if q.by else None,
                graph.cards(q.about),
                q.answer or "",
                q.answered,
                graph.cites(q.cites),
            )
            for q in item.questions
        ),
        observations=tuple(Said(o.says, graph.cites(o.cites)) for o in item.observations),
        came_of_it=graph.cards(came),
        cites=graph.cites(item.cites),
    )
