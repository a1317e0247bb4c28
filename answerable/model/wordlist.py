"""Words we do not use of people, or think about first: `words.yaml`, a list that an editor may change.

The rules are data; where they look and what they say is in rules/words.py.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from answerable.model.field import Day, Detail, EditorsNote, Ours, Part


class WordRule(Part):
    """Words to avoid in our own voice, why, and what to write instead."""

    words: tuple[Detail, ...]
    """The words or phrases, whole; small and capital letters are alike, and an added “s” is found too."""
    beside: tuple[Detail, ...] = ()
    """Found only where one of these stands in the same sentence."""
    unless: tuple[Detail, ...] = ()
    """Not found where one of these stands in the same sentence."""
    only_in: Literal["promises", "everything"] = "everything"
    """Where it holds: in everything that is ours, or only where it is told what somebody will do."""
    level: Literal["error", "warning"]
    """Whether it stops a build."""
    why: Ours
    """Why the words are a fault, in a sentence."""
    instead: Detail
    """What to write, in a sentence."""
    decided_by: Detail
    """Who decided it: a role."""
    source: Detail
    """What the decision rests on."""


class Allowed(Part):
    """One place where a rule does not hold, for a reason and for a time."""

    rule: Detail
    """The rule's name."""
    in_: Detail
    """The address of the record, or `site.yaml` or `statuses.yaml`."""
    text: Detail
    """The very words of the record in which the rule's words stand."""
    why: Ours
    """Why they may stand there."""
    by: Detail
    """Who allowed it: a role."""
    until: Day
    """The last day on which it holds; somebody looks again then."""


class Words(Part):
    """The words to avoid, the exceptions, and letters that need no explaining."""

    editors_note: EditorsNote = None
    """A note among those who publish; no page or table shows it."""
    rules: dict[str, WordRule] = Field(default_factory=dict)
    """Each rule under its name."""
    allow: tuple[Allowed, ...] = ()
    """Where a rule does not hold."""
    letters: tuple[Detail, ...] = ()
    """Letters that everybody knows: no entry in the glossary is needed for them."""
