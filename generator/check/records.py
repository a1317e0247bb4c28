"""Records taken one by one: what a kind needs beyond the types of its fields."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.at import at
from generator.problems import Problem
from generator.record.actors import Body, Person
from generator.record.addresses import parent
from generator.record.facts import Event
from generator.record.kinds import parts
from generator.record.meetings import Meeting
from generator.record.papers import Document
from generator.record.portal import Portal
from generator.record.series import Item, Series


def items_have_a_series(portal: Portal) -> Iterator[Problem]:
    """An item stands in a folder with an index."""
    for item in portal.of(Item):
        if not isinstance(portal.records.get(parent(item.address)), Series):
            path = portal.sources[item.address].path
            hint = f"Write {path.rpartition('/')[0]}/index.md, or mend it if it could not be read."
            yield at(portal, item.address, (), "This item stands in no series.", hint)


def order_is_clear(portal: Portal) -> Iterator[Problem]:
    """No two items of a series have the same place in it."""
    seen: dict[tuple[str, int], str] = {}
    for item in portal.of(Item):
        key = (parent(item.address), item.order)
        if key in seen:
            message = f"The order {item.order} is taken by {seen[key]} already."
            yield at(portal, item.address, ("order",), message, "Give each item of a series its own.")
        seen[key] = item.address


def parts_have_one_id(portal: Portal) -> Iterator[Problem]:
    """No two parts of a record bear the same id."""
    for address, record in portal.records.items():
        seen: set[str] = set()
        for own, where, _ in parts(record):
            if own in seen:
                message = f'The id "{own}" stands twice in this record.'
                yield at(portal, address, (*where, "id"), message, "Give each part its own.")
            seen.add(own)


def taken_back_says_why(portal: Portal) -> Iterator[Problem]:
    """A record that is withdrawn says when and why, and no other does."""
    for address, record in portal.records.items():
        gone = record.status in ("withdrawn", "erased")
        if gone and record.withdrawn is None:
            hint = 'Add withdrawn: {on: "2022-06-01", why: "…"}.'
            yield at(
                portal,
                address,
                ("status",),
                "This record is taken back, and does not say when and why.",
                hint,
            )
        if record.withdrawn is not None and not gone:
            hint = 'Set status: "withdrawn", or take the field out.'
            yield at(
                portal,
                address,
                ("withdrawn",),
                "This says why it was withdrawn, and its status is another.",
                hint,
            )


def presumed_says_why(portal: Portal) -> Iterator[Problem]:
    """What is presumed of a body's past says why."""
    for body in portal.of(Body):
        for number, before in enumerate(body.before):
            if before.basis == "presumed" and not before.why:
                where = ("before", number, "basis")
                yield at(portal, body.address, where, "This is presumed, and does not say why.", "Add why.")


def people_have_a_role(portal: Portal) -> Iterator[Problem]:
    """A person is here only for a public role."""
    for person in portal.of(Person):
        if not person.roles:
            hint = "Add the role, or let the person appear by role only."
            yield at(portal, person.address, ("roles",), "No public role is given for this person.", hint)


def documents_are_whole(portal: Portal) -> Iterator[Problem]:
    """A held document names its file and hash; a contained one says in what."""
    for document in portal.of(Document):
        if document.holding == "held" and not (document.file and document.sha256):
            yield at(
                portal, document.address, ("holding",), "A held document needs file and sha256.", "Add both."
            )
        if document.holding == "contained in" and not (document.inside or document.copies):
            yield at(portal, document.address, ("holding",), "It is contained in another, and does not say in which.",
                     "Add inside, or copies.")  # fmt: skip


def meetings_planned_are_announced(portal: Portal) -> Iterator[Problem]:
    """A planned meeting says since when the record knows of it; a held one is not planned."""
    for meeting in portal.of(Meeting):
        if meeting.state == "planned" and meeting.announced is None:
            hint = "Add announced: the day of the paper that plans it."
            yield at(
                portal, meeting.address, ("state",), "A planned meeting needs the day it was announced.", hint
            )


def events_have_a_date(portal: Portal) -> Iterator[Problem]:
    """An event has one date, or several that papers disagree about; a planned one was announced."""
    for event in portal.of(Event):
        if bool(event.date) == bool(event.dates):
            yield at(
                portal, event.address, ("title",), "An event has either date or dates.", "Write one of them."
            )
        if event.happened == "planned" and event.announced is None:
            hint = "Add announced: the day of the paper that plans it."
            yield at(
                portal, event.address, ("happened",), "A planned event needs the day it was announced.", hint
            )


RULES = (
    items_have_a_series,
    order_is_clear,
    parts_have_one_id,
    taken_back_says_why,
    presumed_says_why,
    people_have_a_role,
    documents_are_whole,
    meetings_planned_are_announced,
    events_have_a_date,
)
