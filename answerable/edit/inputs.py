"""What may be answered to a blank: one of a few words, something of the record, or a text that fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType, NoneType
from typing import Annotated, Final, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from answerable.edit.form import Blank, Form, Value, written
from answerable.load import validation_errors as wording
from answerable.load import yaml as strict_yaml
from answerable.model.field import Citation, Part, To
from answerable.model.kinds.document import Document
from answerable.model.kinds.update import Move
from answerable.model.portal import Portal
from answerable.model.registry import marks_in, types_in
from answerable.model.status import TRACKS

AFTER: Final = MappingProxyType(
    {"carried_out": "check", "working": "check", "due_why": "due", "by_role": "by", "checked_by": "checked"}
)
"""Fields that say more of another one, and are asked only where that was answered."""


@dataclass(frozen=True, slots=True)
class Takes:
    """What a blank takes; a text of any words where neither is given."""

    choices: tuple[tuple[str, str], ...] = ()
    """Each value with what it is called."""
    refers: To | None = None
    inner: type[Part] | None = None
    """The model of one entry, where the field is a list of parts."""


def takes(portal: Portal, model: type[BaseModel], key: str, answers: Mapping[str, Value]) -> Takes:
    """Give what a field of a model takes, beside what was answered already."""
    annotation, metadata = _field(model, key)
    inner = next(_parts(annotation), None)
    if inner:
        return Takes(inner=inner)
    refers = next((m for m in (*metadata, *marks_in(annotation)) if isinstance(m, To)), None)
    if refers:
        return Takes(refers=refers)
    if model is Move and key in TRACKS:
        return Takes(
            tuple((own, word.word) for own, word in portal.vocabulary.track(key).items() if not word.default)
        )
    if model is Citation and key == "at":
        return Takes(tuple((place, place) for place in _places(portal, answers)))
    return Takes(tuple((value, value) for value in _closed(annotation, metadata)))


def problem(model: type[BaseModel], key: str, value: Value) -> str:
    """Say what is wrong with an answer, and what to do; empty when it fits."""
    parsed = strict_yaml.parse(written({key: value}, None), "")
    if parsed.problems:
        return f"{parsed.problems[0].message} {parsed.problems[0].hint}"
    try:
        model.model_validate(parsed.value)
    except ValidationError as error:
        # What is missing beside it is told of at the first column, where no answer stands.
        told = [p for p in wording.problems(error, "", parsed, model) if p.column > 1]
        return f"{told[0].message} {told[0].hint}" if told else ""
    return ""


def unfit(form: Form, model: type[Part]) -> str:
    """Say what a form asks that its kind does not hold, as the end of a sentence; empty when it fits."""
    if "NAME" not in form.file:
        return 'has no line such as "# File: terms/NAME.yaml"'
    unknown = next(_unknown(form.blanks, model), "")
    return f'asks for "{unknown}", which is no field there' if unknown else ""


def _unknown(blanks: Sequence[Blank], model: type[Part]) -> Iterator[str]:
    for blank in blanks:
        field = next((f for name, f in model.model_fields.items() if (f.alias or name) == blank.key), None)
        inner = next(_parts(field.annotation), None) if field else None
        if field is None or bool(blank.entries) != (inner is not None):
            yield blank.key
        elif inner:
            yield from _unknown(blank.entries, inner)


def _parts(annotation: object) -> Iterator[type[Part]]:
    return (t for t in types_in(annotation) if isinstance(t, type) and issubclass(t, Part))


def required(model: type[BaseModel], key: str) -> bool:
    """Whether a record cannot be without a field."""
    fields = model.model_fields.items()
    return any(field.is_required() for name, field in fields if (field.alias or name) == key)


def _field(model: type[BaseModel], key: str) -> tuple[object, tuple[object, ...]]:
    return next(
        (field.annotation, tuple(field.metadata))
        for name, field in model.model_fields.items()
        if (field.alias or name) == key
    )


def _places(portal: Portal, answers: Mapping[str, Value]) -> tuple[str, ...]:
    document = portal.records.get(str(answers.get("in")))
    return tuple(place.place for place in document.places) if isinstance(document, Document) else ()


def _closed(annotation: object, metadata: tuple[object, ...]) -> tuple[str, ...]:
    """The words of a closed list; nothing where something else may be written too."""
    if annotation is bool:
        return ("yes", "no")
    options = [annotation] if get_origin(annotation) in (Literal, Annotated) else list(get_args(annotation))
    options = [option for option in options if option is not NoneType] or [annotation]
    if all(get_origin(option) is Literal for option in options):
        return tuple(str(word) for option in options for word in get_args(option))
    return ("yes", "no") if bool in [*types_in(annotation)] and not metadata else ()
