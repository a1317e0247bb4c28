"""Words we do not use of people, or think about first: `words.yaml`, a list that an editor may change.

The rules are data; where they look and what they say is in check/words.py.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from answerable.model.field import Day, Part, Text


class WordRule(Part):
    """Words to avoid in our own voice, why, and what to write instead."""

    words: tuple[Text, ...]
    """The words or phrases, whole; small and capital letters are alike, and an added “s” is found too."""
    beside: tuple[Text, ...] = ()
    """Found only where one of these stands in the same sentence."""
    unless: tuple[Text, ...] = ()
    """Not found where one of these stands in the same sentence."""
    only_in: Literal["promises", "everything"] = "everything"
    """Where it holds: in everything that is ours, or only where it is told what somebody will do."""
    level: Literal["error", "warning"]
    """Whether it stops a build."""
    why: Text
    """Why the words are a fault, in a sentence."""
    instead: Text
    """What to write, in a sentence."""
    decided_by: Text
    """Who decided it: a role."""
    source: Text
    """What the decision rests on."""


class Allowed(Part):
    """One place where a rule does not hold, for a reason and for a time."""

    rule: Text
    """The rule's name."""
    in_: Text
    """The address of the record, or `site.yaml` or `statuses.yaml`."""
    text: Text
    """The very words of the record in which the rule's words stand."""
    why: Text
    """Why they may stand there."""
    by: Text
    """Who allowed it: a role."""
    until: Day
    """The last day on which it holds; somebody looks again then."""


class Words(Part):
    """The words to avoid, the exceptions, and letters that need no explaining."""

    rules: dict[str, WordRule] = Field(default_factory=dict)
    """Each rule under its name."""
    allow: tuple[Allowed, ...] = ()
    """Where a rule does not hold."""
    letters: tuple[Text, ...] = ()
    """Letters that everybody knows: no entry in the glossary is needed for them."""
