"""Statuses of one thing beside each other: where two bodies differ, which word stands, how many stand where.

A parent is counted from its asks and never set by averaging.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from answerable.graph.events import Status, name_of
from answerable.i18n import gettext, sentences
from answerable.model.portal import Portal
from answerable.model.status import TRACKS

CONFLICT: Final = "two bodies differ"
"""In counts, in place of a word; no word has such an id."""
IN_CONFLICT: Final = gettext("on which two bodies differ")
"""What is said of it after a number."""


def tracks_in_conflict(statuses: tuple[Status, ...]) -> tuple[str, ...]:
    """Tracks on which two bodies hold different views."""
    return tuple(track for track in TRACKS if len({s.word_id for s in statuses if s.track == track}) > 1)


def conflicting(statuses: tuple[Status, ...]) -> tuple[Status, ...]:
    """Statuses of bodies that hold different views, in their order; empty where none do.

    They differ where their words on one track differ, and where one says on checking that what another
    said to have happened is not so.
    """
    tracks = tracks_in_conflict(statuses)
    against = {
        (other.track, other.by)
        for check in statuses
        if check.word.disputes
        for other in statuses
        if other.track == "progress" and other.by != check.by
    }
    return tuple(
        s
        for s in statuses
        if s.track in tracks or (s.track, s.by) in against or (s.word.disputes and against)
    )


def conflict(portal: Portal, statuses: tuple[Status, ...]) -> str:
    """Sentences of bodies that differ, one each: `Board says: shown done. …`; empty where they agree."""
    return sentences(*(_says(portal, status) for status in conflicting(statuses)))


def stands_at(statuses: tuple[Status, ...], track: str) -> str:
    """Word on a track: CONFLICT where two bodies hold different views of it, "" where none is."""
    if any(status.track == track for status in conflicting(statuses)):
        return CONFLICT
    return next((status.word_id for status in statuses if status.track == track), "")


def count(
    targets: list[str], statuses: Mapping[str, tuple[Status, ...]], track: str = "reply"
) -> dict[str, int]:
    """Counts of asks by the word of a track they count as; their sum is all asks.

    What no word is set for counts as "", and what two bodies hold different views of as CONFLICT, once.
    """
    counts: dict[str, int] = {}
    for target in targets:
        given = statuses.get(target, ())
        counted = {s.word_id: s.word.counts_as or s.word_id for s in given}
        stands = stands_at(given, track)
        word = counted.get(stands, stands)
        counts[word] = counts.get(word, 0) + 1
    return counts


def _says(portal: Portal, status: Status) -> str:
    speaker, body, word = name_of(portal, status.speaker), name_of(portal, status.by), status.word.word
    if status.by == status.speaker:
        return gettext("%(who)s says: %(word)s.", who=speaker, word=word)
    return gettext("%(who)s, speaking of %(body)s, says: %(word)s.", who=speaker, body=body, word=word)
