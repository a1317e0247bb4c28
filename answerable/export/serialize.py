"""A record as plain values: texts, numbers, yes and no, lists, and fields by their names in files.

A field that is absent is left out. A date has all that it means; one day is written as in ISO 8601.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from answerable.model.date import When
from answerable.model.field import Part
from answerable.model.spec import written

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"


def fields_of(part: Part) -> dict[str, Plain]:
    """Give what a record or a part of one says, by the names that its file uses."""
    found: dict[str, Plain] = {}
    for spec in written(type(part)):
        value = getattr(part, spec.name)
        if value is None or (value == () and not spec.required):
            continue
        found[spec.alias] = [_plain(one) for one in value] if spec.many else _plain(value)
    return found


def _plain(value: object) -> Plain:
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, Part):
        return fields_of(value)
    if isinstance(value, When):
        return when(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no plain form.")


def when(value: When) -> dict[str, Plain]:
    """Give all that a date means."""
    return {
        "text": value.text,
        "words": value.words,
        "edtf": value.edtf,
        "earliest": value.earliest.isoformat() if value.earliest else None,
        "latest": value.latest.isoformat() if value.latest else None,
    }


def words_of(part: Part) -> Iterator[str]:
    """Give the texts and the dates in words that a record holds for readers, without its prose."""
    for spec in written(type(part)):
        value = getattr(part, spec.name)
        if not value or spec.holds not in ("text", "date", "part"):
            continue
        for one in value if spec.many else (value,):
            if isinstance(one, Part):
                yield from words_of(one)
            else:
                yield one.words if isinstance(one, When) else str(one)
