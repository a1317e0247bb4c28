"""Searches: whose papers were looked through, when and by whom."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from answerable.model.field import BODY, AnyRef, BodyRef, Date, Day, Detail, Ours, Part, Record
from answerable.model.spec import MINOR, Back, Declared, Voice


class NotRead(Part):
    """A paper said to exist that nobody here has opened."""

    address: Annotated[Detail, Declared(framed=True, voice=Voice.CODE)]
    """Where it is said to be."""
    what: Annotated[Ours, Declared(heading=True)]
    """What it is said to be."""


class Searched(Record):
    """Whose papers of which kind were looked through, from when to when, on which day, by whom."""

    kind_folder: ClassVar[str] = "searched"

    body: Annotated[BodyRef, BODY, MINOR]
    """Whose papers."""
    papers: Annotated[Detail, Declared(kept=True, heading=True)]
    """Which papers, in words."""
    from_: Date
    """The first day of the papers meant."""
    to: Date
    """The last day of the papers meant."""
    looked_on: Annotated[Day | Literal["none"], Declared(none="nobody has looked through them"), MINOR]
    """`none`: nobody has looked through the series."""
    looked_by: Detail
    """Who looked, by role; `nobody` where nobody has."""
    held: Annotated[tuple[AnyRef, ...], Declared(back=Back("Where we have looked", 28)), MINOR] = ()
    """What of the series is held."""
    not_read: Annotated[tuple[NotRead, ...], Declared(called="paper not read"), MINOR] = ()
    """What is said to exist, and was not read."""
    note: Ours | None = None
    """What a reader should know besides."""
