"""Documents: held, contained in another, cited only, withheld, proposed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import StringConstraints

from answerable.model.field import (
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
    starts_with: Text
    """The words that open it, exactly once from there on."""


class Copy(Part):
    """The same text, held inside another document."""

    inside: DocumentRef
    """The document that holds the copy."""
    called_there: Text
    """What that document calls it."""
    numbered: Text | None = None
    """How its points are numbered there."""
    starts_with: Text | None = None
    """The words that open the copy; left out where it is scattered."""
    ends_before: Text | None = None
    """The words that open whatever follows the copy."""
    differs_at: tuple[Text, ...] = ()
    """Numbers of the points whose wording differs."""


class OtherNumbering(Part):
    """A second page numbering of the same pages."""

    numbering: Text
    """What the other numbers are called."""
    add: int
    """How much is added to the first number."""


class Pages(Part):
    """How the pages are numbered."""

    numbering: Text
    """What a page number is called here: `report page`."""
    first: int
    """The first page."""
    last: int
    """The last page."""
    other: OtherNumbering | None = None
    """A second numbering, where there is one."""
    basis: Basis
    """Whether the paper prints the numbers, or we worked them out."""


class DocumentPart(Part):
    """A section, in our words."""

    id: Id
    """Its id on the page, for links: small letters, digits and hyphens."""
    title: Text
    """Its heading."""
    says: Text
    """In our words."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Finding(Part):
    """What the document says it found, in our words; a strength is a finding too."""

    id: Id
    """Its id on the page, for links: small letters, digits and hyphens."""
    kind: Literal["finding", "strength", "told the board"] = "finding"
    """A finding, a strength, or what its authors told the board."""
    stage: Text | None = None
    """The stage of the work it comes from."""
    says: Text
    """In our words."""
    cites: tuple[Citation, ...]
    """Where it is written."""


class Variant(Part):
    """Another title under which a paper names this document."""

    title: Text
    """The title as printed."""
    cites: tuple[Citation, ...] = ()
    """Where it is written."""


class Document(Record):
    """A paper, whether or not it is held here."""

    kind_folder: ClassVar[str] = "documents"

    title: Text
    """What it is called."""
    summary: Text | None = None
    """What it is, in our words."""
    by: ActorRef | None = None
    """Who made it."""
    commissioned_by: tuple[BodyRef, ...] = ()
    """Who asked for it."""
    date: Date | None = None
    """Left out where no paper dates it."""
    date_is: Text | None = None
    """What the date is of: approved, signed, printed on the first page."""
    published: DateOrNone = None
    """When it became public; `none` where no paper says."""
    holding: Literal["held", "contained in", "cited only", "withheld", "proposed"]
    """Whether it is held here, and how else it is known."""
    why_not: Text | None = None
    """Why it is not held, or withheld, as far as the papers say."""
    file: Text | None = None
    """The held copy's name in the archive folder."""
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None
    """Of the held copy."""
    official: Text | None = None
    """The address of the official copy, or `none`; never guessed."""
    inside: DocumentRef | None = None
    """The document that contains it."""
    called_there: Text | None = None
    """What the containing document calls it."""
    starts_with: Text | None = None
    """The words that open it inside the other document."""
    ends_before: Text | None = None
    """The words that open whatever follows it."""
    copies: tuple[Copy, ...] = ()
    """Where one text stands in several places; the first is the one cited."""
    pages: Pages | None = None
    """How its pages are numbered."""
    places: tuple[Place, ...] = ()
    """Its places, in order."""
    also_called: tuple[Variant, ...] = ()
    """Other titles under which papers name it."""
    parts: tuple[DocumentPart, ...] = ()
    """Its sections, in our words."""
    findings: tuple[Finding, ...] = ()
    """What it says it found."""
