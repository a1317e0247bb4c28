"""What may be answered to a blank: one of a few words, something of the record, or a text that fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from answerable.edit.form import Blank, Form, Value
from answerable.load import validation_errors as wording
from answerable.load import yaml as strict_yaml
from answerable.load.writer import record_text
from answerable.model.field import Citation, Part
from answerable.model.kinds.document import Document
from answerable.model.kinds.update import Move
from answerable.model.portal import Portal
from answerable.model.spec import Ref, spec, written
from answerable.model.status import TRACKS


@dataclass(frozen=True, slots=True)
class Takes:
    """What a blank takes; a text of any words where neither is given."""

    choices: tuple[tuple[str, str], ...] = ()
    """Each value with what it is called."""
    refers: Ref | None = None
    inner: type[Part] | None = None
    """The model of one entry, where the field is a list of parts."""


def takes(portal: Portal, model: type[BaseModel], key: str, answers: Mapping[str, Value]) -> Takes:
    """Give what a field of a model takes, beside what was answered already."""
    field = spec(model, key)
    if field.part and issubclass(field.part, Part):
        return Takes(inner=field.part)
    if field.ref:
        return Takes(refers=field.ref)
    if model is Move and key in TRACKS:
        return Takes(
            tuple((own, word.word) for own, word in portal.vocabulary.track(key).items() if not word.default)
        )
    if model is Citation and key == "at":
        return Takes(tuple((place, place) for place in _places(portal, answers)))
    words = {"choice": field.choices, "yes or no": ("yes", "no")}.get(field.holds, ())
    return Takes(tuple((value, value) for value in words))


def problem(model: type[BaseModel], key: str, value: Value) -> str:
    """Say what is wrong with an answer, and what to do; empty when it fits."""
    parsed = strict_yaml.parse(record_text({key: value}, None, model), "")
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


def _unknown(blanks: Sequence[Blank], model: type[BaseModel]) -> Iterator[str]:
    for blank in blanks:
        field = next((spec for spec in written(model) if spec.alias == blank.key), None)
        if field is None or bool(blank.entries) != (field.part is not None):
            yield blank.key
        elif field.part:
            yield from _unknown(blank.entries, field.part)


def required(model: type[BaseModel], key: str) -> bool:
    """Whether a record cannot be without a field."""
    return spec(model, key).required


def _places(portal: Portal, answers: Mapping[str, Value]) -> tuple[str, ...]:
    document = portal.records.get(str(answers.get("in")))
    return tuple(place.place for place in document.places) if isinstance(document, Document) else ()
