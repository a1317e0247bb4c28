"""Counts of a series: how many of its items or asks stand where, in a sentence and as a bar."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.linked import Linked
from generator.derive.standing import count
from generator.record.series import Series


@dataclass(frozen=True, slots=True)
class Share:
    """How many stand at one word."""

    number: int
    words: str
    shape: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A sentence of counts, and the same as shares of a whole."""

    sentence: str
    parts: tuple[Share, ...]


def targets(linked: Linked, series: Series) -> list[str]:
    """Give what of a series can stand somewhere: its asks, or the items that are not divided into asks."""
    found: list[str] = []
    for item in linked.portal.items(series):
        found += linked.asks_of(item) or [item.address]
    return found


def axis_of(series: Series) -> str:
    """Give the axis a series is counted on: what was asked is replied to, what was decided is done."""
    return "reply" if series.force in ("asked to consider", "suggested") else "progress"


def tally(linked: Linked, series: Series) -> Tally | None:
    """Give the counts of a series; None for a quoted one, which nobody answers."""
    everything = targets(linked, series)
    if series.force == "quoted" or not everything:
        return None
    axis = axis_of(series)
    counts = count(everything, linked.standing, axis)
    words = linked.portal.vocabulary.axis(axis)
    shares = [
        Share(counts[word_id], word.word, word.shape) for word_id, word in words.items() if counts.get(word_id)
    ]
    if counts.get(""):
        default = linked.portal.vocabulary.default(axis)
        shares.append(Share(counts[""], default.word[0].lower() + default.word[1:], default.shape))
    divided = any(item.asks for item in linked.portal.items(series))
    noun = "asks" if divided else series.many
    said = ", ".join(f"{share.number} {share.words}" if "," not in share.words else f"{share.number} “{share.words}”" for share in shares)
    return Tally(f"Of {len(everything)} {noun}: {said}.", tuple(shares))
