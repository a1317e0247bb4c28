"""What the house promises of every record: no leak, no word lost, every standing proved, no look ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from answerable.graph.event_log import event_log
from answerable.model.address import file_of, href, split
from answerable.model.kinds.update import Update
from answerable.model.registry import KINDS, references
from answerable.rules.register import lacking
from tests.portals import (
    TODAY,
    graph,
    harbour,
    harbour_files,
    harbour_graph,
    harbour_reading,
    public,
    record_file,
    site_of,
    whole,
)
from tests.reading import Site, badges_without_proof, leads_to, links_without_a_reader, only, unread
from tests.strategies import FIRST, ground, portals, records

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from answerable.graph.events import Status
    from answerable.model.portal import Portal
    from tests.strategies import Files, Small

FOUND_AT_ONCE = (Phase.explicit, Phase.reuse, Phase.generate)
"""No example is made smaller: a site is dear to make, and each message says what is missing where."""
MANY = 12
"""Records at once in an example that takes a whole site: few examples, each with much in it."""
HARBOUR = harbour_graph()
MADE = harbour_files()
SITE = harbour_reading()
THERE = ground(HARBOUR.portal)
WHOLE = whole(harbour(private={}))


@cache
def without_private() -> Mapping[str, bytes]:
    """Give the harbour's site without its private folder."""
    return site_of(harbour(private={}))


# 3: what is not public changes nothing.


@given(records(THERE, "private", FIRST, TODAY + timedelta(days=400), hidden=True, most=MANY))
@settings(max_examples=5, phases=FOUND_AT_ONCE)
def test_a_record_that_is_not_public_changes_no_byte_of_the_site(hidden: Files) -> None:
    assert site_of(harbour(private=hidden)) == without_private()


@given(portals(), st.data())
@settings(max_examples=4, phases=FOUND_AT_ONCE)
def test_a_record_that_is_not_public_changes_no_byte_of_any_portal(small: Small, data: st.DataObject) -> None:
    there = ground(public(small.sources))
    hidden = data.draw(records(there, "private", FIRST, TODAY, hidden=True))
    assume(
        not {path.partition("/")[2] for path in hidden} & {path.partition("/")[2] for path in small.made_up}
    )
    assert site_of(replace(small.sources, private=hidden)) == site_of(small.sources)


@given(records(THERE, "private", FIRST, TODAY + timedelta(days=400), hidden=True, most=MANY))
@settings(max_examples=5, phases=FOUND_AT_ONCE)
def test_a_record_that_is_not_public_gets_no_line_in_the_register(hidden: Files) -> None:
    sources = harbour(private=hidden)
    portal = whole(sources)
    assert set(portal.records) > set(HARBOUR.portal.records)
    assert lacking(replace(portal, register=()), TODAY) == lacking(replace(WHOLE, register=()), TODAY) != ()
    assert lacking(portal, TODAY) == ()


def test_an_item_that_is_not_public_changes_no_byte_within_its_series() -> None:
    item = {"number": "5", "order": "5", "title": "A fifth", "status": "draft"}
    assert (
        site_of(harbour(private={"private/motions/2029-06-12/05.md": record_file(item, "Hidden.")}))
        == without_private()
    )


def test_what_is_under_embargo_shows_on_its_day_and_not_before() -> None:
    page = "updates/2030-06-20-thirteenth-siren/index.html"
    assert page not in site_of(harbour(date(2030, 7, 31)))
    assert b"lamp fund" in site_of(harbour(date(2030, 8, 1)))[page]
    assert page not in site_of(harbour(date(2030, 8, 1), as_of=date(2030, 6, 19)))


def test_the_words_of_a_withdrawn_record_occur_nowhere_and_its_reason_does() -> None:
    site = MADE
    assert [name for name, data in site.items() if b"zephyrine" in data.lower() or b"rehung it" in data] == []
    page = site["events/2030-bell-rehung/index.html"].decode()
    for kept in (
        "The fog bell",
        "9 January 2030",
        "20 May 2030",
        "It named somebody who holds no public role.",
    ):
        assert kept in page


# 4: no word is lost, and everything leads back.


@pytest.mark.parametrize("day", [TODAY, date(2030, 8, 1)])
def test_every_word_of_every_public_field_is_on_its_page(day: date) -> None:
    sources = harbour(day)
    assert unread(public(sources), Site(site_of(sources))) == []


def test_a_word_that_is_missing_would_be_noticed() -> None:
    site = dict(MADE)
    page = "promises/2029-06-12-map/index.html"
    site[page] = site[page].replace(b"The map can be seen.", b"")
    assert [where for where, _ in unread(HARBOUR.portal, Site(site))] == [
        "promises/2029-06-12-map: how_we_will_know"
    ]


def test_every_public_record_has_a_page_that_some_list_or_series_leads_to() -> None:
    site, portal = SITE, HARBOUR.portal
    lists = {f"{folder}/index.html" for folder in KINDS} | {"index.html"}
    footer = set(leads_to(only(site.pages["index.html"], "footer"), "index.html"))
    for address in portal.records:
        page = file_of(href(address))
        assert page in site.pages, address
        series = {file_of(href(address.rpartition("/")[0]))} if address.count("/") == 2 else set()
        leading = {
            name
            for name in (lists | series | {"standing/index.html"}) & site.pages.keys()
            if page in site.leads_to(name)
        }
        assert leading or (address.startswith("pages/") and page in footer), f"nothing leads to {address}"


def without_a_way_back(portal: Portal, site: Site) -> list[str]:
    """Give the references whose target's page does not lead back to the record that refers."""
    return [
        f"{to} does not lead back to {address} ({reference.where})"
        for address, record in portal.records.items()
        for reference in references(record)
        if (to := split(reference.target)[0]) != address
        and file_of(href(address)) not in site.leads_to(file_of(href(to)))
    ]


def test_every_reference_has_its_way_back() -> None:
    assert without_a_way_back(HARBOUR.portal, SITE) == []


# 5: every standing is proved, and our reading is called ours.


def test_every_badge_stands_with_who_when_and_where_it_is_written() -> None:
    assert badges_without_proof(HARBOUR, SITE) == []


def test_every_link_says_whose_reading_it_is() -> None:
    assert links_without_a_reader(HARBOUR.portal, SITE) == []


@given(portals())
@settings(max_examples=6, phases=FOUND_AT_ONCE)
def test_in_any_portal_no_word_is_lost_all_leads_back_and_every_badge_is_proved(small: Small) -> None:
    site, there = Site(site_of(small.sources)), graph(small.sources)
    assert unread(there.portal, site) == []
    assert without_a_way_back(there.portal, site) == []
    assert badges_without_proof(there, site) == []


# What had happened by a day.

AS_OF = date(2030, 2, 4)


@cache
def then() -> Mapping[str, bytes]:
    """Give the harbour's site as of that day."""
    return site_of(harbour(as_of=AS_OF, private={}))


@given(records(THERE, "content", AS_OF, TODAY, ours=False, most=MANY))
@settings(max_examples=5, phases=FOUND_AT_ONCE)
def test_what_happens_later_changes_no_byte_of_the_site_as_of_a_day(later: Files) -> None:
    assert site_of(harbour(as_of=AS_OF, more=later, private={})) == then()


@given(portals(), st.data())
@settings(max_examples=3, phases=FOUND_AT_ONCE)
def test_what_happens_later_changes_no_byte_of_any_portal_then(small: Small, data: st.DataObject) -> None:
    """Papers up to a day after it were looked through, so that there is silence to tell as well."""
    window = {
        "body": "bodies/board",
        "papers": "Notices",
        "from": "2029-06-01",
        "to": "2030-06-15",
        "looked_on": "2030-06-16",
        "looked_by": "the editor",
        "status": "published",
    }
    content = {**small.sources.content, "content/searched/notices.yaml": record_file(window)}
    then = replace(small.sources, content=content, as_of=AS_OF)
    later = data.draw(records(ground(public(small.sources)), "content", AS_OF, TODAY, ours=False))
    assume(not later.keys() & content.keys())
    assert site_of(replace(then, content={**content, **later})) == site_of(then)


@given(portals(), st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_updates_of_any_portal_fold_by_their_days_and_not_by_their_names(small: Small, dice: Random) -> None:
    portal = public(small.sources)
    updates = list(portal.of(Update))
    assume(len({update.effective_on for update in updates}) == len(updates))
    names = [update.address for update in updates]
    dice.shuffle(names)
    renamed = [update.model_copy(update={"address": n}) for update, n in zip(updates, names, strict=True)]
    others = {a: r for a, r in portal.records.items() if not isinstance(r, Update)}
    shuffled = replace(portal, records={**others, **{update.address: update for update in renamed}})
    assert _words(event_log(shuffled).statuses) == _words(event_log(portal).statuses)


def test_a_correction_of_what_came_later_changes_no_byte_and_of_both_shows_the_earlier_alone() -> None:
    fields = {
        "title": "Put right",
        "on": "2030-06-30",
        "before": "Zephyrine.",
        "after": "A lamp.",
        "why": "A slip.",
        "approved_by": "the editor",
        "status": "published",
    }
    later = "updates/2030-03-15-results-published"
    path = "content/corrections/right.yaml"
    alone = {path: record_file({**fields, "about": [later]})}
    assert site_of(harbour(as_of=AS_OF, more=alone, private={})) == then()
    both = {path: record_file({**fields, "about": [later, "motions/2029-06-12/1"]})}
    site = site_of(harbour(as_of=AS_OF, more=both, private={}))
    assert b"Zephyrine." in site["motions/2029-06-12/1/index.html"]
    assert not [name for name, data in site.items() if later.encode() in data]


def test_the_site_as_of_a_day_shows_only_what_had_happened() -> None:
    assert "updates/2030-02-04-board-resolves/index.html" in then()
    assert "meetings/2030-09-10-board/index.html" in then(), "announced on that day"
    assert "updates/2030-03-15-results-published/index.html" not in then()
    assert b"disputed" not in then()["reviews/2029-09-20/2/index.html"]


@given(st.permutations(sorted(path for path in harbour().content if "/updates/" in path)))
@settings(max_examples=10, phases=FOUND_AT_ONCE)
def test_updates_of_distinct_days_may_be_written_in_any_order(order: list[str]) -> None:
    """Their files get new names in that order, so nothing but their days can tell which came first.

    Without the corrections, which call an update by its name.
    """
    whole = harbour(private={})
    base = replace(whole, content={p: data for p, data in whole.content.items() if "/corrections/" not in p})
    of_one_day = ("2030-02-04-board-resolves.md", "2030-02-04-map-published.md")
    kept = {
        path: data for path, data in base.content.items() if path not in order or path.endswith(of_one_day)
    }
    renamed = {
        f"content/updates/u{number}.md": base.content[path]
        for number, path in enumerate(order)
        if path not in kept
    }
    standing = graph(replace(base, content={**kept, **renamed})).statuses
    assert _words(standing) == _words(graph(base).statuses)


def _words(standing: Mapping[str, tuple[Status, ...]]) -> dict[str, list[tuple[str, str, str]]]:
    return {target: [(s.track, s.by, s.word_id) for s in found] for target, found in standing.items()}
