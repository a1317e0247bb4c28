"""Feeds: what stands in which, under which ids, and that readers and validators take them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from uuid import RFC_4122, UUID
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.export.atom import NAME, concerning, everything, feeds, followed, identity, written_in
from answerable.graph.graph import Graph, link
from answerable.graph.values import Cite
from answerable.graph.visibility import visible
from answerable.model.field import Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from tests.atom import ATOM, XML, faults
from tests.pages import files, target
from tests.portals import TODAY, harbour, harbour_graph, public

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages import Page

THERE = harbour_graph()
MADE = feeds(THERE)
ORIGIN = "https://site.invalid/somewhere/"


def with_settings(**new: object) -> Graph:
    """Give the harbour under other settings."""
    portal = public(harbour())
    return link(replace(portal, settings=portal.settings.model_copy(update=new)))


def sensitive(*addresses: str) -> Graph:
    """Give the harbour with some of its records sensitive."""
    portal = public(harbour())
    hidden = {a: portal.records[a].model_copy(update={"sensitive": True}) for a in addresses}
    return link(visible(replace(portal, records={**portal.records, **hidden}), TODAY, TODAY))


def titles(data: bytes) -> list[str]:
    return [entry.title for entry in feedparser.parse(data).entries]


def test_every_series_item_and_body_has_a_feed_beside_its_page(
    built_site: Path,
    pages: dict[str, Page],
) -> None:
    there = {path.removesuffix(NAME) for path in files(built_site) if path.endswith("/" + NAME)}
    may = {f"{r.address}/" for model in (Series, Item, Body) for r in THERE.portal.of(model)}
    assert {feed.page for feed in followed(THERE)} == may - {"bodies/commissioners/"} | {"", "changes/"}
    assert {page + "index.html" for page in there} <= set(pages)
    named = {
        page.path.removesuffix("index.html")
        for page in pages.values()
        if any(address.endswith(page.address + NAME) for address in page.named)
    }
    assert there <= named
    assert len([page for page in there if page.startswith(("motions", "reviews", "resolutions"))]) > 30
    assert len([page for page in there if page.startswith("bodies/")]) > 30


def test_every_feed_of_the_real_portal_keeps_the_rules_of_atom(built_site: Path) -> None:
    made = [path for path in files(built_site) if path.endswith(NAME)]
    assert len(made) > 150
    found = {path: faults((built_site / path).read_bytes()) for path in made}
    assert {path: told for path, told in found.items() if told} == {}


def test_every_feed_of_the_harbour_keeps_the_rules_of_atom() -> None:
    assert len(MADE) > 20
    assert {path: faults(feed) for path, feed in MADE.items() if faults(feed)} == {}


def test_a_feed_reader_takes_every_feed_without_complaint(built_site: Path) -> None:
    for path in [path for path in files(built_site) if path.endswith(NAME)]:
        read = feedparser.parse((built_site / path).read_bytes())
        assert read.bozo == 0, path
        assert read.version == "atom10"


def test_every_link_in_a_feed_leads_to_a_page_and_a_place_of_the_site(
    built_site: Path,
    pages: dict[str, Page],
) -> None:
    broken, seen = [], 0
    for path in [path for path in files(built_site) if path.endswith(NAME)]:
        root = ET.fromstring((built_site / path).read_bytes())
        base = urljoin(f"https://site.invalid/{path}", root.get(f"{XML}base"))
        for element in root.iter(f"{ATOM}link"):
            seen += 1
            file, place = target(urljoin(base, element.get("href", "")))
            there = (
                file == path if element.get("rel") == "self" else (file in pages and place in pages[file].ids)
            )
            broken += [] if there else [f"{path}: {element.get('href')}"]
    assert seen > 800
    assert broken == []


def test_a_feed_is_right_under_any_path_of_any_host() -> None:
    path = "reviews/2029-09-20/2/" + NAME
    root = ET.fromstring(MADE[path])
    base = urljoin(ORIGIN + path, root.get(f"{XML}base"))
    assert base == ORIGIN
    assert b"http" not in MADE[path].replace(b"http://www.w3.org/2005/Atom", b"")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b"<updated>2030-06-16", b"<updated>2030-07-02", "older or newer"),
        (b"T00:00:00+00:00</published>", b"</published>", "no instant"),
        (b'rel="self"', b'rel="next"', "links"),
        (b"urn:uuid:", b"tag:", "urn:uuid"),
        (b"<rights>", b"<rights/><rights>", "2 rights"),
        (b"<title>", b"<title/><title>", "empty"),
        (b"The fog bell", b"The fog bell\xc2\x85", "control"),
        (b"</feed>", b"<rights>x</rights></feed>", "after an entry"),
        (b'rel="self"/>', b'rel="self">x</link>', "not empty"),
        (b'rel="self"', b'rel="self" class="x"', "has class"),
        (b'href="feed.xml"', b'href="a feed.xml"', "no address"),
        (b'<summary type="html">', b'<summary type="html">&amp;nbsp;', "no HTML"),
    ],
)
def test_each_rule_of_atom_finds_what_breaks_it(old: bytes, new: bytes, told: str) -> None:
    assert old in MADE[NAME]
    assert told in " ".join(faults(MADE[NAME].replace(old, new, 1)))


def test_the_same_record_gives_the_same_bytes_and_ids_outlast_its_words() -> None:
    assert feeds(harbour_graph()) == MADE
    record = THERE.portal.records["updates/2030-03-15-results-published"]
    other = replace(
        THERE.portal,
        records={
            **THERE.portal.records,
            record.address: record.model_copy(update={"title": "Another title"}),
        },
    )
    again = feeds(link(other))
    for path, data in again.items():
        assert {e.id for e in feedparser.parse(data).entries} == {
            e.id for e in feedparser.parse(MADE[path]).entries
        }
    assert again != MADE


def test_two_portals_with_the_same_addresses_share_no_id() -> None:
    other = feeds(with_settings(short="Another harbour"))
    ids = [{e.id for e in feedparser.parse(made[NAME]).entries} for made in (MADE, other)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_an_item_is_followed_through_each_of_its_moves_the_latest_first() -> None:
    item = THERE.portal.records["reviews/2029-09-20/2"]
    news = concerning(THERE, item)
    moved = [one for one in news if " reviews/2029-09-20/2" in one.key]
    assert len(moved) == len([m for m in THERE.events if m.target.startswith(item.address)])
    assert [one.day for one in news] == sorted((one.day for one in news), reverse=True)
    assert moved[0].page == "reviews/2029-09-20/2/#b"
    assert "Forwarded to Crews' Company of the harbour." in moved[0].words
    assert "Inspector: disputed." in moved[1].words


def test_a_body_is_told_what_moves_that_which_falls_on_it() -> None:
    board = THERE.portal.records["bodies/board"]
    assert isinstance(board, Record)
    pages = {one.page for one in concerning(THERE, board)}
    assert {"reviews/2029-09-20/2/#a", "meetings/2030-09-10-board/"} <= pages


def test_a_planned_meeting_stands_on_the_day_it_was_announced_and_says_that_it_is_planned() -> None:
    planned = next(one for one in everything(THERE) if one.page == "meetings/2030-09-10-board/")
    assert planned.day.isoformat() == "2030-02-04"
    assert planned.words.startswith("Planned: 10 September 2030.")


def test_what_was_taken_back_comes_to_readers_again_without_its_words() -> None:
    bell = next(one for one in everything(THERE) if one.page == "events/2030-bell-rehung/")
    assert bell.published < bell.updated
    assert "Taken back" in bell.words


def test_an_entry_is_published_on_the_day_it_was_known_here_and_keeps_its_place_and_its_id() -> None:
    bare = link(replace(public(harbour()), register=()))
    known, unknown = everything(THERE), everything(bare)
    assert [one.key for one in known] == [one.key for one in unknown]
    late = next(one for one in known if one.page == "updates/2030-04-02-inspector-finds-otherwise/")
    assert (late.day.isoformat(), late.published.isoformat()) == ("2030-04-02", "2030-04-08")
    assert late.updated == late.published
    assert all(one.published == one.day for one in unknown if one.published == one.updated)
    assert all(one.published <= one.updated for one in (*known, *unknown))


def test_a_correction_is_news() -> None:
    assert any(one.page.startswith("corrections/") for one in everything(THERE))


def test_titles_in_feeds_name_numbers_and_no_subject() -> None:
    avoid = [word.lower() for word in ("lights", "tests")]
    there = with_settings(avoid_in_titles=tuple(avoid))
    told = [title for data in feeds(there).values() for title in titles(data)]
    told += [feedparser.parse(data).feed.title for data in feeds(there).values()]
    assert len(told) > 100
    assert [title for title in told if any(word in title.lower() for word in avoid)] == []
    assert any(title.startswith("Recommendation 2, ask a: ") for title in told)


def test_what_is_sensitive_stands_in_no_feed_and_has_none() -> None:
    for address in ("reviews/2029-09-20/2", "reviews/2029-09-20", "updates/2030-03-15-results-published"):
        there = sensitive(address)
        made = feeds(there)
        assert address + "/" + NAME not in made
        hrefs = {href for data in made.values() for href in _hrefs(data)}
        assert not [href for href in hrefs if href.startswith(address + "/")], address
        ids = {e.id for data in made.values() for e in feedparser.parse(data).entries}
        assert ids < {e.id for data in MADE.values() for e in feedparser.parse(data).entries}


def _hrefs(data: bytes) -> list[str]:
    return [e.get("href", "") for e in ET.fromstring(data).iter(f"{ATOM}link")]


def test_until_launch_every_subtitle_opens_with_the_banner() -> None:
    there = with_settings(launched=False, banner="Only an example.")
    told = [feedparser.parse(data).feed.subtitle for data in feeds(there).values()]
    assert all(words.startswith("Only an example. ") for words in told)
    assert b"Only an example." not in b"".join(feeds(with_settings(launched=True)).values())


def test_words_that_look_like_markup_arrive_as_words() -> None:
    record = THERE.portal.records["resolutions/2030-02-04"]
    words = 'Less < more & <b>so</b> "on"'
    other = replace(
        THERE.portal,
        records={**THERE.portal.records, record.address: record.model_copy(update={"summary": words})},
    )
    data = feeds(link(other))[NAME]
    assert faults(data) == []
    assert "&amp;lt;b&amp;gt;so" in data.decode()


def test_a_feed_without_an_entry_is_neither_made_nor_linked(harbour_pages: dict[str, Page]) -> None:
    assert all(titles(data) for data in MADE.values())
    assert "bodies/commissioners/" + NAME not in MADE
    page = harbour_pages["bodies/commissioners/index.html"]
    assert [address for address in page.named if address.endswith(NAME)] == []


@given(st.text(), st.text())
def test_an_id_is_a_uuid_of_version_8_and_follows_from_its_key_alone(key: str, other: str) -> None:
    made = UUID(identity(THERE.portal.settings, key))
    assert (made.version, made.variant) == (8, RFC_4122)
    assert (identity(THERE.portal.settings, key) == identity(THERE.portal.settings, other)) == (key == other)


def test_a_place_is_named_once_though_several_phrases_stand_there() -> None:
    cites = [Cite("Minutes", "minute 1", phrase, "", "") for phrase in ("one", "two")]
    assert written_in(cites) == ["Written in: Minutes, minute 1."]
