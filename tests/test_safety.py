"""What stays behind after a visit tells nothing of its subject: titles, addresses, names of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
import pytest
import yaml
from icalendar import Calendar

from tests.engines import ROOT
from tests.pages import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.pages import Page

TELLING = yaml.safe_load((ROOT / "site.yaml").read_text(encoding="utf-8"))["avoid_in_titles"]


def avoided_word_in(named: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give those (where, words) whose words tell what the record is about."""
    avoid = [word.lower() for word in TELLING]
    return [(where, words) for where, words in named if any(word in words.lower() for word in avoid)]


def test_no_address_and_no_name_of_a_file_tells_the_subject(built_site: Path) -> None:
    assert len(TELLING) > 3
    assert avoided_word_in((path, path) for path in files(built_site)) == []


def test_nothing_in_the_head_of_a_page_tells_the_subject(pages: dict[str, Page]) -> None:
    """Histories, tabs, bookmarks and programs that show a link before it is opened read it."""

    def named() -> Iterator[tuple[str, str]]:
        for page in pages.values():
            for element in page.root.iter():
                if element.tag in ("title", "script"):
                    yield page.path, element.text or ""
                elif element.tag in ("meta", "link"):
                    yield from ((page.path, value) for value in element.attrib.values())

    assert avoided_word_in(named()) == []


def test_no_page_makes_a_preview_of_itself_for_other_sites(pages: dict[str, Page]) -> None:
    """What is shown of a link elsewhere is then the title and a sentence around it, and no picture."""
    metas = [meta for page in pages.values() for meta in page.root.iter("meta")]
    assert metas
    names = {meta.get(key, "") for meta in metas for key in ("name", "property")}
    assert {name for name in names if name.startswith(("og:", "twitter:"))} == set()


def test_what_the_title_of_a_feed_or_of_its_news_tells_is_neutral(built_site: Path) -> None:
    def named() -> Iterator[tuple[str, str]]:
        for path in files(built_site):
            if path.endswith("feed.xml"):
                feed = feedparser.parse((built_site / path).read_bytes())
                yield from ((path, entry.title) for entry in (feed.feed, *feed.entries))

    assert avoided_word_in(named()) == []


def test_what_a_calendar_is_called_and_shows_on_a_day_is_neutral(built_site: Path) -> None:
    def named() -> Iterator[tuple[str, str]]:
        for path in files(built_site):
            if path.endswith(".ics"):
                calendar = Calendar.from_ical((built_site / path).read_bytes())
                yield from (
                    (path, str(part.get(name, "")))
                    for part in calendar.walk()
                    for name in ("NAME", "X-WR-CALNAME", "SUMMARY", "LOCATION", "CATEGORIES")
                )

    assert avoided_word_in(named()) == []


@pytest.mark.parametrize("words", ["survivors-2022", "Sexual", "the CSE team"])
def test_a_telling_name_is_found_whatever_its_letters(words: str) -> None:
    assert avoided_word_in(iter([("here", words)])) == [("here", words)]
