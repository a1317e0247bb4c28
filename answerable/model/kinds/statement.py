"""Statements: a body's or person's own words in reply."""

from __future__ import annotations

from typing import Annotated, ClassVar

from answerable.model.field import BY, ActorRef, Day, Prose, Record, Subjects, Title
from answerable.model.spec import MINOR, Declared, Meaning, Voice


class Statement(Record):
    """A body's or person's own words in reply, unaltered."""

    kind_folder: ClassVar[str] = "statements"

    prose: Annotated[Prose, Declared(voice=Voice.PAPER, change=Meaning.OFFICIAL)] = ""
    """The words themselves, in Markdown; set by the loader."""
    title: Title | None = None
    """What it is called; left out where its words open it."""
    by: Annotated[ActorRef, BY, Declared(opens=True), MINOR]
    """Whose words they are."""
    on: Annotated[Day, Declared(opens=True, kept=True, dates="comes in"), MINOR]
    """The day of the words."""
    received: Annotated[Day | None, MINOR] = None
    """The day they reached us."""
    about: Subjects
    """What they answer."""
