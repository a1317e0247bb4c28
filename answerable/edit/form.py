"""A form: a record whose values are questions, asked one by one or copied and filled in by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, cast

from pydantic import BaseModel, ValidationError

from answerable.load import validation_errors
from answerable.load.question import question
from answerable.load.snapshot import Snapshot
from answerable.load.writer import record_text
from answerable.load.yaml import parse, parse_file
from answerable.model.field import Citation, Record
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Move
from answerable.model.portal import Portal
from answerable.model.registry import KINDS, models
from answerable.model.spec import FieldSpec, written
from answerable.model.status import TRACKS
from answerable.problem import ContentError

Value: TypeAlias = "str | Sequence[str] | Mapping[str, Value] | Sequence[Mapping[str, Value]]"
PLACES: Final[Mapping[type[Record], str]] = {Series: "KIND/DAY-NAME/index.md", Item: "SERIES/NAME.md"}


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked about a new record of a kind; what is no question stands in every record of it."""

    model: type[Record]
    fields: Mapping[str, Value]
    prose: str
    """What is asked about the words beneath the header; empty where the kind has none."""

    @property
    def name(self) -> str:
        """What a record of it is called: `update`, `set of things asked`."""
        return self.model.form or next(str(kind.one) for kind in KINDS.values() if kind.model is self.model)

    @property
    def file(self) -> str:
        """Where the record goes, with words for what is still open: `updates/DAY-NAME.md`."""
        if self.model in PLACES:
            return PLACES[self.model]
        kind = KINDS[self.model.kind_folder]
        return f"{kind.folder}/{'DAY-' if kind.dated else ''}NAME{kind.suffix}"


def forms(files: Snapshot) -> dict[str, Form]:
    """Forms of all kinds, by their folder; a kind without a file is asked for what its records need.

    Raises ContentError for a file that cannot be read.
    """
    paths = {path.partition(".")[0]: path for path in files}
    return {
        model.kind_folder: _read(model, paths[model.kind_folder], files)
        if model.kind_folder in paths
        else Form(model, _needed(model), "")
        for model in sorted(models(), key=lambda model: bool(model.form))
    }


def _read(model: type[Record], path: str, files: Snapshot) -> Form:
    parsed = parse_file(files[path], path)
    if parsed.problems:
        raise ContentError(parsed.problems)
    return Form(model, cast("Mapping[str, Value]", parsed.value), question((parsed.prose or "").strip()))


def _needed(model: type[Record]) -> dict[str, Value]:
    """The fields that a record of a kind must have, each with what its declaration says as its question."""
    fields: dict[str, Value] = {spec.alias: f"? {spec.says}" for spec in written(model) if spec.required}
    return fields | {"status": "published"}


def choices(
    portal: Portal, model: type[BaseModel], field: FieldSpec, answers: Mapping[str, Value]
) -> tuple[tuple[str, str], ...]:
    """Values that a field of a model takes, beside what was answered already, each with what it is called.

    None where it takes any words.
    """
    if model is Move and field.name in TRACKS:
        words = portal.vocabulary.track(field.name).items()
        return tuple((word_id, word.word) for word_id, word in words if not word.default)
    values = {"choice": field.choices, "yes or no": ("yes", "no")}.get(field.holds, ())
    if model is Citation and field.name == "at":
        document = portal.records.get(str(answers.get("in")))
        values = tuple(place.place for place in document.places) if isinstance(document, Document) else ()
    return tuple((value, value) for value in values)


def problem(model: type[BaseModel], field: FieldSpec, value: Value) -> str:
    """What is wrong with an answer, and what to do; empty where it fits."""
    parsed = parse(record_text({field.alias: value}, None, model), "")
    if parsed.problems:
        return f"{parsed.problems[0].message} {parsed.problems[0].hint}"
    try:
        model.model_validate(parsed.value)
    except ValidationError as error:
        # What is missing beside it is told of at the first column, where no answer stands.
        faults = (one for one in validation_errors.problems(error, "", parsed, model) if one.column > 1)
        return next((f"{fault.message} {fault.hint}" for fault in faults), "")
    return ""
