"""Every way to change one field of a record, found by walking the models."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from answerable.model import date as dates
from answerable.model.date import When
from answerable.model.field import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = date(1901, 2, 3)
WHEN = dates.read("1901-02-03")
OTHER: dict[type, Any] = {
    bool: lambda value: not value,
    int: lambda value: value + 100,
    When: lambda _: WHEN,
    date: lambda _: DAY,
    tuple: lambda value: (*value, "newly-said"),
    str: lambda value: f"{value} newly said",
}
"""For each plain type, another value of it."""


def alterations(value: object, annotation: object = None, where: str = "") -> Iterator[tuple[str, Any]]:
    """Give each way to change one field: the field's path without entries, and the changed value."""
    if isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            if name != "address":
                called = f"{where}/{field.alias or name}".lstrip("/")
                for path, now in alterations(getattr(value, name), field.annotation, called):
                    yield path, value.model_copy(update={name: now})
    elif isinstance(value, dict):
        for key, inner in value.items():
            for path, now in alterations(inner, None, where):
                yield path, {**value, key: now}
    elif isinstance(value, tuple) and "answerable." in str(annotation):
        yield from _entries(value, where)
    elif value is not None or not any(_is_part(one) for one in get_args(annotation)):
        yield where, OTHER[type(value)](value) if value is not None else _first(str(annotation))


def _is_part(one: object) -> bool:
    """Whether a group of fields belongs there; none is made up where nothing is written."""
    return isinstance(one, type) and issubclass(one, Part)


def _entries(value: tuple[object, ...], where: str) -> Iterator[tuple[str, Any]]:
    """Of a list of parts: one taken out, and each changed; nothing is made up for an empty one."""
    if value:
        yield where, value[1:]
    for at, inner in enumerate(value):
        for path, now in alterations(inner, None, where):
            yield path, (*value[:at], now, *value[at + 1 :])


def _first(annotation: str) -> object:
    """A value for a field in which nothing is written."""
    if "When" in annotation:
        return WHEN
    if "date" in annotation:
        return DAY
    return True if "bool" in annotation else "newly said"


def field_names() -> set[str]:
    """Give the names of all fields of all models, as files write them."""
    return {field.alias or name for model in _below(Part) for name, field in model.model_fields.items()}


def _below(model: type[Part]) -> Iterator[type[Part]]:
    yield model
    for own in model.__subclasses__():
        yield from _below(own)
