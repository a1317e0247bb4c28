"""Prose: Markdown to safe HTML, to its words, to what it refers to, and what may not stand in it.

CommonMark with tables; no HTML, no indented code, nothing put in by the typographer.
A `#` is shown as the second level, because the page owns the first.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markupsafe import Markup

from answerable.load import markdown_links as prose_links
from answerable.load import markdown_rules as prose_rules
from answerable.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

MOST_BYTES = 64 * 1024
"""A longer prose is refused; the most hostile text of this length takes two seconds."""
MOST_LEVELS = 60
LOWEST_HEADING = 6

_SIDES = {"text-align:left": "left", "text-align:center": "centre", "text-align:right": "right"}


@cache
def parser() -> MarkdownIt:
    """Give the one Markdown parser; it is never changed after this.

    Every link is read as a link, so that a bad one can be refused in its place and never be shown.
    """
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": MOST_LEVELS})
    markdown.enable("table").disable("code")
    setattr(markdown, "validateLink", _any_link)  # noqa: B010  (a method is replaced on purpose)
    return markdown


def _any_link(_target: str) -> bool:
    return True


def render(text: str, href: Callable[[str], str]) -> Markup:
    """Give the HTML of a prose; `href` turns a record's address into one that suits the page.

    The only place that makes `Markup`. What `problems` would refuse is never followed: of a link
    that may not be there only the words are shown.
    """
    return Markup(_page().render(parser().parse(text, {}), parser().options, {"href": href}))


def references(text: str, first_line: int = 1) -> list[tuple[str, int, int]]:
    """Give each internal target, `motions/2021-11-10/09`, with its line and column, from 1."""
    if "](" not in text and "]:" not in text:
        return []
    return [(target, line + first_line - 1, column) for target, line, column in _targets(text)]


def _targets(text: str) -> tuple[tuple[str, int, int], ...]:
    found = prose_links.targets(parser().parse(text, {}), text.split("\n"))
    return tuple(
        (target, line, column)
        for _, target, line, column in found
        if prose_links.is_internal(target) or prose_links.is_image(target)
    )


def plain(text: str) -> str:
    """Give the words a reader sees, one block a line, without marks, targets and numbers of lists."""
    return "\n".join(_blocks(parser().parse(text, {})))


def problems(text: str, path: str, first_line: int = 1) -> list[Problem]:
    """Give what is wrong with a prose that stands in `path` from `first_line` on, in order of place."""
    if len(text.encode()) > MOST_BYTES:
        message = f"This text is longer than {MOST_BYTES:,} bytes."
        return [Problem(path, first_line, 1, message, "Divide it into several pages.")]
    return sorted(
        Problem(path, line + first_line - 1, column, message, hint)
        for line, column, message, hint in _faults(text)
    )


def _faults(text: str) -> tuple[tuple[int, int, str, str], ...]:
    """What is wrong with a prose, wherever it stands: line, column, message and hint."""
    known: dict[str, Any] = {}
    tokens = parser().parse(text, known)
    lines = text.split("\n")
    found = [
        *prose_rules.definitions(known.get("references", {}), lines),
        *prose_rules.headings(tokens, lines),
        *prose_rules.lists(tokens, lines),
        *prose_rules.tables(tokens, lines),
        *prose_rules.tags(tokens, lines),
        *prose_links.faults(tokens, lines),
    ]
    return (*found, *prose_rules.lost(tokens, text, {line for line, _, _, _ in found}))


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_words(token.children or ())).strip()
        elif token.type == "fence":
            yield token.content.strip("\n")


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type == "image":
            yield from _words(token.children or ())
        else:
            yield token.content


@cache
def _page() -> _Page:
    return _Page()


class _Page(RendererHTML):
    """Writes the HTML of pages; each public method is named after the token it writes."""

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Give the opening of a heading, one level lower than it is written."""
        return f"<h{_level(tokens[idx])}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Give the end of a heading."""
        return f"</h{_level(tokens[idx])}>\n"

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Give the opening of a link, or of a plain span where the target may not be followed."""
        target = str(tokens[idx].attrs["href"])
        title = _title(tokens[idx])
        if prose_links.is_internal(target):
            return f'<a href="{escapeHtml(env["href"](target))}"{title}>'
        if not prose_links.is_external(target):
            return "<span>"
        rel = ' rel="noreferrer"' if target.startswith("https:") else ""
        return f'<a href="{escapeHtml(target)}"{rel}{title}>'

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Give the end of what `link_open` opened."""
        opening = next(token for token in reversed(tokens[:idx]) if token.type == "link_open")
        target = str(opening.attrs["href"])
        return "</a>" if prose_links.is_internal(target) or prose_links.is_external(target) else "</span>"

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Give a picture of the portal's own, or its words alone."""
        source = str(tokens[idx].attrs["src"])
        words = escapeHtml("".join(_words(tokens[idx].children or ())))
        if not prose_links.is_image(source):
            return words
        return f'<img src="{escapeHtml(env["href"](source))}" alt="{words}"{_title(tokens[idx])}>'

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Give text as it is written, without what follows the fence."""
        return f"<pre><code>{escapeHtml(tokens[idx].content)}</code></pre>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Give the opening of a column's head."""
        return f'<th scope="col"{_side(tokens[idx])}>'

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Give the opening of a cell."""
        return f"<td{_side(tokens[idx])}>"


def _level(token: Token) -> int:
    return min(int(token.tag[1]) + 1, LOWEST_HEADING)


def _title(token: Token) -> str:
    return f' title="{escapeHtml(str(token.attrs["title"]))}"' if token.attrs.get("title") else ""


def _side(token: Token) -> str:
    """Give the class of a cell's side; a style in the element would be refused by the page's headers."""
    side = _SIDES.get(str(token.attrs.get("style", "")), "")
    return f' class="{side}"' if side else ""
