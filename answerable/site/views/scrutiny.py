"""Three questions for scrutiny, and what this record can show for each: counts with links, never a verdict.

The questions are those of the Centre for Public Scrutiny's paper on scrutiny in Rotherham and
Mid-Staffordshire: would a problem be noticed and acted on, has scrutiny the information, do officers
accept its part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from answerable.graph import unknowns as gaps
from answerable.graph.derived_unknowns import dated
from answerable.graph.graph import Graph
from answerable.graph.values import Card
from answerable.i18n import capital, gettext
from answerable.model.kinds.document import Document
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.series import Ask, Item, Series
from answerable.site.views.tally import targets


@dataclass(frozen=True, slots=True)
class Count:
    """A number, what it counts, and each thing counted, or the page that lists them."""

    number: int
    words: str
    cards: tuple[Card, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One of the three questions, with what this record can show for it."""

    id: str
    question: str
    written: Card | None
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class ThreeQuestions:
    """The three questions."""

    asked: tuple[Asked, ...]
    held_until: str


QUESTIONS = (
    ("noticed", gettext("Would serious problems be noticed, and acted on?")),
    ("information", gettext("Does scrutiny have the information to challenge, on evidence?")),
    ("part", gettext("Do officers accept that scrutiny has this part to play?")),
)
HOLDINGS = {
    "held": gettext("papers of which a copy is held"),
    "contained in": gettext("papers held inside another"),
    "cited only": gettext("papers that are cited, and not held"),
    "withheld": gettext("papers that their owner keeps back"),
    "proposed": gettext("papers that somebody proposed to write"),
}


def three_questions(graph: Graph) -> ThreeQuestions:
    """Give what this record can show for each of the three questions."""
    there = [address if address in graph.portal.records else "" for address in _written(graph)]
    written = [graph.card(address) if address else None for address in there]
    shown = (_noticed(graph), _information(graph), _part(graph))
    asked = tuple(
        Asked(own, question, card, tuple(counts))
        for (own, question), card, counts in zip(QUESTIONS, written, shown, strict=True)
    )
    return ThreeQuestions(asked, graph.portal.settings.held_until)


def _written(graph: Graph) -> list[str]:
    """Where each of the three is written; an empty text where the settings name nothing."""
    return [*graph.portal.settings.three_questions, "", "", ""][:3]


def _noticed(graph: Graph) -> Iterator[Count]:
    """Of the series that the first page opens with, and of nothing that is only quoted beside them."""
    first = (graph.portal.records.get(address) for address in graph.portal.settings.first)
    everything = [target for one in first if isinstance(one, Series) for target in targets(graph, one)]
    number = len(everything)
    timeless = gettext("of {n} things asked or resolved: no timescale of its own is given", n=number)
    asked = {target: graph.portal.asked(target) for target in everything}
    parts = {target: one for target, one in asked.items() if isinstance(one, Ask | Item)}
    nobody = [target for target, one in parts.items() if not one.falls_on]
    undated = [target for target, one in parts.items() if not dated(one)]
    said = {
        target
        for target, settings in graph.standing.items()
        if any(setting.track == "progress" for setting in settings)
        and not any(setting.word.closes for setting in settings)
    }
    nameless = gettext("of {n} things asked or resolved: nobody is named to do it", n=number)
    yield _count(graph, nameless, nobody)
    if len(undated) == number:
        yield Count(len(undated), timeless, href="standing/")
    else:
        yield _count(graph, timeless, undated)
    yield _count(graph, gettext("said to be in hand or done, and no held paper shows more"), sorted(said))


def _information(graph: Graph) -> Iterator[Count]:
    documents = list(graph.portal.of(Document))
    for holding, words in HOLDINGS.items():
        number = sum(document.holding == holding for document in documents)
        if number:
            group = holding.replace(" ", "-")
            yield Count(number, words, href=f"documents/#group-{group}")
    found = {kind.id: kind for kind in gaps.everything(graph)}
    for kind in ("closed", "questions"):
        if kind in found:
            words = gettext("entries under “{heading}”", heading=capital(found[kind].title))
            yield Count(len(found[kind].found), words, href=f"unknown/#{kind}")


def _part(graph: Graph) -> Iterator[Count]:
    meetings = [meeting for meeting in graph.portal.of(Meeting) if not meeting.retracted]
    listed = [meeting for meeting in meetings if meeting.attendance]
    roles = [meeting for meeting in listed if any(group.for_ or group.roles for group in meeting.attendance)]
    printed = gettext("meetings of which a list of who came is printed")
    yield _count(graph, printed, [m.address for m in listed])
    by_role = gettext("of these lists: somebody came for one item, or is there by role")
    yield _count(graph, by_role, [m.address for m in roles])
    answers = [
        (meeting.address, question.answered)
        for meeting in meetings
        for item in meeting.items
        for question in item.questions
    ]
    number = len(answers)
    words = {
        "yes": gettext("of {n} questions put: an answer is recorded", n=number),
        "in part": gettext("of {n} questions put: an answer in part is recorded", n=number),
        "no answer recorded": gettext("of {n} questions put: no answer is recorded", n=number),
    }
    for answered, said in words.items():
        put = [address for address, how in answers if how == answered]
        yield Count(len(put), said, graph.cards(dict.fromkeys(put)))


def _count(graph: Graph, words: str, found: Iterable[str]) -> Count:
    cards = graph.cards(found)
    return Count(len(cards), words, cards)
