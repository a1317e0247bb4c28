"""Prose: safe HTML, its words, what it refers to, and nothing lost on the way."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.load import markdown as prose
from answerable.load.markdown_errors import problems

TAGS = "p h2 h3 h4 h5 h6 ul ol li em strong a span code pre br hr blockquote table thead tbody tr th td img"
ATTRIBUTES = "a.href a.rel a.title img.src img.alt img.title ol.start th.scope th.class td.class"
SIGNS = [*"[])<>!*_`|\\&\"' \n\u0001é", "](", "```\n", "\n\n", "# ", "- ", "1. ", "> ", "|-|", "[a]: "]
TARGETS = "javascript: data:text/html, vbscript: http: // https://example.org mailto:a@example.org #a <https:"
MARKUP = "&#106; &lt; bodies/a images/a.png <script> </p> <!-- --> alert(1) word"
PIECES = st.sampled_from([*SIGNS, *TARGETS.split(), *MARKUP.split(), "<b onclick=x>"])
HOSTILE = st.lists(PIECES, max_size=25).map("".join)
WORD = st.text(st.sampled_from("abcdefgXYZ0123456789éß’–£%()"), min_size=1, max_size=9)
PARAGRAPH = st.lists(WORD, min_size=1, max_size=20).map(" ".join)
PLAIN = st.lists(PARAGRAPH, min_size=1, max_size=5).map("\n\n".join)


def up(reference: str) -> str:
    return f"../{reference}/"


class Seen(HTMLParser):
    """What a browser would make of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and that it waits for its end."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that is its own end."""
        assert tag in ("br", "hr")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag, which must be this one."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note the words between tags."""
        self.words.append(data)


@given(HOSTILE)
def test_no_text_makes_a_tag_an_attribute_or_a_scheme_outside_the_list(text: str) -> None:
    seen = Seen(str(prose.render(text, up)))
    assert seen.open == []
    for tag, attributes in seen.tags:
        assert tag in TAGS.split()
        assert {f"{tag}.{name}" for name in attributes} <= set(ATTRIBUTES.split())
        if tag == "a":
            address = attributes["href"]
            assert address.startswith("../") or urlsplit(address).scheme in ("https", "mailto", "tel")
        if tag == "img":
            assert attributes["src"].startswith("../")


@given(HOSTILE)
def test_hostile_text_gives_problems_in_their_place_and_never_a_traceback(text: str) -> None:
    lines = text.split("\n")
    for problem in problems(text, "x.md", 5):
        assert 1 <= problem.column <= len(lines[problem.line - 5]) + 1
        assert problem.message.endswith(".")
        assert problem.hint.endswith(".")
    for _, line, column in prose.references(text):
        assert 1 <= column <= len(lines[line - 1]) + 1


@given(HOSTILE)
def test_what_has_no_problem_shows_every_word_of_its_source(text: str) -> None:
    if not problems(text, "x.md"):
        html = Seen(str(prose.render(text, str)))
        shown = " ".join([*html.words, *(value for _, attrs in html.tags for value in attrs.values())])
        source = re.sub(r"&\S+?;|[0-9]+\.", " ", text)
        assert [word for word in re.findall(r"[a-zé]+", source) if word not in shown] == []


@given(PLAIN)
def test_plain_paragraphs_are_shown_word_for_word(text: str) -> None:
    faults = problems(text, "x.md")
    assert all("list" in p.message or "shown" in p.message for p in faults)
    html = str(prose.render(text, up))
    if not faults and "<ol" not in html:  # the numbers of a list are no words in HTML
        assert "".join(Seen(html).words).split() == text.split()
        assert prose.plain(text).split() == text.split()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# Replies\n\n## Of the board", "<h2>Replies</h2>\n<h3>Of the board</h3>\n"),
        ("###### Deep", "<h6>Deep</h6>\n"),
        ("[words](bodies/osmb#a)", '<p><a href="../bodies/osmb#a/">words</a></p>\n'),
        (
            "<https://example.org/a?b=1&c=2>",
            '<p><a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer">https://example.org/a?b=1&amp;c=2</a></p>\n',
        ),
        ("[ring](tel:+44-114-496-0000)", '<p><a href="tel:+44-114-496-0000">ring</a></p>\n'),
        ("[x](javascript:alert(1))", "<p><span>x</span></p>\n"),
        ("![A *map*](images/map.png)", '<p><img src="../images/map.png/" alt="A map"></p>\n'),
        ("![A map](https://example.org/map.png)", "<p>A map</p>\n"),
        ("    four spaces", "<p>four spaces</p>\n"),
        ('"quotes" -- (c) meeting.in', "<p>&quot;quotes&quot; -- (c) meeting.in</p>\n"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"),
        ("```\na < b\n```", "<pre><code>a &lt; b\n</code></pre>\n"),
    ],
)
def test_what_is_written_is_shown_like_this(text: str, html: str) -> None:
    assert str(prose.render(text, up)) == html


def test_a_table_says_which_way_its_columns_stand_without_a_style() -> None:
    html = str(prose.render("| a | b |\n|:-:|--:|\n| c | d |", up))
    assert '<th scope="col" class="centre">a</th>' in html
    assert '<td class="right">d</td>' in html


def test_references_have_the_place_of_their_target() -> None:
    text = "é [x](bodies/a) and\n> [y](bodies/a#b)\n\n[z](https://example.org/) ![w](a.png) `[c](bodies/c)`"
    assert prose.references(text, 10) == [("bodies/a", 10, 7), ("bodies/a#b", 11, 7), ("a.png", 13, 32)]
    assert prose.references("[x](bodies/a)\n[y](bodies/a)") == [("bodies/a", 1, 5), ("bodies/a", 2, 5)]


def test_plain_gives_one_block_a_line_without_marks() -> None:
    text = "# A *b*\n\n1. c\n   d\n2. `e` ![f](images/a.png) [g](bodies/g)\n\n```\nh\n```\n"
    assert prose.plain(text) == "A b\nc d\ne f g\nh"


ORDINARY = (
    *("1. a\n2. b\n   1. c\n   2. d\n3. e", "3. a\n4. b", "40. a\n41. b", "1) a\n2) b", "31. a"),
    *("1986\\. A year", "`<b>`", "- a\n- b\n\n1. c", "| a | b |\n|---|---|\n| c | d |\n| e |"),
    *("| a \\| b |\n|---|\n| c |", "\\<b>", "x\n\n---\n\ny", "caf&eacute;s &amp; 5\\*6", "*a*b `c` **d**"),
    *("<a@example.org>", "a < b and c > d", "[x](reviews/2022-05-12/1#a)", "> - a\n>   > b", "a\\\nb"),
    *(
        "[x](https://example.org/%20a)",
        "[x](https://example.org/é)",
        "# A\n\n## B\n\n# C",
        "> " * 59 + "word",
    ),
)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_markdown_has_no_problem(text: str) -> None:
    assert problems(text, "x.md") == []


def test_a_text_that_is_too_long_is_refused_before_it_is_read() -> None:
    faults = problems("é" * 40_000, "x.md", 7)
    assert [(p.line, p.column, p.message) for p in faults] == [
        (7, 1, "This text is longer than 65,536 bytes.")
    ]


def test_of_a_word_that_stands_twice_the_place_that_is_lost_is_told() -> None:
    faults = problems("word\n\n``` word\nx\n```\n", "x.md")
    assert [(p.line, p.column) for p in faults] == [(3, 5)]


@pytest.mark.parametrize(
    ("kind", "targets"),
    [
        ("internal", "bodies/osmb reviews/2022-05-12/1#a about"),
        ("image", "images/map.png a.webp"),
        (
            "external",
            "https://example.org https://example.org:8443/a#b mailto:a.b@example.org tel:0800-000",
        ),
        (
            "",
            "/a a/ A a//b #a a# ../a a.md http://example.org https:example.org https:// https://a@example.org",
        ),
        ("", "https://[::1 https://localhost mailto:a tel:x a- javascript:a //example.org"),
        ("", "https://example.org\\@example.com"),
    ],
)
def test_a_target_is_of_one_kind_or_of_none(kind: str, targets: str) -> None:
    kinds = {"internal": prose.is_internal, "image": prose.is_image, "external": prose.is_external}
    for target in targets.split():
        assert [name for name, judge in kinds.items() if judge(target)] == ([kind] if kind else []), target
    assert not any(judge(target) for judge in kinds.values() for target in ("", "a\n"))
