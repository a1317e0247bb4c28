"""What the words on badges mean, axis by axis: what each needs, whether it closes, who may set it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.linked import Linked
from generator.record.standings import AXES, Word
from generator.words import commas, gettext


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word on badges: its anchor, its shape, what it means, what proof it needs."""

    id: str
    word: str
    shape: str
    means: str
    needs: str
    default: bool
    closes: bool
    unsigned: str
    """The word it becomes where somebody who may not sign it off says it; empty where it stays."""


@dataclass(frozen=True, slots=True)
class StatusesView:
    """What the words on the badges mean, axis by axis."""

    axes: tuple[tuple[str, str, tuple[Meaning, ...]], ...]


ABOUT_AXES = {
    "reply": gettext("What the body that was asked, or a reviewer, said."),
    "progress": gettext("What papers show to have happened."),
    "check": gettext("What somebody other than the owner found."),
}
NEEDS = {
    "by": gettext("who says so"),
    "cites": gettext("where it is written"),
    "because": gettext("the item that takes it up"),
    "reported_by": gettext("who reports it"),
    "checker-is-not-owner": gettext("a checker who is not the owner"),
    "by-owner": gettext("that it is the view of whom it falls on"),
}


def statuses(linked: Linked) -> StatusesView:
    """Give the words on badges with their meanings."""
    axes = []
    for axis in AXES:
        meanings = tuple(
            Meaning(f"{axis}-{word_id}", word.word, word.shape, word.means,
                    commas(NEEDS[need] for need in word.needs), word.default, word.closes,
                    _unsigned(linked, word))
            for word_id, word in linked.portal.vocabulary.axis(axis).items()
        )  # fmt: skip
        axes.append((axis, ABOUT_AXES[axis], meanings))
    return StatusesView(tuple(axes))


def _unsigned(linked: Linked, word: Word) -> str:
    return linked.portal.vocabulary.progress[word.unsigned].word if word.unsigned else ""
