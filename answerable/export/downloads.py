"""Downloads: the public record as files beneath `data/`, each with what it holds.

It is given the public portal and nothing else, so what is not public cannot be in any of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from answerable.export.csv import csv_of
from answerable.export.datapackage import datapackage
from answerable.export.json import portal_json
from answerable.export.sqlite import database
from answerable.export.tables import kind_tables, part_tables
from answerable.graph.graph import Graph
from answerable.i18n import gettext, localized_number, ngettext

FOLDER = "data/"
Sort = Literal["whole", "table"]
EVERYTHING: Final = gettext(
    "Everything, with what each date means, where each thing stands, and all its moves. One record a line."
)
DATABASE: Final = gettext(
    "The tables below as one database, with a search over the words of every record."
    " It opens in SQLite and in Datasette."
)
PACKAGE: Final = gettext("What each table and each column means, as a Frictionless Data Package.")


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away."""

    path: str
    """From the root of the site: `data/portal.json`."""
    sort: Sort
    about: str
    """What it holds, in a sentence."""
    count: int
    """How many records, rows or tables it holds."""
    counted: str
    """The same in words: `114 rows`."""
    data: bytes


def data(graph: Graph) -> tuple[Download, ...]:
    """Every file: the record whole, and each kind as a table."""
    tables = (*kind_tables(graph), *part_tables(graph))
    in_csv = tuple((table, csv_of(table)) for table in tables)
    records, rows = len(graph.portal.records), sum(len(table.rows) for table in tables)
    return (
        Download(f"{FOLDER}portal.json", "whole", EVERYTHING, records, _records(records), portal_json(graph)),
        Download(f"{FOLDER}portal.sqlite", "whole", DATABASE, rows, _rows(rows), database(graph, tables)),
        Download(
            f"{FOLDER}datapackage.json",
            "table",
            PACKAGE,
            len(tables),
            _tables(len(tables)),
            datapackage(graph, in_csv),
        ),
        *(
            Download(
                f"{FOLDER}{table.name}.csv",
                "table",
                table.about,
                len(table.rows),
                _rows(len(table.rows)),
                csv,
            )
            for table, csv in in_csv
        ),
    )


def _records(n: int) -> str:
    return ngettext("%(number)s record", "%(number)s records", n, number=localized_number(n))


def _rows(n: int) -> str:
    return ngettext("%(number)s row", "%(number)s rows", n, number=localized_number(n))


def _tables(n: int) -> str:
    return ngettext("%(number)s table", "%(number)s tables", n, number=localized_number(n))
