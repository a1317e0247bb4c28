"""Who asks, answers and decides: bodies, and people in public roles."""

from __future__ import annotations

from typing import ClassVar, Literal

from generator.record.fields import Basis, BodyRef, Citation, Date, Part, PersonRef, Record, Text


class PrintedName(Part):
    """A name as some paper prints it."""

    name: Text
    cites: tuple[Citation, ...]


class Before(Part):
    """Which body stood here before."""

    body: BodyRef
    change: Literal["renamed", "succeeded"]
    on: Date
    basis: Basis
    why: Text | None = None
    """Needed where it is presumed."""
    cites: tuple[Citation, ...] = ()


class UnnamedRole(Part):
    """An office whose holder is not named here."""

    role: Text
    says: Text | None = None
    cites: tuple[Citation, ...] = ()


class Body(Record):
    """A council, board, panel, service, partnership, operation or other public body."""

    kind_folder: ClassVar[str] = "bodies"

    name: Text
    short: Text | None = None
    """The letters or short name by which papers call it."""
    voice: Text | None = None
    """The word before the colon on a badge when this body speaks."""
    kind: Text
    """What sort of body, in a few words; `operation` for operations, campaigns and projects."""
    summary: Text | None = None
    """What it is, in our words."""
    parent: BodyRef | None = None
    stands: Text | None = None
    """Its place among the others, where the papers give more than one parent."""
    from_: Date | None = None
    to: Date | None = None
    seen: Text | None = None
    """The years in which the papers show it."""
    before: tuple[Before, ...] = ()
    printed_as: tuple[PrintedName, ...] = ()
    roles: tuple[UnnamedRole, ...] = ()
    """Offices in it whose holders are not named here."""


class Role(Part):
    """A public role a person held."""

    role: Text
    body: BodyRef | None = None
    seen: Date | None = None
    """When a paper shows the person in it."""
    from_: Date | None = None
    to: Date | None = None
    cites: tuple[Citation, ...] = ()


class NotShownSame(Part):
    """Somebody of a like name whom no paper shows to be the same person."""

    person: PersonRef
    why: Text


class Person(Record):
    """A named holder of a public role; everybody else appears by role only."""

    kind_folder: ClassVar[str] = "people"

    name: Text
    """As printed."""
    why_named: Literal[
        "elected", "chair", "reviewer", "chief officer", "statutory officer", "spoke for a body"
    ]
    summary: Text | None = None
    """What the papers show of the person in the role."""
    roles: tuple[Role, ...]
    printed_as: tuple[PrintedName, ...] = ()
    not_shown_same_as: tuple[NotShownSame, ...] = ()
