"""Write what editors need to know of the record's files: `python -m tests.make_schemas`."""

from __future__ import annotations

from answerable.export.jsonschema import editor_files
from tests.engines import ROOT

if __name__ == "__main__":
    for name, data in editor_files().items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_bytes(data)
