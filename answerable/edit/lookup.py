"""Lookup by a few words: the things of a record that somebody may mean by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten
from typing import Final

from answerable.model.address import folder
from answerable.model.field import Part, Record
from answerable.model.kinds.item import Item
from answerable.model.portal import Portal
from answerable.model.registry import parts
from answerable.model.spec import FieldSpec, Voice, headings, specs

SHORTEST: Final = 4
"""So many letters two words share at their beginning to be taken for one: train, training."""
LONGEST: Final = 90
"""So many characters are shown of what a part says."""
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that words may mean."""

    address: str
    title: str


def everything(portal: Portal, folders: Iterable[str] = ()) -> Iterator[Match]:
    """Each record of these folders, else of all, and each of its parts that has an id."""
    wanted = frozenset(folders)
    for address, record in portal.records.items():
        if (wanted and folder(address) not in wanted) or record.retracted:
            continue
        yield Match(address, _title(portal, record))
        for part_id, _, part in parts(record):
            text = next(_values(part, reversed(headings(type(part)))), part_id)
            short = shorten(text, LONGEST, placeholder=" …")
            yield Match(f"{address}#{part_id}", f"{_title(portal, record)}, {part_id}: {short}")


def search(portal: Portal, words: str, folders: Iterable[str] = ()) -> tuple[Match, ...]:
    """Matches of these words, the likeliest first: the more of them it has, and the rarer they are.

    Looks in titles, names, what it is in short, summaries and other names; a title counts twice. An
    address, whole or in part, finds what stands there.
    """
    words_of = [(match, *_words(portal, match)) for match in everything(portal, folders)]
    asked = set(_WORD.findall(words.casefold()))
    frequent = Counter(word for _, title, text in words_of for word in asked if _has(word, title | text))
    scores = []
    for match, title, text in words_of:
        score = sum(
            (2 if _has(word, title) else 1) / frequent[word] for word in asked if _has(word, title | text)
        )
        score += 10 if match.address == words else 0
        if score:
            scores.append((-score, "#" in match.address, match.address, match))
    return tuple(match for *_, match in sorted(scores, key=lambda scored: scored[:3]))


def _has(word: str, among: set[str]) -> bool:
    return word in among or any(
        min(len(one), len(word)) >= SHORTEST and (one.startswith(word) or word.startswith(one))
        for one in among
    )


def _words(portal: Portal, match: Match) -> tuple[set[str], set[str]]:
    """The words of a thing's titles and address, and those of what it says of itself."""
    record = portal.records[match.address.partition("#")[0]]
    part_id = match.address.partition("#")[2]
    thing = next((part for name, _, part in parts(record) if name == part_id), record) if part_id else record
    fields = specs(type(thing))
    named = [one for one in fields if one.declared.name or one.declared.heading]
    ours = [
        one for one in fields if one.holds == "text" and one.voice is Voice.OURS and not one.declared.loaded
    ]
    titles, texts = (
        {word for value in _values(thing, some) for word in _WORD.findall(value.casefold())}
        for some in (named, ours)
    )
    around = set(_WORD.findall(match.title.casefold())) | set(_WORD.findall(match.address))
    return titles | ({part_id} if part_id else around), texts | around


def _values(part: Part, fields: Iterable[FieldSpec]) -> Iterator[str]:
    """What stands in some fields of a part, where anything does."""
    return (str(value) for one in fields if (value := getattr(part, one.name)))


def _title(portal: Portal, record: Record) -> str:
    """What a person would call it: `Point 9: Training`, `Harbour Board`."""
    if isinstance(record, Item):
        one = portal.series_of(record).one
        name = one if record.number == "none" else f"{one} {record.number}"
        return f"{name[0].upper()}{name[1:]} of “{portal.series_of(record).title}”: {record.title}"
    return record.heading
