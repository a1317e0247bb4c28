"""Exceptions: exact words, in one record, of one rule, until a day; and which texts the rules read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answerable.load.record import Loaded
from answerable.model.wordlist import Allowed, Words
from answerable.rules import check, wording
from answerable.rules.allowances import unless_allowed
from answerable.rules.personal_data import RULES, finds
from answerable.rules.voice import own_words, printed_words
from tests.portals import TODAY, harbour, whole

PORTAL = whole(harbour())
PAGE = "pages/about"
NUMBER = "0114 273 4567"
CALLS = f"Call the office, {NUMBER}."


def told(in_: str, rule: str, text: str) -> list[str]:
    """Give what is told of a page that holds a number, with one exception."""
    about = PORTAL.records[PAGE].model_copy(update={"prose": CALLS})
    fields = {"rule": rule, "in": in_, "text": text, "why": "Its own.", "by": "The editors"}
    allowed = Allowed.model_validate({**fields, "until": TODAY.isoformat()})
    portal = replace(PORTAL, records={**PORTAL.records, PAGE: about}, words=Words(allow=(allowed,)))
    return [one.message for one in unless_allowed(portal, finds(printed_words(portal)), RULES, TODAY)]


def test_exact_words_of_one_record_are_let_pass_until_their_day() -> None:
    assert told(PAGE, "phone", f"the office, {NUMBER}") == []


@pytest.mark.parametrize(
    ("in_", "rule", "text"),
    [
        ("pages/get-help", "phone", NUMBER),
        (PAGE, "postcode", NUMBER),
        (PAGE, "phone", "0114 273"),
        (PAGE, "phone", "Call the office"),
    ],
)
def test_any_other_words_record_or_rule_lets_nothing_pass(in_: str, rule: str, text: str) -> None:
    unused = f"The rule finds nothing in these words of {in_}."
    assert told(in_, rule, text) == ["This looks like a telephone number: 01•• ••• ••••.", unused]


def test_of_some_files_alone_the_words_are_judged_and_no_exception_is_called_unused() -> None:
    unneeded = Allowed.model_validate(
        {
            "rule": "phone",
            "in": "terms/mole",
            "text": NUMBER,
            "why": "Its own.",
            "by": "The editors",
            "until": TODAY.isoformat(),
        }
    )
    pages = (PAGE, "pages/get-help")
    calling = {name: PORTAL.records[name].model_copy(update={"prose": CALLS}) for name in pages}
    portal = replace(PORTAL, records={**PORTAL.records, **calling}, words=Words(allow=(unneeded,)))
    path, other = (PORTAL.sources[name].path for name in pages)
    assert {one.path for one in wording(portal, TODAY)} >= {path, other, "content/words.yaml"}
    loaded = Loaded(portal, (), frozenset())
    problems, _ = check(loaded, replace(harbour(), judged=frozenset([path])))
    assert {one.path for one in problems} == {path}


def test_what_is_printed_is_every_word_of_ours_and_the_papers_names_and_phrases_too() -> None:
    printed = {(one.address, one.where) for one in printed_words(PORTAL)}
    ours = {(one.address, one.where) for one in own_words(PORTAL)}
    assert {one for one in ours if one[0] != "statuses.yaml"} <= printed
    fields = {one.field for one in printed_words(PORTAL)}
    assert {"quote", "name", "title", "text", "starts_with", "contact"} <= fields
    assert not fields & {"sha256", "file", "status"}
    assert not [one for one in printed if PORTAL.records.get(one[0], PORTAL.records[PAGE]).retracted]
