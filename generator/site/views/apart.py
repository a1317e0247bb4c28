"""Where two bodies hold different views of one thing: both, side by side, in words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.linked import Linked
from generator.derive.standing import apart
from generator.derive.values import Card
from generator.words import gettext, sentences


@dataclass(frozen=True, slots=True)
class Apart:
    """One thing of which bodies hold different views, and what each says."""

    card: Card
    words: str


def views_apart(linked: Linked, target: str) -> str:
    """Give what each body says of a thing where they differ: `Board says: shown done. …`; else nothing."""
    names = linked.portal.records
    said = []
    for setting in apart(linked.standing.get(target, ())):
        who, word = names[setting.speaker].heading, setting.word.word
        if setting.by == setting.speaker:
            said.append(gettext("{who} says: {word}.", who=who, word=word))
        else:
            said.append(gettext("{who}, speaking of {body}, says: {word}.", who=who,
                                body=names[setting.by].heading, word=word))  # fmt: skip
    return sentences(*said)


def everything_apart(linked: Linked) -> tuple[Apart, ...]:
    """Give all things of which bodies hold different views, in the order of their addresses."""
    found = ((target, views_apart(linked, target)) for target in sorted(linked.standing))
    return tuple(Apart(linked.card(target), words) for target, words in found if words)
