"""The forms in both portals: each is well-formed, current, and gives a record without a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest

from answerable.edit.form import Blank, forms, parse
from answerable.edit.inputs import problem, takes
from answerable.edit.new import Asked, new
from answerable.edit.sets import sorts
from answerable.load.record import load
from answerable.load.snapshot import from_folder
from answerable.model.field import Part
from answerable.model.registry import KINDS
from answerable.rules import check
from tests.edit.said import Answers
from tests.engines import ROOT
from tests.portals import harbour, whole

CONTENT = from_folder(ROOT / "content/_forms", where="content/_forms/")[0]
FORMS = forms(CONTENT)
SAMPLES = ("Words.", "2029-06-12", "1", "a-sample", "0" * 64)
CITED = {
    "In which document?": "documents/board-minutes",
    "At which place in it": "minute 7",
    "Which words? At most": "all twelve sirens had been sounded",
}
FIRST = {"Is there one?": "yes"}
FILLED: dict[str, dict[str, str | list[str]]] = {
    "updates": {
        "What happened": "The Board reports tests",
        "On what day did it happen": "2030-06-01",
        "Whose view": "bodies/board",
        "Where did it": "documents/board-minutes",
        "Whose words": "1",
        "Which item, ask": "reviews/2029-09-20/2#a",
        "What was said in reply": "agreed",
        "In which document?": "documents/board-minutes",
        "At which place": "minute 7",
        "Which words?": "all twelve sirens had been sounded",
    },
    "meetings": {
        "What is the meeting": "Harbour Board, 3 June 2030",
        "On what day was it held": "2030-06-03",
        "Is it known": "report only",
        "Is there one?": "yes",
        "What is its id": "minute-1",
        "What number": "none",
        "What is it called?": "Sirens",
        "What came of it": "noted",
    },
    "documents": {"What is it called": "A letter", "How is it known": "cited only"},
    "promises": {
        "What is to be done": "Mend the bell",
        "Who undertook": "bodies/board",
        "What is the day": "2030-06-03",
        **CITED,
        **FIRST,
    },
    "corrections": {
        "What was put right": "The number of bells",
        "On what day was": "2030-06-03",
        "Which pages": "figures/sirens",
        "What did the page say": "Two.",
        "What does it say now": "One.",
        "Why was it wrong": "It was counted twice.",
        "Who approved": "the editor of the record",
    },
    "statements": {
        "Whose words are they": "bodies/board",
        "What is the day": "2030-06-03",
        "What do they answer": "reviews/2029-09-20/2",
        "What are the words": "We shall mend them.",
    },
    "help": {
        "What is the line": "Quay line",
        "What is its place": "9",
        "Is it certain": "no",
        "Which number": "01632 960199",
        "Whom is it for": "Anybody on the quays.",
        "On what day did": "2030-06-20",
        "Who did": "the editor of the record",
    },
    "terms": {"Which word": "Hythe", "What do the papers mean": "A landing place."},
    "events": {
        "What is it called": "The bell is rung",
        "When was it": "2030-06-03",
        "Did it happen": "1",
        **CITED,
        **FIRST,
    },
    "figures": {"What is the number": "Two bells", "What does it count": "Bells.", **CITED, **FIRST},
    "bodies": {"What is its full": "Bell Board", "What sort": "board", **CITED, **FIRST},
    "people": {
        "What is the name": "Councillor Reed",
        "Why is": "elected",
        "Which office": "Councillor",
        "Has somebody": "yes",
        "Who, by role": "the monitoring officer",
        "On what day": "2030-06-20",
        **CITED,
        **FIRST,
    },
    "pages": {"What is it called": "How we work", "What does the page say": "We read papers."},
    "series": {
        "What is it called": "Motion of 3 June 2030",
        "What is it, in": "The Council asked for a bell.",
        "On what day was it agreed": "2030-06-03",
        "How firm": "1",
        "Whose is it": "bodies/council",
        "What is one of": "point",
        "What are several": "points",
        "What sort of set": "motions",
        **CITED,
        **FIRST,
    },
    "items": {
        "What number": "5",
        "Which place": "5",
        "What is it about": "A bell",
        "Is there one?": ["yes", "yes"],
        "What is its id": "a",
        "What is asked": "Hang a bell.",
        "Is it the text that names who": ["", "3"],
        "In which set": "motions/2029-06-12",
        **CITED,
    },
    "searched": {
        "Whose papers": "bodies/council",
        "Which papers": "Minutes",
        "What is the first": "2029",
        "What is the last": "2030-06-15",
        "On what day did": "2030-06-15",
        "Who looked": "the editor",
    },
}


def test_both_portals_have_the_same_forms() -> None:
    assert from_folder(ROOT / "examples/harbour/content/_forms", where="content/_forms/")[0] == CONTENT
    assert set(FORMS) == set(FILLED)
    assert set(FORMS) == set(sorts())


@pytest.mark.parametrize("name", FORMS)
def test_a_form_says_what_it_is_for_and_where_the_file_goes(name: str) -> None:
    form = parse(FORMS[name])
    if name in KINDS:
        day = "DAY-" if KINDS[name].dated else ""
        assert form.file == f"{name}/{day}NAME{KINDS[name].suffix}"
    assert form.about.endswith(".")
    assert bool(form.prose) == form.file.endswith(".md")
    assert [blank.key for blank in _each(form.blanks) if not blank.question and blank.key != "status"] == []


@pytest.mark.parametrize("name", FORMS)
def test_a_form_copied_by_hand_with_every_blank_filled_can_be_read(name: str) -> None:
    text = by_hand(FORMS[name], name)
    file = f"content/{parse(FORMS[name]).file}".replace("DAY-", "2030-06-20-").replace("NAME", "a")
    file = file.replace("KIND", "motions").replace("SERIES", "motions/2029-06-12")
    sources = harbour(more={file: text.encode()})
    loaded = load(sources.settings, sources.content)
    assert [str(problem) for problem in loaded.problems if problem.path == file] == []


@pytest.mark.parametrize("name", FORMS)
def test_a_form_that_was_answered_gives_a_record_without_a_problem(name: str) -> None:
    answers = Answers(FILLED[name] | {"What should the file": "a-sample"})
    sources = harbour()
    asked = Asked(whole(sources), frozenset(), answers.talk)
    made = new(parse(FORMS[name]), sorts()[name][1], asked, "published")
    file = f"content/{made.file}"
    sources = harbour(more={file: made.text.encode()})
    found = check(load(sources.settings, sources.content, sources.private), sources)
    assert [str(problem) for problem in (*found[0], *found[1]) if problem.path == file] == [], made.text
    assert {start for start, left in answers.left.items() if left} == set()


def by_hand(text: str, name: str) -> str:
    """Give a form with each line taken in and each blank filled with the first sample that fits."""
    values = iter([sample(name, way) for way in _ways(parse(text).blanks) if '""' in way[-1].value])
    lines = [re.sub(r"^( *)#(?! )", r"\1", line) for line in text.splitlines()]
    return "".join(
        re.sub('""', lambda _: f'"{next(values)}"', line) + "\n"
        for line in lines
        if line and not line.lstrip().startswith("#")
    )


def sample(name: str, way: Sequence[Blank]) -> str:
    """Give something that may be answered to the last blank of a way through a form."""
    portal = whole(harbour())
    model: type[Part] = sorts()[name][1]
    for blank in way[:-1]:
        inner = takes(portal, model, blank.key, {}).inner
        assert inner
        model = inner
    key, many = way[-1].key, way[-1].many
    return next(w for w in samples(model, key) if not problem(model, key, [w] if many else w))


def samples(model: type[Part], key: str) -> Iterator[str]:
    """Give what might fit a field."""
    taken = takes(whole(harbour()), model, key, {})
    yield from (value for value, _ in taken.choices)
    yield from ("bodies/board",) if taken.refers else SAMPLES


def _ways(blanks: Sequence[Blank], before: tuple[Blank, ...] = ()) -> Iterator[tuple[Blank, ...]]:
    for blank in blanks:
        yield (*before, blank)
        yield from _ways(blank.entries, (*before, blank))


def _each(blanks: Sequence[Blank]) -> Iterator[Blank]:
    return (way[-1] for way in _ways(blanks))


def test_what_a_form_asks_is_read_with_what_may_be_left_out() -> None:
    form = parse(
        '# A lamp.\n# File: lamps/NAME.yaml\n\n# How\n# bright?\nlight: ""\n#oil: ""\nalso: [""]\n'
        '# Who?\ncites:\n  # Where?\n  - in: ""\nstatus: "draft"\n'
    )
    assert (form.about, form.file, form.prose) == ("A lamp.", "lamps/NAME.yaml", "")
    light, oil, also, cites, status = form.blanks
    assert (light.question, light.optional, oil.optional, also.many) == ("How bright?", False, True, True)
    assert [(entry.key, entry.question) for entry in cites.entries] == [("in", "Where?")]
    assert [blank.fixed for blank in form.blanks] == [None, None, None, None, "draft"]
    assert status.key == "status"
    kept = parse('# A.\n# File: a/NAME.yaml\n\nkept:\n  # By whom?\n  by: ""\n  on: ""\n').blanks[0]
    assert [(entry.key, entry.question) for entry in kept.entries] == [("by", "By whom?"), ("on", "")]
    assert (cites.listed, kept.listed, light.listed) == (True, False, False)
