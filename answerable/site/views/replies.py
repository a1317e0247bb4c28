"""What was said in reply to an item or ask: each move with what it points to and leaves open."""

from __future__ import annotations

from dataclasses import dataclass, replace

from answerable.graph.events import StatusEvent
from answerable.graph.graph import Graph
from answerable.graph.values import Badge, Card, Cite, Fact
from answerable.i18n import gettext, sentences
from answerable.model.date import When
from answerable.model.kinds.ask import Rating
from answerable.site.facts import facts
from answerable.site.field_names import name_of
from answerable.site.views.measures import as_found


@dataclass(frozen=True, slots=True)
class Said:
    """Words with the place where they are written."""

    words: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One move of an item: who said what, what it points to, what it leaves open."""

    badges: tuple[Badge, ...]
    who: str
    """Who says so."""
    whose: str
    """Whose view or work it is, where that is somebody else."""
    when: When
    says: str
    leaves_open: str
    unsigned: str
    """Why a word reads otherwise than it was written; empty where none does."""
    rating: tuple[Fact, ...]
    """A rating as reported, its challenge and its answer."""
    shows: tuple[Said, ...]
    suggests: tuple[Said, ...]
    facts: tuple[Fact, ...]
    cites: tuple[Cite, ...]
    update: Card
    ours: bool


def replies(graph: Graph, target: str) -> tuple[Reply, ...]:
    """Give every move of an item or ask, the latest first."""
    return tuple(reply(graph, event) for event in reversed(graph.events_of(target)))


def reply(graph: Graph, event: StatusEvent) -> Reply:
    """Give what one move says."""
    move = event.move
    return Reply(
        badges=event.badges,
        who=event.speaker_name,
        whose=event.by_name if event.by != event.speaker else "",
        when=event.update.happened,
        says=move.says or "",
        leaves_open=move.leaves_open or "",
        unsigned=event.unsigned,
        rating=_rating(graph, move.rating) if move.rating else (),
        shows=tuple(Said(shown.what, graph.cites(shown.cites)) for shown in move.evidence),
        suggests=tuple(Said(s.says, graph.cites(s.cites)) for s in move.suggests),
        facts=_move_facts(graph, event),
        cites=graph.cites(move.cites),
        update=graph.card(event.update.address),
        ours=event.ours,
    )


def _rating(graph: Graph, rating: Rating) -> tuple[Fact, ...]:
    by = graph.cards((rating.by,))
    whose = "" if by else gettext("No paper held says by whom.")
    note = sentences(whose, gettext("A rating is its maker's own word, and sets no standing here."))
    said = ((gettext("Challenged by"), rating.challenge), (gettext("Answered by"), rating.answer))
    printed = gettext("“{words}”", words=rating.as_printed)
    return (
        Fact(gettext("Rating as reported"), printed, by, note=note),
        *(
            Fact(label, one.says, graph.cards((one.by,)), cites=graph.cites(one.cites))
            for label, one in said
            if one
        ),
    )


def _move_facts(graph: Graph, event: StatusEvent) -> tuple[Fact, ...]:
    shown = {"item", "reply", "progress", "check", "by", "reported_by", "says", "leaves_open", "basis"}
    told = facts(graph, event.move, frozenset(shown if event.move.in_part else shown | {"in_part"}))
    new, due = gettext("New date"), name_of("due")
    told = tuple(replace(fact, label=new) if fact.label == due else fact for fact in told)
    told += as_found(graph, event.move.measurements)
    late = event.lateness
    return (*told, Fact(gettext("Shown after the date due"), late)) if late else told
