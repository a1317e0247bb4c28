"""What we do not know: gaps that records state, and gaps that follow from the record itself.

Nothing here is adverse to anybody: it says what the papers held do not tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.derive.linked import Linked
from generator.derive.values import Unknown
from generator.record.fields import Record
from generator.record.meetings import Meeting
from generator.record.papers import Document
from generator.record.updates import Promise, Update


@dataclass(frozen=True, slots=True)
class Gaps:
    """Gaps of one kind, under a heading."""

    id: str
    title: str
    about: str
    found: tuple[Unknown, ...]


def of_record(linked: Linked, record: Record) -> tuple[Unknown, ...]:
    """Give the gaps a record states of itself."""
    return tuple(
        Unknown(gap.says, "Our reading." if gap.basis == "ours" else "", None, linked.cites(gap.cites))
        for gap in record.gaps
    )


def everything(linked: Linked) -> tuple[Gaps, ...]:
    """Give all gaps, by kind; kinds without any are left out."""
    kinds = (Gaps(own, title, about, tuple(find(linked))) for own, title, about, find in KINDS)
    return tuple(kind for kind in kinds if kind.found)


def not_in_attendance(meeting: Meeting) -> tuple[str, ...]:
    """Give the members on the printed list whom no category of attendance names."""
    if not meeting.members or meeting.state != "held":
        return ()
    named = {person for group in meeting.attendance for person in group.people}
    return tuple(person for person in meeting.members.people if person not in named)


def _left_open(linked: Linked) -> Iterator[Unknown]:
    for update in linked.portal.of(Update):
        for move in update.moves:
            if move.leaves_open:
                yield Unknown(move.leaves_open, "", linked.card(move.item), linked.cites(move.cites))


def _suggestions(linked: Linked) -> Iterator[Unknown]:
    linked_to = {back.part for backs in linked.backs.values() for back in backs if back.field == "to"}
    for update in linked.portal.of(Update):
        for move in update.moves:
            for suggestion in move.suggests:
                if suggestion.id not in linked_to:
                    yield Unknown(suggestion.says, "", linked.card(move.item), linked.cites(suggestion.cites))


def _questions(linked: Linked) -> Iterator[Unknown]:
    for meeting in linked.portal.of(Meeting):
        for item in meeting.items:
            for question in item.questions:
                if question.answered == "no answer recorded":
                    card = linked.card(f"{meeting.address}#{item.id}")
                    yield Unknown(question.asks, "", card, linked.cites(question.cites))


def _meetings(linked: Linked) -> Iterator[Unknown]:
    states = {
        "planned": "It was planned.",
        "mentioned": "It is mentioned.",
        "report only": "A report for it is held.",
    }
    for meeting in linked.portal.of(Meeting):
        if meeting.state in states:
            yield Unknown(
                states[meeting.state], "", linked.card(meeting.address), linked.cites(meeting.cites[:1])
            )


def _members(linked: Linked) -> Iterator[Unknown]:
    for meeting in linked.portal.of(Meeting):
        for person in not_in_attendance(meeting):
            name = linked.portal.records[person].heading
            cites = linked.cites(meeting.members.cites) if meeting.members else ()
            yield Unknown(f"{name} is named in no attendance list of this meeting.", "",
                          linked.card(meeting.address), cites)  # fmt: skip


def _promises(linked: Linked) -> Iterator[Unknown]:
    for promise in linked.portal.of(Promise):
        if not linked.standing.get(promise.address):
            due = promise.due.words if promise.due else promise.due_says
            said = f"Due: {due}." if due else "No date was given."
            yield Unknown(said, "", linked.card(promise.address), linked.cites(promise.cites[:1]))


def _papers(linked: Linked, holding: str = "cited only") -> Iterator[Unknown]:
    for document in linked.portal.of(Document):
        if document.holding == holding:
            yield Unknown(document.why_not or f"{document.holding[0].upper()}{document.holding[1:]}.", "",
                          linked.card(document.address), linked.cites(document.cites[:1]))  # fmt: skip


def _closed(linked: Linked) -> Iterator[Unknown]:
    yield from _papers(linked, "withheld")
    yield from _stated(linked, closed=True)


def _stated(linked: Linked, *, closed: bool = False) -> Iterator[Unknown]:
    for record in linked.portal.records.values():
        for gap in record.gaps:
            if (gap.kind == "cannot be published") == closed:
                why = "Our reading." if gap.basis == "ours" else ""
                yield Unknown(gap.says, why, linked.card(record.address), linked.cites(gap.cites))


KINDS: Final = (
    (
        "open",
        "What a reply leaves open",
        "Parts of a question that the reply does not deal with, in our reading.",
        _left_open,
    ),
    (
        "suggestions",
        "Suggestions that reach nothing",
        "Made in a reply, and taken into no recommendation.",
        _suggestions,
    ),
    (
        "questions",
        "Questions without a recorded answer",
        "The paper prints the question and no answer to it.",
        _questions,
    ),
    (
        "minutes",
        "Meetings without minutes held here",
        "Papers speak of them. We hold no minutes of them.",
        _meetings,
    ),
    (
        "attendance",
        "Members in no attendance list",
        "On the printed list of members, and named neither as present nor as absent.",
        _members,
    ),
    (
        "promises",
        "Promises whose outcome the papers do not show",
        "The papers held end before an outcome, or speak of none. That does not mean that nothing happened.",
        _promises,
    ),
    (
        "papers",
        "Papers cited, and not held here",
        "Named in the papers held. Each page says how to ask for it.",
        _papers,
    ),
    (
        "closed",
        "What cannot be published, and why",
        "It exists, and its holder keeps it back. This is apart from what is not held and what is not known.",
        _closed,
    ),
    (
        "stated",
        "Dates, names and wordings in conflict",
        "Two papers differ, or one cannot be right. Both are shown.",
        _stated,
    ),
)
"""The kinds of gap, in the order shown: id, heading, what it says of itself, where it comes from."""
