"""Who asks, answers and decides: bodies, and people in public roles."""

from __future__ import annotations

from typing import ClassVar, Literal

from answerable.model.field import Basis, BodyRef, Citation, Date, Part, PersonRef, Record, Text


class PrintedName(Part):
    """A name as some paper prints it."""

    name: Text
    """The name as printed."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Predecessor(Part):
    """Which body stood here before."""

    body: BodyRef
    """The earlier body."""
    change: Literal["renamed", "succeeded"]
    """Whether it was only renamed, or another body followed it."""
    on: Date
    """When."""
    basis: Basis
    """Whether the source says so, or we do."""
    why: Text | None = None
    """Needed where it is presumed."""
    cites: tuple[Citation, ...] = ()
    """Where it is written."""


class UnnamedRole(Part):
    """An office whose holder is not named here."""

    role: Text
    """The office."""
    says: Text | None = None
    """What papers show of it."""
    cites: tuple[Citation, ...] = ()
    """Where it is written."""


class Body(Record):
    """A council, board, panel, service, partnership, operation or other public body."""

    kind_folder: ClassVar[str] = "bodies"

    name: Text
    """Its full name."""
    short: Text | None = None
    """The letters or short name by which papers call it."""
    label: Text | None = None
    """The word before the colon on a badge when this body speaks."""
    kind: Text
    """What sort of body, in a few words; `operation` for operations, campaigns and projects."""
    summary: Text | None = None
    """What it is, in our words."""
    parent: BodyRef | None = None
    """The body it is part of."""
    stands: Text | None = None
    """Its place among the others, where the papers give more than one parent."""
    from_: Date | None = None
    """The day it began, as far as papers show."""
    to: Date | None = None
    """The day it ended, as far as papers show."""
    seen: Text | None = None
    """The years in which the papers show it."""
    predecessors: tuple[Predecessor, ...] = ()
    """Which bodies stood here before it."""
    printed_as: tuple[PrintedName, ...] = ()
    """Other forms in which papers print the name."""
    roles: tuple[UnnamedRole, ...] = ()
    """Offices in it whose holders are not named here."""


class Role(Part):
    """A public role a person held."""

    role: Text
    """The office, as printed."""
    body: BodyRef | None = None
    """The body it is in."""
    seen: Date | None = None
    """When a paper shows the person in it."""
    from_: Date | None = None
    """The day it began, as far as papers show."""
    to: Date | None = None
    """The day it ended, as far as papers show."""
    cites: tuple[Citation, ...] = ()
    """Where it is written."""


class NotShownSame(Part):
    """Somebody of a like name whom no paper shows to be the same person."""

    person: PersonRef
    """The other person."""
    why: Text
    """What the papers give, and do not give."""


class Person(Record):
    """A named holder of a public role; everybody else appears by role only."""

    kind_folder: ClassVar[str] = "people"

    name: Text
    """As printed."""
    why_named: Literal[
        "elected", "chair", "reviewer", "chief officer", "statutory officer", "spoke for a body"
    ]
    """Why the person is named here at all."""
    summary: Text | None = None
    """What the papers show of the person in the role."""
    roles: tuple[Role, ...]
    """The public roles held, as papers show them."""
    printed_as: tuple[PrintedName, ...] = ()
    """Other forms in which papers print the name."""
    not_shown_same_as: tuple[NotShownSame, ...] = ()
    """Others of a like name."""
