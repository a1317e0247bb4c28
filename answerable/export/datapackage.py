"""The tables' descriptor: a Frictionless Tabular Data Package (Data Package 1.0, specs.frictionlessdata.io).

It says of each table what is in it, of each column what that means, and under which licence it may be used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from hashlib import sha256

from answerable.export.json import Plain
from answerable.export.tables import Column, Table
from answerable.graph.graph import Graph
from answerable.i18n import gettext
from answerable.model.kinds.document import Document

GUARDED = gettext(
    "A cell that a spreadsheet would take for a formula, or for a number or date that reads otherwise, begins"
    " with an apostrophe. So does a cell whose text begins with one. Take one apostrophe off to get the text."
)


def datapackage(graph: Graph, tables: Sequence[tuple[Table, bytes]]) -> bytes:
    """The descriptor of tables with their bytes as CSV; each stands beside it under its own name."""
    settings = graph.portal.settings
    banner = () if settings.launched else (settings.banner,)
    about = (*banner, settings.purpose, GUARDED, settings.licence.covers, settings.licence.papers)
    descriptor: dict[str, Plain] = {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9]+", "-", settings.short.lower()).strip("-") or "portal",
        "title": settings.title,
        "description": "\n\n".join(about),
        "licenses": [licence(graph)],
        "sources": _sources(graph),
        "resources": [_resource(table, data) for table, data in tables],
    }
    publisher = settings.publisher
    if not publisher.placeholder:
        descriptor["contributors"] = [{"title": publisher.name, "role": "publisher"}]
    return (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()


def licence(graph: Graph) -> dict[str, Plain]:
    """The licence of our own words: its name as an id, its title, its address."""
    ours = graph.portal.settings.licence
    return {
        "name": re.sub(r"[^A-Za-z0-9._]+", "-", ours.name).strip("-"),
        "path": ours.address,
        "title": ours.name,
    }


def _sources(graph: Graph) -> list[Plain]:
    """The papers held, and the address of each one's official copy where it is known."""
    sources: list[Plain] = []
    for document in graph.portal.of(Document):
        if document.holding == "held" and not document.retracted:
            source: dict[str, Plain] = {"title": document.title}
            if document.official not in (None, "none"):
                source["path"] = document.official
            sources.append(source)
    return sources


def _resource(table: Table, data: bytes) -> dict[str, Plain]:
    schema: dict[str, Plain] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = table.key
    refers = [column for column in table.columns if column.refers]
    if refers:
        schema["foreignKeys"] = [
            {"fields": column.name, "reference": {"resource": column.refers, "fields": "address"}}
            for column in refers
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column, table: Table) -> dict[str, Plain]:
    field: dict[str, Plain] = {"name": column.name, "type": column.type, "description": column.says}
    if column.type == "boolean":
        field |= {"trueValues": ["yes"], "falseValues": ["no"]}
    if column.name == table.key:
        field["constraints"] = {"required": True, "unique": True}
    return field
