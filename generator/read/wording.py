"""A field that does not fit its kind, said in a sentence for the person who wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.problems import Problem, did_you_mean
from generator.read.strict_yaml import Parsed, Where

_SHAPES = {
    "string_type": "One text is expected here.",
    "tuple_type": "A list is expected here, one entry a line, each after a hyphen.",
    "dict_type": "Names with values are expected here.",
    "model_type": "Names with values are expected here.",
    "int_parsing": "A whole number is expected here.",
    "int_type": "A whole number is expected here.",
    "string_too_short": "The text is empty.",
    "string_too_long": "The text is too long.",
}


def problems(error: ValidationError, path: str, parsed: Parsed, model: type[BaseModel]) -> Iterator[Problem]:
    """Give one problem for each field that does not fit, where it stands."""
    for detail in error.errors(include_url=False):
        where = _written(detail["loc"], parsed)
        yield _problem(detail, where, path, parsed, model)


def _written(loc: tuple[int | str, ...], parsed: Parsed) -> Where:
    """The part of pydantic's location that stands in the file; it adds names of its own at the end."""
    where: Where = tuple(loc)
    while where and where not in parsed.places:
        where = where[:-1]
    return where


def _problem(
    detail: ErrorDetails, where: Where, path: str, parsed: Parsed, model: type[BaseModel]
) -> Problem:
    kind, context = detail["type"], detail.get("ctx", {})
    line, column = parsed.places.get(where, (1, 1))
    field = next((str(name) for name in reversed(where) if isinstance(name, str)), "")
    if kind == "missing":
        return Problem(path, line, column, f'"{detail["loc"][-1]}" is missing.', "Add it.")
    if kind == "extra_forbidden":
        line, column = parsed.keys.get(where, (line, column))
        known = sorted(_fields_at(model, where[:-1]))
        hint = did_you_mean(field, known) or f"Known here: {', '.join(known)}."
        return Problem(path, line, column, f'"{field}" is not a field that is known here.', hint)
    if kind in {"literal_error", "enum"}:
        choices = [word.strip("'") for word in str(context.get("expected", "")).replace(" or ", ", ").split(", ")]
        said = str(detail["input"])
        hint = did_you_mean(said, choices) or "Choose one of them."
        return Problem(path, line, column, f'{field}: "{said}" is not one of {", ".join(choices)}.', hint)
    if kind == "string_pattern_mismatch":
        return Problem(path, line, column, f'{field}: "{detail["input"]}" is not of the form asked for.',
                       "Ids hold small letters, digits and hyphens; hashes 64 digits and letters a to f.")  # fmt: skip
    if kind == "said":
        return Problem(path, line, column, f"{field}: {detail['msg']}".strip(), "")
    return Problem(path, line, column, f"{field}: {_SHAPES.get(kind, detail['msg'])}".strip(), "")


def _fields_at(model: type[BaseModel], where: Where) -> set[str]:
    """The fields that may stand at a place, found by walking down the models."""
    here: type[BaseModel] | None = model
    for step in where:
        if isinstance(step, str) and here is not None:
            here = _model_in(_annotation(here, step))
    names = {field.alias or name for name, field in here.model_fields.items()} if here else set()
    return names - {"address", "prose"}


def _annotation(model: type[BaseModel], alias: str) -> Any:
    for name, field in model.model_fields.items():
        if alias in (name, field.alias):
            return field.annotation
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found:
            return found
    return None
