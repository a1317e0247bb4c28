"""Public and not public: what leans on what, what comes out together, and which address tells no subject."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.model.address import parent, split
from answerable.model.field import Record
from answerable.model.kinds.item import Item
from answerable.model.portal import Portal
from answerable.model.registry import references
from answerable.problem import Problem, did_you_mean
from answerable.rules.locate import at, warning
from answerable.rules.markdown import links

TOGETHER = "Publish both together, or take the reference out."


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """A public record refers to no other; drafts do not lie in a public repository."""
    hidden = frozenset(a for a, r in portal.records.items() if not portal.is_public(r, today))
    yield from _in_the_open(portal, hidden)
    yield from _references(portal, hidden)
    yield from _items(portal, hidden)
    yield from _addresses(portal, hidden)
    yield from _together(portal, today)
    yield from _by_the_clock(portal, today)


def _in_the_open(portal: Portal, hidden: frozenset[str]) -> Iterator[Problem]:
    """What is not public lies in a private folder, where everybody may read the other one."""
    if portal.settings.repository == "public":
        for address in sorted(hidden - portal.private):
            message = "This record is not public, and everybody may read this folder."
            hint = "Move it into a private folder, given with --private."
            later = portal.records[address].status == "published"
            yield at(portal, address, ("embargo" if later else "status",), message, hint)


def _references(portal: Portal, hidden: frozenset[str]) -> Iterator[Problem]:
    """Neither a field nor the prose of a public record names one that is not."""
    if not hidden:
        return
    for address, record in portal.records.items():
        for reference in references(record) if address not in hidden else ():
            if split(reference.target)[0] in hidden:
                yield at(portal, address, reference.where, _said(reference.target), TOGETHER)
    for record, target, line, column in links(portal):
        if record.address not in hidden and split(target)[0] in hidden:
            yield Problem(portal.sources[record.address].path, line, column, _said(target), TOGETHER)


def _said(target: str) -> str:
    return f'"{target}" is not public, and this record is.'


def _items(portal: Portal, hidden: frozenset[str]) -> Iterator[Problem]:
    """A public item stands in a public series."""
    for item in portal.of(Item):
        if item.address not in hidden and parent(item.address) in hidden:
            hint = "Publish both together, or make this one a draft too."
            yield at(portal, item.address, ("status",), _said(parent(item.address)), hint)


def _addresses(portal: Portal, hidden: frozenset[str]) -> Iterator[Problem]:
    """No public address, of now or of before, holds a word that titles avoid: both stay in histories."""
    for address, record in portal.records.items():
        for own in (address, *record.aliases) if address not in hidden else ():
            if word := portal.settings.avoided_word_in(own):
                message = f'The address "{own}" holds "{word}", and addresses stay in histories.'
                yield Problem(portal.sources[address].path, 1, 1, message, "Give it a neutral name.")


def _together(portal: Portal, today: date) -> Iterator[Problem]:
    """The records of a set become public with the same build; what was taken back is out of it."""
    sets: dict[str, list[Record]] = {}
    for record in portal.records.values():
        if record.set_:
            sets.setdefault(record.set_, []).append(record)
    for name, members in sets.items():
        first = members[0].address
        if len(members) == 1:
            like = did_you_mean(name, sets.keys() - {name})
            hint = like or "Name the set in the others too, or take it out."
            yield at(portal, first, ("set",), f'Nothing else is of the set "{name}".', hint)
        still = [record for record in members if not record.retracted]
        for record in still[1:]:
            if _opens(record, today) != _opens(still[0], today):
                message = f'"{still[0].address}" is of the set "{name}" too, and would become public apart.'
                yield at(portal, record.address, ("set",), message, "Give both the same status and embargo.")


def _opens(record: Record, today: date) -> date | None:
    """The day from which a record is public, today for what is so already; none for a draft."""
    return max(record.embargo or today, today) if record.status == "published" else None


def _by_the_clock(portal: Portal, today: date) -> Iterator[Problem]:
    """Warn, once, where an embargo is to end and nothing builds the site on that day."""
    published = (record for record in portal.records.values() if record.status == "published")
    waiting = [(record.embargo, record.address) for record in published if record.embargo]
    waiting = [one for one in waiting if one[0] > today]
    if waiting and not portal.settings.scheduled:
        message = f"Under embargo: {len(waiting)}. No build by the clock is set up; none comes out by itself."
        hint = 'Set one up and write scheduled: "yes" in site.yaml, or build by hand on the day.'
        yield warning(portal, min(waiting)[1], ("embargo",), message, hint)
