"""A site that was good, with nothing new but what was taken back or put right: whatever else is wrong now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.check.register import lacking
from generator.problems import CallError, ContentError, Problem
from generator.publish.register import grown
from generator.read.load import BESIDE, Loaded, load
from generator.read.snapshot import Snapshot
from generator.read.sources import Sources
from generator.record.addresses import split
from generator.record.portal import Portal
from generator.record.register import NAME
from generator.record.updates import Correction


def only_takedowns(
    sources: Sources, good: tuple[Snapshot, Snapshot, list[Problem]]
) -> tuple[Sources, tuple[str, ...]]:
    """Give sources made of a good revision and of what was taken back or put right since; and its addresses.

    `good` is the revision's settings, its content, and what is wrong with its files. A record is taken over
    where it is withdrawn or erased now; a new correction is, and so is each record it is about. Their words
    alone are judged again. Of the private folder stays what is public already. Raises ContentError where the
    good revision cannot be read, CallError where nothing was taken back or put right since.
    """
    settings, content, wrong = good
    before = _portal(load(settings, content), wrong)
    there = load(settings, {**_records(sources.content), **_beside(content)}).portal or before
    addresses = sorted({*_taken_back(before, there), *_put_right(before, there, sources.today)})
    if not addresses:
        raise CallError("Since then nothing was withdrawn, erased or corrected: there is nothing to publish.")
    judged = frozenset(there.sources[address].path for address in addresses)
    mixed = {**content, **{path: sources.content[path] for path in judged}}
    private = _public_already(settings, content, sources, before)
    if lines := lacking(_portal(load(settings, mixed, private), []), sources.today):
        path = before.sources[NAME].path if NAME in before.sources else f"{_folder(content)}{NAME}"
        mixed[path] = grown(content.get(path, b""), lines)
    made = replace(sources, settings=settings, content=mixed, private=private, judged=judged, problems=())
    return made, tuple(addresses)


def _portal(loaded: Loaded, wrong: list[Problem]) -> Portal:
    problems = (*wrong, *loaded.problems)
    if problems or loaded.portal is None:
        raise ContentError(problems)
    return loaded.portal


def _folder(content: Snapshot) -> str:
    return next(path for path in content if path.endswith("statuses.yaml")).removesuffix("statuses.yaml")


def _beside(content: Snapshot) -> Snapshot:
    """What stands beside the records: the words on badges, words to avoid, the register."""
    return {path: data for path, data in content.items() if path.rpartition("/")[2] in BESIDE}


def _records(content: Snapshot) -> Snapshot:
    return {path: data for path, data in content.items() if path.rpartition("/")[2] not in BESIDE}


def _taken_back(before: Portal, there: Portal) -> Iterator[str]:
    """What is withdrawn or erased now, and was there."""
    for address, record in there.records.items():
        if record.taken_back and address in before.records and record != before.records[address]:
            yield address


def _put_right(before: Portal, there: Portal, today: date) -> Iterator[str]:
    """Each public correction that is new or different, and what it is about, where that is public."""
    for record in there.of(Correction):
        if record.is_public(today) and record != before.records.get(record.address):
            yield record.address
            about = (split(target)[0] for target in record.about)
            yield from (a for a in about if a in there.records and there.records[a].is_public(today))


def _public_already(settings: Snapshot, content: Snapshot, sources: Sources, before: Portal) -> Snapshot:
    """The files of the private folder whose records were public before: their embargo is over."""
    portal = load(settings, _beside(content), sources.private).portal or before
    known = {line.address for line in before.register}
    own = [a for a in sorted(portal.private & known) if portal.records[a].is_public(sources.today)]
    return {portal.sources[a].path: sources.private[portal.sources[a].path] for a in own}
