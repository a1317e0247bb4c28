"""Sentences of ours: in English as they are, in another language as its catalogue says them."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from answerable.i18n import (
    ENGLISH,
    FIRST,
    LAST,
    Language,
    Message,
    all_of,
    capital,
    commas,
    ended,
    gettext,
    load_language,
    localized_date,
    localized_number,
    ngettext,
    one_of,
    pgettext,
    semicolons,
    sentences,
)


def in_polish(record: str = "pl", **said: tuple[str, ...] | str) -> Language:
    """Give Polish, which has three plurals, with a catalogue of these messages."""
    made = Catalog(locale="pl")
    for id_, translated in said.items():
        plural = isinstance(translated, tuple)
        made.add((f"%(n)s {id_}", f"%(n)s {id_}s") if plural else id_, translated)
    made.add("May", "maja", context="a month")
    made.add("Set by %(who)s.", "%(who)s: ustalone.")
    out = BytesIO()
    write_mo(out, made)
    return load_language("pl", record, {"pl.mo": out.getvalue()})


def test_a_sentence_is_its_english_wherever_a_text_is_wanted() -> None:
    said = gettext("Moved to %(day)s.", day="1 May")
    assert said == "Moved to 1 May."
    assert f"{said} Why?" == "Moved to 1 May. Why?"
    assert ENGLISH.say(said) == said
    assert isinstance(said, Message)


def test_a_language_says_the_message_with_what_fills_it_also_said() -> None:
    polish = in_polish(ask="prośba")
    assert polish.say(gettext("Set by %(who)s.", who=gettext("ask"))) == "prośba: ustalone."
    assert polish.say(pgettext("a month", "May")) == "maja"
    assert polish.say(gettext("nobody has translated this")) == "nobody has translated this"
    assert polish.say("words of the record") == "words of the record"


@pytest.mark.parametrize(("n", "said"), [(1, "1 prośba"), (2, "2 prośby"), (5, "5 próśb"), (22, "22 prośby")])
def test_a_count_takes_the_plural_of_its_language(n: int, said: str) -> None:
    polish = in_polish(ask=("%(n)s prośba", "%(n)s prośby", "%(n)s próśb"))
    assert polish.say(ngettext("%(n)s ask", "%(n)s asks", n)) == said


def test_a_count_in_english_is_of_one_or_of_many() -> None:
    assert [ngettext("%(n)s ask", "%(n)s asks", n) for n in (0, 1, 2)] == ["0 asks", "1 ask", "2 asks"]


def test_a_capital_is_put_on_what_is_said_and_not_on_the_message() -> None:
    assert capital(gettext("asks")) == "Asks"
    assert capital("asks") == "Asks"
    assert in_polish(asks="prośby").say(capital(gettext("asks"))) == "Prośby"
    assert in_polish().say(capital(gettext("Set by %(who)s.", who="board"))) == "Board: ustalone."
    assert in_polish().say(capital("board")) == "Board"


def test_lists_are_joined_by_the_language() -> None:
    lists: list[list[str]] = [[], ["a"], ["a", "b"], ["a", "b", "c"]]
    assert [all_of(part) for part in lists] == ["", "a", "a and b", "a, b and c"]
    assert one_of(["a", "b", "c"]) == "a, b or c"
    assert commas(["a", "b", "c"]) == "a, b, c"
    assert semicolons(["a, b", "c"]) == "a, b; c"
    assert in_polish().say(all_of(["a", "b", "c"])) == "a, b i c"
    assert in_polish(asks="prośby").say(semicolons([gettext("asks"), "b"])) == "prośby; b"


def test_sentences_stand_after_one_another_and_end_once() -> None:
    assert sentences("One.", "", ended("Two")) == "One. Two."
    assert ended("Two.") == "Two."


def test_thousands_are_parted() -> None:
    said = [str(localized_number(n)) for n in (0, 999, 1000, 31591, 1000001)]
    assert said == ["0", "999", "1,000", "31,591", "1,000,001"]
    assert in_polish().say(localized_number(31591)) == "31\u00a0591"


def test_dates_are_written_as_the_language_writes_them() -> None:
    said = (
        localized_date(date(2022, 5, 1), "long"),
        localized_date(date(2022, 5, 1), "yMMMM"),
        localized_date(date(2022, 5, 1), "LLLL"),
    )
    assert said == ("1 May 2022", "May 2022", "May")
    assert [in_polish().say(one) for one in said] == ["1 maja 2022", "maj 2022", "maj"]


def test_words_of_the_record_are_kept_apart_in_a_plain_text_of_the_other_direction() -> None:
    arabic = Language("ar", "en-GB", in_polish().catalogue)
    assert arabic.say(gettext("Set by %(who)s.", who="the Board")) == f"{FIRST}the Board{LAST}: ustalone."
    assert arabic.say(gettext("Set by %(who)s.", who="2030")) == "2030: ustalone."
    assert in_polish("en-GB").say(gettext("Set by %(who)s.", who="the Board")) == "the Board: ustalone."


@pytest.mark.parametrize(
    ("code", "runs"),
    [
        ("en-GB", "ltr"),
        ("pl", "ltr"),
        ("ar", "rtl"),
        ("ur-PK", "rtl"),
        ("he", "rtl"),
        ("pa", "ltr"),
        ("pa-Arab", "rtl"),
        ("pa-Arab-PK", "rtl"),
        ("az-Latn", "ltr"),
        ("ckb", "rtl"),
        ("ks-Deva", "ltr"),
        ("ar-XB", "rtl"),
        ("xx", "ltr"),
    ],
)
def test_a_language_runs_as_it_is_usually_written_or_as_its_script_says(code: str, runs: str) -> None:
    assert Language(code, "en").direction == runs
    assert Language("en", code).record_direction == runs
