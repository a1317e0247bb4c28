"""The register grows: lines are put at its end, and the file is exchanged in one step."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from answerable.load.record import load
from answerable.load.sources import Sources
from answerable.model.register import HEADER, NAME, Line
from answerable.problem import CallError, ContentError
from answerable.rules import check
from answerable.rules.register import lacking


@dataclass(frozen=True, slots=True)
class Growth:
    """What came of it: how many lines were added, how many there are, whether anything is public at all."""

    added: int
    total: int
    launched: bool


def register(sources: Sources, content: Path) -> Growth:
    """Add to the register in the content folder what is public today and not yet in it.

    Raises ContentError where the content has problems, CallError where the file cannot be written;
    then nothing was written.
    """
    loaded = load(sources.settings, sources.content, sources.private)
    problems, warnings = check(loaded, sources)
    portal = loaded.portal
    if problems or portal is None:
        raise ContentError((*problems, *warnings))
    lines = lacking(portal, sources.today)
    if lines:
        before = sources.content[portal.sources[NAME].path] if NAME in portal.sources else b""
        write(content / NAME, grown(before, lines))
    return Growth(len(lines), len(portal.register) + len(lines), portal.settings.launched)


def grown(before: bytes, lines: Iterable[Line]) -> bytes:
    """The register's bytes with lines at its end; what it held stays as it is, byte for byte."""
    start = before or f"{HEADER}\n".encode()
    between = b"" if start.endswith(b"\n") else b"\n"
    return start + between + "".join(f"{line}\n" for line in lines).encode()


def write(file: Path, data: bytes) -> None:
    """Put a whole file in its place in one step; a run that is killed leaves the old one. Raises CallError.

    What a killed run leaves beside it is named as editors' leavings are, and is passed over.
    """
    beside = file.with_name(f"{file.name}.tmp")
    try:
        with beside.open("wb") as new:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        beside.replace(file)
    except OSError as error:
        raise CallError(f"{file} cannot be written: {error.strerror}.") from error
