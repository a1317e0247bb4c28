"""Assets: the styles, the script and the images that pages load, joined and named by their content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from answerable.model.portal import Brand

TOKENS = "css/tokens.css"
STYLES = (TOKENS, "css/base.css", "css/parts.css", "css/print.css")
"""What every page loads."""
PICTURES = ("css/pictures.css",)
"""What pages with a picture load besides."""
PAPER = ("css/paper.css",)
"""What pages load besides that are made to be printed."""
_OURS = re.compile(r"--brand: #[0-9a-f]{6}")
_SPACE = re.compile(r'\s*([{};,])\s*|(?<=:)\s+(?!")')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def assets(
    static: Mapping[str, bytes], brand: Brand | None = None, *, search: bool = False
) -> tuple[dict[str, str], dict[str, bytes]]:
    """Names of the files by role (`style`, `script`, `icon`, `pictures`, `paper`, …) and the files.

    With `search` also `find`, the script of the search box.
    `static` holds the files of the static folder by their path below it; `brand` is the portal's
    own colour, which then stands in the tokens in place of ours.
    """
    if brand:
        colours = iter((brand.light, brand.dark))
        tokens = _OURS.sub(lambda _: f"--brand: {next(colours)}", static[TOKENS].decode(), count=2)
        static = {**static, TOKENS: tokens.encode()}
    script = b"".join(data for name, data in sorted(static.items()) if name.startswith("js/"))
    loaded = {
        "style": ("css", _joined(static, STYLES)),
        "pictures": ("css", _joined(static, PICTURES)),
        "paper": ("css", _joined(static, PAPER)),
        "find_style": ("css", _joined(static, ("search/find.css",))),
        "script": ("js", script),
        "icon": ("svg", static["images/favicon.svg"]),
    }
    if search:
        loaded["find"] = ("js", static["search/find.js"])
    names = {role: _named(role, suffix, data) for role, (suffix, data) in loaded.items()}
    files = {names[role]: data for role, (_, data) in loaded.items()}
    return names, files


def _joined(static: Mapping[str, bytes], names: tuple[str, ...]) -> bytes:
    """The files one after another, without comments and spaces that say nothing."""
    whole = _COMMENT.sub("", "".join(static[name].decode() for name in names))
    return _SPACE.sub(r"\1", whole).strip().encode()


def _named(role: str, suffix: str, data: bytes) -> str:
    return f"assets/{role}-{hashlib.sha256(data).hexdigest()[:10]}.{suffix}"
