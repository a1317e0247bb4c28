"""Tables of the record: one of each kind, with its single values, and one of each thing in several records.

Lists of addresses and words are joined in one cell. Asks, moves, links, citations, attendance, questions and
the timeline have tables of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from inspect import getdoc
from typing import Final, Literal, TypeAlias

from pydantic import BaseModel

from answerable.graph import timeline
from answerable.graph.graph import Graph
from answerable.i18n import gettext, pgettext
from answerable.model.address import href, parent
from answerable.model.date import When
from answerable.model.field import Citation, Record
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.item import Item, Link
from answerable.model.kinds.meeting import Attendance, Meeting, Question
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Move
from answerable.model.registry import citations, file_order, kind_of, models
from answerable.model.spec import FieldSpec, Voice, written
from answerable.model.status import TRACKS

Cell: TypeAlias = str | int | bool | date | None
SEVERAL: Final = "; "
"""Between the entries of a list in one cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what is in it, and of what type that is."""

    name: str
    says: str
    type: Literal["string", "integer", "boolean", "date"] = "string"
    refers: str = ""
    """The table whose keys are in it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; with a key, no two rows have the same value in its column."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: str = ""


KNOWN: Final = Column(
    "known_here", "The day on which it was first public here; empty where nothing is published yet.", "date"
)
FIRST: Final = (
    Column("address", "The record's address, which never changes."),
    Column("record_kind", "What kind of record it is, in a word."),
    Column("page", "Its page, from the root of the site."),
    KNOWN,
)
SERIES: Final = Column("series", "The series it stands in.", refers="series")
PROSE: Final = Column("prose", "The text of its page, in Markdown.")


def kind_tables(graph: Graph) -> Iterator[Table]:
    """The table of each kind, in the order of its records' addresses."""
    for model in models():
        public = tuple(spec for spec in file_order(model) if spec.voice is not Voice.INTERNAL)
        moved = issubclass(model, (Item, Promise))
        inside = (SERIES,) if model is Item else ()
        columns = (*FIRST, *inside, *columns_of(public), *(STATUSES if moved else ()), PROSE)
        rows = tuple(
            (
                record.address,
                str(kind_of(record.address).one),
                href(record.address),
                graph.portal.known_here(record.address),
                *([parent(record.address)] if inside else []),
                *cells_of(public, record),
                *(status_cells(graph, record.address) if moved else ()),
                record.prose or None,
            )
            for record in graph.portal.of(model)
        )
        yield Table(model.kind_folder, about(model), columns, rows, "address")


def about(model: type[Record]) -> str:
    """What a kind is in a sentence: the words that its type says of itself."""
    words = " ".join((getdoc(model) or "").split())
    return pgettext("a table", words)


def columns_of(order: Iterable[FieldSpec], before: str = "") -> Iterator[Column]:
    """The columns of some fields; lists of parts have none, a date has three."""
    for spec in order:
        name = before + spec.alias
        if spec.part:
            if not spec.many:
                yield from columns_of(written(spec.part), f"{name}_")
        elif spec.holds == "date":
            yield from dated(name, spec.says)
        elif spec.many:
            yield Column(name, f'{spec.says} Several are divided by "{SEVERAL}".')
        elif spec.holds == "yes or no":
            yield Column(name, spec.says, "boolean")
        elif spec.holds == "whole number":
            yield Column(name, spec.says, "integer")
        else:
            yield Column(name, spec.says, "date" if spec.holds == "day" else "string")


def cells_of(order: Iterable[FieldSpec], part: BaseModel | None) -> Iterator[Cell]:
    """The cells of a part under the columns of the same fields; all empty where it is absent."""
    for spec in order:
        value = getattr(part, spec.name) if part else None
        if spec.part:
            if not spec.many:
                yield from cells_of(written(spec.part), value)
        elif spec.holds == "date":
            yield from days(value)
        elif spec.many:
            yield SEVERAL.join(value or ()) or None
        elif spec.holds == "day":
            yield value if isinstance(value, date) else None
        else:
            yield value


def dated(name: str, says: str) -> tuple[Column, ...]:
    """The three columns of a date."""
    return (
        Column(name, f"{says} As it is written in the record."),
        Column(f"{name}_earliest", "The first day that this date can mean; empty where it is open.", "date"),
        Column(f"{name}_latest", "The last day that this date can mean; empty where it is open.", "date"),
    )


def days(when: When | None) -> tuple[Cell, Cell, Cell]:
    """The three cells of a date."""
    if when is None:
        return None, None, None
    return when.text, when.earliest, when.latest


def _status_column(track: str) -> Column:
    says = f'Where it stands on the axis "{track}": who says so, and the word. Empty where nobody set it.'
    return Column(f"standing_{track}", f'{says} Several are divided by "{SEVERAL}".')


STATUSES: Final = tuple(_status_column(track) for track in TRACKS)


def status_cells(graph: Graph, reference: str) -> Iterator[Cell]:
    """Where an item, an ask or a promise stands, one cell an axis: `Review: no comment`."""
    badges = graph.badges(reference)
    for track in TRACKS:
        words = (f"{badge.voice}: {badge.word}" for badge in badges if badge.track == track)
        yield SEVERAL.join(words) or None


HISTORY: Final = gettext(
    "The history of standings: each thing that somebody said of an item, an ask or a promise. A move that"
    " set no standing has no axis and no word."
)
WHO_CAME: Final = gettext(
    "Who came to a meeting, or did not, in the paper's own categories; one row for each person, role or"
    " category without names."
)


def part_tables(graph: Graph) -> Iterator[Table]:
    """The tables of asks, moves, links, citations, attendance, questions and the timeline."""
    yield Table(
        "asks",
        gettext("One thing asked, by a series as a whole or by an item of it."),
        ASKS,
        tuple(_asks(graph)),
        "ask",
    )
    yield Table("moves", HISTORY, MOVES, tuple(_moves(graph)))
    yield Table("links", gettext("How an item stands to an earlier one."), LINKS, tuple(_links(graph)))
    yield Table(
        "citations",
        gettext("Where each thing in the record is written."),
        CITATIONS,
        tuple(_citations(graph)),
    )
    yield Table("attendance", WHO_CAME, ATTENDANCE, tuple(_attendance(graph)))
    yield Table(
        "questions",
        gettext("Questions put at meetings, and what the papers record as their answers."),
        QUESTIONS,
        tuple(_questions(graph)),
        "question",
    )
    yield Table("timeline", gettext("Everything dated, the oldest first."), TIMELINE, tuple(_timeline(graph)))


def _but(model: type[Ask | Link | Question | Citation | Move], *names: str) -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in written(model) if spec.name not in names)


ASK: Final = _but(Ask, "id")
ASKS: Final = (
    Column("ask", "Its address: that of the record, and its own id after a #."),
    Column("of", "The series or item that asks it."),
    KNOWN,
    *columns_of(ASK),
    *STATUSES,
)


def _asks(graph: Graph) -> Iterator[tuple[Cell, ...]]:
    for record in graph.portal.records.values():
        for ask in record.asks if isinstance(record, (Series, Item)) else ():
            address = f"{record.address}#{ask.id}"
            known = graph.portal.known_here(address)
            yield address, record.address, known, *cells_of(ASK, ask), *status_cells(graph, address)


MOVE: Final = _but(Move, "item", "reply", "progress", "check", "by", "reported_by", "basis")
MOVES: Final = (
    *dated("date", "The day the standing counts from."),
    Column("item", "The item or promise that moved, or whose ask did."),
    Column("ask", "The ask that moved, where it was one."),
    Column("axis", "reply, progress or check."),
    Column("word", "The id of the word, as in the vocabulary of the portal."),
    Column("word_says", "The word as on the badge."),
    Column("who", "Who says so."),
    Column("whose", "Whose view or work it is."),
    Column("basis", "Whose words sort it: the source's, or ours."),
    Column("update", "The update in which it is written.", refers="updates"),
    *columns_of(MOVE),
)


def _moves(graph: Graph) -> Iterator[tuple[Cell, ...]]:
    for event in graph.events:
        address, _, part = event.target.partition("#")
        rest = (event.speaker, event.by, event.basis, event.update.address)
        words: list[tuple[Cell, ...]] = [(s.track, s.word_id, s.word.word) for s in event.statuses]
        for word in words or [(None, None, None)]:
            yield (
                *days(event.update.happened),
                address,
                event.target if part else None,
                *word,
                *rest,
                *cells_of(MOVE, event.move),
            )


LINK: Final = _but(Link, "to")
LINKS: Final = (
    Column("from", "The later item, in whose record the link is written.", refers="items"),
    Column("to", "The earlier item or ask."),
    *columns_of(LINK),
)


def _links(graph: Graph) -> Iterator[tuple[Cell, ...]]:
    for item in graph.portal.of(Item):
        for link in item.links:
            yield item.address, link.to, *cells_of(LINK, link)


CITATIONS: Final = (
    Column("record", "The record that cites."),
    Column("where", "The way to the citation in the record: names of fields, and numbers counted from 0."),
    Column("document", "The innermost document in which it is written.", refers="documents"),
    *columns_of(_but(Citation, "in_")),
)


def _citations(graph: Graph) -> Iterator[tuple[Cell, ...]]:
    for address, record in graph.portal.records.items():
        for where, citation in citations(record):
            yield address, "/".join(map(str, where)), citation.in_, citation.at, citation.quote


ATTENDANCE: Final = (
    Column("meeting", "The meeting.", refers="meetings"),
    Column("as", "The category, in the paper's own words."),
    Column("person", "Who is named.", refers="people"),
    Column("role", "Who appears by role only."),
    Column("for", f'The items for which they came. Several are divided by "{SEVERAL}".'),
    Column("note", "What a reader should know besides."),
)


def _attendance(graph: Graph) -> Iterator[tuple[Cell, ...]]:
    for meeting in graph.portal.of(Meeting):
        for group in meeting.attendance:
            for person, role in _who(group):
                yield (meeting.address, group.as_, person, role, SEVERAL.join(group.for_) or None, group.note)


def _who(group: Attendance) -> list[tuple[str | None, str | None]]:
    named: list[tuple[str | None, str | None]] = [(person, None) for person in group.people]
    return [*named, *((None, role) for role in group.roles)] or [(None, None)]


QUESTION: Final = _but(Question, "id")
QUESTIONS: Final = (
    Column("question", "Its address: that of the meeting, and its own id after a #."),
    Column("meeting", "The meeting.", refers="meetings"),
    Column("item", "The item of the meeting under which it was put."),
    *columns_of(QUESTION),
)


def _questions(graph: Graph) -> Iterator[tuple[Cell, ...]]:
    for meeting in graph.portal.of(Meeting):
        for item in meeting.items:
            for question in item.questions:
                address = meeting.address
                yield (
                    f"{address}#{question.id}",
                    address,
                    f"{address}#{item.id}",
                    *cells_of(QUESTION, question),
                )


TIMELINE: Final = (
    *dated("date", "When."),
    Column("who", "Who did or said it."),
    Column("text", "What happened, in our words."),
    Column("title", "What the record is called."),
    Column("page", "Its page, from the root of the site."),
    Column("planned", "Whether it was only planned.", "boolean"),
    Column("ours", "Whether that is our reading.", "boolean"),
)


def _timeline(graph: Graph) -> Iterator[tuple[Cell, ...]]:
    for entry in graph.once(timeline.everything):
        yield (
            *days(entry.when),
            entry.who or None,
            str(entry.text) or None,
            entry.title,
            entry.href,
            entry.planned,
            entry.ours,
        )
