"""Where two bodies hold different views of one thing: both, side by side, in words."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph.events import apart
from answerable.graph.graph import Graph
from answerable.graph.values import Card
from answerable.i18n import gettext, sentences


@dataclass(frozen=True, slots=True)
class Apart:
    """One thing of which bodies hold different views, and what each says."""

    card: Card
    words: str


def views_apart(graph: Graph, target: str) -> str:
    """Give what each body says of a thing where they differ: `Board says: shown done. …`; else nothing."""
    names = graph.portal.records
    said = []
    for setting in apart(graph.standing.get(target, ())):
        who, word = names[setting.speaker].heading, setting.word.word
        if setting.by == setting.speaker:
            said.append(gettext("{who} says: {word}.", who=who, word=word))
        else:
            said.append(
                gettext(
                    "{who}, speaking of {body}, says: {word}.",
                    who=who,
                    body=names[setting.by].heading,
                    word=word,
                )
            )
    return sentences(*said)


def everything_apart(graph: Graph) -> tuple[Apart, ...]:
    """Give all things of which bodies hold different views, in the order of their addresses."""
    found = ((target, views_apart(graph, target)) for target in sorted(graph.standing))
    return tuple(Apart(graph.card(target), words) for target, words in found if words)
