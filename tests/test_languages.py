"""Ready for languages: both portals in a language written from right to left, of which nobody knows a word.

What the pages say is a message, and is said. What the record says is marked as being in its own language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import feedparser
import pytest
from icalendar import Calendar
from pydantic import BaseModel

from answerable.i18n import FIRST, LAST
from answerable.load.sources import Folders, gather
from answerable.model.kinds.item import Item
from answerable.model.registry import KINDS
from answerable.site.render import environment
from build import build
from tests import make_words, pseudo
from tests.conftest import TODAY
from tests.engines import ROOT
from tests.portals import harbour, public

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.load.sources import Sources

LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
ISOLATED = re.compile(f"{FIRST}([^{FIRST}{LAST}]*){LAST}")
EXPLAINED = re.compile(
    r'<a class="term"[^>]*>(?:<bdi[^>]*>)?([^<]*)(?:</bdi>)?</a>'
    r"(?:,? \(?<bdi[^>]*>[^<]*</bdi>(?:; [^)]*)?\)?)?"
)
"""A word of the record that a page explains in its place: within the record's own words, but not they."""
SEEN = (
    "alt",
    "aria-label",
    "content",
    "data-busy",
    "data-empty",
    "data-failed",
    "data-found",
    "data-label",
    "data-none",
    "data-wider",
    "placeholder",
    "title",
)
"""Attributes that people read or hear."""
NAME = "none"
"""Stands for the language of what has none: the name of a file, a hash."""
VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "wbr"])


def real() -> Sources:
    """Give the real portal as sources."""
    day = date.fromisoformat(TODAY)
    return gather(Folders(ROOT, ROOT / "content"), day, day)


PORTALS = {"harbour": harbour, "real": real}


@cache
def site(name: str) -> dict[str, bytes]:
    """Give a portal's site in the pseudo-language."""
    return build(pseudo.rtl(PORTALS[name]())).files


@cache
def record_of(name: str) -> frozenset[str]:
    """Give all that a portal's record says, without its letters' case: each text, name, address and date."""
    portal = public(PORTALS[name]())
    texts = {
        text for one in (portal.settings, portal.vocabulary, *portal.records.values()) for text in _texts(one)
    }
    texts |= {part for address in portal.records for part in (address, *address.split("/"))}
    texts |= {f"{folder}/" for folder in KINDS} | {text.removesuffix(".") for text in texts}
    texts |= {f"{portal.series_of(item).one} {item.number}" for item in portal.of(Item)}
    texts |= {short.partition(",")[0] for short in texts}
    return frozenset(" ".join(text.casefold().split()) for text in texts)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, dict):
        for one in (*value, *value.values()):
            yield from _texts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


@dataclass
class Said:
    """One text that people read or hear, and how it is marked."""

    text: str
    language: str
    """Of the nearest element that says one; empty for plain text, where nothing can be marked."""
    where: str
    """The element in which it stands; `prose` for a text of the record with markup of its own."""


@dataclass
class Page(HTMLParser):
    """All that a page says."""

    source: str
    root: dict[str, str | None] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)
    """The elements around, each with its language."""

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(EXPLAINED.sub(r"\1", self.source))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.root = given
        for name in SEEN:
            if given.get(name) and (tag != "meta" or given.get("name") == "description"):
                self.said.append(Said(str(given[name]), "", f"{tag} {name}"))
        if tag not in VOID:
            around = self.open[-1][1] if self.open else ""
            language = NAME if given.get("translate") == "no" else given.get("lang") or around
            self.open.append((tag, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """The shapes of a picture say nothing."""

    def handle_endtag(self, tag: str) -> None:
        while self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, language = self.open[-1] if self.open else ("", "")
        if data.strip() and tag not in ("script", "style"):
            marked = tag in ("bdi", "text") or language in (pseudo.CODE, NAME)
            if tag == "title":
                self.said.append(Said(data.strip(), "", tag))
            else:
                self.said.append(Said(data.strip(), language, tag if marked else "prose"))


@cache
def pages(name: str) -> dict[str, Page]:
    """Give a portal's pages in the pseudo-language."""
    return {path: Page(data.decode()) for path, data in site(name).items() if path.endswith(".html")}


def unsaid(said: Said, record: frozenset[str]) -> str:
    """Give what of a text is neither said in the language of the pages nor marked words of the record."""
    if said.language == NAME:
        return "" if re.fullmatch(r"[a-z0-9./-]+", said.text) else said.text
    if said.language == pseudo.CODE:
        return said.text if LATIN.search(said.text) else ""
    if said.language:
        return "" if said.where == "prose" or _in(record, said.text) else said.text
    left = ISOLATED.sub("", said.text)
    isolated = ISOLATED.findall(said.text)
    whole = (not LATIN.search(left) or _in(record, left)) and all(_in(record, text) for text in isolated)
    return "" if whole else said.text


def _in(record: frozenset[str], text: str) -> bool:
    """Whether the record says this, or it is an address, or the letter with which names begin."""
    known = len(text) == 1 or re.fullmatch(r"/[a-z0-9/.#-]*", text)
    return bool(known) or " ".join(text.casefold().split()) in record


def written(name: str) -> Iterator[tuple[str, str]]:
    """Give what feeds and calendars say, each text with its file."""
    for path, data in site(name).items():
        if path.endswith(".xml"):
            feed = feedparser.parse(data).feed
            assert feed.language == pseudo.CODE
            told = re.findall(r"<(title|subtitle|summary|rights)[^>]*>([^<]*)<", data.decode())
            yield from ((path, unescape(unescape(text))) for _, text in told)
        elif path.endswith(".ics"):
            for part in Calendar.from_ical(data).walk():
                for key in ("summary", "description", "name", "x-wr-calname"):
                    if key in part:
                        yield path, str(part[key])


@pytest.mark.parametrize("name", PORTALS)
def test_every_page_says_its_language_and_its_direction(name: str) -> None:
    told = {(page.root.get("lang"), page.root.get("dir")) for page in pages(name).values()}
    assert told == {(pseudo.CODE, "rtl")}


@pytest.mark.parametrize("name", PORTALS)
def test_whatever_a_page_says_is_a_message_or_marked_words_of_the_record(name: str) -> None:
    record = record_of(name)
    left = {
        (said.where, told): path
        for path, page in pages(name).items()
        for said in page.said
        if (told := unsaid(said, record))
    }
    assert "\n".join(f"{path}, {where}: {text}" for (where, text), path in left.items()) == ""


ASTRAY = re.compile(
    r"<[a-z][^<>]*(?:<|&lt;)bdi[^>]*>|<(?:title|text|script|style)\b[^>]*>[^<]*(?:<|&lt;)bdi[^>]*>"
)
"""A mark of the record's words within a tag, a title or a picture, where no markup can stand."""


@pytest.mark.parametrize("name", PORTALS)
def test_no_mark_stands_where_no_markup_can(name: str) -> None:
    left = {found[0]: path for path, page in pages(name).items() for found in ASTRAY.finditer(page.source)}
    assert "\n".join(f"{path}, write |plain: {text}" for text, path in left.items()) == ""


def test_a_place_that_forgot_the_filter_would_be_found() -> None:
    for source in ('<p title="{{ it }}">', "<title>{{ it }}</title>", '<text x="1">{{ it }}</text>'):
        assert ASTRAY.search(pseudo_page(source)), source
        assert not ASTRAY.search(pseudo_page(source.replace("it }}", "it|plain }}"))), source


def pseudo_page(template: str) -> str:
    """Give what a template makes of words of the record in the pseudo-language."""
    return environment({"page": template}, pseudo.language()).get_template("page").render(it="Words")


@pytest.mark.parametrize("name", PORTALS)
def test_feeds_and_calendars_speak_the_language_too(name: str) -> None:
    record = record_of(name)
    left = {told: path for path, text in written(name) if (told := unsaid(Said(text, "", ""), record))}
    assert "\n".join(f"{path}: {text}" for text, path in left.items()) == ""


def test_the_messages_are_those_of_the_code_and_the_templates() -> None:
    written_down = make_words.MADE.read_text(encoding="utf-8")
    assert written_down == make_words.text(), "Write them anew: make words"


SIDES = re.compile(
    r"\b(?:(?:margin|padding|border)-(?:left|right)|(?:left|right)\s*:|(?:text-align|float):\s*(?:left|right))"
)


def test_the_style_knows_no_left_and_no_right() -> None:
    sheets = sorted((ROOT / "static/css").glob("*.css"))
    found = [f"{sheet.name}: {side}" for sheet in sheets for side in SIDES.findall(sheet.read_text("utf-8"))]
    assert sheets
    assert found == []


def test_a_side_in_the_style_would_be_found() -> None:
    for rule in ("margin-left: 0", "left: 0", "text-align: right", "border-right-width: 1px"):
        assert SIDES.search(rule), rule
    assert not SIDES.search("margin-inline-start: 0; text-align: start")
