"""Terms: words and sets of letters, and what the papers mean by them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from answerable.model.field import Detail, Ours, Printed, Record, Subjects, Title, YesNo
from answerable.model.spec import MINOR, Declared


class Term(Record):
    """A word or set of letters, and what the papers mean by it."""

    kind_folder: ClassVar[str] = "terms"

    title: Title
    """The word or letters."""
    expansions: Annotated[tuple[Printed, ...], Declared(name=True)] = ()
    """As the papers expand it; empty where none does."""
    means: Ours | None = None
    """What the papers mean by it, in our words."""
    also: Annotated[tuple[Printed, ...], Declared(name=True)] = ()
    """Other words and misprints for the same thing."""
    in_source_glossary: Detail | None = None
    """Whether the papers' own glossary has it, and how."""
    everyday: Annotated[YesNo, Declared(framed=True), MINOR] = False
    """Whether it is an everyday word too; pages then do not mark it where they use it."""
    note: Ours | None = None
    """What a reader should know besides."""
    about: Subjects = ()
    """What it speaks of."""
