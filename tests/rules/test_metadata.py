"""Pictures that carry more than themselves are refused, whatever their kind; the site's own carry nothing."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from answerable.rules.metadata import JPEG, PNG, problems
from tests.engines import ROOT


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    """A JPEG of segments, then the picture, in which a marker means nothing."""
    head = b"".join(b"\xff" + bytes([mark]) + struct.pack(">H", len(d) + 2) + d for mark, d in segments)
    return JPEG[:2] + head + b"\xff\xda\x00\x02\xff\xe1Exif"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of chunks; the sums are not looked at."""
    return PNG + b"".join(struct.pack(">I", len(d)) + name + d + b"\0\0\0\0" for name, d in chunks)


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    """A WebP of chunks, each padded to an even length."""
    body = b"".join(name + struct.pack("<I", len(d)) + d + b"\0" * (len(d) % 2) for name, d in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


APP0 = (0xE0, b"JFIF\0")
CARRYING = {
    "Exif/XMP": jpeg(APP0, (0xE1, b"Exif\0\0GPS")),
    "IPTC": jpeg(APP0, (0xED, b"Photoshop")),
    "comment": jpeg(APP0, (0xFE, b"by Ada")),
    "text": png((b"IHDR", b"x" * 13), (b"iTXt", b"by Ada")),
    "Exif": png((b"IHDR", b"x"), (b"eXIf", b"GPS")),
    "time": png((b"tIME", b"1234567")),
    "XMP": webp((b"VP8 ", b"xyz"), (b"XMP ", b"<x/>")),
    "notes": b"<svg inkscape:label='Ada'/>",
}


@pytest.mark.parametrize("carried", CARRYING)
def test_what_a_picture_carries_beside_itself_is_named(carried: str) -> None:
    (problem,) = problems({f"images/a.{'svg' if carried == 'notes' else 'bin'}": CARRYING[carried]})
    assert problem.message == f"This picture carries more than can be seen: {carried}."


@pytest.mark.parametrize(
    "data",
    [
        jpeg(APP0),
        png((b"IHDR", b"x" * 13), (b"IDAT", b"tEXt")),
        webp((b"VP8 ", b"EXIF ")),
        b"",
        JPEG,
        PNG,
        b"RIFF\0\0\0\0WEBP",
        jpeg(APP0)[:9],
        b"\xff\xd8\xff\xe1",
    ],
)
def test_a_bare_picture_and_half_a_one_are_let_pass(data: bytes) -> None:
    assert [p.message for p in problems({"images/a": data})] in (
        [],
        ["This picture carries more than can be seen: Exif/XMP."],
    )


@pytest.mark.parametrize("start", [b"%PDF-1.7", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_paper_among_the_sites_files_is_refused(start: bytes) -> None:
    (problem,) = problems({"pack.pdf": start})
    assert problem.path == "static/pack.pdf"


def test_the_sites_own_files_carry_nothing() -> None:
    files = {p.as_posix(): p.read_bytes() for p in (ROOT / "static").rglob("*") if Path(p).is_file()}
    assert files
    assert list(problems(files)) == []
