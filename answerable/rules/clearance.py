"""Who said that it may be public: of people, and of what criticises; and whether a reply was offered.

A move criticises where it bears a word that `disputes`, or finds that something was not carried out or does
not work. Until a portal is launched, what is missing is one warning; then each is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from answerable.model.date import day_in_words
from answerable.model.field import Record
from answerable.model.kinds.person import Person
from answerable.model.kinds.update import Move, Update
from answerable.model.portal import Portal
from answerable.model.registry import Where
from answerable.model.status import TRACKS
from answerable.problem import Problem
from answerable.rules.locate import at

CLEAR = 'Add cleared: {by: "a role", on: "the day"}.'
OFFER = "Add offered_reply, the day of the offer, or why_not, the reason why there was none."


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """What names a person or criticises is cleared, and somebody could reply or it says why not.

    Drafts need neither. What was taken back needs neither: nothing stands in the way of taking back.
    """
    to_be_public = [record for record in portal.records.values() if record.status == "published"]
    lacking = [problem for record in to_be_public for problem in _lacking(portal, record)]
    if portal.settings.launched:
        yield from lacking
    elif lacking:
        first = min(lacking)
        message = f"{first.message} Before launch this has to be mended in so many places: {len(lacking)}."
        yield replace(first, message=message, level="warning")
    for record in to_be_public:
        yield from _impossible(portal, record, today)


def _lacking(portal: Portal, record: Record) -> Iterator[Problem]:
    where = _criticises(portal, record) if isinstance(record, Update) else None
    if isinstance(record, Person) and not record.cleared:
        yield at(portal, record.address, ("name",), "This names a person, and nobody has cleared it.", CLEAR)
    if isinstance(record, Update) and where:
        if not record.cleared:
            yield at(portal, record.address, where, "This move criticises, and nobody has cleared it.", CLEAR)
        if not (record.offered_reply or record.why_not):
            message = "This move criticises, and nothing says whether a reply was offered."
            yield at(portal, record.address, where, message, OFFER)


def _criticises(portal: Portal, update: Update) -> Where | None:
    """Give where the first move stands that criticises."""
    return next((("moves", n) for n, move in enumerate(update.moves) if criticises(portal, move)), None)


def criticises(portal: Portal, move: Move) -> bool:
    """Whether a move says that a body's word is not so, that something was not done, or does not work."""
    words = (portal.vocabulary.track(track).get(getattr(move, track) or "") for track in TRACKS)
    return any(word and word.disputes for word in words) or "no" in (move.carried_out, move.working)


def _impossible(portal: Portal, record: Record, today: date) -> Iterator[Problem]:
    if record.cleared and record.cleared.on > today:
        message = f"The day of the clearance is later than today, {day_in_words(today)}."
        hint = "Write the day on which somebody cleared it."
        yield at(portal, record.address, ("cleared", "on"), message, hint)
    if isinstance(record, Update) and record.offered_reply and record.why_not:
        message = "A reply was offered, and here is why none was."
        yield at(portal, record.address, ("why_not",), message, "Keep one of the two.")
