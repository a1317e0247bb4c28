"""Questions and answers: what is asked again, what is passed over, what is never taken."""

from __future__ import annotations

import pytest

from answerable.edit.form import Form, parse
from answerable.edit.inputs import problem, required, takes
from answerable.edit.new import Asked, New, new, visible
from answerable.edit.sets import sorts
from answerable.model.field import Citation, Part
from answerable.model.kinds.update import Move, Update
from answerable.model.registry import KINDS
from tests.edit.said import Answers
from tests.edit.test_form import FILLED, FORMS
from tests.portals import harbour, whole

PORTAL = whole(harbour())
TERM = parse(
    '# A word.\n# File: terms/NAME.yaml\n\n# Which?\ntitle: ""\n# Also?\nalso: [""]\n'
    '# Daily?\n#everyday: ""\n'
)
TOLD = FILLED["updates"] | {"What should": "a"}


def made(form: Form, folder: str, answers: Answers, *taken: str) -> New:
    """Give the record that comes of some answers."""
    return new(form, sorts()[folder][1], Asked(PORTAL, frozenset(taken), answers.talk), "draft")


def test_what_is_needed_is_asked_again_and_what_is_not_is_left_out() -> None:
    answers = Answers({"Which?": ["", "Hythe"], "What should": "hythe"})
    assert made(TERM, "terms", answers) == New("terms/hythe.yaml", 'title: "Hythe"\nstatus: "draft"\n')
    assert answers.told == ["A word.", "This is needed."]


def test_a_list_is_asked_for_until_nothing_more_is_said() -> None:
    answers = Answers({"Which?": "Hythe", "Also?": "a", "One more": ["b", ""], "What should": "hythe"})
    assert 'also: ["a", "b"]\n' in made(TERM, "terms", answers).text


def test_a_name_that_is_taken_or_wrong_or_telling_is_asked_for_again() -> None:
    answers = Answers({"Which?": "Hythe", "What should": ["Old Mole", "mole", "stormy", "hythe"]})
    assert made(TERM, "terms", answers, "terms/mole.yaml").file == "terms/hythe.yaml"
    wrong, taken, avoided_word_in = answers.told[1:]
    assert wrong.startswith('The name "old mole" may hold only small letters, digits and single hyphens ')
    assert taken == (
        "There is terms/mole.yaml already, and nothing is written over. Choose another name, "
        "or end here with Ctrl and C and change that file."
    )
    assert avoided_word_in == "“storm” would stay in histories. Choose a neutral name."


def test_an_answer_that_does_not_fit_is_told_as_a_check_would_tell_it() -> None:
    answers = Answers(TOLD | {"On what day did it happen": ["next week", "2030-06-01"]})
    assert made(parse(FORMS["updates"]), "updates", answers).file == "updates/2030-06-01-a.md"
    assert next(told for told in answers.told if "next week" in told).startswith(
        'happened: "next week" is no date this record knows. Write one like these: '
    )


def test_words_give_a_list_and_a_number_chooses_from_it() -> None:
    answers = Answers(
        TOLD
        | {
            "Which item, ask": "publish results of every test",
            "Which one?": ["zeppelin", "1"],
            "Write other": "each test within a week",
        }
    )
    text = made(parse(FORMS["updates"]), "updates", answers).text
    assert '  - item: "reviews/2029-09-20/2#b"\n' in text
    assert "Nothing here has the words “zeppelin”." in answers.told
    assert any(told.startswith("  1. ") and "(reviews/2029-09-20/2" in told for told in answers.told)


def test_what_follows_from_another_answer_is_asked_only_after_it() -> None:
    answers = Answers(TOLD)
    made(parse(FORMS["updates"]), "updates", answers)
    assert not any(question.startswith("Where it was checked") for question in answers.asked)
    answers = Answers(TOLD | {"What did somebody other": "checked"})
    made(parse(FORMS["updates"]), "updates", answers)
    assert any(question.startswith("Where it was checked") for question in answers.asked)


def test_a_field_of_one_part_is_asked_for_once_and_left_out_where_there_is_none() -> None:
    told: dict[str, str | list[str]] = {
        "What is the name": "Reed",
        "Why is": "elected",
        "Which office": "Member",
        "What should": "reed",
    }
    answers = Answers(told)
    assert "cleared" not in made(parse(FORMS["people"]), "people", answers).text
    cleared: dict[str, str | list[str]] = {
        "Has somebody": "yes",
        "Who, by role": "the editor",
        "On what day": "2030-06-01",
    }
    answers = Answers(told | cleared)
    text = made(parse(FORMS["people"]), "people", answers).text
    assert text.endswith('status: "draft"\ncleared: {by: "the editor", on: "2030-06-01"}\n')


def test_a_set_has_a_folder_of_its_own_and_what_is_of_it_goes_beside_it() -> None:
    answers = Answers(FILLED["series"] | {"What sort of set": ["", "1"], "What should": ["Bell", "bell"]})
    assert made(parse(FORMS["series"]), "series", answers, "motions/2029-06-12/index.md").file == (
        "motions/2030-06-03-bell/index.md"
    )
    more: dict[str, str | list[str]] = {
        "In which set": ["", "zeppelin"],
        "Write other": "motion of 12 june",
        "Which one": "1",
        "What should": ["1", "5"],
    }
    answers = Answers(FILLED["items"] | more)
    item = made(parse(FORMS["items"]), "items", answers, "motions/2029-06-12/1.md")
    assert item.file == "motions/2029-06-12/5.md"
    assert "This is needed." in answers.told
    assert any(told.startswith("There is motions/2029-06-12/1.md already") for told in answers.told)


def test_what_may_be_an_empty_list_is_written_as_one() -> None:
    text = made(parse(FORMS["items"]), "items", Answers(FILLED["items"] | {"What should": "5"})).text
    assert "    owners: []\n" in text
    assert "\nowners" not in text


def test_a_choice_is_made_by_number_or_by_its_word_and_a_slip_is_named() -> None:
    answers = Answers({"How?": ["agred", "2"]})
    assert visible(answers.talk, "How?", [("agreed", "agreed"), ("taken-up", "taken up")]) == "taken-up"
    assert answers.told == ['“agred” is none of these. Did you mean "agreed"?']
    assert answers.asked[0] == "How?\n  1. agreed\n  2. taken up (taken-up)"


@pytest.mark.parametrize(
    ("model", "key", "expected"),
    [
        (Update, "basis", ("in the source", "ours", "presumed")),
        (Move, "progress", ("said-under-way", "shown-done", "said-done")),
        (KINDS["terms"].model, "everyday", ("yes", "no")),
        (KINDS["searched"].model, "looked_on", ()),
        (KINDS["terms"].model, "title", ()),
    ],
)
def test_a_closed_list_is_offered_and_nothing_else_is(
    model: type[Part], key: str, expected: tuple[str, ...]
) -> None:
    assert tuple(value for value, _ in takes(PORTAL, model, key, {}).choices) == expected


def test_the_places_of_the_document_that_was_named_are_offered() -> None:
    taken = takes(PORTAL, Citation, "at", {"in": "documents/board-notices"})
    assert [value for value, _ in taken.choices] == ["heading", "notice 3", "notice 4", "notice 5"]


def test_a_reference_knows_what_it_may_name() -> None:
    refers = takes(PORTAL, Update, "at", {}).refers
    assert refers
    assert (refers.folders, refers.none) == (("meetings", "documents"), True)
    assert takes(PORTAL, Update, "moves", {}).inner is Move


def test_what_is_wrong_with_one_answer_is_said_and_what_is_missing_beside_it_is_not() -> None:
    assert problem(Update, "happened", "2030-02") == ""
    assert problem(Update, "happened", "Tuesday").startswith('happened: "Tuesday" is no date')
    assert problem(Update, "title", "Words") == ""
    assert required(Update, "happened")
    assert not required(Update, "published")


def test_whoever_stops_answering_ends_it_and_nothing_comes_of_it() -> None:
    def silent(_: str) -> str:
        raise EOFError

    answers = Answers({})
    talk = answers.talk.__class__(silent, answers.told.append)
    with pytest.raises(EOFError):
        new(TERM, sorts()["terms"][1], Asked(PORTAL, frozenset(), talk), "draft")
