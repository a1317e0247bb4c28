"""The portal's own two files: what site.yaml names is there, and the words of statuses.yaml fit together."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from answerable.model.field import SERIES_FOLDERS
from answerable.model.kinds.series import Series
from answerable.model.portal import Portal
from answerable.model.status import TRACKS
from answerable.problem import Problem, did_you_mean
from answerable.rules.locate import at
from answerable.rules.references import absent, folder_of

SITE, STATUSES = "site.yaml", "statuses.yaml"
DOORS = ("pages/get-help", "pages/change-or-remove")
"""Where every page leads: who to call, and whom to tell that something is wrong or about oneself."""


def first_series(portal: Portal, broken: frozenset[str]) -> Iterator[Problem]:
    """The home page opens with series that are there."""
    for number, target in enumerate(portal.settings.first):
        record = portal.records.get(target)
        if said := absent(portal, broken, target):
            yield at(portal, SITE, ("first", number), *said)
        elif record and not (isinstance(record, Series) and folder_of(record) in SERIES_FOLDERS):
            hint = "Name a motion, a review or the like, as a whole."
            yield at(portal, SITE, ("first", number), f'"{target}" is no series.', hint)


def catalogue(portal: Portal, languages: Collection[str]) -> Iterator[Problem]:
    """What the pages say is there in their language; English needs no catalogue."""
    code = portal.settings.language
    if not portal.settings.speaks_english and f"{code}.mo" not in languages:
        hint = "docs/translating.md says how one is made."
        yield at(portal, SITE, ("language",), f"There is no catalogue languages/{code}.mo.", hint)


def doors(portal: Portal, broken: frozenset[str]) -> Iterator[Problem]:
    """The two pages to which every page leads are there for readers."""
    for door in DOORS:
        record = portal.records.get(door)
        if door not in broken and (record is None or record.status == "draft"):
            message = f'Every page leads to "{door}", and readers cannot open it.'
            yield Problem(f"content/{door}.md", 1, 1, message, "Write this page, and publish it.")


def one_default(portal: Portal) -> Iterator[Problem]:
    """Each axis has one word for what nobody has said anything of."""
    for track in TRACKS:
        words = portal.vocabulary.track(track)
        defaults = [word for word, meaning in words.items() if meaning.default]
        if not defaults:
            message = f'No word of "{track}" is the default.'
            hint = 'Give one of them default: "yes"; it stands where nobody has said anything.'
            yield at(portal, STATUSES, (track,), message, hint)
        for second in defaults[1:]:
            message = f'"{defaults[0]}" is the default of "{track}" already.'
            yield at(portal, STATUSES, (track, second, "default"), message, "Keep one of the two.")


def counted_words(portal: Portal) -> Iterator[Problem]:
    """A word is counted under a word of its own axis."""
    for track in TRACKS:
        words = portal.vocabulary.track(track)
        for word, meaning in words.items():
            if meaning.counts_as and meaning.counts_as not in words:
                message = f'"{meaning.counts_as}" is no word of "{track}".'
                hint = did_you_mean(meaning.counts_as, words) or "Name another, or take the field out."
                yield at(portal, STATUSES, (track, word, "counts_as"), message, hint)


def unsigned_words(portal: Portal) -> Iterator[Problem]:
    """The word for what somebody says who may not sign it off is one that does not close."""
    for word, meaning in portal.vocabulary.progress.items():
        other = portal.vocabulary.progress.get(meaning.unsigned or "")
        where = ("progress", word, "unsigned")
        if meaning.unsigned and other is None:
            message = f'"{meaning.unsigned}" is no word of "progress".'
            hint = did_you_mean(meaning.unsigned, portal.vocabulary.progress) or "Take it out."
            yield at(portal, STATUSES, where, message, hint)
        elif other and (other.final or other.default):
            message = f'"{meaning.unsigned}" closes, or is the default.'
            yield at(portal, STATUSES, where, message, "Name a word that leaves it open.")


RULES = (one_default, counted_words, unsigned_words)
