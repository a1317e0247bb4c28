"""What pictures and papers among the site's own files carry that nobody sees: where, when and by whom made.

Only `static/` can hold such files: the content folder takes nothing but records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from answerable.problem import Problem

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_TOLD_IN_JPEG: Final = {0xE1: "Exif/XMP", 0xED: "IPTC", 0xFE: "comment"}
"""Segments by their marker: JPEG (ITU-T T.81, table B.1); APP1 and APP13 by custom."""
_TOLD_IN_PNG: Final = {b"tEXt": "text", b"zTXt": "text", b"iTXt": "text", b"eXIf": "Exif", b"tIME": "time"}
_TOLD_IN_WEBP: Final = {b"EXIF": "Exif", b"XMP ": "XMP"}
_TOLD_IN_SVG: Final = {b"<metadata": "metadata", b"<!--": "comment", b"inkscape:": "notes"}
_PAPERS: Final = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How PDF, newer and older office files begin."""


def problems(static: Mapping[str, bytes]) -> Iterator[Problem]:
    """No picture carries anything beside itself, and no paper lies among the site's files."""
    for name, data in static.items():
        if data.startswith(_PAPERS):
            message = "Papers carry names, earlier versions and words beneath black boxes."
            yield Problem(f"static/{name}", 1, 1, message, "Take it away; lead to where its owner keeps it.")
        elif carried := sorted(set(_carried(name, data))):
            message = f"This picture carries more than can be seen: {', '.join(carried)}."
            yield Problem(f"static/{name}", 1, 1, message, "Save a copy without it, and put that here.")


def _carried(name: str, data: bytes) -> Iterator[str]:
    if data.startswith(JPEG):
        yield from _in_jpeg(data)
    elif data.startswith(PNG):
        yield from _in_png(data)
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        yield from _in_webp(data)
    elif name.endswith(".svg"):
        yield from (told for mark, told in _TOLD_IN_SVG.items() if mark in data)


def _in_jpeg(data: bytes) -> Iterator[str]:
    """Each segment up to the picture itself, which begins with marker DA."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        if data[at + 1] in _TOLD_IN_JPEG:
            yield _TOLD_IN_JPEG[data[at + 1]]
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")


def _in_png(data: bytes) -> Iterator[str]:
    """Each chunk: length, name, data, sum."""
    at = len(PNG)
    while at + 8 <= len(data):
        if data[at + 4 : at + 8] in _TOLD_IN_PNG:
            yield _TOLD_IN_PNG[data[at + 4 : at + 8]]
        at += 12 + int.from_bytes(data[at : at + 4], "big")


def _in_webp(data: bytes) -> Iterator[str]:
    """Each chunk: name, length, data padded to an even length."""
    at = 12
    while at + 8 <= len(data):
        if data[at : at + 4] in _TOLD_IN_WEBP:
            yield _TOLD_IN_WEBP[data[at : at + 4]]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
