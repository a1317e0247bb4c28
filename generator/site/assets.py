"""The one style, the one script and the images: joined, named by their content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

STYLES = ("css/tokens.css", "css/base.css", "css/parts.css", "css/pictures.css", "css/print.css")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def assets(static: Mapping[str, bytes], search: bool = False) -> tuple[dict[str, str], dict[str, bytes]]:
    """Give the files' names by role (`style`, `script`, `icon`, `find_style`) and the files themselves.

    With `search` also `find`, the script of the search box.
    `static` holds the files of the static folder by their path below it.
    """
    script = b"".join(data for name, data in sorted(static.items()) if name.startswith("js/"))
    made = {
        "style": ("css", _lean(static, *STYLES)),
        "find_style": ("css", _lean(static, "search/find.css")),
        "script": ("js", script),
        "icon": ("svg", static["images/favicon.svg"]),
    }
    if search:
        made["find"] = ("js", static["search/find.js"])
    names = {role: _named(role, suffix, data) for role, (suffix, data) in made.items()}
    files = {names[role]: data for role, (_, data) in made.items()}
    return names, files


def _lean(static: Mapping[str, bytes], *sheets: str) -> bytes:
    """Style sheets joined, without their comments and the space before their lines."""
    style = "".join(static[name].decode() for name in sheets)
    lines = (line.strip() for line in _COMMENT.sub("", style).splitlines())
    return "".join(f"{line}\n" for line in lines if line).encode()


def _named(role: str, suffix: str, data: bytes) -> str:
    return f"assets/{role}-{hashlib.sha256(data).hexdigest()[:10]}.{suffix}"
