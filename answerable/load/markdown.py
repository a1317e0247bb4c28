"""Markdown of prose: to safe HTML, to its words, and to where its links and pictures lead.

CommonMark with tables; no HTML, no indented code, nothing put in by the typographer.
A `#` is shown as the second level, because the page owns the first.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

MOST_LEVELS = 60
LOWEST_HEADING = 6

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ADDRESS = re.compile(f"{_ID}(?:/{_ID})*(?:#{_ID})?")
_IMAGE = re.compile(rf"{_ID}(?:/{_ID})*\.(?:png|jpg|jpeg|webp)")
_HOST = re.compile(r"(?!.*xn--)(?:[a-z0-9-]+\.)+[a-z]{2,}(?::[0-9]+)?")
_MAIL = re.compile(r"mailto:[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_PHONE = re.compile(r"tel:\+?[0-9]+(?:-[0-9]+)*")

_SIDES = {"text-align:left": "left", "text-align:center": "centre", "text-align:right": "right"}


@cache
def parser() -> MarkdownIt:
    """The one Markdown parser; it is never changed after this.

    Every link is read as a link, so that a bad one can be refused in its place and never be shown.
    """
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": MOST_LEVELS})
    markdown.enable("table").disable("code")
    setattr(markdown, "validateLink", _any_link)  # noqa: B010  (a method is replaced on purpose)
    return markdown


def _any_link(_target: str) -> bool:
    return True


@lru_cache(maxsize=4096)
def parsed(text: str) -> tuple[Sequence[Token], Mapping[str, Any]]:
    """Tokens of a prose, and what it defines; a prose that is checked, rendered and quoted is parsed once."""
    definitions: dict[str, Any] = {}
    return parser().parse(text, definitions), definitions


def render(text: str, href: Callable[[str], str]) -> Markup:
    """HTML of a prose; `href` turns a record's address into one that suits the page.

    The only place that makes `Markup`. What `problems` would refuse is never followed: of a link
    that may not be there only the words are shown.
    """
    return Markup(_page().render(parsed(text)[0], parser().options, {"href": href}))


def references(text: str, first_line: int = 1) -> list[tuple[str, int, int]]:
    """Internal targets, as `motions/2021-11-10/09`, each with its line and column, from 1."""
    if "](" not in text and "]:" not in text:
        return []
    return [
        (target, line + first_line - 1, column)
        for _, target, line, column in targets(parsed(text)[0], text.split("\n"))
        if is_internal(target) or is_image(target)
    ]


def plain(text: str) -> str:
    """Words that a reader sees, one block a line, without marks, targets and numbers of lists."""
    return "\n".join(_blocks(parsed(text)[0]))


def is_internal(target: str) -> bool:
    """Whether a target is written as a record's address: `reviews/2022-05-12/1#a`."""
    return _ADDRESS.fullmatch(target) is not None


def is_image(target: str) -> bool:
    """Whether a target is written as the address of a picture of the portal's own."""
    return _IMAGE.fullmatch(target) is not None


def is_external(target: str) -> bool:
    """Whether a target is one of the few that may lead off the site."""
    if not target.startswith("https://"):
        return bool(_MAIL.fullmatch(target) or _PHONE.fullmatch(target))
    try:
        return _HOST.fullmatch(urlsplit(target).netloc.lower()) is not None
    except ValueError:
        return False


def targets(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[tuple[Token, str, int, int]]:
    """Links and pictures, each with its target and the target's line and column."""
    for inline in tokens:
        if inline.type != "inline" or not inline.children or inline.map is None:
            continue
        first, after = inline.map
        written = "\n".join(lines[first:after])
        offset = 0
        for token in inline.children:
            if token.type not in ("link_open", "image"):
                continue
            target = str(token.attrs["href" if token.type == "link_open" else "src"])
            offset = _find(target, written, offset)
            line = written.count("\n", 0, offset)
            yield token, target, first + line + 1, offset - written.rfind("\n", 0, offset)


def _find(target: str, written: str, after: int) -> int:
    """The place of a target in what was written; the parser has changed some of its signs."""
    shapes = [target, unquote(target), target.removeprefix("mailto:")]
    for shape in shapes:
        match = re.compile(r"[(<]\s*" + re.escape(shape) + r"(?=[\s)>])").search(written, after)
        if match:
            return match.end() - len(shape)
    return after


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
        """The opening of a heading, one level lower than it is written."""
        return f"<h{_level(tokens[idx])}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The end of a heading."""
        return f"</h{_level(tokens[idx])}>\n"

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The opening of a link, or of a plain span where the target may not be followed."""
        target = str(tokens[idx].attrs["href"])
        title = _title(tokens[idx])
        if is_internal(target):
            return f'<a href="{escapeHtml(env["href"](target))}"{title}>'
        if not is_external(target):
            return "<span>"
        rel = ' rel="noreferrer"' if target.startswith("https:") else ""
        return f'<a href="{escapeHtml(target)}"{rel}{title}>'

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The end of what `link_open` opened."""
        opening = next(token for token in reversed(tokens[:idx]) if token.type == "link_open")
        target = str(opening.attrs["href"])
        return "</a>" if is_internal(target) or is_external(target) else "</span>"

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A picture of the portal's own, or its words alone."""
        source = str(tokens[idx].attrs["src"])
        words = escapeHtml("".join(_words(tokens[idx].children or ())))
        if not is_image(source):
            return words
        return f'<img src="{escapeHtml(env["href"](source))}" alt="{words}"{_title(tokens[idx])}>'

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Text as it is written, without what follows the fence."""
        return f"<pre><code>{escapeHtml(tokens[idx].content)}</code></pre>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The opening of a column's head."""
        return f'<th scope="col"{_side(tokens[idx])}>'

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The opening of a cell."""
        return f"<td{_side(tokens[idx])}>"


def _level(token: Token) -> int:
    return min(int(token.tag[1]) + 1, LOWEST_HEADING)


def _title(token: Token) -> str:
    return f' title="{escapeHtml(str(token.attrs["title"]))}"' if token.attrs.get("title") else ""


def _side(token: Token) -> str:
    """The class of a cell's side; a style in the element would be refused by the page's headers."""
    side = _SIDES.get(str(token.attrs.get("style", "")), "")
    return f' class="{side}"' if side else ""
