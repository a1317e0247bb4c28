"""Write the pages of docs/ that are made from the code: `python -m tests.make_docs`."""

from __future__ import annotations

from answerable.export.field_docs import tables
from tests.engines import ROOT

MADE = {"fields.md": tables}
"""The page's name in docs/ → the function that gives its text."""

if __name__ == "__main__":
    for name, text in MADE.items():
        (ROOT / "docs" / name).write_text(text(), encoding="utf-8")
