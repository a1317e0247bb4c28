"""The forms: each is current, can be filled in by hand, and gives a record without a problem when answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

import pytest
from pydantic import BaseModel

from answerable.edit.form import Form, Value, choices, forms, problem
from answerable.edit.interview import Interview
from answerable.load.question import NEEDED, question
from answerable.load.record import load
from answerable.load.writer import record_text
from answerable.model.field import Citation, Part
from answerable.model.kinds.searched import Searched
from answerable.model.kinds.term import Term
from answerable.model.kinds.update import Move, Update
from answerable.model.registry import models
from answerable.model.spec import spec, written
from answerable.rules import check
from tests.edit.answers import Answers
from tests.portals import harbour, whole

FILES = harbour().forms
FORMS = forms(FILES)
PORTAL = whole(harbour())
SAMPLES = ("Words.", "2029-06-12", "1", "a-sample", "0" * 64, "bodies/board")
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
        "Who said that it may": "the monitoring officer",
        "On what day": "2030-06-20",
        "Is there one?": ["yes", "yes"],
        **CITED,
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
        "Is there one?": "yes",
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


def test_each_kind_has_a_form_and_each_is_answered_here() -> None:
    assert {path.partition(".")[0] for path in FILES} == set(FORMS) == set(FILLED)
    assert {form.model for form in FORMS.values()} == set(models())


@pytest.mark.parametrize("name", FORMS)
def test_a_form_asks_for_all_that_is_needed_in_the_form_of_a_record(name: str) -> None:
    form, text = (
        FORMS[name],
        next(data.decode() for path, data in FILES.items() if path.startswith(f"{name}.")),
    )
    assert text.startswith(record_text(form.fields, "" if form.prose else None, form.model))
    assert bool(form.prose) == form.file.endswith(".md")
    assert form.fields["status"] == "published"
    for model, fields in groups(form.model, form.fields):
        assert {field.alias for field in written(model) if field.required} <= fields.keys()
        marked = {key for key, asked in fields.items() if isinstance(asked, str) and asked.startswith(NEEDED)}
        assert marked == {key for key in fields if spec(model, key).required and one_text(fields[key])}


def one_text(asked: Value) -> bool:
    """Whether it is a question for one text."""
    return isinstance(asked, str) and bool(question(asked))


def groups(
    model: type[BaseModel], fields: Mapping[str, Value]
) -> Iterator[tuple[type[BaseModel], Mapping[str, Value]]]:
    """Give the fields of a form, and those of each part in it, each with their model."""
    yield model, fields
    for key, asked in fields.items():
        inner = asked[0] if isinstance(asked, list) else asked
        if part := spec(model, key).part:
            yield from groups(part, cast("Mapping[str, Value]", inner))


@pytest.mark.parametrize("name", FORMS)
def test_a_form_filled_in_by_hand_can_be_read_and_one_that_is_not_says_each_question(name: str) -> None:
    form = FORMS[name]
    file = f"content/{form.file}".replace("DAY-", "2030-06-20-").replace("NAME", "a")
    file = file.replace("KIND", "motions").replace("SERIES", "motions/2029-06-12")
    filled = record_text(by_hand(form.model, form.fields), "Words." if form.prose else None, form.model)
    assert faults(file, filled.encode()) == []
    told = faults(file, next(data for path, data in FILES.items() if path.startswith(f"{name}.")))
    assert told
    assert all("A question of the form stands here: “" in one for one in told)
    assert [one for one in told if form.prose and form.prose in one] or not form.prose


def faults(file: str, data: bytes) -> list[str]:
    """Give what is wrong with one more file."""
    sources = harbour(more={file: data})
    return [str(one) for one in load(sources.settings, sources.content).problems if one.path == file]


def by_hand(model: type[BaseModel], fields: Mapping[str, Value]) -> dict[str, Value]:
    """Give the fields of a form with each question answered by the first sample that fits."""
    return {key: filled(model, key, asked) for key, asked in fields.items()}


def filled(model: type[BaseModel], key: str, asked: Value) -> Value:
    """Give an answer to one field."""
    field = spec(model, key)
    if isinstance(asked, list):
        return cast("Value", [filled(model, key, asked[0])])
    if field.part:
        return by_hand(field.part, cast("Mapping[str, Value]", asked))
    samples = (*(value for value, _ in choices(PORTAL, model, field, {})), *SAMPLES)
    fits = (one for one in samples if not problem(model, field, [one] if field.many else one))
    return next(fits) if question(str(asked)) else asked


@pytest.mark.parametrize("name", FORMS)
def test_a_form_that_was_answered_gives_a_record_without_a_problem(name: str) -> None:
    answers = Answers(FILLED[name] | {"What should the file": "a-sample"})
    file, text = Interview(PORTAL, frozenset(), answers.talk).record(FORMS[name], "published")
    sources = harbour(more={f"content/{file}": text.encode()})
    found = check(load(sources.settings, sources.content, sources.private), sources)
    told = [str(problem) for problem in (*found[0], *found[1]) if problem.path == f"content/{file}"]
    assert told == [], text
    assert {start for start, left in answers.left.items() if left} == set()


def test_a_kind_without_a_file_is_asked_for_what_its_records_need() -> None:
    form = forms({})["terms"]
    assert form == Form(Term, {"status": "published", "title": "? The word or letters."}, "")


@pytest.mark.parametrize(
    ("model", "key", "expected"),
    [
        (Update, "basis", ("in the source", "ours", "presumed")),
        (Move, "progress", ("said-under-way", "shown-done", "said-done")),
        (Term, "everyday", ("yes", "no")),
        (Searched, "looked_on", ()),
        (Term, "title", ()),
        (Citation, "at", ("heading", "notice 3", "notice 4", "notice 5")),
    ],
)
def test_a_closed_list_is_offered_and_nothing_else_is(
    model: type[Part], key: str, expected: tuple[str, ...]
) -> None:
    offered = choices(PORTAL, model, spec(model, key), {"in": "documents/board-notices"})
    assert tuple(value for value, _ in offered) == expected


def test_what_is_wrong_with_one_answer_is_said_and_what_is_missing_beside_it_is_not() -> None:
    happened = spec(Update, "happened")
    assert problem(Update, happened, "2030-02") == ""
    assert problem(Update, happened, "Tuesday").startswith('happened: "Tuesday" is no date')
    assert problem(Update, spec(Update, "title"), "Words") == ""
