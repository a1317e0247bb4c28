"""Takedown: a good site with nothing new but what was taken back or put right, whatever else is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from answerable.load.record import BESIDE, Loaded, load
from answerable.load.snapshot import Snapshot
from answerable.load.sources import Sources
from answerable.model.address import split
from answerable.model.kinds.correction import Correction
from answerable.model.portal import Portal
from answerable.model.register import NAME
from answerable.problem import CallError, ContentError, Problem
from answerable.publish.register import grown
from answerable.rules.register import lacking


@dataclass(frozen=True, slots=True)
class Takedowns:
    """What a site is made of when something has to go at once."""

    sources: Sources
    addresses: tuple[str, ...]
    """What is taken over from the files as they are now."""
    left: tuple[Problem, ...]
    """What keeps a file from being read that seems to take something back, so that it is not taken over."""


def only_takedowns(sources: Sources, good: tuple[Snapshot, Snapshot, list[Problem]]) -> Takedowns:
    """Sources made of a good revision and of what was taken back or put right since.

    `good` is the revision's settings, its content, and what is wrong with its files. A record is taken over
    where it is withdrawn or erased now; a new correction is, and so is each record it is about. Their words
    alone are judged again. Of the private folder stays what is public already. Raises ContentError where the
    good revision cannot be read, CallError where nothing was taken back or put right since.
    """
    settings, content, wrong = good
    before = _portal(load(settings, content), wrong)
    loaded = load(settings, {**_records(sources.content), **_beside(content)})
    now = loaded.portal or before
    corrections = list(_new_corrections(before, now, sources.today))
    left = _unread(loaded, sources.content, corrections)
    put_right = _put_right(now, corrections, loaded.broken, sources.today)
    addresses = sorted({*_taken_back(before, now), *put_right})
    if not addresses:
        if left:
            raise ContentError(left)
        raise CallError("Since then nothing was withdrawn, erased or corrected: now is nothing to publish.")
    judged = frozenset(now.sources[address].path for address in addresses)
    mixed = {**content, **{path: sources.content[path] for path in judged}}
    private = _public_already(settings, content, sources, before)
    if lines := lacking(_portal(load(settings, mixed, private), []), sources.today):
        path = before.sources[NAME].path if NAME in before.sources else f"{_folder(content)}{NAME}"
        mixed[path] = grown(content.get(path, b""), lines)
    taken = replace(sources, settings=settings, content=mixed, private=private, judged=judged, problems=())
    return Takedowns(taken, tuple(addresses), left)


def _portal(loaded: Loaded, wrong: list[Problem]) -> Portal:
    problems = (*wrong, *loaded.problems)
    if problems or loaded.portal is None:
        raise ContentError(problems)
    return loaded.portal


def _unread(loaded: Loaded, content: Snapshot, corrections: list[Correction]) -> tuple[Problem, ...]:
    """What is wrong with files that take something back, correct it or are put right, and cannot be read."""
    about = {split(target)[0] for record in corrections for target in record.about}

    def wanted(path: str) -> bool:
        address = path.partition("/")[2].rpartition(".")[0].removesuffix("/index")
        data = content.get(path, b"")
        speaks = b"withdrawn" in data or b"erased" in data
        return speaks or address in about or address.startswith("corrections/")

    return tuple(problem for problem in loaded.problems if wanted(problem.path))


def _folder(content: Snapshot) -> str:
    return next(path for path in content if path.endswith("statuses.yaml")).removesuffix("statuses.yaml")


def _beside(content: Snapshot) -> Snapshot:
    """What stands beside the records: the words on badges, words to avoid, the register."""
    return {path: data for path, data in content.items() if path.rpartition("/")[2] in BESIDE}


def _records(content: Snapshot) -> Snapshot:
    return {path: data for path, data in content.items() if path.rpartition("/")[2] not in BESIDE}


def _taken_back(before: Portal, now: Portal) -> Iterator[str]:
    """What is withdrawn or erased now, and was there."""
    for address, record in now.records.items():
        if record.retracted and address in before.records and record != before.records[address]:
            yield address


def _new_corrections(before: Portal, now: Portal, today: date) -> Iterator[Correction]:
    """Each public correction that is new or different."""
    for record in now.of(Correction):
        if record.is_public(today) and record != before.records.get(record.address):
            yield record


def _put_right(
    now: Portal, corrections: list[Correction], broken: frozenset[str], today: date
) -> Iterator[str]:
    """Each correction of what can be read, and what it is about, where that is public."""
    for record in corrections:
        about = [split(target)[0] for target in record.about]
        if broken.isdisjoint(about):
            yield record.address
            yield from (a for a in about if a in now.records and now.records[a].is_public(today))


def _public_already(settings: Snapshot, content: Snapshot, sources: Sources, before: Portal) -> Snapshot:
    """The files of the private folder whose records were public before: their embargo is over."""
    portal = load(settings, _beside(content), sources.private).portal or before
    known = {line.address for line in before.register}
    public = [a for a in sorted(portal.private & known) if portal.records[a].is_public(sources.today)]
    return {portal.sources[a].path: sources.private[portal.sources[a].path] for a in public}
