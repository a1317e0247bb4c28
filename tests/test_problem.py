"""A mistake is a value that reads as one sentence with its place."""

from __future__ import annotations

from answerable.problem import ContentError, Problem, did_you_mean


def test_a_problem_reads_as_place_what_is_wrong_and_what_to_do() -> None:
    assert str(Problem("a.yaml", 3, 7, "It is wrong.", "Mend it.")) == "a.yaml:3:7: It is wrong. Mend it."
    assert str(Problem("a.yaml", 3, 7, "It is wrong.")) == "a.yaml:3:7: It is wrong."


def test_a_warning_says_that_it_is_one() -> None:
    old = Problem("a.yaml", 3, 7, "It is old.", "Look again.", "warning")
    assert str(old) == "a.yaml:3:7: warning: It is old. Look again."


def test_all_problems_are_kept_once_in_the_order_of_their_places() -> None:
    late, early, other = Problem("b", 2, 1, "x"), Problem("b", 1, 9, "x"), Problem("a", 9, 1, "x")
    assert ContentError([late, early, other, late]).problems == (other, early, late)


def test_the_nearest_known_word_is_asked_for_and_no_far_one() -> None:
    assert did_you_mean("rec-O3", ["rec-01", "rec-03"]) == 'Did you mean "rec-03"?'
    assert did_you_mean("harbour", ["lighthouse"]) == ""
