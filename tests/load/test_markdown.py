"""Prose: safe HTML, its words, what it refers to, and nothing lost on the way."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.load import markdown as prose
from answerable.load import markdown_links as prose_links
from answerable.load import markdown_rules as prose_rules

TAGS = {
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "em",
    "strong",
    "a",
    "span",
    "code",
    "pre",
    "br",
    "hr",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "img",
}
ATTRIBUTES = {
    ("a", "href"),
    ("a", "rel"),
    ("a", "title"),
    ("img", "src"),
    ("img", "alt"),
    ("img", "title"),
    ("ol", "start"),
    ("th", "scope"),
    ("th", "class"),
    ("td", "class"),
}

PIECES = st.sampled_from(
    [
        "[",
        "](",
        ")",
        "]",
        "<",
        ">",
        "!",
        "*",
        "_",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "# ",
        "- ",
        "1. ",
        "> ",
        "|",
        "|-|",
        "\\",
        "&",
        "&#106;",
        "&lt;",
        '"',
        "'",
        " ",
        "javascript:",
        "data:text/html,",
        "vbscript:",
        "http:",
        "//",
        "https://example.org",
        "mailto:a@example.org",
        "bodies/a",
        "#a",
        "<b onclick=x>",
        "<script>",
        "</p>",
        "<!--",
        "-->",
        "alert(1)",
        "word",
        "é",
        "[a]: ",
        "<https:",
        "\u0001",
        "images/a.png",
    ]
)
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
        assert tag in TAGS
        assert {(tag, name) for name in attributes} <= ATTRIBUTES
        if tag == "a":
            address = attributes["href"]
            assert address.startswith("../") or urlsplit(address).scheme in ("https", "mailto", "tel")
        if tag == "img":
            assert attributes["src"].startswith("../")


@given(HOSTILE)
def test_hostile_text_gives_problems_in_their_place_and_never_a_traceback(text: str) -> None:
    lines = text.split("\n")
    for problem in prose.problems(text, "x.md", 5):
        assert 1 <= problem.column <= len(lines[problem.line - 5]) + 1
        assert problem.message.endswith(".")
        assert problem.hint.endswith(".")
    for _, line, column in prose.references(text):
        assert 1 <= column <= len(lines[line - 1]) + 1


@given(HOSTILE)
def test_what_has_no_problem_shows_every_word_of_its_source(text: str) -> None:
    if not prose.problems(text, "x.md"):
        html = Seen(str(prose.render(text, str)))
        shown = " ".join([*html.words, *(value for _, attrs in html.tags for value in attrs.values())])
        source = re.sub(r"&\S+?;|[0-9]+\.", " ", text)
        assert [word for word in re.findall(r"[a-zé]+", source) if word not in shown] == []


@given(PLAIN)
def test_plain_paragraphs_are_shown_word_for_word(text: str) -> None:
    told = prose.problems(text, "x.md")
    assert all("list" in p.message or "shown" in p.message for p in told)
    html = str(prose.render(text, up))
    if not told and "<ol" not in html:  # the numbers of a list are no words in HTML
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


def test_the_second_link_to_a_target_has_its_own_place() -> None:
    assert prose.references("[x](bodies/a)\n[y](bodies/a)") == [("bodies/a", 1, 5), ("bodies/a", 2, 5)]


def test_what_stands_too_deep_to_be_shown_is_told() -> None:
    told = [prose.problems("> " * depth + "word", "x.md") for depth in (59, 60)]
    assert [len(found) for found in told] == [0, 1]


def test_plain_gives_one_block_a_line_without_marks() -> None:
    text = "# A *b*\n\n1. c\n   d\n2. `e` ![f](images/a.png) [g](bodies/g)\n\n```\nh\n```\n"
    assert prose.plain(text) == "A b\nc d\ne f g\nh"


@pytest.mark.parametrize(
    "text",
    [
        "1. a\n2. b\n   1. c\n   2. d\n3. e",
        "3. a\n4. b",
        "40. a\n41. b",
        "1) a\n2) b",
        "31. a",
        "1986\\. A year",
        "`<b>`",
        "- a\n- b\n\n1. c",
        "| a | b |\n|---|---|\n| c | d |\n| e |",
        "| a \\| b |\n|---|\n| c |",
        "\\<b>",
        "x\n\n---\n\ny",
        "caf&eacute;s &amp; 5\\*6",
        "*a*b `c` **d**",
        "<a@example.org>",
        "a < b and c > d",
        "[x](reviews/2022-05-12/1#a)",
        "> - a\n>   > b",
        "[x](https://example.org/%20a)",
        "a\\\nb",
        "[x](https://example.org/é)",
        "# A\n\n## B\n\n# C",
    ],
)
def test_ordinary_markdown_has_no_problem(text: str) -> None:
    assert prose.problems(text, "x.md") == []


def test_a_text_that_is_too_long_is_refused_before_it_is_read() -> None:
    told = prose.problems("é" * 40_000, "x.md", 7)
    assert [(p.line, p.column, p.message) for p in told] == [(7, 1, "This text is longer than 65,536 bytes.")]


def test_of_a_word_that_stands_twice_the_place_that_is_lost_is_told() -> None:
    told = prose.problems("word\n\n``` word\nx\n```\n", "x.md")
    assert [(p.line, p.column) for p in told] == [(3, 5)]


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("bodies/osmb", "internal"),
        ("reviews/2022-05-12/1#a", "internal"),
        ("about", "internal"),
        ("images/map.png", "image"),
        ("a.webp", "image"),
        ("https://example.org", "external"),
        ("https://example.org:8443/a#b", "external"),
        ("mailto:a.b@example.org", "external"),
        ("tel:0800-000", "external"),
        ("", ""),
        ("/a", ""),
        ("a/", ""),
        ("A", ""),
        ("a//b", ""),
        ("#a", ""),
        ("a#", ""),
        ("../a", ""),
        ("a.md", ""),
        ("http://example.org", ""),
        ("https:example.org", ""),
        ("https://", ""),
        ("https://a@example.org", ""),
        ("https://[::1", ""),
        ("https://localhost", ""),
        ("mailto:a", ""),
        ("tel:x", ""),
        ("a\n", ""),
        ("a-", ""),
        ("https://example.org\\@example.com", ""),
        ("javascript:a", ""),
        ("//example.org", ""),
    ],
)
def test_a_target_is_of_one_kind_or_of_none(target: str, kind: str) -> None:
    kinds = {"internal": prose_links.is_internal, "image": prose_links.is_image}
    kinds["external"] = prose_links.is_external
    assert [name for name, judge in kinds.items() if judge(target)] == ([kind] if kind else [])


def test_each_rule_finds_its_own_mistake_and_no_other() -> None:
    mistakes = {
        prose_rules.headings: "a\n\n## b",
        prose_rules.lists: "1. a\n3. b",
        prose_rules.tables: "|a|\n|-|\n|b|c|",
        prose_rules.tags: "a <b>",
        prose_links.faults: "[a](http:b)",
    }
    for rule in mistakes:
        for of, text in mistakes.items():
            found = list(rule(prose.parser().parse(text), text.split("\n")))
            assert len(found) == (1 if rule is of else 0)


def test_definitions_and_lost_words_are_found_where_no_token_shows_them() -> None:
    text = "a\n\n[b]: c"
    known: dict[str, dict[str, dict[str, object]]] = {}
    tokens = prose.parser().parse(text, known)
    assert [fault[:2] for fault in prose_rules.definitions(known["references"], text.split("\n"))] == [(3, 1)]
    assert [fault[:2] for fault in prose_rules.lost(tokens, text, set())] == [(3, 2)]
    assert list(prose_links.targets(tokens, text.split("\n"))) == []
