"""Our own words: what is ours, where a fault stands in it, and that the record keeps the rules."""

from __future__ import annotations

import re
from datetime import date

import pytest
from pydantic import ValidationError

from answerable.load.record import load
from answerable.load.yaml import parse
from answerable.model.portal import Portal
from answerable.model.wordlist import Words
from answerable.rules import reading_age, words
from answerable.rules.reading_age import grade, sentences, syllables
from answerable.rules.texts import passages
from tests.engines import ROOT
from tests.portals import TODAY, harbour
from tests.small import SMALL, complaints, edited, sources

REAL = (ROOT / "content/words.yaml").read_text(encoding="utf-8")
RULES = Words.model_validate(parse(REAL, "words.yaml").value).rules
LAMP = "content/promises/2030-02-10-lamp.yaml"
PROMISE = """title: "Mend the lamp"
by: "bodies/board"
made: "2030-02-10"
says: "{}"
status: "published"
"""


def small(files: dict[str, str]) -> Portal:
    """Give the small portal with edits."""
    given = sources(edited(files))
    read = load(given.settings, given.content).portal
    assert read is not None
    return read


@pytest.mark.parametrize("name", RULES)
def test_each_word_of_each_rule_is_found_where_it_is_planted_and_nowhere_in_a_quotation(name: str) -> None:
    rule = RULES[name]
    for phrase in rule.words:
        planted = f"They said {phrase} of it{f', the {rule.beside[0]}' if rule.beside else ''}."
        files = {"content/words.yaml": REAL, LAMP: PROMISE.format(planted)}
        found = [
            line for line in complaints(edited(files)).splitlines() if f"”: {rule.why} {rule.instead}" in line
        ]
        assert len(found) == 1, (phrase, found)
        assert found[0].startswith(f"{LAMP}:4:18: ")
        assert ("warning: " in found[0]) == (rule.level == "warning")
        files[LAMP] = files[LAMP].replace(phrase, f"“{phrase}”")
        assert rule.why not in complaints(edited(files))


def test_the_real_record_and_the_fictional_one_keep_the_rules(record: Portal) -> None:
    today = date(2026, 11, 22)
    texts, _ = passages(record)
    hard = {str(one) for one in reading_age.problems(record, texts)}
    assert len(hard) <= 3
    assert {str(one) for one in words.problems(record, today)} == hard
    assert list(words.unexplained(record, texts)) == []
    given = harbour()
    made_up = load(given.settings, given.content).portal
    assert made_up is not None
    assert [one for one in words.problems(made_up, TODAY) if one.level == "error"] == []


def test_what_is_ours_has_no_names_no_official_words_and_nothing_quoted(record: Portal) -> None:
    texts, _ = passages(record)
    assert len(texts) > 1500
    assert not any(re.search("[“”]", one.text) for one in texts)
    fields = {one.field for one in texts}
    assert {"summary", "says", "asks", "means", "prose", "why"} <= fields
    assert not fields & {"quote", "words", "starts_with", "name", "text", "short", "expansions", "also"}


def test_a_statement_is_somebody_elses_and_a_withdrawn_record_says_nothing() -> None:
    path = "content/statements/2030-03-01-council.md"
    assert not any(one.address.startswith("statements/") and not one.where for one in passages(small({}))[0])
    assert path in SMALL
    gone = SMALL["content/terms/lamp.yaml"].replace(
        'status: "published"', 'status: "withdrawn"\nwithdrawn: {on: "2030-03-01", why: "A slip."}'
    )
    assert not any(
        one.address == "terms/lamp" for one in passages(small({"content/terms/lamp.yaml": gone}))[0]
    )


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("people", 2),
        ("asked", 1),
        ("wanted", 2),
        ("scrutiny", 3),
        ("minutes", 2),
        ("named", 1),
        ("2022", 1),
        ("table", 2),
        ("the", 1),
        ("exploitation", 4),
        ("board", 1),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_the_formulas() -> None:
    assert grade("", 0) == grade("“…”", 0) == 0
    assert grade("The cat sat on the mat.", 1) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert grade("A lamp. A cat.", 2) == pytest.approx(0.39 * 2 + 11.8 * 1 - 15.59)
    hard = "Interdepartmental responsibilities necessitate reconsideration."
    assert grade(hard, 1) > 20
    assert grade("The Board met in May. It asked for a list of all the lamps.", 2) < 9


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("One two. Three.", [2, 1]),
        ("It costs 3.5 pounds", [4]),
        ("One: two; three", [1, 1, 1]),
        ("One\ntwo three.", [3]),
        ("- one\n- two three", [1, 2]),
        ("One two\n\nthree", [2, 1]),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, lengths: list[int]) -> None:
    assert [length for _, length in sentences(text)] == lengths


def test_the_list_that_editors_are_shown_is_a_good_one() -> None:
    page = (ROOT / "docs/editing.md").read_text(encoding="utf-8")
    shown = re.findall(r"```yaml\n((?:rules|allow):\n.*?)```", page, re.DOTALL)
    assert len(shown) == 2
    whole = parse("".join(shown), "words.yaml")
    assert whole.problems == ()
    assert Words.model_validate(whole.value).rules["vague-time"].unless == ("too soon",)
    with pytest.raises(ValidationError):
        Words.model_validate({"rule": {}})
