"""The register of public addresses, which only grows: lines are put at its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from answerable.load.record import load
from answerable.load.sources import Sources
from answerable.model.register import HEADER, NAME, Line
from answerable.problem import ContentError
from answerable.publish.file import replace_file
from answerable.rules import check
from answerable.rules.register import lacking


@dataclass(frozen=True, slots=True)
class Growth:
    """How many lines were added to the register, how many it has, whether anything is public at all."""

    added: int
    total: int
    launched: bool


def register(sources: Sources, content: Path) -> Growth:
    """Growth of the register in the content folder, by what is public today and not yet in it.

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
        replace_file(content / NAME, grown(before, lines))
    return Growth(len(lines), len(portal.register) + len(lines), portal.settings.launched)


def grown(before: bytes, lines: Iterable[Line]) -> bytes:
    """The register's bytes with lines at its end; what it held stays as it is, byte for byte."""
    start = before or f"{HEADER}\n".encode()
    between = b"" if start.endswith(b"\n") else b"\n"
    return start + between + "".join(f"{line}\n" for line in lines).encode()
