"""The small values that pages show of their neighbours: cards, badges, citations, entries of a timeline.

A view holds the whole of its subject and only these of everything else.
"""

from __future__ import annotations

from dataclasses import dataclass

from answerable.model.address import href
from answerable.model.date import When


@dataclass(frozen=True, slots=True)
class Badge:
    """A standing in words: `Review: no comment`."""

    track: str
    voice: str
    word: str
    shape: str
    tone: str
    means: str
    """What the word says, in a sentence."""
    misleads: bool
    """Whether the word alone could be taken for something else, so that the sentence stands beside it."""
    limits: str = ""
    """That it is so in part, or came after the date due; stands beside it everywhere."""


@dataclass(frozen=True, slots=True)
class Card:
    """The public face of a record or of a part of one."""

    kind: str
    """What it is, in a word: point, meeting, ask."""
    title: str
    address: str
    """Its reference: `motions/2021-11-10/09`, `reviews/2022-05-12/2#a`."""
    label: str = ""
    """What it is called in its series: `Point 9`, `Recommendation 2, ask a`."""
    force: str = ""
    """How firm it is, in words beside the title."""
    badges: tuple[Badge, ...] = ()
    count: str = ""
    """What its asks come to: `4 of 6 taken up`."""
    when: When | None = None
    summary: str = ""

    @property
    def href(self) -> str:
        """Where it is below the root of the site."""
        return href(self.address)


@dataclass(frozen=True, slots=True)
class Cite:
    """Where something is written."""

    document: str
    place: str
    phrase: str
    href: str
    """The document's page here, at the place."""
    official: str
    """The official copy's address; empty where none is known."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with words or cards."""

    label: str
    value: str = ""
    cards: tuple[Card, ...] = ()
    when: When | None = None
    note: str = ""
    cites: tuple[Cite, ...] = ()
    printed: bool = False
    """Whether the value is a name or a phrase as papers print it, not words of ours."""


@dataclass(frozen=True, slots=True)
class Way:
    """Pages that speak of this page's subject, under one heading."""

    label: str
    cards: tuple[Card, ...]
