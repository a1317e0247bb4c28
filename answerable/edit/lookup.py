"""What somebody means by a few words: the things of a record whose own words they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten
from typing import Final

from answerable.model.address import folder
from answerable.model.field import Record
from answerable.model.kinds.actor import Body, Person
from answerable.model.kinds.series import Item
from answerable.model.portal import Portal
from answerable.model.registry import parts

SHORTEST: Final = 4
"""So many letters two words share at their beginning to be taken for one: train, training."""
LONGEST: Final = 90
"""So many characters are shown of what a part says."""
_WORD: Final = re.compile(r"[^\W_]+")
_TITLES: Final = ("title", "name", "in_short", "short", "number", "expansions", "also", "asks")
_SAID: Final = ("title", "asks", "says")
_TEXTS: Final = ("summary", "means", "says", "after", "counts", "theme", "who_for", "papers")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that words may mean."""

    address: str
    title: str


def everything(portal: Portal, folders: Iterable[str] = ()) -> Iterator[Found]:
    """Give each record of these folders, and each of its parts that has an id.

    Without folders those of all kinds.
    """
    wanted = frozenset(folders)
    for address, record in portal.records.items():
        if (wanted and folder(address) not in wanted) or record.retracted:
            continue
        yield Found(address, _title(portal, record))
        for own, _, part in parts(record):
            said = next((text for name in _SAID if (text := getattr(part, name, ""))), own)
            short = shorten(str(said), LONGEST, placeholder=" …")
            yield Found(f"{address}#{own}", f"{_title(portal, record)}, {own}: {short}")


def search(portal: Portal, words: str, folders: Iterable[str] = ()) -> tuple[Found, ...]:
    """Give what these words may mean, the likeliest first: the more of them it has, and the rarer they are.

    Looks in titles, names, what it is in short, summaries and other names; a title counts twice. An
    address, whole or in part, finds what stands there.
    """
    there = [(found, *_words(portal, found)) for found in everything(portal, folders)]
    asked = set(_WORD.findall(words.casefold()))
    frequent = Counter(word for _, title, text in there for word in asked if _has(word, title | text))
    scores = []
    for found, title, text in there:
        score = sum(
            (2 if _has(word, title) else 1) / frequent[word] for word in asked if _has(word, title | text)
        )
        score += 10 if found.address == words else 0
        if score:
            scores.append((-score, "#" in found.address, found.address, found))
    return tuple(found for *_, found in sorted(scores, key=lambda scored: scored[:3]))


def _has(word: str, among: set[str]) -> bool:
    return word in among or any(
        min(len(one), len(word)) >= SHORTEST and (one.startswith(word) or word.startswith(one))
        for one in among
    )


def _words(portal: Portal, found: Found) -> tuple[set[str], set[str]]:
    """The words of a thing's titles and address, and those of what it says of itself."""
    record = portal.records[found.address.partition("#")[0]]
    own = found.address.partition("#")[2]
    thing = next((part for name, _, part in parts(record) if name == own), record) if own else record
    titles, texts = (
        {word for name in names for word in _WORD.findall(str(getattr(thing, name, None) or "").casefold())}
        for names in (_TITLES, _TEXTS)
    )
    around = set(_WORD.findall(found.title.casefold())) | set(_WORD.findall(found.address))
    return titles | ({own} if own else around), texts | around


def _title(portal: Portal, record: Record) -> str:
    """What a person would call it: `Point 9: Training`, `Harbour Board`."""
    if isinstance(record, Item):
        one = portal.series_of(record).one
        name = one if record.number == "none" else f"{one} {record.number}"
        return f"{name[0].upper()}{name[1:]} of “{portal.series_of(record).title}”: {record.title}"
    if isinstance(record, Body | Person):
        return record.name
    return record.heading
