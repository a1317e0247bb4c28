"""Tables of what stands within records: asks, moves, links, citations, attendance, questions, timeline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from answerable.export.tables import (
    KNOWN,
    SEVERAL,
    STATUSES,
    Cell,
    Column,
    Table,
    cells_of,
    columns_of,
    dated,
    days,
    status_cells,
)
from answerable.graph import timeline as history
from answerable.graph.graph import Graph
from answerable.i18n import gettext
from answerable.model.field import Citation
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.item import Item, Link
from answerable.model.kinds.meeting import Attendance, Meeting, Question
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Move
from answerable.model.registry import citations
from answerable.model.spec import FieldSpec, written

HISTORY: Final = gettext(
    "The history of standings: each thing that somebody said of an item, an ask or a promise. A move that"
    " set no standing has no axis and no word."
)
WHO_CAME: Final = gettext(
    "Who came to a meeting, or did not, in the paper's own categories; one row for each person, role or"
    " category without names."
)


def told(graph: Graph) -> Iterator[Table]:
    """Give the tables of what stands several times within a record."""
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
            own = f"{record.address}#{ask.id}"
            known = graph.portal.known_here(own)
            yield own, record.address, known, *cells_of(ASK, ask), *status_cells(graph, own)


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
    for entry in graph.once(history.everything):
        yield (
            *days(entry.when),
            entry.who or None,
            str(entry.text) or None,
            entry.title,
            entry.href,
            entry.planned,
            entry.ours,
        )
