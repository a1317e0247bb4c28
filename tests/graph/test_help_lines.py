"""Lines for help: which readers see, and until when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from answerable.graph.visibility import help_lines, help_lines_lapse, hidden_help_lines
from answerable.model.kinds.help_line import NOT_SHOWN, HelpLine
from answerable.model.portal import Portal
from tests.portals import TODAY, harbour, harbour_files, public, site_of

FERRY, WATCH = "help/ferry-line", "help/watch-house"
LAST = date(2030, 8, 18)
"""The listening line was confirmed on 20 May 2030; this is ninety days later."""


def on(today: date) -> Portal:
    """Give what of the harbour is public on a day."""
    return public(harbour(today=today))


def names(portal: Portal) -> list[str]:
    """Give the lines that readers see, in order."""
    return [line.address.removeprefix("help/") for line in help_lines(portal)]


def test_the_certain_line_stands_first_and_what_nobody_has_confirmed_is_left_out() -> None:
    assert names(on(TODAY)) == ["emergency", "watch-house", "listening-line"]
    assert hidden_help_lines(on(TODAY)) == 1


def test_a_line_is_shown_for_ninety_days_and_not_a_day_longer() -> None:
    assert "listening-line" in names(on(LAST))
    assert "listening-line" not in names(on(LAST + timedelta(days=1)))
    assert hidden_help_lines(on(LAST + timedelta(days=1))) == 2


def test_a_printed_page_is_to_be_checked_when_the_first_of_its_lines_lapses() -> None:
    assert help_lines_lapse(on(TODAY)) == LAST
    later = on(date(2031, 1, 1))
    assert names(later) == ["emergency"]
    assert help_lines_lapse(later) is None


@pytest.mark.parametrize(
    ("fields", "until"),
    [
        ({"checked": None}, None),
        ({"checked_by": None}, None),
        ({}, date(2030, 8, 30)),
    ],
)
def test_a_line_that_nobody_is_named_for_was_never_confirmed(
    fields: dict[str, object], until: date | None
) -> None:
    line = on(TODAY).records[WATCH].model_copy(update=fields)
    assert isinstance(line, HelpLine)
    assert line.shown_until(90) == until
    assert (line.unconfirmed(TODAY, 90).number == NOT_SHOWN) == (until is None)


def test_a_number_that_is_not_shown_stands_in_no_file_of_the_site() -> None:
    site = harbour_files()
    assert any(b"01632 960123" in data for data in site.values())
    assert [path for path, data in site.items() if b"01632 960177" in data] == []
    page = site[f"{FERRY}/index.html"].decode()
    assert "It was last confirmed on 1 March 2030, and it may have changed since." in page
    assert "While ferries run" not in page


def test_every_page_says_in_plain_words_that_a_line_is_left_out_and_when_to_check() -> None:
    for path, data in harbour_files().items():
        if path.endswith(".html"):
            page = data.decode()
            assert "One other line is left out, because nobody has confirmed it for 90 days." in page, path
            assert "check these lines after 18 August 2030." in page, path
            assert page.index("tel:999") < page.index("tel:01632960123"), path


def test_the_day_the_site_is_made_changes_no_page_while_the_same_lines_stand() -> None:
    first, second = harbour_files(), site_of(harbour(today=TODAY + timedelta(days=1)))
    assert [path for path in first if first[path] != second[path] and path.endswith(".html")] == []
