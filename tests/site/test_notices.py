"""Corrections and statements: at the top of what they concern, in its history and in its feed."""

from __future__ import annotations

import pytest

from answerable.graph import notices
from answerable.model.address import file_of, href
from tests.portals import harbour, harbour_files, harbour_graph, harbour_reading, made, record_file
from tests.reading import Site, plain

SITE = harbour_files()
READ = harbour_reading()
THERE = harbour_graph()


@pytest.mark.parametrize(
    ("page", "correction"),
    [
        ("figures/sirens", "corrections/2030-05-02-sirens"),
        ("documents/council-letter", "corrections/2030-05-08-letter"),
        ("updates/2029-11-12-date-moved", "corrections/2030-05-09-days"),
        ("reviews/2029-09-20/2", "corrections/2030-05-09-days"),
        ("motions/2029-06-12/3", "corrections/2030-06-03-map"),
    ],
)
def test_a_correction_is_told_in_full_at_the_top_of_what_it_concerns(page: str, correction: str) -> None:
    record = THERE.portal.records[correction]
    told = READ.told(f"{page}/index.html")
    words = [plain(str(getattr(record, name))) for name in ("before", "after", "why", "approved_by")]
    assert all(word in told for word in words)
    assert "corrected on" in told[: told.index(words[0])]
    parts = ("in our words", "where this is written", "sections of it", "what it counts")
    assert all(told.index(words[0]) < told.index(part) for part in parts if part in told)
    assert f"{correction}/index.html" in READ.leads_to(f"{page}/index.html")


@pytest.mark.parametrize("page", ["", "reviews/2029-09-20/2/", "motions/2029-06-12/3/"])
def test_a_correction_is_news_of_everything_and_of_what_it_concerns(page: str) -> None:
    assert b"corrections/" in SITE[f"{page}feed.xml"]


def test_what_puts_an_update_right_is_news_of_what_the_update_moved() -> None:
    """Ask a was moved by the update; the correction would be told of it also if it named the update alone."""
    about = b'about: ["updates/2029-11-12-date-moved", "reviews/2029-09-20/2#a"]'
    path = "content/corrections/2030-05-09-days.yaml"
    base = harbour()
    assert about in base.content[path]
    alone = base.content[path].replace(about, b'about: ["updates/2029-11-12-date-moved"]')
    site = made(harbour(more={path: alone}))
    assert b"corrections/2030-05-09-days" in site["reviews/2029-09-20/2/feed.xml"]
    page = Site(site).told("reviews/2029-09-20/2/index.html")
    assert "corrected on this site. it said: the new date was given as 30 january 2030." in page


def test_a_statement_stands_unaltered_at_the_top_and_says_which_ask_it_answers() -> None:
    told = READ.told("reviews/2029-09-20/2/index.html")
    opening = told[: told.index("in our words")]
    assert "harbour board replies in its own words, 10 april 2030." in opening
    assert "three sheets had blown down in the wind. they were pinned up again the same day." in opening
    found = notices.of_record(THERE, THERE.portal.records["reviews/2029-09-20/2"])
    (statement,) = [one for one in found if one.statement]
    assert [card.href for card in statement.about] == ["reviews/2029-09-20/2/#b"]


def test_of_what_is_sensitive_or_taken_back_no_word_is_on_the_page_it_concerns() -> None:
    path = "content/statements/2030-04-10-board.md"
    published = b'status: "published"'
    hidden = harbour().content[path].replace(published, b'sensitive: "yes"\n' + published)
    page = made(harbour(more={path: hidden}))["reviews/2029-09-20/2/index.html"]
    assert b"replies in its own words" in page
    assert b"blown down" not in page
    gone = b'status: "withdrawn"\nwithdrawn: {on: "2030-06-01", why: "A reason."}'
    page = made(harbour(more={path: harbour().content[path].replace(published, gone)}))[
        "reviews/2029-09-20/2/index.html"
    ]
    assert b"replies in its own words" not in page


def test_notices_stand_the_latest_first_and_pass_over_other_records() -> None:
    found = {address: () for address in THERE.portal.records if address.startswith(("corrections", "terms"))}
    told = notices.among(THERE, found)
    assert [one.correction.address for one in told if one.correction] == [
        "corrections/2030-06-12-name",
        "corrections/2030-06-03-map",
        "corrections/2030-05-09-days",
        "corrections/2030-05-08-letter",
        "corrections/2030-05-02-sirens",
    ]


def test_what_was_no_error_is_not_called_one() -> None:
    told = READ.told("figures/sirens/index.html")
    assert "changed by us on 12 june 2030; nothing was wrong." in told
    assert "changed on this site; nothing was wrong." in READ.told("corrections/2030-06-12-name/index.html")


def test_a_correction_of_any_record_at_all_is_taken_and_told() -> None:
    about = sorted(a for a, r in THERE.portal.records.items() if not r.retracted)
    fields = {
        "title": "All",
        "on": "2030-06-30",
        "about": about,
        "before": "Zephyrine.",
        "after": "A lamp.",
        "why": "A slip.",
        "approved_by": "the editor",
        "status": "published",
    }
    site = made(harbour(more={"content/corrections/all.yaml": record_file(fields)}))
    assert [a for a in about if b"It said: Zephyrine." not in site[file_of(href(a))]] == []
