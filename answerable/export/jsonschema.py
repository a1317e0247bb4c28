"""JSON Schema (draft-07) of each kind as its files are written, and which file an editor uses it for.

Every value is a text. A schema takes what the loader takes; it does not know other records, nor how long a
month is. There is one of each kind, of the settings, of the words on badges and of the words to avoid. Visual
Studio Code's YAML extension uses them; it reads no header of a Markdown file, other editors do.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from inspect import getdoc
from typing import Final

from pydantic import BaseModel

from answerable.export.json import Plain
from answerable.load.writer import ALONE
from answerable.model import date as dates
from answerable.model.address import LONGEST_ID
from answerable.model.registry import KINDS, models
from answerable.model.spec import FieldSpec, parts_of, written

DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""The dialect that editors speak."""
_YEAR = "(?!0000)[0-9]{4}"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = f"{_YEAR}-{_MONTH}-(?:0[1-9]|[12][0-9]|3[01])"
_ONE = (
    f"(?:{_DAY}|{_YEAR}(?:-{_MONTH})?|(?:{'|'.join(dates.SEASONS)}) {_YEAR}"
    f"|{_YEAR}-[0-9]{{2}} (?:municipal|financial) year)"
)
_WHEN = f"(?:{_ONE}(?: to {_ONE})?|(?:by|before|after|since|about|start of|end of) {_ONE})"
_ONE_DAY = f"(?:(?:(?:about|start of|end of) )?{_DAY}|({_DAY}) to \\1)"
FORMS: Final[dict[str, dict[str, Plain]]] = {
    "text": {"type": "string", "minLength": 1},
    "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": LONGEST_ID},
    "colour": {"type": "string", "pattern": "^#[0-9a-f]{6}$"},
    "hash": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "yes or no": {"enum": ["yes", "no"]},
    "whole number": {"type": "string", "pattern": r"^\s*[+-]?[0-9]+(?:_[0-9]+)*(?:\.0+)?\s*$"},
    "date": {"$ref": "#/$defs/date"},
    "day": {"$ref": "#/$defs/day"},
}
"""What each form of a value is as JSON Schema; choices, references and parts follow from the field."""


def schema_of(model: type[BaseModel]) -> dict[str, Plain]:
    """The schema of a kind's files, the parts they are made of among its `$defs`."""
    parts = sorted(parts_of(model), key=lambda part: part.__name__)
    defs: dict[str, Plain] = {part.__name__: _fields(part) for part in parts}
    used = {spec.holds for one in (model, *parts) for spec in written(one)}
    defs |= {"date": _date(_WHEN, f"A date in one of these forms: {dates.FORMS}.")} if "date" in used else {}
    defs |= {"day": _date(_ONE_DAY, "One day, written like 2022-05-27.")} if "day" in used else {}
    return {"$schema": DIALECT, "title": model.__name__, **_fields(model), "$defs": defs}


def _fields(model: type[BaseModel]) -> dict[str, Plain]:
    needed: list[Plain] = [spec.alias for spec in written(model) if spec.required]
    return {
        "type": "object",
        "description": " ".join((getdoc(model) or "").split()),
        "properties": {spec.alias: _field(spec) for spec in written(model)},
        **({"required": needed} if needed else {}),
        "additionalProperties": False,
    }


def _field(spec: FieldSpec) -> dict[str, Plain]:
    one = _form(spec)
    described: dict[str, Plain] = {"description": spec.says}
    if spec.default not in (None, ()):
        yes_no = "yes" if spec.default else "no"
        described["default"] = yes_no if spec.holds == "yes or no" else str(spec.default)
    if spec.by_name:
        return described | {"type": "object", "additionalProperties": one}
    return described | ({"type": "array", "items": one} if spec.many else one)


def _form(spec: FieldSpec) -> dict[str, Plain]:
    """What one value of a field may be."""
    if spec.part:
        return {"$ref": f"#/$defs/{spec.part.__name__}"}
    if spec.holds == "choice":
        return {"enum": list(spec.choices)}
    form = _reference(spec.folders) if spec.holds == "reference" else FORMS[spec.holds]
    return {"anyOf": [form, {"const": "none"}]} if spec.none else form


def _reference(folders: Sequence[str]) -> dict[str, Plain]:
    return {"type": "string", "pattern": f"^(?:{'|'.join(folders or KINDS)})/"}


def _date(pattern: str, says: str) -> dict[str, Plain]:
    return {"description": says, "type": "string", "pattern": f"^{pattern}$"}


FOLDERS: Final = ("content", "private")
"""What the folders of a portal's record are called, as far as an editor can know."""
EXTENSION: Final = "redhat.vscode-yaml"


def editor_files() -> dict[str, bytes]:
    """The files for editors, by their path from the root of the repository."""
    files = {f"schemas/{name}.json": _in_json(schema_of(model)) for name, model in _models().items()}
    files[".vscode/settings.json"] = _in_json(_settings())
    files[".vscode/extensions.json"] = _in_json({"recommendations": [EXTENSION]})
    return files


def _models() -> dict[str, type[BaseModel]]:
    kinds: dict[str, type[BaseModel]] = {model.kind_folder: model for model in models()}
    return kinds | {path.removesuffix(".yaml"): model for path, model in ALONE.items()}


def _settings() -> dict[str, Plain]:
    """The YAML extension's settings: no schema from elsewhere, and no second opinion about form."""
    places: dict[str, Plain] = {
        f"./schemas/{kind.folder}.json": [f"{folder}/{kind.folder}/*.yaml" for folder in FOLDERS]
        for kind in KINDS.values()
        if kind.suffix == ".yaml"
    }
    alone = ALONE.keys() - {"site.yaml"}
    places |= {f"./schemas/{path.removesuffix('.yaml')}.json": [f"content/{path}"] for path in sorted(alone)}
    places["./schemas/site.json"] = ["site.yaml"]
    return {"yaml.schemas": places, "yaml.schemaStore.enable": False, "yaml.format.enable": False}


def _in_json(value: Plain) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
