"""Questions and answers: what is asked again, what is passed over, what is never taken."""

from __future__ import annotations

import pytest

from answerable.edit.form import Form
from answerable.edit.interview import Interview
from answerable.model.kinds.term import Term
from tests.edit.answers import Answers
from tests.edit.test_form import FILLED, FORMS, PORTAL

TERM = Form(
    Term, {"title": "? Which?", "also": ["(?) Also?"], "everyday": "(?) Daily?", "status": "published"}, ""
)
TOLD = FILLED["updates"] | {"What should": "a"}


def made(form: Form, answers: Answers, *taken: str) -> tuple[str, str]:
    """Give the file and the text that come of some answers."""
    return Interview(PORTAL, frozenset(taken), answers.talk).record(form, "draft")


def test_what_is_needed_is_asked_again_and_what_is_not_is_left_out() -> None:
    answers = Answers({"Which?": ["", "Hythe"], "What should": "hythe"})
    assert made(TERM, answers) == ("terms/hythe.yaml", 'title: "Hythe"\nstatus: "draft"\n')
    assert answers.told == ["A word or set of letters, and what the papers mean by it.", "This is needed."]


def test_a_list_is_asked_for_until_nothing_more_is_said() -> None:
    answers = Answers({"Which?": "Hythe", "Also?": "a", "One more": ["b", ""], "What should": "hythe"})
    assert 'also: ["a", "b"]\n' in made(TERM, answers)[1]


def test_a_name_that_is_taken_or_wrong_or_telling_is_asked_for_again() -> None:
    answers = Answers({"Which?": "Hythe", "What should": ["Old Mole", "mole", "stormy", "hythe"]})
    assert made(TERM, answers, "terms/mole.yaml")[0] == "terms/hythe.yaml"
    wrong, taken, avoided_word_in = answers.told[1:]
    assert wrong.startswith('The name "old mole" may hold only small letters, digits and single hyphens ')
    assert taken == (
        "There is terms/mole.yaml already, and nothing is written over. Choose another name, "
        "or end here with Ctrl and C and change that file."
    )
    assert avoided_word_in == "“storm” would stay in histories. Choose a neutral name."


def test_an_answer_that_does_not_fit_is_told_as_a_check_would_tell_it() -> None:
    answers = Answers(TOLD | {"On what day did it happen": ["next week", "2030-06-01"]})
    assert made(FORMS["updates"], answers)[0] == "updates/2030-06-01-a.md"
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
    text = made(FORMS["updates"], answers)[1]
    assert '  - item: "reviews/2029-09-20/2#b"\n' in text
    assert "Nothing here has the words “zeppelin”." in answers.told
    assert any(told.startswith("  1. ") and "(reviews/2029-09-20/2" in told for told in answers.told)


def test_what_follows_from_another_answer_is_asked_only_after_it() -> None:
    answers = Answers(TOLD)
    made(FORMS["updates"], answers)
    assert not any(question.startswith("Where it was checked") for question in answers.asked)
    answers = Answers(TOLD | {"What did somebody other": "checked"})
    made(FORMS["updates"], answers)
    assert any(question.startswith("Where it was checked") for question in answers.asked)


def test_a_field_of_one_part_is_asked_for_once_and_left_out_where_there_is_none() -> None:
    told: dict[str, str | list[str]] = {
        "What is the name": "Reed",
        "Why is": "elected",
        "Which office": "Member",
        "What should": "reed",
    }
    answers = Answers(told)
    assert "cleared" not in made(FORMS["people"], answers)[1]
    cleared: dict[str, str | list[str]] = {
        "Is there one?": ["", "yes"],
        "Who said": "the editor",
        "On what day": "2030-06-01",
    }
    answers = Answers(told | cleared)
    text = made(FORMS["people"], answers)[1]
    assert text.endswith('status: "draft"\ncleared: {by: "the editor", on: "2030-06-01"}\n')


def test_a_set_has_a_folder_of_its_own_and_what_is_of_it_goes_beside_it() -> None:
    answers = Answers(FILLED["series"] | {"What sort of set": ["", "1"], "What should": ["Bell", "bell"]})
    assert made(FORMS["series"], answers, "motions/2029-06-12/index.md")[0] == (
        "motions/2030-06-03-bell/index.md"
    )
    more: dict[str, str | list[str]] = {
        "In which set": ["", "zeppelin"],
        "Write other": "motion of 12 june",
        "Which one": "1",
        "What should": ["1", "5"],
    }
    answers = Answers(FILLED["items"] | more)
    item = made(FORMS["items"], answers, "motions/2029-06-12/1.md")
    assert item[0] == "motions/2029-06-12/5.md"
    assert "This is needed." in answers.told
    assert any(told.startswith("There is motions/2029-06-12/1.md already") for told in answers.told)


def test_what_may_be_an_empty_list_is_written_as_one() -> None:
    text = made(FORMS["items"], Answers(FILLED["items"] | {"What should": "5"}))[1]
    assert "    owners: []\n" in text
    assert "\nowners" not in text


def test_a_choice_is_made_by_number_or_by_its_word_and_a_slip_is_named() -> None:
    answers = Answers({"How?": ["agred", "2"]})
    assert answers.talk.choose("How?", [("agreed", "agreed"), ("taken-up", "taken up")]) == "taken-up"
    assert answers.told == ['“agred” is none of these. Did you mean "agreed"?']
    assert answers.asked[0] == "How?\n  1. agreed\n  2. taken up (taken-up)"


def test_whoever_stops_answering_ends_it_and_nothing_comes_of_it() -> None:
    def silent(_: str) -> str:
        raise EOFError

    answers = Answers({})
    talk = answers.talk.__class__(silent, answers.told.append)
    with pytest.raises(EOFError):
        Interview(PORTAL, frozenset(), talk).record(TERM, "draft")
