"""Exceptions: exact words, in one record, of one rule, until a day; and which texts the rules read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from answerable.load.record import Loaded
from answerable.model.wordlist import Allowed, Words
from answerable.rules import check, words
from answerable.rules.personal_data import RULES, finds
from answerable.rules.texts import passages, unless_allowed
from tests.portals import TODAY, harbour, whole

if TYPE_CHECKING:
    from answerable.model.portal import Portal

PORTAL = whole(harbour())
PAGE = "pages/about"
NUMBER = "0114 273 4567"
CALLS = f"Call the office, {NUMBER}."


def allowing(in_: str, rule: str, text: str, *pages: str) -> Portal:
    """The harbour with one exception, and with pages that hold a number."""
    fields = {"rule": rule, "in": in_, "text": text, "why": "Its own.", "by": "The editors"}
    allowed = Allowed.model_validate({**fields, "until": TODAY.isoformat()})
    calling = {page: PORTAL.records[page].model_copy(update={"prose": CALLS}) for page in pages}
    return replace(PORTAL, records={**PORTAL.records, **calling}, words=Words(allow=(allowed,)))


def told(in_: str, rule: str, text: str) -> list[str]:
    portal = allowing(in_, rule, text, PAGE)
    return [one.message for one in unless_allowed(portal, finds(passages(portal)[1]), RULES, TODAY)]


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
    pages = (PAGE, "pages/get-help")
    portal = allowing("terms/mole", "phone", NUMBER, *pages)
    path, other = (PORTAL.sources[name].path for name in pages)
    assert {one.path for one in words.problems(portal, TODAY)} >= {path, other, "content/words.yaml"}
    loaded = Loaded(portal, (), frozenset())
    problems, _ = check(loaded, replace(harbour(), judged=frozenset([path])))
    assert {one.path for one in problems} == {path}


def test_what_is_printed_is_every_word_of_ours_and_the_papers_names_and_phrases_too() -> None:
    ours, printed = ({(one.address, one.where) for one in texts} for texts in passages(PORTAL))
    assert {one for one in ours if one[0] != "statuses.yaml"} <= printed
    fields = {one.field for one in passages(PORTAL)[1]}
    assert {"quote", "name", "title", "text", "starts_with", "contact"} <= fields
    assert not fields & {"sha256", "file", "status"}
    assert not [one for one in printed if PORTAL.records.get(one[0], PORTAL.records[PAGE]).retracted]
