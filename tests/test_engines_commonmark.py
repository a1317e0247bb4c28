"""Our Markdown against CommonMark's own suite: where it differs is known, and frozen.

It differs where it should: HTML is shown as text, four spaces make no code block, a link or an
image that may not be there keeps its words only, a link to another site carries `rel="noreferrer"`,
and a code block has no class. An empty quote lacks a line break. The suite comes from npm when the
tests are set up and is never kept in git.
After a change that is meant: `python -m tests.test_engines_commonmark`, then look at the difference.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import html5lib

from answerable.load.markdown import render
from tests.engines import ENGINES, ROOT, required

if TYPE_CHECKING:
    from pathlib import Path

FROZEN = ROOT / "tests/golden/commonmark-differs.txt"
CASES = 652
"""In version 0.31.2, the one that tests/tools/package.json pins."""

CASE_OR_HEADING = re.compile(
    r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$|^#{1,6} *(.*?)$",
    re.MULTILINE | re.DOTALL,
)
HEADING = re.compile(r"(</?h)([1-5])>")
OURS = frozenset(
    {
        "a",
        "blockquote",
        "br",
        "code",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "span",
        "strong",
        "ul",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
)
"""Every element that our Markdown can make."""


@dataclass(frozen=True, slots=True)
class Case:
    """One example of the suite."""

    number: int
    """Counted from 1, as on the suite's own page."""
    section: str
    markdown: str
    html: str


def read_cases(suite: Path) -> list[Case]:
    """Give the examples of the suite in their order; in them an arrow stands for a tab."""
    text = suite.read_text(encoding="utf-8").partition("<!-- END TESTS -->")[0]
    cases: list[Case] = []
    section = ""
    for found in CASE_OR_HEADING.finditer(text):
        if found[3] is not None:
            section = found[3]
        else:
            markdown, html = (found[part].replace("→", "\t") for part in (1, 2))
            cases.append(Case(len(cases) + 1, section, markdown, html))
    return cases


def ours(case: Case) -> str:
    """Give what we make of an example, addresses left as they are written."""
    return str(render(case.markdown, lambda address: address))


def differing(cases: list[Case]) -> str:
    """List the examples we show otherwise than the suite, one a line: number, section."""
    return "".join(f"{case.number} {case.section}\n" for case in cases if ours(case) != _lowered(case.html))


def _lowered(html: str) -> str:
    """Move headings down one level, since the page's title owns the first."""
    return HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}>", html)


def test_our_markdown_differs_from_commonmark_in_the_known_cases_only() -> None:
    cases = read_cases(required("commonmark"))
    assert len(cases) == CASES
    assert differing(cases) == FROZEN.read_text(encoding="utf-8")


def test_no_case_of_the_suite_makes_an_element_that_is_not_ours() -> None:
    cases = read_cases(required("commonmark"))
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    made = {case.number: {e.tag for e in parser.parseFragment(ours(case)).iter()} for case in cases}
    strange = {number: tags - OURS - {"DOCUMENT_FRAGMENT"} for number, tags in made.items()}
    assert {number: tags for number, tags in strange.items() if tags} == {}


if __name__ == "__main__":
    place = ENGINES["commonmark"].find() or sys.exit("CommonMark's suite is missing. Run make test once.")
    FROZEN.write_text(differing(read_cases(place)), encoding="utf-8")
