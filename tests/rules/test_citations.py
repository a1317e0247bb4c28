"""Citations that can be looked up: which text a paper and each of its places has, across lines and papers.

What is said of those that cannot is in tests/mistakes/citations.md.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from answerable.load.record import load
from answerable.rules.citations import cut_papers, problems
from tests.engines import ROOT

if TYPE_CHECKING:
    from answerable.model.portal import Portal

PACK = """Agenda of the Harbour Board
1. Apologies

2. Report on   the lighthouse

REPORT ON THE LIGHTHOUSE
1.1 The lamp shall be
mended by spring. The keeper agrees.
1.2 The lamp shall be lit. The lamp shall be
lit each night.

LETTER OF THE KEEPER
The keeper agrees to all of it.
"""
ARCHIVE = {"pack.txt": PACK.encode()}
FIRST = '  - {place: "1.1", starts_with: "1.1 The lamp"}\n'
SECOND = '  - {place: "1.2", starts_with: "1.2 The lamp"}\n'
DOCUMENTS = {
    "pack": f"""title: "Agenda pack"
holding: "held"
file: "pack.txt"
sha256: "{sha256(PACK.encode()).hexdigest()}"
places:
  - {{place: "item 1", starts_with: "1. Apologies"}}
  - {{place: "item 2", starts_with: "2. Report on the"}}
status: "published"
""",
    "report": f"""title: "Report on the lighthouse"
holding: "contained in"
inside: "documents/pack"
starts_with: "REPORT ON THE LIGHTHOUSE"
places:
{FIRST}{SECOND}status: "published"
""",
    "letter": """title: "Letter of the keeper"
holding: "contained in"
copies:
  - {inside: "documents/pack", called_there: "the last page", starts_with: "LETTER OF THE KEEPER"}
places:
  - {place: "letter", starts_with: "LETTER OF"}
status: "published"
""",
}
BODY = """name: "Harbour Board"
kind: "board"
cites:
  - {in: "documents/%s", at: "%s", quote: "%s"}
status: "published"
"""
SERIES = """---
title: "Motion on the lighthouse"
summary: "The Board was asked to mend the lamp."
date: "2030-01-01"
force: "suggested"
by: "bodies/harbour"
one: "point"
many: "points"
status: "published"
---
"""
ITEM = """---
number: "1"
order: "1"
title: "The lamp"
wordings:
  - {as: "as agreed", in: "documents/report", at: "1.1", date: "2030-01-01", sha256: "%s"}
status: "published"
---
"""


def portal(
    cited: tuple[str, str, str] = ("report", "1.1", "mended by spring"), wording: str = "", **documents: str
) -> Portal:
    """Three papers and one body, which cites (paper, place, phrase).

    With `wording`, an item too, whose official words are those of 1.1 with that hash.
    """
    papers = {f"content/documents/{name}.yaml": text for name, text in {**DOCUMENTS, **documents}.items()}
    files = {**papers, "content/bodies/harbour.yaml": BODY % cited}
    if wording:
        files["content/motions/lamp/index.md"] = SERIES
        files["content/motions/lamp/1.md"] = ITEM % wording
    content = {path: text.encode() for path, text in files.items()}
    content["content/statuses.yaml"] = (ROOT / "content/statuses.yaml").read_bytes()
    loaded = load({"site.yaml": (ROOT / "site.yaml").read_bytes()}, content)
    assert not loaded.problems
    assert loaded.portal is not None
    return loaded.portal


@pytest.mark.parametrize(
    "cited",
    [
        ("pack", "item 2", "2. Report on the lighthouse"),
        ("report", "1.1", "The lamp shall be mended by spring."),
        ("report", "section 1, 1.2", "lit each night"),
        ("letter", "letter", "The keeper agrees to all of it."),
        ("pack", "page 3", "Report"),
    ],
)
def test_a_phrase_that_stands_once_in_its_place_is_no_problem_across_lines_and_papers(
    cited: tuple[str, str, str],
) -> None:
    pages = 'pages: {numbering: "page", first: "1", last: "3", basis: "ours"}\nplaces:'
    assert list(problems(portal(cited, pack=DOCUMENTS["pack"].replace("places:", pages)), ARCHIVE)) == []


def test_papers_inside_a_held_copy_are_cut_into_their_places_and_end_where_the_next_begins() -> None:
    papers, faults = cut_papers(portal(), ARCHIVE)
    assert not faults
    assert papers["documents/letter"] == {"letter": "LETTER OF THE KEEPER The keeper agrees to all of it."}
    assert papers["documents/report"]["1.2"].endswith("lit each night.")


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        ("1.2 The lamp", "1.3 The lamp", ['words that open "1.2" do not stand after the place before it']),
        (FIRST + SECOND, SECOND + FIRST, ['words that open "1.1" do not stand after the place before it']),
        ('"1.1 The lamp"', '"The lamp"', []),
    ],
)
def test_places_are_looked_for_in_their_order(old: str, new: str, faults: list[str]) -> None:
    report = DOCUMENTS["report"].replace(old, new)
    lines = list(problems(portal(("letter", "letter", "The keeper"), report=report), ARCHIVE))
    assert [words in str(line) for words, line in zip(faults, lines, strict=True)] == [True] * len(faults)


def test_papers_that_contain_each_other_are_told_and_do_not_hang() -> None:
    letter = DOCUMENTS["letter"].replace("documents/pack", "documents/report")
    report = DOCUMENTS["report"].replace("documents/pack", "documents/letter")
    circle = portal(letter=letter, report=report)
    assert [one.path.rpartition("/")[2] for one in problems(circle, None)] == ["letter.yaml", "report.yaml"]
    assert set(cut_papers(circle, ARCHIVE)[0]) == {"documents/pack"}


def test_an_official_wording_is_held_against_the_copy_by_its_hash() -> None:
    words = "1.1 The lamp shall be mended by spring. The keeper agrees."
    assert list(problems(portal(wording=sha256(words.encode()).hexdigest()), ARCHIVE)) == []
