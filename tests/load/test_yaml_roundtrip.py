"""A YAML text as it is written: where its comments stand, and what stood in brackets."""

from __future__ import annotations

import pytest
import yaml

from answerable.export.canonical import in_yaml
from answerable.load import yaml as strict_yaml
from answerable.load.yaml_roundtrip import read
from answerable.model.kinds.other import Term

ALL = """# About the file.
means: >
  Two lines
  folded.

# Above the title.
title: 'The "lamp"'  # beside
unknown: "kept at the end"
cites:
  # above the first
  - {quote: "x", in: "documents/a",
     at: "1"} # beside the first
  -   # above the second
    at: "2"

    in: documents/a
    quote: |
      one
      two
  # below the last
  # and once more
expansions:
- a
-   'b'
also: [ # why
  "c"]
about: [
  # within
  "bodies/board"
]
status: "published"
# the end
"""
WRITTEN = """# About the file.
# Above the title.
title: "The \\"lamp\\""  # beside
expansions: ["a", "b"]
means: |
  Two lines folded.
also: ["c"]  # why
about:
  # within
  - "bodies/board"
cites:
  # above the first
  - {in: "documents/a", at: "1", quote: "x"}  # beside the first
  # above the second
  - in: "documents/a"
    at: "2"
    quote: |
      one
      two
  # below the last
  # and once more
status: "published"
unknown: "kept at the end"
# the end
"""


@pytest.mark.parametrize("parser", [yaml.CBaseLoader, yaml.BaseLoader])
def test_a_file_is_written_with_its_comments_where_they_stood(
    parser: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strict_yaml, "Parser", parser)
    assert in_yaml(ALL, Term) == WRITTEN
    assert in_yaml(WRITTEN, Term) == WRITTEN


@pytest.mark.parametrize(
    ("text", "brackets"),
    [
        ('a: {b: "c"}\n', True),
        ('a:\n  b: "c"\n', False),
        ('a: {b: "c", # why\n  d: "e"}\n', False),
        ('a: {b: ["c" # why\n]}\n', False),
        ('a: { # why\n  b: "c"}\n', True),
        ('a: {b: "#c"}\n', True),
        ("a: [] # why\n", True),
    ],
)
def test_brackets_stay_where_no_comment_stands_within(text: str, brackets: bool) -> None:
    entry = read(text).entries[0]
    assert not isinstance(entry.value, str)
    assert entry.value.brackets is brackets
    again = in_yaml(text, Term)
    assert in_yaml(again, Term) == again
    assert ("# why" in again) is ("# why" in text)


def test_a_hash_in_a_value_is_no_comment() -> None:
    text = 'title: "a # b"\nmeans: |\n  # c\nalso: d#e\n'
    assert [entry.above + entry.beside for entry in read(text).entries] == [[], [], []]
