"""What an editor needs to know of the record's files: a schema of each kind, and which file is of which.

There is a schema of each kind, of the settings, of the words on badges and of the words to avoid.
Visual Studio Code's YAML extension uses them.
It reads no header of a Markdown file; the schemas of these are for editors that do.
"""

from __future__ import annotations

import json
from typing import Final

from pydantic import BaseModel

from answerable.export.jsonschema import schema_of
from answerable.export.serialize import Plain
from answerable.load.writer import ALONE
from answerable.model.registry import KINDS, models

FOLDERS: Final = ("content", "private")
"""What the folders of a portal's record are called, as far as an editor can know."""
EXTENSION: Final = "redhat.vscode-yaml"


def editor_files() -> dict[str, bytes]:
    """Give the files for editors, by their path from the root of the repository."""
    made = {f"schemas/{name}.json": _in_json(schema_of(model)) for name, model in _models().items()}
    made[".vscode/settings.json"] = _in_json(_settings())
    made[".vscode/extensions.json"] = _in_json({"recommendations": [EXTENSION]})
    return made


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
