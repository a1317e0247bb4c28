"""The brief in its three forms: grouped by record, honest about form, no words that become markup."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from answerable.diff.report import checked, effect, in_json, in_markdown, in_text, report
from answerable.diff.revision import Revision
from answerable.load.record import load
from answerable.problem import Built, ContentError, Problem
from tests.small import SMALL, edited, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.diff.report import Report
    from answerable.load.sources import Sources

DEFAULT = {"content/terms/lamp.yaml": '< title: "Lamp"\n> sensitive: "no"\n> title: "Lamp"\n'}
TITLE = {"content/people/chair.yaml": '< name: "Ada Keeper"\n> name: "<b>@ada</b> [x](y) *z* `q`"\n'}
ASK = {"content/motions/2030-01-10/1.md": '<     asks: "Mend the lamp."\n>     asks: "Look at the lamp."\n'}
NOTED = {
    **ASK,
    "content/corrections/2030-05-30-lamp.yaml": """title: "What point 1 asks"
on: "2030-05-30"
about: ["motions/2030-01-10/1#a"]
before: "Mend the lamp."
after: "Look at the lamp."
why: "It was copied wrongly."
approved_by: "the editor"
status: "published"
""",
}


def revision(name: str, edits: Mapping[str, str]) -> Revision:
    """Give the small portal with edits, as a revision."""
    given = sources(edited(edits))
    portal = load(given.settings, given.content).portal
    assert portal is not None
    return Revision(name, portal, {**given.settings, **given.content})


def reported(edits: Mapping[str, str], more: Mapping[str, bytes] | None = None) -> Report:
    """Give the brief from the small portal to one with edits and more files; a site is its titles."""
    new = revision("v2", edits)
    return report(revision("v1", {}), replace(new, files={**new.files, **(more or {})}), sources(SMALL), site)


def site(given: Sources) -> Built:
    """Give a site of which each record is a page, and its title the page's whole text."""
    portal = load(given.settings, given.content).portal
    assert portal is not None
    if "content/terms/broken.yaml" in given.content:
        raise ContentError([Problem("content/terms/broken.yaml", 1, 1, "It is broken.", "Mend it.")])
    pages = {f"{address}/index.html": one.heading.encode() for address, one in portal.records.items()}
    return Built({**pages, "feed.xml": f"{len(pages)}".encode(), "data/all.json": b"{}"}, ())


def test_a_cosmetic_difference_says_so_in_one_line_whatever_the_form() -> None:
    told = reported(DEFAULT, {"content/README.md": b"Read me.\n"})
    assert in_text(told) == "No change in meaning; 2 files differ in form.\n"
    assert in_markdown(told) == "**No change in meaning; 2 files differ in form.**\n"
    assert json.loads(in_json(told))["cosmetic"] is True
    assert in_text(reported({})) == "No change in meaning.\n"


def test_files_that_differ_in_form_only_are_named_after_the_changes() -> None:
    told = reported({**DEFAULT, **TITLE})
    assert told.form == ("content/terms/lamp.yaml",)
    assert "\n\n1 file differs in form only: content/terms/lamp.yaml.\n" in in_text(told)


def test_of_many_files_the_first_are_named() -> None:
    told = reported(TITLE, {f"content/terms/README{number}.md": b"" for number in range(7)})
    assert told.in_form.startswith("7 files differ in form only: content/terms/README0.md, ")
    assert told.in_form.endswith("content/terms/README4.md, ….")


def test_no_word_of_the_record_becomes_markup_or_calls_somebody() -> None:
    assert "to “\\<b\\>\\@ada\\</b\\> \\[x\\](y) \\*z\\* \\`q\\`”." in in_markdown(reported(TITLE))


def test_a_check_in_markdown_says_each_sentence_and_no_word_becomes_markup() -> None:
    wrong = Problem("a_b/c.md", 7, 1, 'There is no body at "<b>x</b>".', "Mend\n## it, @ada.")
    old = Problem("d.yaml", 2, 1, "It is old.", level="warning")
    assert checked(()) == "**The content has no problems.**\n"
    assert checked((old,)) == (
        "**The content has no problems.**\n\n### Warnings; they stop nothing\n\n"
        "- **d.yaml**, line 2: It is old.\n"
    )
    assert checked((wrong, old)) == (
        "**The content has 1 problem.**\n\n### To put right\n\n"
        '- **a\\_b/c.md**, line 7: There is no body at "\\<b\\>x\\</b\\>". Mend \\#\\# it, \\@ada.\n'
        "\n### Warnings; they stop nothing\n\n- **d.yaml**, line 2: It is old.\n"
    )


def test_a_substantive_change_says_which_note_tells_of_it_or_that_none_does() -> None:
    silent, noted = in_text(reported(ASK)), in_text(reported(NOTED))
    assert "Substantive: 1; no public note tells of 1.\n" in silent
    assert "“Look at the lamp.” [NO PUBLIC NOTE]\n" in silent
    assert "Substantive: 1; public notes tell of all.\n" in noted
    assert "“Look at the lamp.” [told by corrections/2030-05-30-lamp]\n" in noted
    assert "None of it is substantive.\n" in in_text(reported(TITLE))


def test_what_it_does_to_the_site_is_told_by_sort_and_an_address_that_goes_is_named() -> None:
    told = in_text(reported({"content/terms/lamp.yaml": "", **NOTED}))
    pages = "1 new (/corrections/2030-05-30-lamp/); 1 removed (/terms/lamp/)"
    assert f"\nOn the site\n  Pages: {pages}.\n" in told
    assert "  Addresses that lead nowhere any more: /terms/lamp/.\n" in told
    assert "Feeds:" not in told
    assert "  Feeds: 1 changed (/feed.xml).\n" in in_text(reported(NOTED))


def test_what_the_checks_find_that_is_new_is_told_and_the_site_is_then_not_known() -> None:
    broken = {"content/terms/broken.yaml": 'title: "Broken"\nstatus: "published"\n'}
    told = in_text(reported(broken))
    assert "  One of the two cannot be built, so what the site would lose or gain is not known.\n" in told
    found = "content/terms/broken.yaml:1:1: It is broken. Mend it."
    assert f"\nWhat the checks say that is new\n  {found}\n" in told
    back = report(revision("v2", broken), revision("v1", {}), sources(SMALL), site)
    assert back.checks == ("No longer found: 1 problem or warning.",)
    assert json.loads(in_json(back))["site"] is None


def test_the_data_holds_what_its_table_says() -> None:
    told = json.loads(in_json(reported(NOTED)))
    assert list(told) == ["old", "new", "cosmetic", "changes", "in_form_only", "site", "found", "mended"]
    grave = [one for one in told["changes"] if one["substantive"]]
    assert grave == [
        {
            "kind": "wording of an ask altered",
            "address": "motions/2030-01-10/1#a",
            "field": "asks/a/asks",
            "was": "“Mend the lamp.”",
            "now": "“Look at the lamp.”",
            "sentence": "Point 1, ask a: wording changed from “Mend the lamp.” to “Look at the lamp.”",
            "substantive": True,
            "note": "corrections/2030-05-30-lamp",
        }
    ]
    assert told["site"][0] == {
        "sort": "pages",
        "added": ["/corrections/2030-05-30-lamp/"],
        "changed": [],
        "removed": [],
    }


def test_the_effect_on_the_site_is_what_differs_between_two_builds() -> None:
    before = {"a/index.html": b"1", "b/index.html": b"1", "feed.xml": b"1", "x.csv": b"1"}
    after = {"a/index.html": b"2", "c/index.html": b"1", "feed.xml": b"1", "x.csv": b"2"}
    old, new = sources(SMALL), sources(SMALL)
    done = effect(old, new, lambda given: Built(before if given is old else after, ()))
    assert [(one.sort, one.added, one.changed, one.removed) for one in done.sorts] == [
        ("pages", ("/c/",), ("/a/",), ("/b/",)),
        ("feeds", (), (), ()),
        ("others", (), ("/x.csv",), ()),
    ]
