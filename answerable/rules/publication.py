"""Publication: what is public leans on nothing that is not, is cleared by somebody, and comes out in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from answerable.model.address import parent, split
from answerable.model.date import day_in_words
from answerable.model.field import Record
from answerable.model.kinds.help_line import HelpLine
from answerable.model.kinds.item import Item
from answerable.model.kinds.person import Person
from answerable.model.kinds.update import Move, Update
from answerable.model.portal import Portal
from answerable.model.registry import Where
from answerable.model.status import TRACKS
from answerable.problem import Problem, did_you_mean
from answerable.rules.references import mentions

TOGETHER: Final = "Publish both together, or take the reference out."
CLEAR: Final = 'Add cleared: {by: "a role", on: "the day"}.'
OFFER: Final = "Add offered_reply, the day of the offer, or why_not, the reason why there was none."
CALL: Final = 'Call it; then write the day under "checked", and who called, by role, under "checked_by".'


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """What stands in the way of publication on this day, and what to warn of."""
    hidden = frozenset(a for a, record in portal.records.items() if not portal.is_public(record, today))
    yield from _exposed_drafts(portal, hidden)
    yield from _hidden_targets(portal, hidden)
    yield from _addresses(portal, hidden)
    yield from _sets(portal, today)
    yield from _embargoes(portal, today)
    yield from _clearance(portal, today)
    yield from _help_lines(portal, today)


def _exposed_drafts(portal: Portal, hidden: frozenset[str]) -> Iterator[Problem]:
    """What is not public lies in a private folder, where everybody may read the other one."""
    if portal.settings.repository == "public":
        for address in sorted(hidden - portal.private):
            message = "This record is not public, and everybody may read this folder."
            hint = "Move it into a private folder, given with --private."
            field = "embargo" if portal.records[address].status == "published" else "status"
            yield portal.problem(address, (field,), message, hint)


def _hidden_targets(portal: Portal, hidden: frozenset[str]) -> Iterator[Problem]:
    """No public record names one that is not, in a field or in prose; a public item's series is public."""
    for mention in mentions(portal) if hidden else ():
        if mention.record.address not in hidden and split(mention.target)[0] in hidden:
            yield mention.problem(portal, _is_hidden(mention.target), TOGETHER)
    for item in portal.of(Item):
        series = parent(item.address)
        if item.address not in hidden and series in hidden:
            hint = "Publish both together, or make this one a draft too."
            yield portal.problem(item.address, ("status",), _is_hidden(series), hint)


def _is_hidden(target: str) -> str:
    return f'"{target}" is not public, and this record is.'


def _addresses(portal: Portal, hidden: frozenset[str]) -> Iterator[Problem]:
    """No public address, of now or of before, holds a word that titles avoid: both stay in histories."""
    for address, record in portal.records.items():
        for one in (address, *record.aliases) if address not in hidden else ():
            if word := portal.settings.avoided_word_in(one):
                message = f'The address "{one}" holds "{word}", and addresses stay in histories.'
                yield Problem(portal.sources[address].path, 1, 1, message, "Give it a neutral name.")


def _sets(portal: Portal, today: date) -> Iterator[Problem]:
    """The records of a set become public with the same build; what was taken back is out of it."""
    sets: dict[str, list[Record]] = {}
    for record in portal.records.values():
        if record.set_:
            sets.setdefault(record.set_, []).append(record)
    for name, members in sets.items():
        if len(members) == 1:
            like = did_you_mean(name, sets.keys() - {name})
            hint = like or "Name the set in the others too, or take it out."
            yield portal.problem(members[0].address, ("set",), f'Nothing else is of the set "{name}".', hint)
        still = [record for record in members if not record.retracted]
        for record in still[1:]:
            if _opens(record, today) != _opens(still[0], today):
                message = f'"{still[0].address}" is of the set "{name}" too, and would become public apart.'
                hint = "Give both the same status and embargo."
                yield portal.problem(record.address, ("set",), message, hint)


def _opens(record: Record, today: date) -> date | None:
    """The day from which a record is public, today for what is so already; none for a draft."""
    return max(record.embargo or today, today) if record.status == "published" else None


def _embargoes(portal: Portal, today: date) -> Iterator[Problem]:
    """A warning, once, where an embargo is to end and nothing builds the site on that day."""
    published = (record for record in portal.records.values() if record.status == "published")
    waiting = [(one.embargo, one.address) for one in published if one.embargo and one.embargo > today]
    if waiting and not portal.settings.scheduled:
        message = f"Under embargo: {len(waiting)}. No build by the clock is set up; none comes out by itself."
        hint = 'Set one up and write scheduled: "yes" in site.yaml, or build by hand on the day.'
        yield portal.problem(min(waiting)[1], ("embargo",), message, hint, "warning")


def _clearance(portal: Portal, today: date) -> Iterator[Problem]:
    """What names a person or criticises is cleared, and somebody could reply or it says why not.

    Drafts need neither, nor does what was taken back: nothing stands in the way of taking back. Until a
    portal is launched, what is missing is one warning; then each is a mistake.
    """
    published = [record for record in portal.records.values() if record.status == "published"]
    lacking = [problem for record in published for problem in _uncleared(portal, record)]
    if portal.settings.launched:
        yield from lacking
    elif lacking:
        first = min(lacking)
        message = f"{first.message} Before launch this has to be mended in so many places: {len(lacking)}."
        yield replace(first, message=message, level="warning")
    for record in published:
        if record.cleared and record.cleared.on > today:
            hint = "Write the day on which somebody cleared it."
            yield portal.problem(record.address, ("cleared", "on"), _to_come("clearance", today), hint)
        if isinstance(record, Update) and record.offered_reply and record.why_not:
            message = "A reply was offered, and here is why none was."
            yield portal.problem(record.address, ("why_not",), message, "Keep one of the two.")


def _uncleared(portal: Portal, record: Record) -> Iterator[Problem]:
    if isinstance(record, Person) and not record.cleared:
        message = "This names a person, and nobody has cleared it."
        yield portal.problem(record.address, ("name",), message, CLEAR)
    if isinstance(record, Update) and (where := _criticism(portal, record)):
        if not record.cleared:
            message = "This move criticises, and nobody has cleared it."
            yield portal.problem(record.address, where, message, CLEAR)
        if not (record.offered_reply or record.why_not):
            message = "This move criticises, and nothing says whether a reply was offered."
            yield portal.problem(record.address, where, message, OFFER)


def _criticism(portal: Portal, update: Update) -> Where | None:
    """Where the first move stands that criticises."""
    return next((("moves", n) for n, move in enumerate(update.moves) if criticises(portal, move)), None)


def criticises(portal: Portal, move: Move) -> bool:
    """Whether a move says that a body's word is not so, that something was not done, or does not work."""
    words = (portal.vocabulary.track(track).get(getattr(move, track) or "") for track in TRACKS)
    return any(word and word.disputes for word in words) or "no" in (move.carried_out, move.working)


def _help_lines(portal: Portal, today: date) -> Iterator[Problem]:
    """A certain line for help stands where another is left out; one nobody has confirmed is warned of.

    To withdraw a line is never in the way of anything, so that none is certain is only warned of.
    """
    lines = [line for line in portal.of(HelpLine) if portal.is_public(line, today) and not line.retracted]
    for line in lines:
        if line.checked and line.checked > today:
            hint = "Write the day on which somebody called."
            yield portal.problem(line.address, ("checked",), _to_come("check", today), hint)
        elif not line.certain and (message := _unconfirmed(line, portal.settings.help_days, today)):
            yield portal.problem(line.address, ("checked",), message, CALL, "warning")
    if lines and not any(line.certain for line in lines):
        message = "No line for help is certain."
        hint = "Add one that does not change, such as 999: it is shown where others have to be left out."
        yield portal.problem(lines[0].address, ("certain",), message, hint, "warning")


def _unconfirmed(line: HelpLine, days: int, today: date) -> str:
    until = line.shown_until(days)
    if until is None:
        return "This line does not say when it was confirmed, and by whom. Readers are not shown it."
    if today > until:
        return f"Nobody has confirmed this line for {days} days. Readers see the certain lines instead."
    return ""


def _to_come(what: str, today: date) -> str:
    return f"The day of the {what} is later than today, {day_in_words(today)}."
