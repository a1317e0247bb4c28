"""What reaches or shows one private person is found and never repeated; what belongs to a post is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.rules.personal_data import finds, masked, without
from answerable.rules.texts import Passage
from tests.small import complaints, edited

PERSONAL = {
    "j.smith@council.gov.uk": "email",
    "Ada.Keeper+x@lamp.co.uk": "email",
    "0114 273 4567": "phone",
    "(0114) 273-4567": "phone",
    "07400 123456": "phone",
    "+44 7400 123456": "phone",
    "S60 2TH": "postcode",
    "SW1A1AA": "postcode",
    "943 476 5919": "nhs-number",
    "9434765919": "nhs-number",
    "AB 12 34 56 C": "national-insurance",
    "AB123456C": "national-insurance",
    "H801200001001": "pupil-number",
    "GB82 WEST 1234 5698 7654 32": "bank",
    "4111-1111-1111-1111": "card",
    "AB12 CDE": "vehicle",
    "born on 3 May 2001": "birth-date",
    "DOB: 03/05/2001": "birth-date",
    "date of birth is 2001-05-03": "birth-date",
}
HARMLESS = (
    "info@lamp.co.uk",
    "democratic.services@council.gov.uk",
    "ada@example.org",
    "x@lamp.example",
    "0800 555 111",
    "0300 123 4567",
    "999",
    "01632 960145",
    "minutes 1 to 20 of 2015 and 2016",
    "27 May 2022",
    "2022-05-27",
    "943 476 5910",
    "4111 1111 1111 1112",
    "GB123456C",
    "a hash of 64 signs",
    "recommendation 4.5.4",
    "born in Whitby",
    "see https://x.org/?id=9434765919",
)


@pytest.mark.parametrize("found", PERSONAL)
def test_each_shape_of_something_personal_is_found_where_it_stands(found: str) -> None:
    text = f"They gave {found}, she says."
    (find,) = finds([Passage("pages/about", (), text)])
    assert (find.rule, text[find.start : find.end], find.level) == (PERSONAL[found], found, "error")
    assert without(text) == f"They gave {' ' * len(found)}, she says."


@pytest.mark.parametrize("words", HARMLESS)
def test_what_is_nobodys_or_a_posts_is_let_pass(words: str) -> None:
    line = f'title: "{words}"\nmeans: "A light."\nstatus: "published"\n'
    assert complaints(edited({"content/terms/other.yaml": line})) == ""


@given(st.sampled_from(sorted(PERSONAL)), st.sampled_from(["content/pages/about.md", "content/terms/a.yaml"]))
def test_no_message_of_any_rule_repeats_more_than_two_signs_of_it(found: str, path: str) -> None:
    page = f'---\ntitle: "About"\nstatus: "published"\n---\n{found}\n'
    term = f'title: "Oil"\nmeans: "{found}"\nstatus: "published"\n'
    said = complaints(edited({path: page if path.endswith(".md") else term}))
    assert masked(found) in said
    pieces = {found[n : n + 4] for n in range(1, len(found) - 3)}
    assert [piece for piece in pieces if re.search("[0-9@]", piece) and piece in said] == []


POINTING = (
    "A 14-year-old girl was seen in March.",
    "The boy, aged nine, lived in Whitby.",
    "The boy went to Quay Lane School.",
    "The victim was known at Cliff House.",
    "A survivor was met on Ferry Road.",
    "Her daughter moved to Whitby on 3 May 2001.",
    "A fourteen-year-old\nwas taken to Dock Street.",
)
GENERAL = (
    "Each child is different.",
    "Children aged 11 to 16 live in Whitby.",
    "A child can ask for help.",
    "The school was told in March.",
    "The child’s voice was heard in March 2022.",
    "Aged 16 and over.",
    "The strategy was agreed by Dock Street School in May.",
    "The 78% aged 11-15 years old are girls.",
)


@pytest.mark.parametrize("sentence", POINTING)
def test_clues_that_show_one_person_together_stop_a_build(sentence: str) -> None:
    assert [(f.rule, f.level) for f in finds([Passage("x", (), sentence)])] == [("jigsaw", "error")]


@pytest.mark.parametrize("sentence", GENERAL)
def test_a_sentence_about_nobody_in_particular_is_let_pass(sentence: str) -> None:
    assert list(finds([Passage("x", (), sentence)])) == []


def test_an_age_and_a_school_are_put_together_within_a_record_and_not_beyond_it() -> None:
    age, school = "She was aged nine.", "Quay Lane School was told."
    together = [Passage("x", (), f"{age} {school}")], [Passage("x", ("says",), age), Passage("x", (), school)]
    for texts in together:
        assert [(f.rule, f.level) for f in finds(texts)] == [("jigsaw", "error")]
    apart = [Passage("x", (), age), Passage("y", (), school)]
    assert [(f.rule, f.level) for f in finds(apart)] == [("exact-age", "warning")]


@pytest.mark.parametrize(
    ("words", "few"),
    [
        ("Three of the children were heard.", True),
        ("There was one victim.", True),
        ("4 girls", True),
        ("five children", False),
        ("No one survivor speaks for all.", False),
        ("1.4 Child abuse", False),
        ("at most three children", False),
        ("three children at most", False),
        ("two boards", False),
    ],
)
def test_few_people_are_counted_and_limits_and_numbers_of_sections_are_not(words: str, few: bool) -> None:
    assert [f.rule for f in finds([Passage("x", (), words)])] == ["small-count"] * few
