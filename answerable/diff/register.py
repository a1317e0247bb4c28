"""The register of two portals → what was added to it, and each line that was there and is no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from answerable.diff.change import Change, Kind
from answerable.model.date import day_in_words
from answerable.model.portal import Portal
from answerable.model.register import NAME, Line

BACK = "The register only grows: put the line back"


def registered(old: Portal, new: Portal) -> Iterator[Change]:
    """One change for all the lines that were added, and one for each line that is gone or altered."""
    held, kept = set(old.register), set(new.register)
    added = {(line.address, line.state): line for line in new.register if line not in held}
    for line in old.register:
        if line not in kept:
            yield _gone(line, added.pop((line.address, line.state), None))
    if added:
        lines = tuple(added.values())
        yield Change(Kind.REGISTER, NAME, "", "", f"{len(lines)}", _added(lines, old.register))


def _gone(line: Line, instead: Line | None) -> Change:
    if instead:
        was, now = day_in_words(line.day), day_in_words(instead.day)
        said = f"“{line.address}” was {line.state} from {was}, and the day was altered to {now}. {BACK}."
        return Change(Kind.REGISTER, NAME, line.address, str(line), str(instead), said)
    said = f"“{line.address}”, {line.state} from {day_in_words(line.day)}, is no longer in it. {BACK}."
    return Change(Kind.REGISTER, NAME, line.address, str(line), "", said)


def _added(lines: Sequence[Line], before: Sequence[Line]) -> str:
    """How many were added; a merge of two branches may put some above the last line that was there."""
    said = "1 line was added to it." if len(lines) == 1 else f"{len(lines)} lines were added to it."
    inside = sum(1 for line in lines if before and line.day < before[-1].day)
    if inside:
        said += f" Of an earlier day than its last line was: {inside}."
    return said
