"""Documents: held, contained in another, cited only, withheld, proposed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import StringConstraints

from generator.record.fields import (
    ActorRef,
    Basis,
    BodyRef,
    Citation,
    Date,
    DateOrNone,
    DocumentRef,
    Id,
    Part,
    Record,
    Text,
)


class Place(Part):
    """A place in a document; it ends where the next begins."""

    place: Text
    """As the document numbers it: `minute 42`, `report page 19`."""
    opens: Text
    """The words that open it, exactly once from there on."""


class Copy(Part):
    """The same text, held inside another document."""

    inside: DocumentRef
    called_there: Text
    numbered: Text | None = None
    opens: Text | None = None
    """The words that open the copy; left out where it is scattered."""
    closes: Text | None = None
    differs_at: tuple[Text, ...] = ()
    """Numbers of the points whose wording differs."""


class OtherNumbering(Part):
    """A second page numbering of the same pages."""

    numbering: Text
    add: int


class Pages(Part):
    """How the pages are numbered."""

    numbering: Text
    first: int
    last: int
    other: OtherNumbering | None = None
    basis: Basis


class DocumentPart(Part):
    """A section, in our words."""

    id: Id
    title: Text
    says: Text
    cites: tuple[Citation, ...]


class Finding(Part):
    """What the document says it found, in our words; a strength is a finding too."""

    id: Id
    kind: Literal["finding", "strength", "told the board"] = "finding"
    stage: Text | None = None
    says: Text
    cites: tuple[Citation, ...]


class Variant(Part):
    """Another title under which a paper names this document."""

    title: Text
    cites: tuple[Citation, ...] = ()


class Document(Record):
    """A paper, whether or not it is held here."""

    kind_folder: ClassVar[str] = "documents"

    title: Text
    summary: Text | None = None
    """What it is, in our words."""
    by: ActorRef | None = None
    commissioned_by: tuple[BodyRef, ...] = ()
    date: Date | None = None
    """Left out where no paper dates it."""
    date_is: Text | None = None
    """What the date is of: approved, signed, printed on the first page."""
    published: DateOrNone = None
    holding: Literal["held", "contained in", "cited only", "withheld", "proposed"]
    why_not: Text | None = None
    """Why it is not held, or withheld, as far as the papers say."""
    file: Text | None = None
    """The held copy's name in the archive folder."""
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None
    """Of the held copy."""
    official: Text | None = None
    """The address of the official copy, or `none`; never guessed."""
    inside: DocumentRef | None = None
    called_there: Text | None = None
    opens: Text | None = None
    """The words that open it inside the other document."""
    closes: Text | None = None
    """The words that open whatever follows it."""
    copies: tuple[Copy, ...] = ()
    """Where one text stands in several places; the first is the one cited."""
    pages: Pages | None = None
    places: tuple[Place, ...] = ()
    also_called: tuple[Variant, ...] = ()
    parts: tuple[DocumentPart, ...] = ()
    findings: tuple[Finding, ...] = ()
