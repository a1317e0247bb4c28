"""Corrections and statements: at the top of what they concern, in its history and in its feed."""

from __future__ import annotations

import pytest

from answerable.model.address import file_of, href
from tests.portals import harbour, harbour_graph, harbour_reading, record_file, site_of
from tests.reading import Site, plain

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
    told = READ.words_on(f"{page}/index.html")
    words = [plain(str(getattr(record, name))) for name in ("before", "after", "why", "approved_by")]
    assert all(word in told for word in words)
    assert "corrected on" in told[: told.index(words[0])]
    parts = ("in our words", "where this is written", "sections of it", "what it counts")
    assert all(told.index(words[0]) < told.index(part) for part in parts if part in told)
    assert f"{correction}/index.html" in READ.leads_to(f"{page}/index.html")


def test_what_puts_an_update_right_is_news_of_what_the_update_moved() -> None:
    """Ask a was moved by the update; the correction would be told of it also if it named the update alone."""
    about = b'about: ["updates/2029-11-12-date-moved", "reviews/2029-09-20/2#a"]'
    path = "content/corrections/2030-05-09-days.yaml"
    base = harbour()
    assert about in base.content[path]
    alone = base.content[path].replace(about, b'about: ["updates/2029-11-12-date-moved"]')
    site = site_of(harbour(more={path: alone}))
    assert b"corrections/2030-05-09-days" in site["reviews/2029-09-20/2/feed.xml"]
    page = Site(site).words_on("reviews/2029-09-20/2/index.html")
    assert "corrected on this site. it said: the new date was given as 30 january 2030." in page


def test_of_what_is_sensitive_or_taken_back_no_word_is_on_the_page_it_concerns() -> None:
    path = "content/statements/2030-04-10-board.md"
    published = b'status: "published"'
    hidden = harbour().content[path].replace(published, b'sensitive: "yes"\n' + published)
    page = site_of(harbour(more={path: hidden}))["reviews/2029-09-20/2/index.html"]
    assert b"replies in its own words" in page
    assert b"blown down" not in page
    gone = b'status: "withdrawn"\nwithdrawn: {on: "2030-06-01", why: "A reason."}'
    page = site_of(harbour(more={path: harbour().content[path].replace(published, gone)}))[
        "reviews/2029-09-20/2/index.html"
    ]
    assert b"replies in its own words" not in page


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
    site = site_of(harbour(more={"content/corrections/all.yaml": record_file(fields)}))
    assert [a for a in about if b"It said: Zephyrine." not in site[file_of(href(a))]] == []
