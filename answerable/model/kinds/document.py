"""Documents: held, contained in another, cited only, withheld, proposed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from answerable.i18n import Message, gettext
from answerable.model.field import (
    BY,
    PRINTED_DATE,
    ActorRef,
    Basis,
    BodyRef,
    Cites,
    Date,
    DateOrNone,
    Detail,
    DocumentRef,
    Hash,
    Ours,
    Part,
    PartId,
    Printed,
    PrintedDate,
    Record,
    Summary,
    Title,
)
from answerable.model.spec import MINOR, Back, Declared, Voice


class Place(Part):
    """A place in a document; it ends where the next begins."""

    place: Detail
    """As the document numbers it: `minute 42`, `report page 19`."""
    starts_with: Annotated[Printed, Declared(label="Begins")]
    """The words that open it, exactly once from there on."""


class Copy(Part):
    """The same text, held inside another document."""

    inside: Annotated[DocumentRef, Declared(back=Back("Papers inside it", 14)), MINOR]
    """The document that holds the copy."""
    called_there: Printed
    """What that document calls it."""
    numbered: Detail | None = None
    """How its points are numbered there."""
    starts_with: Annotated[Printed | None, Declared(label="Begins")] = None
    """The words that open the copy; left out where it is scattered."""
    ends_before: Annotated[Printed | None, Declared(label="Ends where this begins")] = None
    """The words that open whatever follows the copy."""
    differs_at: tuple[Detail, ...] = ()
    """Numbers of the points whose wording differs."""


class OtherNumbering(Part):
    """A second page numbering of the same pages."""

    numbering: Detail
    """What the other numbers are called."""
    add: Annotated[int, MINOR]
    """How much is added to the first number."""


class Pages(Part):
    """How the pages are numbered."""

    numbering: Detail
    """What a page number is called here: `report page`."""
    first: Annotated[int, MINOR]
    """The first page."""
    last: Annotated[int, MINOR]
    """The last page."""
    other: Annotated[OtherNumbering | None, MINOR] = None
    """A second numbering, where there is one."""
    basis: Basis
    """Whether the paper prints the numbers, or we worked them out."""


class DocumentPart(Part):
    """A section, in our words."""

    noun: ClassVar[Message] = gettext("section")

    id: PartId
    """Its id on the page, for links: small letters, digits and hyphens."""
    title: Title
    """Its heading."""
    says: Ours
    """In our words."""
    cites: Cites
    """Where it is written."""


class Finding(Part):
    """What the document says it found, in our words; a strength is a finding too."""

    noun: ClassVar[Message] = gettext("finding")

    id: PartId
    """Its id on the page, for links: small letters, digits and hyphens."""
    kind: Annotated[Literal["finding", "strength", "told the board"], MINOR] = "finding"
    """A finding, a strength, or what its authors told the board."""
    stage: Detail | None = None
    """The stage of the work it comes from."""
    says: Annotated[Ours, Declared(heading=True)]
    """In our words."""
    cites: Cites
    """Where it is written."""


class Variant(Part):
    """Another title under which a paper names this document."""

    title: Title
    """The title as printed."""
    cites: Cites = ()
    """Where it is written."""


class Document(Record):
    """A paper, whether or not it is held here."""

    kind_folder: ClassVar[str] = "documents"
    template: ClassVar[str] = "document"
    schema_type: ClassVar[str] = "CreativeWork"

    title: Title
    """What it is called."""
    summary: Summary | None = None
    """What it is, in our words."""
    by: Annotated[ActorRef | None, BY, Declared(opens=True, schema="author"), MINOR] = None
    """Who made it."""
    commissioned_by: Annotated[
        tuple[BodyRef, ...], Declared(back=Back("What it commissioned", 7), opens=True), MINOR
    ] = ()
    """Who asked for it."""
    date: Annotated[Date | None, Declared(opens=True, kept=True, dates="shown")] = None
    """Left out where no paper dates it."""
    printed_date: Annotated[PrintedDate | None, PRINTED_DATE] = None
    """What the paper prints, where another date is counted; readers see both."""
    date_is: Annotated[Detail | None, Declared(label="The date is of", opens=True)] = None
    """What the date is of: approved, signed, printed on the first page."""
    published: Annotated[DateOrNone, Declared(schema="datePublished")] = None
    """When it became public; `none` where no paper says."""
    holding: Annotated[
        Literal["held", "contained in", "cited only", "withheld", "proposed"],
        Declared(choices="how a paper is known"),
        MINOR,
    ]
    """Whether it is held here, and how else it is known."""
    why_not: Annotated[Ours | None, Declared(label="Why it is not held")] = None
    """Why it is not held, or withheld, as far as the papers say."""
    file: Annotated[Detail | None, Declared(label="Held copy", voice=Voice.CODE)] = None
    """The held copy's name in the archive folder."""
    sha256: Annotated[Hash | None, Declared(label="SHA-256 of the held copy")] = None
    """Of the held copy."""
    official: Annotated[
        Detail | None,
        Declared(label="Official copy", none="no address is printed in the papers", schema="sameAs"),
    ] = None
    """The address of the official copy, or `none`; never guessed."""
    inside: Annotated[
        DocumentRef | None, Declared(back=Back("Papers inside it", 14), schema="isPartOf"), MINOR
    ] = None
    """The document that contains it."""
    called_there: Printed | None = None
    """What the containing document calls it."""
    starts_with: Annotated[Printed | None, Declared(label="Begins")] = None
    """The words that open it inside the other document."""
    ends_before: Annotated[Printed | None, Declared(label="Ends where this begins")] = None
    """The words that open whatever follows it."""
    copies: Annotated[tuple[Copy, ...], Declared(called="copy"), MINOR] = ()
    """Where one text stands in several places; the first is the one cited."""
    pages: Annotated[Pages | None, MINOR] = None
    """How its pages are numbered."""
    places: Annotated[tuple[Place, ...], Declared(called="place"), MINOR] = ()
    """Its places, in order."""
    also_called: Annotated[tuple[Variant, ...], Declared(called="other title"), MINOR] = ()
    """Other titles under which papers name it."""
    parts: Annotated[tuple[DocumentPart, ...], Declared(called="part"), MINOR] = ()
    """Its sections, in our words."""
    findings: Annotated[tuple[Finding, ...], Declared(called="finding"), MINOR] = ()
    """What it says it found."""

    @property
    def described_as(self) -> str:
        """Work; nothing where a paper only proposes that it be written."""
        return "" if self.holding == "proposed" else self.schema_type
