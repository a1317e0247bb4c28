"""Metadata in the site's own pictures and papers, which nobody sees: where, when and by whom they were made.

Only `static/` can hold such files: the content folder takes nothing but records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from answerable.problem import Problem

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_IN_JPEG: Final = {0xE1: "Exif/XMP", 0xED: "IPTC", 0xFE: "comment"}
"""Segments by their marker: JPEG (ITU-T T.81, table B.1); APP1 and APP13 by custom."""
_IN_PNG: Final = {b"tEXt": "text", b"zTXt": "text", b"iTXt": "text", b"eXIf": "Exif", b"tIME": "time"}
_IN_WEBP: Final = {b"EXIF": "Exif", b"XMP ": "XMP"}
_IN_SVG: Final = {b"<metadata": "metadata", b"<!--": "comment", b"inkscape:": "notes"}
_PAPERS: Final = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How PDF, newer and older office files begin."""


def problems(static: Mapping[str, bytes]) -> Iterator[Problem]:
    """Pictures that carry anything beside themselves, and papers among the site's files."""
    for name, data in static.items():
        if data.startswith(_PAPERS):
            message = "Papers carry names, earlier versions and words beneath black boxes."
            yield Problem(f"static/{name}", 1, 1, message, "Take it away; lead to where its owner keeps it.")
        elif carried := sorted(set(_carried(name, data))):
            message = f"This picture carries more than can be seen: {', '.join(carried)}."
            yield Problem(f"static/{name}", 1, 1, message, "Save a copy without it, and put that here.")


def _carried(name: str, data: bytes) -> Iterator[str]:
    if data.startswith(JPEG):
        yield from _jpeg_segments(data)
    elif data.startswith(PNG):
        yield from _png_chunks(data)
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        yield from _webp_chunks(data)
    elif name.endswith(".svg"):
        yield from (label for mark, label in _IN_SVG.items() if mark in data)


def _jpeg_segments(data: bytes) -> Iterator[str]:
    """Each segment up to the picture itself, which begins with marker DA."""
    offset = 2
    while offset + 4 <= len(data) and data[offset] == 0xFF and data[offset + 1] != 0xDA:
        if data[offset + 1] in _IN_JPEG:
            yield _IN_JPEG[data[offset + 1]]
        offset += 2 + int.from_bytes(data[offset + 2 : offset + 4], "big")


def _png_chunks(data: bytes) -> Iterator[str]:
    """Each chunk: length, name, data, sum."""
    offset = len(PNG)
    while offset + 8 <= len(data):
        if data[offset + 4 : offset + 8] in _IN_PNG:
            yield _IN_PNG[data[offset + 4 : offset + 8]]
        offset += 12 + int.from_bytes(data[offset : offset + 4], "big")


def _webp_chunks(data: bytes) -> Iterator[str]:
    """Each chunk: name, length, data padded to an even length."""
    offset = 12
    while offset + 8 <= len(data):
        if data[offset : offset + 4] in _IN_WEBP:
            yield _IN_WEBP[data[offset : offset + 4]]
        size = int.from_bytes(data[offset + 4 : offset + 8], "little")
        offset += 8 + size + size % 2
