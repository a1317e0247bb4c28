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
from answerable.graph.tally import everything_by_word, targets
from answerable.model.address import file_of
from answerable.site.context import Context
from answerable.site.search import Choices, Search, letters
from tests.portals import graph, harbour, harbour_files, harbour_graph, harbour_reading, record_file, site_of

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
SENSITIVE = b'sensitive: "yes"\nstatus: "published"'


@cache
def harbour_() -> Graph:
    """Give the harbour as the public sees it."""
    return harbour_graph()


def ctx(of: Graph) -> Context:
    """Give the door to a portal."""
    return Context(of, "")


def listed(of: Graph) -> list[str]:
    """Give the addresses of everything from A to Z."""
    return [card.address for letter in letters(ctx(of)) for card in letter.entries]


def with_sensitive(*paths: str) -> Graph:
    """Give the harbour with some of its records sensitive."""
    content = harbour().content
    more = {path: content[path].replace(b'status: "published"', SENSITIVE) for path in paths}
    return graph(harbour(more=more))


def test_everything_public_stands_once_from_a_to_z() -> None:
    assert sorted(listed(harbour_())) == sorted(harbour_().portal.records)
    assert len(listed(harbour_())) > 50


def test_letters_follow_each_other_and_digits_stand_at_the_top() -> None:
    titles = [letter.title for letter in letters(ctx(harbour_()))]
    plain = [title for title in titles if title != "0–9"]
    assert plain == sorted(set(plain))
    assert titles in (plain, ["0–9", *plain])
    for letter in letters(ctx(harbour_())):
        names = [card.title.removeprefix("Councillor ").lstrip("“‘(") for card in letter.entries]
        assert {name[0].upper() for name in names} == {letter.title} or letter.title == "0–9"


def test_nine_stands_before_thirteen_and_a_mark_changes_no_place() -> None:
    titles = ("13 points", "1,400 lamps", "9 ropes", "Éclair", "Eddy", "“Ebb”")
    more = {
        f"content/terms/t{at}.yaml": record_file(
            {"title": title, "in_source_glossary": "no", "status": "published"}
        )
        for at, title in enumerate(titles)
    }
    found = letters(ctx(graph(harbour(more=more))))
    cards = [card.title for letter in found for card in letter.entries]
    assert [title for title in cards if title in titles] == [
        "9 ropes",
        "13 points",
        "1,400 lamps",
        "“Ebb”",
        "Éclair",
        "Eddy",
    ]


def test_what_is_sensitive_is_neither_listed_nor_a_word_that_widens_a_search() -> None:
    kept = listed(with_sensitive("content/terms/mole.yaml", "content/bodies/board.yaml"))
    assert {*listed(harbour_())} - {*kept} == {"terms/mole", "bodies/board"}
    assert len(kept) == len(listed(harbour_())) - 2


def test_no_list_is_empty_and_each_says_how_many_it_has() -> None:
    site = {
        path: html5lib.parse(data, namespaceHTMLElements=False)
        for path, data in harbour_files().items()
        if path.endswith("index.html")
    }
    for group in Search(ctx(harbour_())).choices:
        for choice in group.choices:
            assert choice.number > 0
            assert file_of(choice.href.partition("#")[0]) in site
    standings, years = ({one.href: one.number for one in group.choices} for group in groups(harbour_()))
    for address, number in standings.items():
        assert len(site[file_of(address)].findall(".//main//p[@class='title']")) == number
    for address, number in years.items():
        assert len(site[file_of(address)].findall(".//ol[@class='timeline']/li")) == number


def groups(of: Graph) -> list[Choices]:
    """Give the lists by standing and by year."""
    return [group for group in Search(ctx(of)).choices if group.id in ("standings", "years")]


def test_whatever_somebody_set_is_in_the_list_of_its_word() -> None:
    by_word = everything_by_word(harbour_())
    listed = {(key, one) for key, groups in by_word.items() for found in groups.values() for one in found}
    there_now = [s for s in harbour_().portal.series_in_order() if s.force != "quoted" and not s.retracted]
    asked = [target for series in there_now for target in targets(harbour_(), series)]
    stands = {((s.track, s.word_id), one) for one in asked for s in harbour_().statuses.get(one, ())}
    assert len(stands) > 10
    assert stands <= listed


def test_a_year_leads_to_the_one_before_and_the_one_after() -> None:
    site = harbour_reading()
    for later, earlier in pairwise(ctx(harbour_()).years()):
        one, other = f"timeline/{later}/index.html", f"timeline/{earlier}/index.html"
        assert other in site.leads_to(one)
        assert one in site.leads_to(other)


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
    groups = json.loads(Search(ctx(graph(harbour(more=more)))).synonyms)
    assert ["HMO", "Harbour Master’s Office", "Master’s office"] in groups
    assert not any("Lone" in group for group in groups)


def test_only_the_search_page_may_run_wasm_and_only_where_it_has_a_box() -> None:
    strict = (
        b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        b"base-uri 'none'; form-action 'none'"
    )
    wider = strict.replace(b"script-src 'self'", b"script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'")
    for box, wanted in ((True, {"search/index.html": wider}), (False, {})):
        site = site_of(replace(harbour(), search=box))
        policies = {path: POLICY.findall(data) for path, data in site.items() if path.endswith(".html")}
        assert {path: found for path, found in policies.items() if found != [strict]} == {
            path: [policy] for path, policy in wanted.items()
        }


def test_a_page_without_an_index_has_no_box_and_no_script_of_its_own() -> None:
    with_, without = (site_of(replace(harbour(), search=box))["search/index.html"] for box in (True, False))
    assert b"<form" in with_
    assert b"/find-" in with_
    assert b"<form" not in without
    assert b"/find-" not in without
    assert without.count(b"<li>") >= with_.count(b"<li>") - 3


def test_the_box_cannot_send_anything_whatever_runs() -> None:
    page = html5lib.parse(
        site_of(replace(harbour(), search=True))["search/index.html"], namespaceHTMLElements=False
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
    site = site_of(replace(harbour(), search=True))
    assert len(gzip.compress(site["search/index.html"])) < 60_000
