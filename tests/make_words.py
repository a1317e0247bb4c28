"""Writer of `languages/messages.pot`, every word that the pages say: `python -m tests.make_words`.

The messages are those of Python and of the templates, by their words. No place and no date stands in the
file, so that a difference shows only what is said otherwise.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from answerable.export.tables import about
from answerable.model.registry import models
from answerable.model.spec import messages
from tests.engines import ROOT

MADE = ROOT / "languages/messages.pot"
OPENING = """# Every word that the pages say, to be said in other languages: see docs/translating.md.
# Made by `make words` from the code and the templates. A test keeps it true.
"""
OMITTED = (
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
)
METHODS = [("answerable/**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}


def catalogue() -> Catalog:
    """Every message of the house, without where it stands."""
    found = Catalog(fuzzy=False, charset="utf-8")
    for _, _, message, _, context in extract_from_dir(ROOT, METHODS, OPTIONS, directory_filter=_ours):
        found.add(message, context=context)
    for model in models():
        found.add(about(model), context="a table")
        for context, message in messages(model):
            found.add(message, context=context or None)
    return found


def _ours(folder: str) -> bool:
    return not Path(folder).name.startswith((".", "_"))


def text() -> str:
    """Template of all catalogues, in the order of the messages."""
    out = BytesIO()
    write_po(out, catalogue(), width=100, no_location=True, sort_output=True)
    lines = out.getvalue().decode().splitlines()
    kept = [line for line in lines if not line.startswith(("# ", "#\n", *(f'"{name}' for name in OMITTED)))]
    return OPENING + "\n".join(kept) + "\n"


if __name__ == "__main__":
    MADE.write_text(text(), encoding="utf-8")
