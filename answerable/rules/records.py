"""Records taken one by one: what a kind needs beyond the types of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from answerable.model.address import parent
from answerable.model.field import Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.document import Document
from answerable.model.kinds.event import Event
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.person import Person
from answerable.model.portal import Portal
from answerable.model.registry import parts
from answerable.problem import Problem
from answerable.rules.locate import at

SHORT: Final = 12
"""The most words that say a thing in short."""


def items_have_a_series(portal: Portal, broken: frozenset[str]) -> Iterator[Problem]:
    """An item stands in a folder with an index; `broken` holds addresses that could not be read."""
    for item in portal.of(Item):
        series = parent(item.address)
        if series not in portal.records and series not in broken:
            folder = portal.sources[item.address].path.rpartition("/")[0]
            message = f"There is no {folder}/index.md, so this stands in no series."
            yield at(portal, item.address, ("number",), message, "Write it, or move this file.")


def order_is_clear(portal: Portal) -> Iterator[Problem]:
    """No two items of a series have the same place in it."""
    seen: dict[tuple[str, int], str] = {}
    for item in portal.of(Item):
        key = (parent(item.address), item.order)
        if key in seen:
            message = f'The order {item.order} is taken by "{seen[key]}" already.'
            yield at(portal, item.address, ("order",), message, "Give each item of a series its own.")
        seen.setdefault(key, item.address)


def parts_have_one_id(portal: Portal) -> Iterator[Problem]:
    """No two parts of a record bear the same id."""
    for address, record in portal.records.items():
        seen: set[str] = set()
        for own, where, _ in parts(record):
            if own in seen:
                message = f'The id "{own}" stands twice in this record.'
                yield at(portal, address, (*where, "id"), message, "Give each part an id of its own.")
            seen.add(own)


def short_is_short(portal: Portal) -> Iterator[Problem]:
    """What says a thing in short has few words, so that a sheet of paper holds it."""
    for item in portal.of(Item):
        told = [((), item.in_short), *((("asks", n), ask.in_short) for n, ask in enumerate(item.asks))]
        for where, said in told:
            words = len((said or "").split())
            if words > SHORT:
                hint = f"Say it in {SHORT} at most."
                yield at(portal, item.address, (*where, "in_short"), f"This has {words} words.", hint)


def taken_back_says_why(portal: Portal) -> Iterator[Problem]:
    """A record that is withdrawn or erased says when and why, and no other does."""
    for address, record in portal.records.items():
        if record.retracted and record.withdrawn is None:
            message = f'The status is "{record.status}", and nothing says when and why.'
            hint = 'Add withdrawn: {on: "2022-06-01", why: "…"}.'
            yield at(portal, address, ("status",), message, hint)
        if record.withdrawn is not None and not record.retracted:
            message = f'This says why it was withdrawn, but the status is "{record.status}".'
            hint = 'Set status: "withdrawn", or take this field out.'
            yield at(portal, address, ("withdrawn",), message, hint)


def presumed_says_why(portal: Portal) -> Iterator[Problem]:
    """What is presumed of a body's past says why."""
    for body in portal.of(Body):
        for number, before in enumerate(body.predecessors):
            if before.basis == "presumed" and not before.why:
                where = ("predecessors", number, "basis")
                yield at(portal, body.address, where, "This is presumed, and does not say why.", "Add why.")


def kept_back_says_why(portal: Portal) -> Iterator[Problem]:
    """What cannot be published says why, and where that is written."""
    for document in portal.of(Document):
        if document.holding == "withheld" and not document.why_not:
            message = "This is withheld, and nothing says why."
            hint = 'Add why_not; where no paper says, write "no reason given".'
            yield at(portal, document.address, ("holding",), message, hint)
    for record in portal.records.values():
        for number, gap in enumerate(record.gaps):
            if gap.kind == "cannot be published" and not gap.cites:
                message = "This cannot be published, and nothing shows where that is written."
                yield at(portal, record.address, ("gaps", number, "kind"), message, "Add cites.")


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
            message = "A held document names its copy."
            yield at(portal, document.address, ("holding",), message, "Add file and sha256.")
        if document.holding == "contained in" and not (document.inside or document.copies):
            message = "A contained document names the one it is in."
            yield at(portal, document.address, ("holding",), message, "Add inside, or copies.")


def planned_is_announced(portal: Portal) -> Iterator[Problem]:
    """What is only planned says since when the record knows of it."""
    planned: list[tuple[Record, str]] = [
        *((m, "state") for m in portal.of(Meeting) if m.state == "planned" and m.announced is None),
        *((e, "happened") for e in portal.of(Event) if e.happened == "planned" and e.announced is None),
    ]
    for record, field in planned:
        message = "This is planned, and nothing says since when that is known."
        hint = "Add announced: the day of the paper that plans it."
        yield at(portal, record.address, (field,), message, hint)


def events_have_a_date(portal: Portal) -> Iterator[Problem]:
    """An event has one date, or several that papers disagree about."""
    for event in portal.of(Event):
        if not event.date and not event.dates:
            yield at(portal, event.address, ("title",), "This event has no date.", "Add date.")
        if event.date and event.dates:
            message = "This event has both date and dates."
            hint = "Keep dates where papers disagree, and date where they do not."
            yield at(portal, event.address, ("dates",), message, hint)


def printed_dates_stand_beside_a_date(portal: Portal) -> Iterator[Problem]:
    """What a paper prints as a date stands beside the one that is counted."""
    records: tuple[Document | Event, ...] = (*portal.of(Document), *portal.of(Event))
    for record in records:
        if record.printed_date and not record.date:
            message = "This says what is printed, and no date is counted."
            hint = "Add date: the one that is probable."
            yield at(portal, record.address, ("printed_date",), message, hint)


RULES = (
    order_is_clear,
    parts_have_one_id,
    short_is_short,
    taken_back_says_why,
    presumed_says_why,
    kept_back_says_why,
    people_have_a_role,
    documents_are_whole,
    planned_is_announced,
    events_have_a_date,
    printed_dates_stand_beside_a_date,
)
