"""What was said in reply to an item or ask: each move with what it points to and leaves open."""

from __future__ import annotations

from dataclasses import dataclass, replace

from answerable.graph.events import StatusEvent
from answerable.graph.graph import Graph
from answerable.graph.values import Badge, Card, Cite, Fact
from answerable.i18n import gettext, ngettext, one_of, sentences
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
    return tuple(_reply(graph, one) for one in reversed(graph.history) if one.target == target)


def _reply(graph: Graph, one: StatusEvent) -> Reply:
    move, names = one.move, graph.portal.records
    return Reply(
        badges=tuple(graph.badge(setting) for setting in one.settings),
        who=names[one.speaker].heading,
        whose=names[one.by].heading if one.by != one.speaker else "",
        when=one.update.happened,
        says=move.says or "",
        leaves_open=move.leaves_open or "",
        unsigned=_unsigned(graph, one),
        rating=_rating(graph, move.rating) if move.rating else (),
        shows=tuple(Said(shown.what, graph.cites(shown.cites)) for shown in move.shows),
        suggests=tuple(Said(s.says, graph.cites(s.cites)) for s in move.suggests),
        facts=_move_facts(graph, one),
        cites=graph.cites(move.cites),
        update=graph.card(one.update.address),
        ours=(move.basis or one.update.basis) != "in the source",
    )


def _unsigned(graph: Graph, one: StatusEvent) -> str:
    """Say that a word is not the speaker's to sign off, and how it reads instead."""
    written = graph.portal.vocabulary.progress.get(one.move.progress or "")
    set_ = next((setting.word for setting in one.settings if setting.track == "progress"), None)
    if written is None or set_ is None or written == set_:
        return ""
    named = graph.portal.signers(one.target) or ()
    signers = one_of(graph.portal.records[body].heading for body in named) or gettext("Somebody else")
    return gettext(
        "It was put as “{word}”. {signers} may sign it off; said by anybody else, it reads “{other}”.",
        word=written.word,
        signers=signers,
        other=set_.word,
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


def _move_facts(graph: Graph, one: StatusEvent) -> tuple[Fact, ...]:
    shown = {"item", "reply", "progress", "check", "by", "reported_by", "says", "leaves_open", "basis"}
    told = facts(graph, one.move, frozenset(shown if one.move.in_part else shown | {"in_part"}))
    new, due = gettext("New date"), name_of("due")
    told = tuple(replace(fact, label=new) if fact.label == due else fact for fact in told)
    told += as_found(graph, one.move.readings)
    if one.due and one.after_due:
        late = ngettext("{n} day after {date}", "{n} days after {date}", one.after_due, date=one.due.words)
        told += (Fact(gettext("Shown after the date due"), late),)
    return told
