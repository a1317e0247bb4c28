"""Offline site, opened as files without a server: a link names the page's file, as a folder shows none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

INDEX: Final = b"index.html"
_BEFORE = rb'(<a\b[^>]*?\shref="|http-equiv="refresh" content="0; url=)'
_LINK = re.compile(_BEFORE + rb'([^"#?:]*/)(?=["#])')


def without_server(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Site with each link to a folder leading to the page in it: `x/#a` → `x/index.html#a`."""
    return {
        path: _LINK.sub(rb"\1\2" + INDEX, data) if path.endswith(".html") else data
        for path, data in files.items()
    }
