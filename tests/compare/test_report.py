"""The report: grouped by record, honest about files that differ in form, no words that become markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.changes import compare
from generator.compare.report import checked, form_only, in_markdown, in_text
from generator.compare.revision import Revision
from generator.problems import Problem
from generator.read.load import load
from tests.small import edited, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMENT = {"content/terms/lamp.yaml": '< title: "Lamp"\n> # A comment.\n> title: "Lamp"\n'}
TITLE = {"content/people/chair.yaml": '< name: "Ada Keeper"\n> name: "<b>@ada</b> [x](y) *z* `q`"\n'}


def revision(name: str, edits: Mapping[str, str]) -> Revision:
    """Give the small portal with edits, as a revision."""
    given = sources(edited(edits))
    portal = load(given.settings, given.content).portal
    assert portal is not None
    return Revision(name, portal, {**given.settings, **given.content})


def test_files_that_differ_in_form_only_are_counted_where_nothing_changed_in_meaning() -> None:
    old, new = revision("v1", {}), revision("v2", {**COMMENT, "content/README.md": "Read me.\n"})
    assert in_text(old, new, ()) == "No change in meaning; 2 files differ in form.\n"
    assert in_text(old, revision("v2", COMMENT), ()) == "No change in meaning; 1 file differs in form.\n"
    assert in_text(old, old, ()) == "No change in meaning.\n"


def test_files_that_differ_in_form_only_are_named_after_the_changes() -> None:
    old, new = revision("v1", {}), revision("v2", {**COMMENT, **TITLE})
    changes = compare(old.portal, new.portal)
    assert form_only(old, new, changes) == ("content/terms/lamp.yaml",)
    assert in_text(old, new, changes).endswith("\n\n1 file differs in form only: content/terms/lamp.yaml.\n")


def test_of_many_files_the_first_are_named() -> None:
    readmes = {f"content/terms/README{number}.md": "Read me.\n" for number in range(7)}
    old, new = revision("v1", {}), revision("v2", TITLE)
    more = Revision("v2", new.portal, {**new.files, **dict.fromkeys(readmes, b"")})
    told = in_text(old, more, compare(old.portal, more.portal)).splitlines()[-1]
    assert told.startswith("7 files differ in form only: content/terms/README0.md, ")
    assert told.endswith("content/terms/README4.md, ….")


def test_no_word_of_the_record_becomes_markup_or_calls_somebody() -> None:
    old, new = revision("v1", {}), revision("v2", TITLE)
    written = in_markdown(old, new, compare(old.portal, new.portal))
    assert "to “\\<b\\>\\@ada\\</b\\> \\[x\\](y) \\*z\\* \\`q\\`”." in written


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
