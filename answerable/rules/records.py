"""Records taken one by one: what a kind needs beyond the types of its fields, and each record's prose."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Final, TypeAlias, TypeVar

from answerable.load import markdown_errors
from answerable.model.address import id_problem
from answerable.model.field import SERIES_FOLDERS, Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.document import Document
from answerable.model.kinds.event import Event
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.person import Person
from answerable.model.portal import Portal
from answerable.model.registry import KINDS, Where, parts
from answerable.problem import Problem

Key = TypeVar("Key", bound=Hashable)
T = TypeVar("T")
Fault: TypeAlias = tuple[Where, str, str]
"""Where in a record a mistake stands, what is wrong, and what to do."""


def problems(portal: Portal) -> Iterator[Problem]:
    """Mistakes within single records."""
    for address, record in portal.records.items():
        for model, rule in RULES:
            if isinstance(record, model):
                yield from (portal.problem(address, *fault) for fault in rule(record))
        if record.prose:
            source = portal.sources[address]
            yield from markdown_errors.problems(record.prose, source.path, source.prose_line)
    yield from _taken_addresses(portal)


def repeated(pairs: Iterable[tuple[Key, T]]) -> Iterator[tuple[Key, T, T]]:
    """Each key that came before, with what first had it and what has it now."""
    first: dict[Key, T] = {}
    for key, value in pairs:
        if key in first:
            yield key, first[key], value
        first.setdefault(key, value)


def parts_have_one_id(record: Record) -> Iterator[Fault]:
    """No two parts of a record bear the same id."""
    for part_id, _, where in repeated((part_id, where) for part_id, where, _ in parts(record)):
        message = f'The id "{part_id}" stands twice in this record.'
        yield (*where, "id"), message, "Give each part an id of its own."


def taken_back_says_why(record: Record) -> Iterator[Fault]:
    """A record that is withdrawn or erased says when and why, and no other does."""
    if record.retracted and record.withdrawn is None:
        message = f'The status is "{record.status}", and nothing says when and why.'
        yield ("status",), message, 'Add withdrawn: {on: "2022-06-01", why: "…"}.'
    if record.withdrawn is not None and not record.retracted:
        message = f'This says why it was withdrawn, but the status is "{record.status}".'
        yield ("withdrawn",), message, 'Set status: "withdrawn", or take this field out.'


def unpublished_says_where(record: Record) -> Iterator[Fault]:
    """A gap that cannot be published says where that is written."""
    for number, gap in enumerate(record.gaps):
        if gap.kind == "cannot be published" and not gap.cites:
            message = "This cannot be published, and nothing shows where that is written."
            yield ("gaps", number, "kind"), message, "Add cites."


def presumed_says_why(body: Body) -> Iterator[Fault]:
    """What is presumed of a body's past says why."""
    for number, before in enumerate(body.predecessors):
        if before.basis == "presumed" and not before.why:
            yield ("predecessors", number, "basis"), "This is presumed, and does not say why.", "Add why."


def people_have_a_role(person: Person) -> Iterator[Fault]:
    """A person is here only for a public role."""
    if not person.roles:
        hint = "Add the role, or let the person appear by role only."
        yield ("roles",), "No public role is given for this person.", hint


def documents_are_whole(document: Document) -> Iterator[Fault]:
    """A held document names its file and hash, a contained one its container; a withheld one says why."""
    where = ("holding",)
    if document.holding == "held" and not (document.file and document.sha256):
        yield where, "A held document names its copy.", "Add file and sha256."
    if document.holding == "contained in" and not (document.inside or document.copies):
        yield where, "A contained document names the one it is in.", "Add inside, or copies."
    if document.holding == "withheld" and not document.why_not:
        hint = 'Add why_not; where no paper says, write "no reason given".'
        yield where, "This is withheld, and nothing says why.", hint


def planned_is_announced(record: Meeting | Event) -> Iterator[Fault]:
    """What is only planned says since when the record knows of it."""
    field = "state" if isinstance(record, Meeting) else "happened"
    if getattr(record, field) == "planned" and record.announced is None:
        message = "This is planned, and nothing says since when that is known."
        yield (field,), message, "Add announced: the day of the paper that plans it."


def events_have_a_date(event: Event) -> Iterator[Fault]:
    """An event has one date, or several that papers disagree about."""
    if not event.date and not event.dates:
        yield ("title",), "This event has no date.", "Add date."
    if event.date and event.dates:
        hint = "Keep dates where papers disagree, and date where they do not."
        yield ("dates",), "This event has both date and dates.", hint


def printed_dates_stand_beside_a_date(record: Document | Event) -> Iterator[Fault]:
    """What a paper prints as a date stands beside the one that is counted."""
    if record.printed_date and not record.date:
        message = "This says what is printed, and no date is counted."
        yield ("printed_date",), message, "Add date: the one that is probable."


RULES: Final[tuple[tuple[type[Record], Callable[[Any], Iterator[Fault]]], ...]] = (
    (Record, parts_have_one_id),
    (Record, taken_back_says_why),
    (Record, unpublished_says_where),
    (Body, presumed_says_why),
    (Person, people_have_a_role),
    (Document, documents_are_whole),
    (Meeting, planned_is_announced),
    (Event, planned_is_announced),
    (Event, events_have_a_date),
    (Document, printed_dates_stand_beside_a_date),
    (Event, printed_dates_stand_beside_a_date),
)


def _taken_addresses(portal: Portal) -> Iterator[Problem]:
    """An address that a record had before is well formed, and nothing else has it."""
    taken: dict[str, str] = {}
    for address, record in portal.records.items():
        for number, former in enumerate(record.aliases):
            where = ("aliases", number)
            if not _well_formed(former):
                message = f'"{former}" is no address that a record can have had.'
                yield portal.problem(address, where, message, "Write it like motions/2030-01-10/1.")
            elif former in portal.records or former in taken:
                message = f'"{former}" is the address of "{taken.get(former, former)}".'
                hint = "An address leads to one page only. Take it out here, or there."
                yield portal.problem(address, where, message, hint)
            taken.setdefault(former, address)


def _well_formed(former: str) -> bool:
    """Whether it is a kind's folder and an id, or two for an item; no page of the site itself."""
    folder, *ids = former.split("/")
    most = 2 if folder in SERIES_FOLDERS else 1
    site_page = folder == "pages" and ids[0] in KINDS
    return folder in KINDS and 1 <= len(ids) <= most and not site_page and not any(map(id_problem, ids))
