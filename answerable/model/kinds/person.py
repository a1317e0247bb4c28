"""People: named holders of public roles."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from answerable.model.field import (
    BODY,
    BodyRef,
    Cites,
    Date,
    Ours,
    Part,
    PersonRef,
    Printed,
    Record,
    Summary,
    Title,
)
from answerable.model.kinds.body import PrintedName
from answerable.model.spec import MINOR, Back, Declared, Meaning


class Role(Part):
    """A public role a person held."""

    role: Printed
    """The office, as printed."""
    body: Annotated[BodyRef | None, BODY, MINOR] = None
    """The body it is in."""
    seen: Annotated[Date | None, Declared(label="Seen in papers of")] = None
    """When a paper shows the person in it."""
    from_: Date | None = None
    """The day it began, as far as papers show."""
    to: Date | None = None
    """The day it ended, as far as papers show."""
    cites: Cites = ()
    """Where it is written."""


class NotShownSame(Part):
    """Somebody of a like name whom no paper shows to be the same person."""

    person: Annotated[PersonRef, Declared(back=Back("Not shown to be the same person", 10)), MINOR]
    """The other person."""
    why: Ours
    """What the papers give, and do not give."""


class Person(Record):
    """A named holder of a public role; everybody else appears by role only."""

    kind_folder: ClassVar[str] = "people"
    schema_type: ClassVar[str] = "Person"

    name: Title
    """As printed."""
    why_named: Annotated[
        Literal["elected", "chair", "reviewer", "chief officer", "statutory officer", "spoke for a body"],
        Declared(label="Named because", choices="why a person is named"),
        MINOR,
    ]
    """Why the person is named here at all."""
    summary: Summary | None = None
    """What the papers show of the person in the role."""
    roles: Annotated[tuple[Role, ...], Declared(called="role", change=Meaning.ROLE)]
    """The public roles held, as papers show them."""
    printed_as: Annotated[
        tuple[PrintedName, ...], Declared(label="Also printed as", called="printed name"), MINOR
    ] = ()
    """Other forms in which papers print the name."""
    not_shown_same_as: Annotated[
        tuple[NotShownSame, ...],
        Declared(label="Not shown to be the same person as", called="person not shown to be the same"),
        MINOR,
    ] = ()
    """Others of a like name."""

    @property
    def described_as(self) -> str:
        """Nothing: people are named for a role, and no easier to find than the role asks."""
        return ""
