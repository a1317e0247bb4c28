"""Dates as people write them: earliest and latest day, words, EDTF.

The forms and what each means are in FORMS; a form that is not there is refused.
Seasons are the meteorological ones of the northern hemisphere; a municipal year runs from the
annual meeting in May to the next; a financial year from 1 April to 31 March.
EDTF is the Extended Date/Time Format of the Library of Congress (ISO 8601-2).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from answerable.i18n import gettext, localized_date, sentences

SEASONS: Final = {"spring": (3, "21"), "summer": (6, "22"), "autumn": (9, "23"), "winter": (12, "24")}
FORMS: Final = (
    "2022-05-27, 2022-05, 2022, spring 2022, 2016-17 municipal year, 2012-13 financial year, "
    "start of 2021-11, end of 2021-11, by 2022-02-10, before 2022, after 2016-07, since 2019, about 2014, "
    "2015 to 2018"
)

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SEASON = re.compile(r"(spring|summer|autumn|winter) ([0-9]{4})")
_YEAR_PAIR = re.compile(r"([0-9]{4})-([0-9]{2}) (municipal|financial) year")


@dataclass(frozen=True, slots=True)
class When:
    """A date with the precision its paper gives it."""

    text: str
    """As written in the record."""
    earliest: date | None
    """The first day it can mean; none when the start is open."""
    latest: date | None
    """The last day it can mean; none when the end is open."""
    words: str
    """For readers: `27 May 2022`, `end of November 2021`."""
    edtf: str
    """For machines, in EDTF."""
    iso: str = ""
    """What HTML's `time` element allows; empty when it allows nothing for this date."""
    note: str = ""
    """What a reader must know of it besides; pages show it in brackets."""

    @property
    def whole(self) -> str:
        """Date in words, and its note in brackets."""
        return sentences(self.words, gettext("(%(note)s)", note=self.note)) if self.note else self.words

    def printed_as(self, words: str, why: str) -> When:
        """Date with a note that its paper prints another, and why that is not counted."""
        return replace(self, note=gettext("printed as %(date)s; %(why)s", date=words, why=why))

    @property
    def day(self) -> date:
        """Day on which a record with this date comes in: the latest day it can mean."""
        return self.latest or self.earliest or date.max

    @property
    def order(self) -> tuple[date, date]:
        """For sorting: by the first day it can mean, then by the last."""
        return (self.earliest or self.latest or date.min, self.latest or date.max)


class DateError(ValueError):
    """The text is no date of the forms in FORMS."""


def read(text: str) -> When:
    """Meaning of a date as written; raise DateError for any other form."""
    first, _, second = text.partition(" to ")
    if second:
        return _span(text, _one(first), _one(second))
    for word, meaning in _PREFIXES.items():
        if text.startswith(word + " "):
            return meaning(text, _one(text.removeprefix(word + " ")))
    return _one(text)


def day_in_words(day: date) -> str:
    """Words for a day: `27 May 2022`."""
    return localized_date(day, "long")


def by_then(due: When) -> str:
    """Date as a time limit: `by 27 May 2022`, `by the end of November 2021`."""
    if due.text.startswith("by "):
        return due.words
    if due.text.startswith("start of "):
        return gettext("by the start of %(date)s", date=read(due.text.removeprefix("start of ")).words)
    if due.text.startswith("end of "):
        return gettext("by the end of %(date)s", date=read(due.text.removeprefix("end of ")).words)
    return gettext("by %(date)s", date=due.words)


def _one(text: str) -> When:
    try:
        if match := _PLAIN.fullmatch(text):
            return _plain(text, *match.groups())
        if match := _SEASON.fullmatch(text):
            return _season(text, match[1], int(match[2]))
        if match := _YEAR_PAIR.fullmatch(text):
            return _year_pair(text, int(match[1]), int(match[2]), match[3])
    except ValueError as error:  # no calendar has that day, month or year
        raise DateError(text) from error
    raise DateError(text)


def _season(text: str, name: str, year: int) -> When:
    month, code = SEASONS[name]
    end_year, end_month = (year, month + 2) if month < 12 else (year + 1, 2)
    end = date(end_year, end_month, monthrange(end_year, end_month)[1])
    words = {
        "spring": gettext("spring %(year)s", year=year),
        "summer": gettext("summer %(year)s", year=year),
        "autumn": gettext("autumn %(year)s", year=year),
        "winter": gettext("winter %(year)s", year=year),
    }
    return When(text, date(year, month, 1), end, words[name], f"{year:04}-{code}")


def _plain(text: str, year: str, month: str | None, day: str | None) -> When:
    first = date(int(year), int(month or 1), int(day or 1))
    if day:
        return When(text, first, first, day_in_words(first), text, text)
    if month:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        words = localized_date(first, "yMMMM")
        return When(text, first, last, words, text, text)
    return When(text, first, date(first.year, 12, 31), text, text, text)


def _year_pair(text: str, start: int, end: int, kind: str) -> When:
    if (start + 1) % 100 != end:
        raise DateError(text)
    until, last = start + 1, f"{end:02}"
    if kind == "municipal":
        opens, closes = date(start, 5, 1), date(until, 5, 31)
        words = gettext("the %(first)s-%(last)s municipal year", first=start, last=last)
    else:
        opens, closes = date(start, 4, 1), date(until, 3, 31)
        words = gettext("the %(first)s-%(last)s financial year", first=start, last=last)
    return When(text, opens, closes, words, f"{opens:%Y-%m}/{closes:%Y-%m}")


def _span(text: str, first: When, second: When) -> When:
    if (first.earliest or date.min) > (second.latest or date.max):
        raise DateError(text)
    words = gettext("%(first)s to %(last)s", first=first.words, last=second.words)
    return When(text, first.earliest, second.latest, words, f"{first.edtf}/{second.edtf}")


def _by(text: str, end: When) -> When:
    return When(text, None, end.latest, gettext("by %(date)s", date=end.words), f"../{end.edtf}")


def _before(text: str, end: When) -> When:
    return When(text, None, end.earliest, gettext("before %(date)s", date=end.words), f"../{end.edtf}")


def _after(text: str, start: When) -> When:
    return When(text, start.latest, None, gettext("after %(date)s", date=start.words), f"{start.edtf}/..")


def _since(text: str, start: When) -> When:
    return When(text, start.earliest, None, gettext("since %(date)s", date=start.words), f"{start.edtf}/..")


def _about(text: str, middle: When) -> When:
    words = gettext("about %(date)s", date=middle.words)
    return When(text, middle.earliest, middle.latest, words, f"{middle.edtf}~")


def _part_of(text: str, whole: When) -> When:
    """The start or the end of a month or year: no narrower bounds are invented."""
    starts, date = text.startswith("start of "), whole.words
    words = gettext("start of %(date)s", date=date) if starts else gettext("end of %(date)s", date=date)
    return When(text, whole.earliest, whole.latest, words, whole.edtf)


_PREFIXES: Final = {
    "by": _by,
    "before": _before,
    "after": _after,
    "since": _since,
    "about": _about,
    "start of": _part_of,
    "end of": _part_of,
}
