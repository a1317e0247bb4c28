"""What each field holds, read off the types once, for everything that leaves the house as data."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from answerable.model import field as fields
from answerable.model.field import Record, To
from answerable.model.kinds.series import Item, Series
from answerable.model.registry import KINDS

Holds = Literal[
    "text", "id", "hash", "colour", "yes or no", "whole number", "date", "day", "choice", "reference", "part"
]
NAMED: Final[dict[object, Holds]] = {
    fields.Text: "text",
    fields.Id: "id",
    fields.Colour: "colour",
    fields.YesNo: "yes or no",
    fields.Date: "date",
    fields.DateOrNone: "date",
    fields.Day: "day",
    int: "whole number",
    str: "text",
}
LOADED: Final = ("address", "prose")
"""What the loader sets; no file has it among its fields."""
MODELS: Final[tuple[type[Record], ...]] = tuple(
    dict.fromkeys((Series, Item, *(kind.model for kind in KINDS.values())))
)
"""Each kind by its model, once; `kind_folder` names its table and its schema."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One field: its names, what it says, what it holds."""

    name: str
    """In Python: `in_`."""
    alias: str
    """In files: `in`."""
    says: str
    holds: Holds
    many: bool
    """Whether it is a list."""
    by_name: bool
    """Whether it holds names of the author's own, each with one."""
    none: bool
    """Whether `none` may be written instead."""
    required: bool
    default: object
    """What it is where a file leaves it out; None where it is then absent."""
    choices: tuple[str, ...]
    folders: tuple[str, ...]
    """Where a reference may lead; empty for anywhere."""
    part: type[BaseModel] | None


@cache
def shapes(model: type[BaseModel]) -> tuple[Shape, ...]:
    """Give the fields of a kind or of a part, in their order, without what the loader sets."""
    hints = get_type_hints(model, include_extras=True)
    left_out = LOADED if issubclass(model, Record) else ()
    return tuple(_shape(model, name, hints[name]) for name in model.model_fields if name not in left_out)


def form_of(model: type[BaseModel]) -> tuple[Shape, ...]:
    """Give the same as a form: what is a kind's own stands before what every record has."""
    return tuple(sorted(shapes(model), key=lambda shape: shape.name in Record.model_fields))


def parts_of(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Give each part that a kind is made of, at any depth, once."""
    seen: dict[type[BaseModel], None] = {}
    waiting = [model]
    while waiting:
        for shape in shapes(waiting.pop()):
            if shape.part and shape.part not in seen:
                seen[shape.part] = None
                waiting.append(shape.part)
    return iter(seen)


def _shape(model: type[BaseModel], name: str, hint: object) -> Shape:
    field = model.model_fields[name]
    forms = _forms(hint)
    many, by_name = get_origin(forms[0]) is tuple, get_origin(forms[0]) is dict
    if many or by_name:
        forms = _forms(get_args(forms[0])[1 if by_name else 0])
    first = forms[0]
    words = tuple(word for form in forms if get_origin(form) is Literal for word in get_args(form))
    to = next((mark for mark in get_args(first) if isinstance(mark, To)), None)
    none = first == fields.DateOrNone or (to is not None and to.none) or (len(forms) > 1 and "none" in words)
    return Shape(
        name=name,
        alias=field.alias or name,
        says=" ".join((field.description or "").split()),
        holds=_holds(first, to),
        many=many,
        by_name=by_name,
        none=none,
        required=field.is_required(),
        default=None if field.is_required() or field.default_factory else field.default,
        choices=words,
        folders=to.folders if to else (),
        part=first if isinstance(first, type) and issubclass(first, BaseModel) else None,
    )


def _forms(hint: object) -> list[object]:
    """The forms a field may take, without the absent one."""
    if hint not in NAMED and get_origin(hint) in (Union, types.UnionType):
        return [form for form in get_args(hint) if form is not type(None)]
    return [hint]


def _holds(form: object, to: To | None) -> Holds:
    if form in NAMED:
        return NAMED[form]
    if to is not None:
        return "reference"
    if get_origin(form) is Literal:
        return "choice"
    if isinstance(form, type):
        return "part"
    return "hash"
