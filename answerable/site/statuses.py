"""What the words on badges mean, axis by axis: what each needs, whether it closes, who may set it."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph.graph import Graph
from answerable.i18n import commas, gettext
from answerable.model.status import TRACKS, Word


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
    "adopted_by": gettext("the item that takes it up"),
    "reported_by": gettext("who reports it"),
    "checker-is-not-owner": gettext("a checker who is not the owner"),
    "by-owner": gettext("that it is the view of whom it falls on"),
}


def statuses(graph: Graph) -> StatusesView:
    """Give the words on badges with their meanings."""
    axes = []
    for track in TRACKS:
        meanings = tuple(
            Meaning(
                f"{track}-{word_id}",
                word.word,
                word.shape,
                word.means,
                commas(NEEDS[need] for need in word.needs),
                word.default,
                word.final,
                _unsigned(graph, word),
            )
            for word_id, word in graph.portal.vocabulary.track(track).items()
        )
        axes.append((track, ABOUT_AXES[track], meanings))
    return StatusesView(tuple(axes))


def _unsigned(graph: Graph, word: Word) -> str:
    return graph.portal.vocabulary.progress[word.unsigned].word if word.unsigned else ""
