"""Sentences' words for records and values; never fails, also where a reference leads nowhere."""

from __future__ import annotations

from datetime import date

from answerable.model.address import parent, split
from answerable.model.date import When, day_in_words
from answerable.model.field import Citation, Part, Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.item import Item, Link
from answerable.model.kinds.person import Person
from answerable.model.kinds.series import Series
from answerable.model.portal import Portal
from answerable.model.registry import kind_of
from answerable.model.spec import headings, specs

WHOLE = 30
"""A text of at most so many words is shown whole."""
BESIDE = 4
"""So many unchanged words are shown on either side of what changed."""


def called(portal: Portal, reference: str) -> str:
    """What a reader calls a record or a part of one: `Recommendation 2, ask a`."""
    address, part = split(reference)
    record = portal.records.get(address)
    name = _whole(portal, record) if record else address
    if not part:
        return name
    return f"{name}, ask {part}" if isinstance(record, Item | Series) else f"{name}, {part.replace('-', ' ')}"


def _whole(portal: Portal, record: Record) -> str:
    if isinstance(record, Body | Person):
        return record.heading
    series = portal.records.get(parent(record.address))
    if isinstance(record, Item) and isinstance(series, Series):
        one = _capital(series.one)
        if record.number == "none":
            return f"{one} without a number ({record.order})"
        return f"{one} {record.number}"
    return f"{_capital(kind_of(record.address).one)} “{record.heading}”"


def in_words(portal: Portal, value: object) -> str:
    """A field's value in words: a name for a reference, `27 May 2022` for a day."""
    words = "" if value is None else str(value)
    match value:
        case When():
            words = value.words
        case bool():
            words = "yes" if value else "no"
        case date():
            words = day_in_words(value)
        case tuple():
            words = "; ".join(in_words(portal, one) for one in value) or "none"
        case Part():
            words = gist(portal, value)
        case str() if split(value)[0] in portal.records:
            words = called(portal, value)
        case str() if value:
            words = f"“{' '.join(value.split())}”"
    return words


def gist(portal: Portal, part: Part) -> str:
    """An entry of a list in a phrase."""
    if isinstance(part, Citation):
        document = portal.records.get(part.in_)
        return f"{document.heading if document else part.in_}, {part.at}, “{part.quote}”"
    if isinstance(part, Link):
        return f"{part.relation} {called(portal, part.to)} ({part.strength}, {part.basis}): {part.why}"
    first = (one for one in specs(type(part)) if not one.declared.framed)
    words = (getattr(part, one.name) for one in (*reversed(headings(type(part))), *first))
    texts = (in_words(portal, value) for value in words if value not in (None, (), False))
    return next(texts, "")


def cut(was: str, now: str) -> tuple[str, str]:
    """Two texts cut to where they differ, with a few words on either side; short ones whole."""
    old, new = was.split(), now.split()
    if max(len(old), len(new)) <= WHOLE:
        return was, now
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    return _between(old, start, len(old) - end), _between(new, start, len(new) - end)


def sentence(words: str) -> str:
    """Words with a full stop, unless they end in one or in a quotation that does."""
    return words if words.endswith((".", ".”")) else f"{words}."


def short(words: str) -> str:
    """A text cut after so many words."""
    all_ = words.split()
    return words if len(all_) <= WHOLE else " ".join(all_[:WHOLE]) + " …"


def _alike(one: list[str], other: list[str]) -> int:
    """How many words are the same from the front."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))


def _between(words: list[str], start: int, end: int) -> str:
    start, end = max(start - BESIDE, 0), min(end + BESIDE, len(words))
    before, after = "… " if start else "", " …" if end < len(words) else ""
    return before + " ".join(words[start:end]) + after


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
