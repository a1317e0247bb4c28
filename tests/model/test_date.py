"""Dates as people write them: what each form can mean, in words, for machines, and in what order."""

from __future__ import annotations

import contextlib
from calendar import month_name
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.model import date as dates
from answerable.model.date import DateError, When, by_then, read
from answerable.model.kinds.document import Document

DAYS = st.dates(date(1800, 2, 1), date(2199, 11, 30))
PLAIN = DAYS.flatmap(lambda day: st.sampled_from([f"{day}", f"{day:%Y-%m}", f"{day:%Y}"]))
SINGLE = st.one_of(
    PLAIN,
    st.builds(
        "{} {}".format, st.sampled_from(["spring", "summer", "autumn", "winter"]), st.integers(1800, 2199)
    ),
    st.builds(lambda year: f"{year}-{(year + 1) % 100:02} municipal year", st.integers(1800, 2199)),
    st.builds(lambda year: f"{year}-{(year + 1) % 100:02} financial year", st.integers(1800, 2199)),
)
PREFIXES = ("by", "before", "after", "since", "about", "start of", "end of")
ALL = st.one_of(SINGLE, st.builds("{} {}".format, st.sampled_from(PREFIXES), SINGLE))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words", "edtf"),
    [
        ("2022-05-27", date(2022, 5, 27), date(2022, 5, 27), "27 May 2022", "2022-05-27"),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28), "February 2022", "2022-02"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024", "2024-02"),
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "2022", "2022"),
        ("spring 2029", date(2029, 3, 1), date(2029, 5, 31), "spring 2029", "2029-21"),
        ("winter 2023", date(2023, 12, 1), date(2024, 2, 29), "winter 2023", "2023-24"),
        (
            "2016-17 municipal year",
            date(2016, 5, 1),
            date(2017, 5, 31),
            "the 2016-17 municipal year",
            "2016-05/2017-05",
        ),
        (
            "1999-00 financial year",
            date(1999, 4, 1),
            date(2000, 3, 31),
            "the 1999-00 financial year",
            "1999-04/2000-03",
        ),
        ("end of 2021-11", date(2021, 11, 1), date(2021, 11, 30), "end of November 2021", "2021-11"),
        ("by 2022-02-10", None, date(2022, 2, 10), "by 10 February 2022", "../2022-02-10"),
        ("before 2022", None, date(2022, 1, 1), "before 2022", "../2022"),
        ("after 2016-07", date(2016, 7, 31), None, "after July 2016", "2016-07/.."),
        ("since 2019", date(2019, 1, 1), None, "since 2019", "2019/.."),
        ("about 2014", date(2014, 1, 1), date(2014, 12, 31), "about 2014", "2014~"),
        ("2015 to 2018-03", date(2015, 1, 1), date(2018, 3, 31), "2015 to March 2018", "2015/2018-03"),
    ],
)
def test_a_date_means_what_its_words_say(
    text: str, earliest: date | None, latest: date | None, words: str, edtf: str
) -> None:
    assert read(text) == When(text, earliest, latest, words, edtf, edtf if text == edtf else "")


def test_every_form_that_a_message_names_can_be_read() -> None:
    for form in dates.FORMS.split(", "):
        assert read(form).text == form


@pytest.mark.parametrize(
    "text",
    [
        "",
        "27 May 2022",
        "2022-13",
        "2022-02-30",
        "2022-5-27",
        "22",
        "spring",
        "Spring 2022",
        "2016-18 municipal year",
        "by by 2022",
        "by",
        "2018 to 2015",
        "2015 to",
        "2015 to 2016 to 2017",
        "about  2014",
        "2022-05-27T10:00",
        "٢٠٢٢",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read(text)


NUMBERS = st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}", fullmatch=True)
NEARLY = st.one_of(
    NUMBERS,
    st.builds("{} {}".format, st.sampled_from(["winter", "spring", *PREFIXES]), NUMBERS),
    st.builds("{} {} year".format, NUMBERS, st.sampled_from(["municipal", "financial"])),
    st.sampled_from(["winter 9999", "spring 0000", "9999-00 municipal year", "0000", "about 0000-00"]),
)


@given(st.one_of(st.text(max_size=30), NEARLY, st.builds("{} to {}".format, NEARLY, NEARLY)))
def test_no_text_whatever_ends_in_another_error(text: str) -> None:
    with contextlib.suppress(DateError):
        assert read(text).text == text


@given(ALL)
def test_no_date_ends_before_it_begins_and_a_record_comes_in_on_its_latest_day(text: str) -> None:
    when = read(text)
    assert when.earliest or when.latest
    if when.earliest and when.latest:
        assert when.earliest <= when.latest
    assert when.day == (when.latest or when.earliest)
    assert when.words
    assert when.edtf


@given(PLAIN, st.sampled_from(PREFIXES))
def test_a_word_before_a_date_invents_no_day_outside_it(text: str, prefix: str) -> None:
    whole, part = read(text), read(f"{prefix} {text}")
    known = {whole.earliest, whole.latest, None}
    assert {part.earliest, part.latest} <= known
    assert not part.iso, "HTML's time element has no form for it"


@given(st.lists(DAYS, min_size=2, max_size=2).map(sorted))
def test_a_span_runs_from_its_first_day_to_its_last(ends: list[date]) -> None:
    when = read(f"{ends[0]} to {ends[1]}")
    assert (when.earliest, when.latest) == tuple(ends)


@given(DAYS)
def test_a_day_in_words_is_the_day(day: date) -> None:
    words = dates.day_in_words(day)
    assert words == read(day.isoformat()).words
    number, month, year = words.split()
    assert (int(number), month_name[day.month], int(year)) == (day.day, month, day.year)


@given(st.lists(ALL, max_size=8))
def test_dates_have_one_order(texts: list[str]) -> None:
    found = sorted((read(text) for text in texts), key=lambda when: when.order)
    assert all(one.order <= other.order for one, other in pairwise(found))


@given(DAYS)
def test_the_end_of_a_month_comes_in_on_its_last_day(day: date) -> None:
    last = read(f"end of {day:%Y-%m}").day
    assert (last + timedelta(days=1)).day == 1
    assert (last.year, last.month) == (day.year, day.month)


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("2022-05-27", "by 27 May 2022"),
        ("by 2022-02-10", "by 10 February 2022"),
        ("spring 2029", "by spring 2029"),
        ("end of 2021-11", "by the end of November 2021"),
        ("start of 2022", "by the start of 2022"),
    ],
)
def test_a_date_is_said_as_a_time_limit(text: str, limit: str) -> None:
    assert by_then(read(text)) == limit


def test_a_date_is_shown_with_what_its_paper_prints_and_that_does_not_count() -> None:
    fields = {"title": "Floods", "status": "published", "holding": "cited only", "date": "2022-02-28"}
    document = Document.model_validate(fields)
    assert document.when == document.date == read("2022-02-28")
    printed = {"words": "30 February", "why": "no such day"}
    document = Document.model_validate(fields | {"printed_date": printed})
    assert document.date == read("2022-02-28")
    assert document.when
    assert document.when.day == date(2022, 2, 28)
    assert document.when.whole == "28 February 2022 (printed as 30 February; no such day)"
