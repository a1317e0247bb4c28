"""The search index: the same bytes for the same pages, only what may be found, only what is loaded."""

from __future__ import annotations

import gzip
import json
import os
import shlex
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from answerable.model.address import file_of, href
from answerable.problem import CallError
from answerable.publish.folder import publish
from answerable.publish.search_index import ENTRY, FOLDER, MADE_FROM, index, kept, program
from answerable.site.context import Context
from tests.portals import harbour, harbour_graph, site_of

HEAD = b"pagefind_dcd"
"""What each of Pagefind's packed files begins with."""


@cache
def site() -> dict[str, bytes]:
    """Give the harbour as it is published, without its index."""
    return site_of(replace(harbour(), search=True))


@cache
def made_once() -> dict[str, bytes]:
    """Give the harbour's index."""
    return index(site(), command(), {})


def command() -> Path:
    """Give Pagefind's command, which the tests need."""
    there = program()
    assert there, "Pagefind is not installed: make test"
    return there


def pages_in(made: dict[str, bytes]) -> dict[str, dict[str, str]]:
    """Give the pages that an index finds: file → what it says of each."""
    told = [
        json.loads(gzip.decompress(data).removeprefix(HEAD))
        for name, data in made.items()
        if name.endswith(".pf_fragment")
    ]
    return {file_of(one["url"].removeprefix("/")): one["meta"] | {"content": one["content"]} for one in told}


def counted(tmp_path: Path) -> tuple[Path, Path]:
    """Give a command that does what Pagefind's does, and the file in which it notes each run."""
    runs, counting = tmp_path / "runs", tmp_path / "counting"
    quoted = shlex.quote(str(command()))
    counting.write_text(f'#!/bin/sh\necho run >> {shlex.quote(str(runs))}\nexec {quoted} "$@"\n')
    counting.chmod(0o755)
    runs.touch()
    return counting, runs


def test_the_same_pages_give_the_same_index_on_one_processor_and_on_all(tmp_path: Path) -> None:
    (tmp_path / "pagefind.json").write_text('{"keep_index_url": true}')
    here, cores = Path.cwd(), os.sched_getaffinity(0)
    try:
        os.chdir(tmp_path)  # where a file of settings lies in wait
        os.sched_setaffinity(0, {min(cores)})
        again = index(dict(sorted(site().items(), reverse=True)), command(), {})
    finally:
        os.chdir(here)
        os.sched_setaffinity(0, cores)
    assert again == made_once()


def test_the_keys_of_its_entry_stand_in_order_for_several_languages() -> None:
    text = '<html lang="{0}"><main data-pagefind-body><h1>{0}</h1><p>A word.</p></main></html>'
    files = {f"{lang}/index.html": text.format(lang).encode() for lang in ("pl", "cy", "en", "ur", "de")}
    entry = json.loads(index(files, command(), {})[FOLDER + ENTRY])
    assert list(entry["languages"]) == ["cy", "de", "en", "pl", "ur"]
    assert list(entry) == sorted(entry)


def test_only_what_the_search_page_loads_is_kept() -> None:
    suffixes = {
        "/".join(name.removeprefix(FOLDER).split("/")[:-1]) + "." + name.rpartition(".")[2]
        for name in made_once()
    }
    assert suffixes == {
        ".js",
        ".json",
        ".pagefind",
        ".pf_meta",
        ".txt",
        "fragment.pf_fragment",
        "index.pf_index",
    }
    assert [name for name in made_once() if name.endswith(".js")] == [f"{FOLDER}pagefind.js"]
    assert len([name for name in made_once() if name.endswith(".pagefind")]) == 1


def test_every_public_record_is_found_with_its_kind_and_standing_and_nothing_else_is() -> None:
    there = harbour_graph()
    wanted = {
        file_of(href(record.address)): "|".join(words)
        for record in there.portal.records.values()
        if (words := Context(there, "").search_meta(record))
    }
    assert {file: told["found"] for file, told in pages_in(made_once()).items()} == wanted
    assert len(wanted) > 50


def test_a_sensitive_and_a_withdrawn_record_are_not_found() -> None:
    path = "content/terms/mole.yaml"
    data = harbour().content[path]
    published = b'status: "published"'
    for instead in (
        b'sensitive: "yes"\n' + published,
        b'status: "withdrawn"\nwithdrawn: {on: "2030-06-01", why: "It was wrong."}',
    ):
        files = site_of(replace(harbour(more={path: data.replace(published, instead)}), search=True))
        there = pages_in(index(files, command(), {}))
        assert "terms/mole/index.html" in pages_in(made_once())
        assert "terms/mole/index.html" not in there
        assert "terms/index.html" not in there


def test_what_is_not_public_leaves_no_trace_in_the_index() -> None:
    hidden = {
        "private/terms/zeppelin.yaml": b'title: "Zeppelin"\nmeans: "An airship."\nin_source_glossary: "no"\nstatus: "draft"\n'
    }
    with_, without = (site_of(replace(harbour(private=private), search=True)) for private in (hidden, {}))
    assert index(with_, command(), {}) == index(without, command(), {})


def test_neighbours_titles_do_not_make_a_page_a_result() -> None:
    text = b"""<html lang="en"><main data-pagefind-body data-pagefind-meta="found:Term"><h1>Mole</h1>
        <section class="ways"><p>zeppelin</p></section></main></html>"""
    assert "zeppelin" not in pages_in(index({"a/index.html": text}, command(), {}))["a/index.html"]["content"]


def test_an_index_of_the_same_pages_is_not_made_again(tmp_path: Path) -> None:
    counting, runs = counted(tmp_path)
    first = index(site(), counting, {})
    publish({**site(), **first}, tmp_path / "site")
    assert index(site(), counting, kept(tmp_path / "site")) == first == kept(tmp_path / "site")
    assert runs.read_text().count("run") == 1


@pytest.mark.parametrize("damage", ["a file is cut", "a file is gone", "the pages are others"])
def test_an_index_that_is_not_whole_or_not_of_these_pages_is_made_again(tmp_path: Path, damage: str) -> None:
    counting, runs = counted(tmp_path)
    whole = index(site(), counting, {})
    last, pages = dict(whole), site()
    name = next(name for name in last if name.endswith(".pf_fragment"))
    if damage == "a file is cut":
        last[name] = last[name][:-1]
    elif damage == "a file is gone":
        del last[name]
    else:
        pages = {**pages, "terms/mole/index.html": pages["terms/mole/index.html"].replace(b"Mole", b"Pier")}
    again = index(pages, counting, last)
    assert (again == whole) is (pages == site())
    assert runs.read_text().count("run") == 2


def test_a_site_without_pages_to_find_has_no_index() -> None:
    assert index({"index.html": b"<main>x</main>"}, command(), {}) == {}
    assert kept(Path("nowhere")) == {}


def test_a_command_that_fails_says_so(tmp_path: Path) -> None:
    failing = tmp_path / "failing"
    failing.write_text("#!/bin/sh\necho no room left >&2\nexit 3\n")
    failing.chmod(0o755)
    with pytest.raises(CallError) as told:
        index(site(), failing, {})
    assert str(told.value) == (
        "The search index was not made, so nothing was written: Pagefind ended with a fault. no room left"
    )
    failing.chmod(0o644)
    with pytest.raises(CallError, match=r"ended with a fault\. Permission denied"):
        index(site(), failing, {})


def test_without_pagefind_there_is_no_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    assert program() is None


def test_what_it_was_made_from_stands_beside_it() -> None:
    assert [len(line) for line in made_once()[MADE_FROM].decode().splitlines()] == [64, 64]
