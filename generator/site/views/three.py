"""Three questions for scrutiny, and what this record can show for each: counts with links, never a verdict.

The questions are those of the Centre for Public Scrutiny's paper on scrutiny in Rotherham and
Mid-Staffordshire: would a problem be noticed and acted on, has scrutiny the information, do officers
accept its part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.derive import gaps
from generator.derive.linked import Linked
from generator.derive.missing import dated
from generator.derive.values import Card
from generator.record.meetings import Meeting
from generator.record.papers import Document
from generator.record.series import Ask, Item, Series
from generator.site.views.tally import targets


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
    ("noticed", "Would serious problems be noticed, and acted on?"),
    ("information", "Does scrutiny have the information to challenge, on evidence?"),
    ("part", "Do officers accept that scrutiny has this part to play?"),
)
HOLDINGS = {
    "held": "papers of which a copy is held",
    "contained in": "papers held inside another",
    "cited only": "papers that are cited, and not held",
    "withheld": "papers that their owner keeps back",
    "proposed": "papers that somebody proposed to write",
}


def three_questions(linked: Linked) -> ThreeQuestions:
    """Give what this record can show for each of the three questions."""
    there = [address if address in linked.portal.records else "" for address in _written(linked)]
    written = [linked.card(address) if address else None for address in there]
    shown = (_noticed(linked), _information(linked), _part(linked))
    asked = tuple(
        Asked(own, question, card, tuple(counts))
        for (own, question), card, counts in zip(QUESTIONS, written, shown, strict=True)
    )
    return ThreeQuestions(asked, linked.portal.settings.held_until)


def _written(linked: Linked) -> list[str]:
    """Where each of the three is written; an empty text where the settings name nothing."""
    return [*linked.portal.settings.three_questions, "", "", ""][:3]


def _noticed(linked: Linked) -> Iterator[Count]:
    """Of the series that the first page opens with, and of nothing that is only quoted beside them."""
    first = (linked.portal.records.get(address) for address in linked.portal.settings.first)
    everything = [target for one in first if isinstance(one, Series) for target in targets(linked, one)]
    whole = f"of {len(everything)} things asked or resolved:"
    asked = {target: linked.portal.asked(target) for target in everything}
    parts = {target: one for target, one in asked.items() if isinstance(one, Ask | Item)}
    nobody = [target for target, one in parts.items() if not one.falls_on]
    undated = [target for target, one in parts.items() if not dated(one)]
    said = {
        target
        for target, settings in linked.standing.items()
        if any(setting.axis == "progress" for setting in settings)
        and not any(setting.word.closes for setting in settings)
    }
    yield _count(linked, f"{whole} nobody is named to do it", nobody)
    if len(undated) == len(everything):
        yield Count(len(undated), f"{whole} no timescale of its own is given", href="standing/")
    else:
        yield _count(linked, f"{whole} no timescale of its own is given", undated)
    yield _count(linked, "said to be in hand or done, and no held paper shows more", sorted(said))


def _information(linked: Linked) -> Iterator[Count]:
    documents = list(linked.portal.of(Document))
    for holding, words in HOLDINGS.items():
        number = sum(document.holding == holding for document in documents)
        if number:
            group = holding.replace(" ", "-")
            yield Count(number, words, href=f"documents/#group-{group}")
    found = {kind.id: kind for kind in gaps.everything(linked)}
    for kind in ("closed", "questions"):
        if kind in found:
            title = found[kind].title
            yield Count(len(found[kind].found), f"entries under “{title}”", href=f"unknown/#{kind}")


def _part(linked: Linked) -> Iterator[Count]:
    meetings = [meeting for meeting in linked.portal.of(Meeting) if not meeting.taken_back]
    listed = [meeting for meeting in meetings if meeting.attendance]
    roles = [meeting for meeting in listed if any(group.for_ or group.roles for group in meeting.attendance)]
    yield _count(linked, "meetings of which a list of who came is printed", [m.address for m in listed])
    yield _count(linked, "of these lists: somebody came for one item, or is there by role",
                 [m.address for m in roles])  # fmt: skip
    answers = [
        (meeting.address, question.answered)
        for meeting in meetings
        for item in meeting.items
        for question in item.questions
    ]
    words = {
        "yes": "an answer is recorded",
        "in part": "an answer in part is recorded",
        "no answer recorded": "no answer is recorded",
    }
    for answered, said in words.items():
        put = [address for address, how in answers if how == answered]
        yield Count(len(put), f"of {len(answers)} questions put: {said}", linked.cards(dict.fromkeys(put)))


def _count(linked: Linked, words: str, found: Iterable[str]) -> Count:
    cards = linked.cards(found)
    return Count(len(cards), words, cards)
