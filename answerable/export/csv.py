"""CSV of tables, for people with spreadsheets: UTF-8 with its mark, quoted, as in RFC 4180.

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
_NUMBER = re.compile(rf"(?:[0-9\s.,:/%£$€()+-]|e|\s[ap]m?|sept|{_MONTHS})+", re.IGNORECASE | re.ASCII)
"""With a digit in it, what a spreadsheet shows otherwise than it is written: `007`, `3-4`, `May 2022`."""
_DIGIT = re.compile(r".*[0-9]")
_BOOLEAN = re.compile("true|false", re.IGNORECASE | re.ASCII)


def csv_of(table: Table) -> bytes:
    """CSV of a table: a row of the columns' names, then the rows; an empty cell is an absent value."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    texts: dict[str, str] = {}
    for row in table.rows:
        writer.writerow([_written(cell, texts) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell, texts: dict[str, str]) -> str:
    """The text of a cell; `texts` keeps what was guarded, as columns repeat themselves."""
    if isinstance(cell, str):
        if cell not in texts:
            texts[cell] = guarded(cell)
        return texts[cell]
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def guarded(text: str) -> str:
    """Text as a cell: with an apostrophe before it where a spreadsheet would make it something else.

    A text that begins with an apostrophe gets one more, so that taking one off gives the text again.
    """
    return GUARD + text if text and (_begins_formula(text) or _is_altered(text)) else text


def _begins_formula(text: str) -> bool:
    """Whether a spreadsheet would take it for a formula, or take off what it begins with."""
    if text[0].isalnum():
        return False
    seen = (sign for sign in text if not (sign.isspace() or unicodedata.category(sign).startswith("C")))
    first = unicodedata.normalize("NFKC", next(seen, FORMULA))[0]
    return first in FORMULA or text[0].isspace() or text[0] == GUARD


def _is_altered(text: str) -> bool:
    """Whether a spreadsheet would show a number, a date or a yes and no in its stead."""
    if _NUMBER.fullmatch(text) and _DIGIT.match(text):
        return not _KEPT.fullmatch(text)
    return bool(_BOOLEAN.fullmatch(text))
