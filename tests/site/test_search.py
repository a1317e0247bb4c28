"""The search page, the lists it leads to, what a result says, and which page may run what."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import html5lib

from answerable.graph.graph import Graph
from answerable.graph.tally import targets
from answerable.model.address import file_of, href
from answerable.site.search import Choice, SearchView, by_word, by_year, search, synonyms
from answerable.site.search_meta import found
from tests.portals import graph, harbour, harbour_files, harbour_graph, made, record_file

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
SENSITIVE = b'sensitive: "yes"\nstatus: "published"'


@cache
def there() -> Graph:
    """Give the harbour as the public sees it."""
    return harbour_graph()


def page(of: Graph) -> SearchView:
    """Give the search page of a portal."""
    return search(of, by_word(of), by_year(of))


def with_sensitive(*paths: str) -> Graph:
    """Give the harbour with some of its records sensitive."""
    content = harbour().content
    more = {path: content[path].replace(b'status: "published"', SENSITIVE) for path in paths}
    return graph(harbour(more=more))


def test_everything_public_stands_once_from_a_to_z() -> None:
    listed = [card.href for letter in page(there()).letters for card in letter.cards]
    assert sorted(listed) == sorted(href(address) for address in there().portal.records)
    assert page(there()).number == len(listed) > 50


def test_letters_follow_each_other_and_digits_stand_at_the_top() -> None:
    titles = [letter.title for letter in page(there()).letters]
    letters = [title for title in titles if title != "0–9"]
    assert letters == sorted(set(letters))
    assert titles in (letters, ["0–9", *letters])
    for letter in page(there()).letters:
        names = [card.title.removeprefix("Councillor ").lstrip("“‘(") for card in letter.cards]
        assert {name[0].upper() for name in names} == {letter.title} or letter.title == "0–9"


def test_nine_stands_before_thirteen_and_a_mark_changes_no_place() -> None:
    titles = ("13 points", "1,400 lamps", "9 ropes", "Éclair", "Eddy", "“Ebb”")
    more = {
        f"content/terms/t{at}.yaml": record_file(
            {"title": title, "in_source_glossary": "no", "status": "published"}
        )
        for at, title in enumerate(titles)
    }
    listed = [card.title for letter in page(graph(harbour(more=more))).letters for card in letter.cards]
    assert [title for title in listed if title in titles] == [
        "9 ropes",
        "13 points",
        "1,400 lamps",
        "“Ebb”",
        "Éclair",
        "Eddy",
    ]


def test_what_is_sensitive_is_neither_listed_nor_a_word_that_widens_a_search() -> None:
    plain, kept = page(there()), page(with_sensitive("content/terms/mole.yaml", "content/bodies/board.yaml"))
    gone = {c.href for letter in plain.letters for c in letter.cards} - {
        c.href for letter in kept.letters for c in letter.cards
    }
    assert gone == {"terms/mole/", "bodies/board/"}
    assert kept.number == plain.number - 2


def test_no_list_is_empty_and_each_says_how_many_it_has() -> None:
    site = {
        path: html5lib.parse(data, namespaceHTMLElements=False)
        for path, data in harbour_files().items()
        if path.endswith("index.html")
    }
    for group in page(there()).choices:
        for choice in group.choices:
            assert choice.number > 0
            assert file_of(choice.href.partition("#")[0]) in site
    for address, view in by_word(there()).items():
        assert len(site[file_of(address)].findall(".//main//p[@class='title']")) == view.number
    for address, year in by_year(there()).items():
        entries = site[file_of(address)].findall(".//ol[@class='timeline']/li")
        assert len(entries) == year.number > 0


def test_whatever_somebody_set_is_in_the_list_of_its_word() -> None:
    listed = {
        (address, card.href)
        for address, view in by_word(there()).items()
        for group in view.groups
        for card in group.cards
    }
    there_now = [s for s in there().portal.series_in_order() if s.force != "quoted" and not s.retracted]
    asked = [target for series in there_now for target in targets(there(), series)]
    stands = {
        (f"standing/{one.track}-{one.word_id}/", href(target))
        for target in asked
        for one in there().statuses.get(target, ())
    }
    assert len(stands) > 10
    assert stands <= listed


def test_a_year_leads_to_the_one_before_and_the_one_after() -> None:
    years = list(by_year(there()).values())
    for later, earlier in pairwise(years):
        for beside, view in ((later.before, earlier), (earlier.after, later)):
            assert beside == Choice(view.year.title, f"timeline/{view.year.title}/", view.number)
    assert years[0].after is None
    assert years[-1].before is None


def test_words_for_the_same_thing_come_from_the_words_we_explain() -> None:
    fields = {
        "title": "HMO",
        "expansions": ["Harbour Master’s Office"],
        "also": ["Master’s office"],
        "in_source_glossary": "no",
        "status": "published",
    }
    alone = {"title": "Lone", "in_source_glossary": "no", "status": "published"}
    more = {"content/terms/hmo.yaml": record_file(fields), "content/terms/lone.yaml": record_file(alone)}
    groups = synonyms(graph(harbour(more=more)))
    assert ["HMO", "Harbour Master’s Office", "Master’s office"] in groups
    assert not any("Lone" in group for group in groups)
    assert json.loads(page(graph(harbour(more=more))).words) == groups


def test_a_result_says_what_a_thing_is_how_firm_and_where_it_stands() -> None:
    for record in there().portal.records.values():
        said = found(there(), record)
        if record.retracted or there().portal.is_sensitive(record):
            assert said == ()
            continue
        card = there().card(record.address)
        kind, *standing = said
        assert kind.lower().startswith((card.label or card.kind).lower())
        assert kind.endswith(card.force)
        assert standing[: len(card.badges)] == [f"{badge.voice}: {badge.word}" for badge in card.badges]


def test_only_the_search_page_may_run_wasm_and_only_where_it_has_a_box() -> None:
    strict = (
        b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        b"base-uri 'none'; form-action 'none'"
    )
    wider = strict.replace(b"script-src 'self'", b"script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'")
    for box, wanted in ((True, {"search/index.html": wider}), (False, {})):
        site = made(replace(harbour(), search=box))
        policies = {path: POLICY.findall(data) for path, data in site.items() if path.endswith(".html")}
        assert {path: found for path, found in policies.items() if found != [strict]} == {
            path: [policy] for path, policy in wanted.items()
        }


def test_a_page_without_an_index_has_no_box_and_no_script_of_its_own() -> None:
    with_, without = (made(replace(harbour(), search=box))["search/index.html"] for box in (True, False))
    assert b"<form" in with_
    assert b"/find-" in with_
    assert b"<form" not in without
    assert b"/find-" not in without
    assert without.count(b"<li>") >= with_.count(b"<li>") - 3


def test_the_box_cannot_send_anything_whatever_runs() -> None:
    page = html5lib.parse(
        made(replace(harbour(), search=True))["search/index.html"], namespaceHTMLElements=False
    )
    form = page.find(".//form")
    assert form is not None
    assert "hidden" in form.attrib
    assert form.attrib.keys().isdisjoint({"action", "method"})
    assert not [element for element in form.iter() if "name" in element.attrib]
    box = form.find(".//input")
    assert box is not None
    assert (box.get("autocomplete"), box.get("spellcheck")) == ("off", "false")


def test_the_search_page_keeps_within_its_bytes() -> None:
    site = made(replace(harbour(), search=True))
    assert len(gzip.compress(site["search/index.html"])) < 60_000
