"""Tables as CSV for people with spreadsheets: UTF-8 with its mark, quoted, as in RFC 4180.

No cell becomes a formula, a number or a date of the spreadsheet's own making: see `guarded`.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from datetime import date
from typing import Final

from answerable.export.tables import Cell, Table
from answerable.i18n import ENGLISH

FORMULA: Final = "=+-@"
"""With these, and their full-width and small forms, a formula begins (OWASP, CSV injection)."""
GUARD: Final = "'"
_KEPT = re.compile(r"0|[1-9][0-9]{0,14}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""Whole numbers and whole days: a spreadsheet reads them as what they are."""
_MONTHS = "|".join(
    f"{month[:3]}(?:{month[3:]})?" for month in ENGLISH.locale.months["format"]["wide"].values()
)
_ALTERED = re.compile(
    rf"(?=.*[0-9])(?:[0-9\s.,:/%£$€()+-]|e|\s[ap]m?|sept|{_MONTHS})+|true|false", re.IGNORECASE | re.ASCII
)
"""What a spreadsheet would show otherwise than it is written: `1.10`, `007`, `3-4`, `May 2022`, `12e3`."""


def csv_of(table: Table) -> bytes:
    """Give a table as CSV: a row of the columns' names, then the rows; an empty cell is an absent value."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def guarded(text: str) -> str:
    """Give a text as a cell: with an apostrophe before it where a spreadsheet would make it something else.

    A text that begins with an apostrophe gets one more, so that taking one off gives the text again.
    """
    seen = (sign for sign in text if not (sign.isspace() or unicodedata.category(sign).startswith("C")))
    first = unicodedata.normalize("NFKC", next(seen, FORMULA))[0]
    altered = _ALTERED.fullmatch(text) and not _KEPT.fullmatch(text)
    begins = first in FORMULA or text[:1].isspace() or text.startswith(GUARD)
    return GUARD + text if text and (begins or altered) else text
