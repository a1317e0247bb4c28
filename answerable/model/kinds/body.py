"""Bodies: councils, boards, panels, services and other public bodies."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal

from answerable.i18n import Message, gettext
from answerable.model.field import (
    BODY,
    Basis,
    BodyRef,
    Cites,
    Date,
    Detail,
    Ours,
    Part,
    Printed,
    Record,
    Summary,
    Text,
    Title,
)
from answerable.model.spec import MINOR, Back, Declared, Meaning, Voice


class PrintedName(Part):
    """A name as some paper prints it."""

    name: Title
    """The name as printed."""
    cites: Cites
    """Where it is written."""


class Predecessor(Part):
    """Which body stood here before."""

    body: Annotated[BodyRef, BODY, MINOR]
    """The earlier body."""
    change: Annotated[Literal["renamed", "succeeded"], Declared(choices="how a body changed"), MINOR]
    """Whether it was only renamed, or another body followed it."""
    on: Date
    """When."""
    basis: Basis
    """Whether the source says so, or we do."""
    why: Ours | None = None
    """Needed where it is presumed."""
    cites: Cites = ()
    """Where it is written."""


class UnnamedRole(Part):
    """An office whose holder is not named here."""

    role: Printed
    """The office."""
    says: Annotated[Ours | None, Declared(heading=True)] = None
    """What papers show of it."""
    cites: Cites = ()
    """Where it is written."""


GOVERNMENT: Final = frozenset(
    {"cabinet", "council", "councils", "directorate", "government", "inspectorate", "inspectorates", "police"}
)
"""Words in a body's kind by which it is part of the state."""
PROJECTS: Final = frozenset({"campaign", "operation", "project"})
"""Words by which it is no body, but something that bodies do."""


class Body(Record):
    """A council, board, panel, service, partnership, operation or other public body."""

    kind_folder: ClassVar[str] = "bodies"
    template: ClassVar[str] = "body"
    schema_type: ClassVar[str] = "Organization"
    followed: ClassVar[Message | None] = gettext(
        "What it makes, says and decides, and what moves whatever falls on it."
    )

    name: Title
    """Its full name."""
    short: Annotated[
        Text | None,
        Declared(
            label="Short name", name=True, schema="alternateName", voice=Voice.PAPER, change=Meaning.TITLE
        ),
    ] = None
    """The letters or short name by which papers call it."""
    label: Annotated[Printed | None, Declared(label="Its word on badges")] = None
    """The word before the colon on a badge when this body speaks."""
    kind: Detail
    """What sort of body, in a few words; `operation` for operations, campaigns and projects."""
    summary: Summary | None = None
    """What it is, in our words."""
    parent: Annotated[
        BodyRef | None,
        Declared(label="Part of", back=Back("Bodies beneath it", 8), schema="parentOrganization"),
        MINOR,
    ] = None
    """The body it is part of."""
    stands: Annotated[Ours | None, Declared(label="Where it stands")] = None
    """Its place among the others, where the papers give more than one parent."""
    from_: Annotated[Date | None, Declared(schema="foundingDate")] = None
    """The day it began, as far as papers show."""
    to: Annotated[Date | None, Declared(schema="dissolutionDate")] = None
    """The day it ended, as far as papers show."""
    seen: Annotated[Ours | None, Declared(label="Seen in papers of")] = None
    """The years in which the papers show it."""
    predecessors: Annotated[
        tuple[Predecessor, ...], Declared(label="What stood here before", called="forerunner"), MINOR
    ] = ()
    """Which bodies stood here before it."""
    printed_as: Annotated[
        tuple[PrintedName, ...],
        Declared(label="Also printed as", called="printed name", schema="alternateName"),
        MINOR,
    ] = ()
    """Other forms in which papers print the name."""
    roles: Annotated[tuple[UnnamedRole, ...], Declared(called="role", change=Meaning.ROLE)] = ()
    """Offices in it whose holders are not named here."""

    @property
    def described_as(self) -> str:
        """Organization, of the state or another, or a project; nothing where the papers only plan it."""
        words = set(self.kind.lower().split())
        if "planned" in words:
            return ""
        if words & PROJECTS:
            return "Project"
        return "GovernmentOrganization" if words & GOVERNMENT else self.schema_type
