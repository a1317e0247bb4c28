"""What we do not know: gaps that records state, and gaps that follow from the record itself.

Nothing here is adverse to anybody: it says what the papers held do not tell. No list is kept by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Any, Final

from answerable.graph.graph import Graph
from answerable.graph.values import Card, Cite
from answerable.i18n import capital, commas, ended, gettext, ngettext, sentences
from answerable.model.date import When
from answerable.model.field import Citation, Part, PrintedDate, Record
from answerable.model.kinds.document import Document
from answerable.model.kinds.event import Event
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.person import Person
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.spec import specs


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something the papers do not tell, and whose reading that is."""

    words: str
    why: str = ""
    card: Card | None = None
    cites: tuple[Cite, ...] = ()


Find = Callable[[Graph, Any], Iterator[Unknown]]
"""Finder of the gaps of one kind that one record has."""
STATES: Final = {
    "held": "",
    "planned": gettext("It was planned. No paper held here shows whether it took place."),
    "report only": gettext("We hold a report written for it, and no minutes."),
    "mentioned": gettext("Papers held here speak of it. We hold no minutes of it."),
}
"""What is held of a meeting, by its state."""
HOLDING: Final = {
    "held": gettext("A copy is held for this record. It is its owner's, and is not published here."),
    "contained in": gettext("It is held inside another document."),
    "cited only": gettext("It is named in papers held here. It is not held itself."),
    "withheld": gettext("Its owner has not published it."),
    "proposed": gettext("A paper proposes that it be written. No paper held here shows that it exists."),
}
"""What is held of a document, by how it is known."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Gaps of one kind, under a heading."""

    id: str
    title: str
    """As within a sentence: `dates in conflict`."""
    about: str
    entries: tuple[Unknown, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of gap: its heading, what it says of itself, and where it comes from."""

    id: str
    title: str
    """As within a sentence."""
    about: str
    find: Find
    of: type[Record] | UnionType = Record
    """What may have such gaps."""
    listed: bool = False
    """Whether the page of what it concerns lists it; other kinds stand there in words of their own."""


def of_record(graph: Graph, record: Record) -> tuple[Unknown, ...]:
    """Gaps that a record's own page lists: those it states, and those its parts do not say."""
    return tuple(
        gap
        for kind in KINDS
        if kind.listed and isinstance(record, kind.of)
        for gap in kind.find(graph, record)
    )


def everything(graph: Graph) -> tuple[Gaps, ...]:
    """Gaps of all records, by kind; kinds without any are left out."""
    records = graph.portal.records.values()
    kinds = (
        Gaps(
            kind.id,
            kind.title,
            kind.about,
            tuple(gap for r in records if isinstance(r, kind.of) for gap in kind.find(graph, r)),
        )
        for kind in KINDS
    )
    return tuple(kind for kind in kinds if kind.entries)


def not_in_attendance(meeting: Meeting) -> tuple[str, ...]:
    """Members on the printed list whom no category of attendance names."""
    if not meeting.members or meeting.state != "held":
        return ()
    named = {person for group in meeting.attendance for person in group.people}
    return tuple(person for person in meeting.members.people if person not in named)


def _left_open(graph: Graph, update: Update) -> Iterator[Unknown]:
    for move in update.moves:
        if move.leaves_open:
            yield Unknown(move.leaves_open, "", graph.card(move.item), graph.cites(move.cites))


def _suggestions(graph: Graph, record: Record) -> Iterator[Unknown]:
    for one in graph.events_within(record.address):
        backlinks = graph.backlinks.get(one.update.address, ())
        taken = {back.part for back in backlinks if back.field == "to"}
        for suggestion in one.move.suggests:
            if suggestion.id not in taken:
                nothing = gettext("In the papers held, this suggestion reaches nothing.")
                words = sentences(suggestion.says, nothing)
                yield Unknown(words, "", graph.card(one.target), graph.cites(suggestion.cites))


def _questions(graph: Graph, meeting: Meeting) -> Iterator[Unknown]:
    for item in meeting.items:
        for question in item.questions:
            if question.answered == "no answer recorded":
                card = graph.card(f"{meeting.address}#{item.id}")
                yield Unknown(question.asks, "", card, graph.cites(question.cites))


def _meetings(graph: Graph, meeting: Meeting) -> Iterator[Unknown]:
    if STATES[meeting.state]:
        card = graph.card(meeting.address)
        yield Unknown(STATES[meeting.state], "", card, graph.cites(meeting.cites[:1]))


def _members(graph: Graph, meeting: Meeting) -> Iterator[Unknown]:
    for person in not_in_attendance(meeting):
        name = graph.portal.records[person].heading
        cites = meeting.members.cites if meeting.members else ()
        yield Unknown(
            gettext("%(name)s is named in no attendance list of this meeting.", name=name),
            "",
            graph.card(meeting.address),
            graph.cites(cites),
        )


def _promises(graph: Graph, promise: Promise) -> Iterator[Unknown]:
    if not promise.retracted and not graph.status_of(promise.address):
        due = promise.due.words if promise.due else promise.due_says
        due_words = gettext("Due: %(date)s.", date=due) if due else gettext("No date was given.")
        words = sentences(due_words, gettext("The papers held do not show what came of it."))
        yield Unknown(words, "", graph.card(promise.address), graph.cites(promise.cites[:1]))


def _papers(graph: Graph, document: Document, holding: str = "cited only") -> Iterator[Unknown]:
    if document.holding == holding:
        yield Unknown(
            document.why_not or HOLDING[document.holding],
            "",
            graph.card(document.address),
            graph.cites(document.cites[:1]),
        )


def _closed(graph: Graph, record: Record) -> Iterator[Unknown]:
    """What exists and is kept back: papers, and whatever a record says cannot be published."""
    if isinstance(record, Document):
        yield from _papers(graph, record, "withheld")
    yield from _stated(graph, record, closed=True)


def _stated(graph: Graph, record: Record, *, closed: bool = False) -> Iterator[Unknown]:
    for gap in record.gaps:
        if (gap.kind == "cannot be published") == closed:
            why = gettext("Our reading.") if gap.basis == "ours" else ""
            yield Unknown(gap.says, why, graph.card(record.address), graph.cites(gap.cites))


def _dates(graph: Graph, record: Record) -> Iterator[Unknown]:
    """Dates on which papers differ, and printed dates that cannot be right."""
    if record.retracted:
        return
    card = graph.card(record.address)
    if isinstance(record, Event) and len(record.dates) > 1:
        dates = commas(
            gettext("%(date)s (%(says)s)", date=saying.date.words, says=saying.says)
            for saying in record.dates
        )
        cites = graph.cites(cite for saying in record.dates for cite in saying.cites)
        words = ngettext(
            "Papers give %(n)s date: %(dates)s.",
            "Papers give %(n)s dates: %(dates)s.",
            len(record.dates),
            dates=dates,
        )
        yield Unknown(words, "", card, cites)
    for when, printed in _printed_dates(record):
        counted = gettext(
            "Counted here as %(date)s; printed as %(printed)s.", date=when.words, printed=printed.words
        )
        why = sentences(counted, ended(capital(printed.why)))
        yield Unknown(why, gettext("Our reading."), card, graph.cites(record.cites[:1]))


def _printed_dates(part: Part) -> Iterator[tuple[When, PrintedDate]]:
    """Each date in a record, and in its parts, that counts as another than the one printed beside it."""
    for spec in specs(type(part)):
        value = getattr(part, spec.name) if spec.part else None
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, PrintedDate):
                yield getattr(part, spec.declared.explains), one
            elif isinstance(one, Part) and not isinstance(one, Citation):
                yield from _printed_dates(one)


def _identities(graph: Graph, person: Person) -> Iterator[Unknown]:
    """People of a like name whom no paper shows to be one."""
    for other in person.not_shown_same_as:
        name = graph.card(other.person).title
        words = sentences(gettext("Not shown to be the same person as %(name)s.", name=name), other.why)
        yield Unknown(words, "", graph.card(person.address), graph.cites(person.cites[:1]))


def _nobody(graph: Graph, record: Record) -> Iterator[Unknown]:
    """What is asked of nobody by name; what is only quoted is not followed."""
    for target, ask in graph.asks_in(record):
        if not ask.owners:
            words = sentences(gettext("Nobody is named."), ask.named_why or "")
            yield Unknown(words, "", graph.card(target), graph.cites(ask.cites[:1]))


def _timescales(graph: Graph, series: Series) -> Iterator[Unknown]:
    """For a series how many of its asks have no timescale in their own text."""
    asked = [pair for part in (series, *graph.portal.items(series)) for pair in graph.asks_in(part)]
    without = [target for target, ask in asked if not ask.has_timescale]
    if without:
        words = gettext(
            "No timescale is given for %(n)s of the %(all)s things it asks.", n=len(without), all=len(asked)
        )
        if len(without) == len(asked):
            words = gettext("No timescale is given for any of the %(all)s things it asks.", all=len(asked))
        yield Unknown(words, "", graph.card(series.address))


KINDS: Final = (
    Kind(
        "open",
        gettext("what a reply leaves open"),
        gettext("Parts of a question that the reply does not deal with, in our reading."),
        _left_open,
        Update,
    ),
    Kind(
        "suggestions",
        gettext("suggestions that reach nothing"),
        gettext("Made in a reply, and taken into no recommendation."),
        _suggestions,
        listed=True,
    ),
    Kind(
        "questions",
        gettext("questions without a recorded answer"),
        gettext("The paper prints the question and no answer to it."),
        _questions,
        Meeting,
    ),
    Kind(
        "nobody",
        gettext("asks that name nobody"),
        gettext("The text does not say who is to act. Nobody can be asked by name."),
        _nobody,
        Item | Series,
    ),
    Kind(
        "timescales",
        gettext("sets in which asks have no timescale"),
        gettext("The text does not say by when."),
        _timescales,
        Series,
        listed=True,
    ),
    Kind(
        "minutes",
        gettext("meetings without minutes held here"),
        gettext("Papers speak of them. We hold no minutes of them."),
        _meetings,
        Meeting,
    ),
    Kind(
        "attendance",
        gettext("members in no attendance list"),
        gettext("On the printed list of members, and named neither as present nor as absent."),
        _members,
        Meeting,
    ),
    Kind(
        "promises",
        gettext("promises whose outcome the papers do not show"),
        gettext(
            "The papers held end before an outcome, or speak of none. That does not mean that "
            "nothing happened."
        ),
        _promises,
        Promise,
        listed=True,
    ),
    Kind(
        "papers",
        gettext("papers cited, and not held here"),
        gettext("Named in the papers held. Each page says how to ask for it."),
        _papers,
        Document,
    ),
    Kind(
        "closed",
        gettext("what cannot be published, and why"),
        gettext(
            "It exists, and its holder keeps it back. That is apart from what is not held, or not known."
        ),
        _closed,
        listed=True,
    ),
    Kind(
        "dates",
        gettext("dates in conflict"),
        gettext("Papers give different dates, or print one that cannot be right. All are shown."),
        _dates,
        listed=True,
    ),
    Kind(
        "identities",
        gettext("people not shown to be the same"),
        gettext("Papers print names that are alike. No paper shows that they mean one person."),
        _identities,
        Person,
    ),
    Kind(
        "stated",
        gettext("names, wordings and other things in conflict or cut short"),
        gettext("Said record by record: papers differ, break off, or leave out what they point to."),
        _stated,
        listed=True,
    ),
)
"""The kinds of gap, in the order shown."""
