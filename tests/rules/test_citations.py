"""A citation can be looked up: its place is there, and its phrase stands in it once."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from answerable.load.record import load
from answerable.rules import citations
from answerable.rules.archive import cut_all, loose
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
    "law": 'title: "Harbour law"\nholding: "cited only"\nstatus: "published"\n',
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
FIND = "content/bodies/harbour.yaml:4:"


def portal(
    cited: tuple[str, str, str] = ("report", "1.1", "mended by spring"), wording: str = "", **documents: str
) -> Portal:
    """Give a portal of four papers and one body, which cites (paper, place, phrase).

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


def said(made: Portal, archive: dict[str, bytes] | None = None) -> list[str]:
    """Give all that both rules say of a portal, as people read it."""
    looked_up = citations.problems(made, ARCHIVE if archive is None else archive)
    return [str(problem) for problem in (*citations.places(made), *looked_up)]


@pytest.mark.parametrize(
    "cited",
    [
        ("pack", "item 2", "2. Report on the lighthouse"),
        ("report", "1.1", "The lamp shall be mended by spring."),
        ("report", "section 1, 1.2", "lit each night"),
        ("letter", "letter", "The keeper agrees to all of it."),
    ],
)
def test_a_phrase_that_stands_once_in_its_place_is_found_across_lines_and_papers(
    cited: tuple[str, str, str],
) -> None:
    assert said(portal(cited)) == []


def test_a_phrase_that_is_not_there_is_told_at_the_phrase() -> None:
    (told,) = said(portal(("report", "1.1", "mended by summer")))
    assert told.startswith(f'{FIND}48: "mended by summer" does not stand at "1.1" of the held copy.')


def test_a_phrase_that_stands_in_another_place_is_told_with_that_place() -> None:
    (told,) = said(portal(("report", "1.2", "mended by spring")))
    assert told.endswith('It stands at "1.1".')


def test_papers_inside_a_held_copy_are_cut_into_their_places() -> None:
    papers, found = cut_all(portal(), ARCHIVE)
    assert not found
    assert dict(papers["documents/letter"].places) == {
        "letter": "LETTER OF THE KEEPER The keeper agrees to all of it.",
    }
    assert papers["documents/report"].places["1.2"].endswith("lit each night.")


def test_a_paper_ends_where_the_next_inside_the_same_container_begins() -> None:
    (told,) = said(portal(("report", "1.2", "agrees to all of it")))
    assert "does not stand" in told


def test_a_phrase_that_stands_twice_in_its_place_is_told_with_the_number() -> None:
    (told,) = said(portal(("report", "1.2", "The lamp shall be lit")))
    assert '"The lamp shall be lit" stands 2 times at "1.2".' in told


def test_a_phrase_of_eleven_words_is_too_long_without_any_archive() -> None:
    made = portal(("report", "1.1", "1.1 The lamp shall be mended by spring. The keeper agrees."))
    (told,) = map(str, citations.places(made))
    assert told.startswith(f"{FIND}48: This phrase has 11 words")


def test_a_place_that_the_paper_does_not_have_is_told_with_the_nearest() -> None:
    (told,) = map(str, citations.places(portal(("pack", "itm 2", "Report"))))
    assert told.startswith(f'{FIND}32: "itm 2" is no place of "Agenda pack".')
    assert told.endswith('Did you mean "item 2"?')


def test_a_numbered_page_is_a_place() -> None:
    pages = 'pages: {numbering: "page", first: "1", last: "3", basis: "ours"}\nplaces:'
    made = portal(("pack", "page 3", "Report"), pack=DOCUMENTS["pack"].replace("places:", pages))
    assert list(citations.places(made)) == []


def test_a_paper_that_is_only_cited_cannot_be_cited_from() -> None:
    (told,) = said(portal(("law", "1", "harbour")))
    assert '"Harbour law" is cited only' in told


def test_another_file_under_the_same_name_is_told_once_and_nothing_is_looked_up_in_it() -> None:
    other = {"pack.txt": PACK.replace("lamp", "bell").encode()}
    (told,) = said(portal(("report", "1.1", "not there")), other)
    assert told.startswith("content/documents/pack.yaml:4:")
    assert "is not the copy that was entered" in told


def test_a_held_copy_that_is_missing_is_told_at_the_file() -> None:
    (told,) = said(portal(), {})
    assert told.startswith("content/documents/pack.yaml:3:")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("REPORT ON THE", "REPORT OF THE", 'stands 0 times in "documents/pack"'),
        ("places:", 'ends_before: "THE END"\nplaces:', '"THE END" does not stand after'),
        ("1.2 The lamp", "1.3 The lamp", 'words that open "1.2" do not stand after the place before it'),
        (FIRST + SECOND, SECOND + FIRST, 'words that open "1.1" do not stand after the place before it'),
        ('"1.1 The lamp"', '"The lamp"', ""),
        ('"1.2 The lamp"', '"The lamp shall"', 'words that open "1.2" stand in it twice'),
    ],
)
def test_opening_and_closing_words_that_are_not_in_the_copy_are_told(old: str, new: str, told: str) -> None:
    lines = said(portal(("letter", "letter", "The keeper"), report=DOCUMENTS["report"].replace(old, new)))
    assert [told in line for line in lines] == ([True] if told else [])


def test_papers_that_contain_each_other_are_told_and_do_not_hang() -> None:
    letter = DOCUMENTS["letter"].replace("documents/pack", "documents/report")
    report = DOCUMENTS["report"].replace("documents/pack", "documents/letter")
    made = portal(letter=letter, report=report)
    assert [problem.path.rpartition("/")[2] for problem in loose(made)] == ["letter.yaml", "report.yaml"]
    assert set(cut_all(made, ARCHIVE)[0]) == {"documents/pack"}


def test_an_official_wording_is_held_against_the_copy_by_its_hash() -> None:
    words = "1.1 The lamp shall be mended by spring. The keeper agrees."
    assert said(portal(wording=sha256(words.encode()).hexdigest())) == []
    (told,) = said(portal(wording="0" * 64))
    assert told.startswith("content/motions/lamp/1.md:6:")
    assert sha256(words.encode()).hexdigest() in told
