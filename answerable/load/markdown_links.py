"""Where a link in prose may lead, and where each one stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

Fault: TypeAlias = tuple[int, int, str, str]
"""Line and column, both counted from 1 in the prose; what is wrong; what to do."""

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ADDRESS = re.compile(f"{_ID}(?:/{_ID})*(?:#{_ID})?")
_IMAGE = re.compile(rf"{_ID}(?:/{_ID})*\.(?:png|jpg|jpeg|webp)")
_HOST = re.compile(r"(?!.*xn--)(?:[a-z0-9-]+\.)+[a-z]{2,}(?::[0-9]+)?")
_MAIL = re.compile(r"mailto:[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_PHONE = re.compile(r"tel:\+?[0-9]+(?:-[0-9]+)*")

_LIKE_THIS = (
    "Write a record's address, as in [words](reviews/2022-05-12/1), or one that begins with https://."
)


_WRONG = tuple(
    (re.compile(pattern, re.IGNORECASE), message, hint)
    for pattern, message, hint in (
        ("//", '"{}" leads to another site without saying so.', "Write https: before it if that is meant."),
        ("#", '"{}" does not say of which record.', "Write the whole address: reviews/2022-05-12/1#a."),
        ("http:", '"{}" is not protected on its way.', "Write https:// if the site answers to it."),
        ("https://[^/?#]*@", '"{}" hides behind "@" where it leads.', "Take out what stands before it."),
        ("https:.*xn--", '"{}" has letters that can be mistaken for others.', "Leave the link out."),
        ("(https|mailto|tel):", '"{}" is not a whole address.', "Write it as the browser shows it."),
        ("[a-z][a-z0-9+.-]*:", 'A link may not begin as "{}" does.', _LIKE_THIS),
        (r"[./]|.*/$", '"{}" begins or ends with a sign that no record\'s address has.', _LIKE_THIS),
    )
)


def is_internal(target: str) -> bool:
    """Say whether a target is written as a record's address: `reviews/2022-05-12/1#a`."""
    return _ADDRESS.fullmatch(target) is not None


def is_image(target: str) -> bool:
    """Say whether a target is written as the address of a picture of the portal's own."""
    return _IMAGE.fullmatch(target) is not None


def is_external(target: str) -> bool:
    """Say whether a target is one of the few that may lead off the site."""
    if not target.startswith("https://"):
        return bool(_MAIL.fullmatch(target) or _PHONE.fullmatch(target))
    try:
        return _HOST.fullmatch(urlsplit(target).netloc.lower()) is not None
    except ValueError:
        return False


def targets(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[tuple[Token, str, int, int]]:
    """Give each link and picture with its target and the target's line and column."""
    for inline in tokens:
        if inline.type != "inline" or not inline.children or inline.map is None:
            continue
        first, after = inline.map
        written = "\n".join(lines[first:after])
        at = 0
        for token in inline.children:
            if token.type not in ("link_open", "image"):
                continue
            target = str(token.attrs["href" if token.type == "link_open" else "src"])
            at = _find(target, written, at)
            line = written.count("\n", 0, at)
            yield token, target, first + line + 1, at - written.rfind("\n", 0, at)


def faults(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Refuse targets that lead nowhere, elsewhere than they say, or to what may not be asked."""
    for token, target, line, column in targets(tokens, lines):
        if token.type == "image":
            if not is_image(target):
                yield (
                    line,
                    column,
                    f'"{target}" is not a picture of this portal.',
                    ("Pictures of other sites would tell them who reads; put the file into the portal."),
                )
            if not token.content.strip():
                yield (
                    line,
                    column,
                    "This picture has no words for those who cannot see it.",
                    ("Write them in the square brackets: ![words](address)."),
                )
        elif not is_internal(target) and not is_external(target):
            yield line, column, *_wrong(target)


def _find(target: str, written: str, after: int) -> int:
    """Give the place of a target in what was written; the parser has changed some of its signs."""
    shapes = [target, unquote(target), target.removeprefix("mailto:")]
    for shape in shapes:
        found = re.compile(r"[(<]\s*" + re.escape(shape) + r"(?=[\s)>])").search(written, after)
        if found:
            return found.end() - len(shape)
    return after


def _wrong(target: str) -> tuple[str, str]:
    """Say what is wrong with a target and what to write: the first rule that fits."""
    if not target:
        return "This link leads nowhere.", _LIKE_THIS
    for pattern, message, hint in _WRONG:
        if pattern.match(target):
            return message.format(target), hint
    return f'"{target}" is not an address.', _LIKE_THIS
