"""The one style, the one script and the images: joined, named by their content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from generator.record.portal import Brand

TOKENS = "css/tokens.css"
STYLES = (TOKENS, "css/base.css", "css/parts.css", "css/pictures.css", "css/print.css")
_OURS = re.compile(r"--brand: #[0-9a-f]{6}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def assets(
    static: Mapping[str, bytes], brand: Brand | None = None
) -> tuple[dict[str, str], dict[str, bytes]]:
    """Give the files' names by role (`style`, `script`, `icon`) and the files themselves.

    `static` holds the files of the static folder by their path below it; `brand` is the portal's
    own colour, which then stands in the tokens in place of ours.
    """
    styles = {name: static[name].decode() for name in STYLES}
    if brand:
        own = iter((brand.light, brand.dark))
        styles[TOKENS] = _OURS.sub(lambda _: f"--brand: {next(own)}", styles[TOKENS], count=2)
    style = "".join(styles.values())
    lean = "\n".join(line.strip() for line in _COMMENT.sub("", style).splitlines() if line.strip())
    script = b"".join(data for name, data in sorted(static.items()) if name.startswith("js/"))
    made = {
        "style": ("css", lean.encode() + b"\n"),
        "script": ("js", script),
        "icon": ("svg", static["images/favicon.svg"]),
    }
    names = {role: _named(role, suffix, data) for role, (suffix, data) in made.items()}
    files = {names[role]: data for role, (_, data) in made.items()}
    return names, files


def _named(role: str, suffix: str, data: bytes) -> str:
    return f"assets/{role}-{hashlib.sha256(data).hexdigest()[:10]}.{suffix}"
