"""A field that does not fit its kind, said in a sentence for the person who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from types import MappingProxyType

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from answerable.load.yaml import Parsed, Where
from answerable.model.spec import written
from answerable.problem import Problem, did_you_mean

_RENAMED = MappingProxyType(
    {
        "because": ("adopted_by",),
        "before": ("predecessors",),
        "closes": ("ends_before", "final"),
        "falls_on": ("owners",),
        "falls_on_role": ("owners_role",),
        "find": ("quote",),
        "heard": ("consulted",),
        "opens": ("starts_with",),
        "readings": ("measurements",),
        "said": ("before",),
        "says": ("after",),
        "shows": ("evidence",),
        "voice": ("label",),
        "was": ("aliases",),
    }
)
"""What fields are called now, by the names they had."""
_TEXT = "should be one text.", 'Write it as one value in double quotes: "…".'
_FIELDS = "should hold fields of its own.", 'Write each as name: "value", on lines of their own or in braces.'
_NUMBER = "should be a whole number.", 'Write its digits in double quotes: "1".'
_SHAPES = {
    "tuple_type": (
        "should be a list, even of one.",
        'Write each entry on a line of its own after a hyphen, or all in brackets: ["…", "…"].',
    ),
    "dict_type": _FIELDS,
    "model_type": _FIELDS,
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "string_too_short": ("is empty.", "Write the words, or take the field out."),
    "string_too_long": ("is longer than 60 characters.", "Shorten it."),
}
"""What is wrong, after the field's name, and what to do, by pydantic's name for it."""
_COLOUR = "is no colour.", 'Write a hash and six signs, each a digit or a small letter a to f: "#0d4a66".'
_ID = (
    "may hold only small letters, digits and single hyphens between them.",
    'Write it like "minute-42".',
)
_PATTERNS = {
    "light": _COLOUR,
    "dark": _COLOUR,
    "sha256": ("is no hash.", "A SHA-256 hash has 64 signs: digits and the small letters a to f."),
    "id": _ID,
    "set": _ID,
}


def a(noun: str) -> str:
    """A noun with its article: `an update`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def problems(error: ValidationError, path: str, parsed: Parsed, model: type[BaseModel]) -> Iterator[Problem]:
    """Problems, one for each field that does not fit, where it stands."""
    details = error.errors(include_url=False)
    meant = {where for detail in details if (where := _meant(detail, model))}
    told_of: set[Where] = set()
    for detail in details:
        where = _written(detail["loc"], parsed)
        # A field that may be one thing or another fails as each of them; the first says enough.
        # And one that is missing under its name, and there under a misspelt one, is told of once.
        if where not in told_of and detail["loc"] not in meant:
            yield _problem(detail, where, path, parsed, model)
        if where != detail["loc"] and detail["type"] != "missing":
            told_of.add(where)


def _meant(detail: ErrorDetails, model: type[BaseModel]) -> Where:
    """Where the field would stand that an unknown one was meant to be; () when there is none."""
    *above, last = detail["loc"]
    if detail["type"] != "extra_forbidden":
        return ()
    known = sorted(_fields_at(model, tuple(above)))
    renamed = [name for name in _RENAMED.get(str(last), ()) if name in known]
    return next(((*above, name) for name in [*renamed, *get_close_matches(str(last), known, n=1)]), ())


def _written(loc: tuple[int | str, ...], parsed: Parsed) -> Where:
    """The part of pydantic's location that stands in the file; it adds names of its own at the end."""
    where: Where = tuple(loc)
    while where and where not in parsed.places:
        where = where[:-1]
    return where


def _problem(
    detail: ErrorDetails, where: Where, path: str, parsed: Parsed, model: type[BaseModel]
) -> Problem:
    """One thing that does not fit."""
    kind, context = detail["type"], detail.get("ctx", {})
    line, column = parsed.places.get(where, (1, 1))
    field = next((name for name in reversed(where) if isinstance(name, str)), "")
    if kind == "missing":
        message = f'"{detail["loc"][-1]}" is missing{f" here in {_named(where)}" if where else ""}.'
        return Problem(path, line, column, message, "Add it; docs/fields.md says what it holds.")
    if kind == "extra_forbidden":
        line, column = parsed.keys.get(where, (line, column))
        known = sorted(_fields_at(model, where[:-1]))
        now = next((name for name in _RENAMED.get(field, ()) if name in known), "")
        renamed = f'It is called "{now}" now.' if now else ""
        hint = renamed or did_you_mean(field, known) or f"Known here: {', '.join(known)}."
        return Problem(path, line, column, f'"{field}" is not a field that is known here.', hint)
    if kind == "said":
        # A field of two forms, a day or "none", has a location of its own beneath its name.
        other = 'Or write "none".' if where != detail["loc"] else ""
        return Problem(path, line, column, f"{field}: {detail['msg']}", other)
    if kind == "literal_error" and isinstance(detail["input"], str):
        choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        listed = ", ".join(f'"{choice}"' for choice in choices)
        hint = did_you_mean(detail["input"], choices) or "Choose one of them."
        return Problem(path, line, column, f'{field}: "{detail["input"]}" is not one of {listed}.', hint)
    shape, hint = _PATTERNS[field] if kind == "string_pattern_mismatch" else _SHAPES.get(kind, _TEXT)
    named = _named(where)
    return Problem(path, line, column, f"{named[0].upper()}{named[1:]} {shape}", hint)


def _named(where: Where) -> str:
    """`"title"`, or `an entry of "cites"`."""
    field = next(name for name in reversed(where) if isinstance(name, str))
    return f'an entry of "{field}"' if isinstance(where[-1], int) else f'"{field}"'


def _fields_at(model: type[BaseModel], where: Where) -> set[str]:
    """The fields that may stand at a place, found by walking down the models."""
    for step in where:
        inner = next((spec.part for spec in written(model) if step in (spec.name, spec.alias)), None)
        model = inner or model
    return {spec.alias for spec in written(model)}
