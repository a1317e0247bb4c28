"""What a page is about, for machines: schema.org in JSON-LD, as a value for a template's `tojson`.

Only where a type of schema.org says what the record says. People have none: the record names them for
a role, and does not make them easier to find than the role asks. Addresses lead from the record's own page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, cast

from generator.derive.linked import Linked
from generator.derive.titles import neutral
from generator.exchange.plain import Plain
from generator.record.actors import Body, Person
from generator.record.addresses import href, root_of
from generator.record.dates import When
from generator.record.fields import Record
from generator.record.kinds import kind_of
from generator.record.meetings import Meeting
from generator.record.papers import Document
from generator.record.portal import Settings
from generator.record.series import Series

Ld = dict[str, Plain]
GOVERNMENT: Final = frozenset(
    {"cabinet", "council", "councils", "directorate", "government", "inspectorate", "inspectorates", "police"}
)
"""Words in a body's kind by which it is part of the state."""
PROJECTS: Final = frozenset({"campaign", "operation", "project"})
REPORTS: Final = frozenset({"reports", "reviews"})


def jsonld(linked: Linked, record: Record) -> Ld | None:
    """Give what a record is in schema.org's words; None where they have no type that fits.

    None as well for what was taken back, and for what is sensitive. Programs that show a link before it is
    opened read this, so no text in it holds a word that titles avoid.
    """
    make = next((make for kind, make in KINDS.items() if isinstance(record, kind)), None)
    if make is None or record.taken_back or record.sensitive:
        return None
    found = make(linked, record, root_of(href(record.address)))
    if not found:
        return None
    return {"@context": "https://schema.org", **cast("Ld", _quiet(linked.portal.settings, found))}


def dataset(linked: Linked, files: Sequence[tuple[str, str, str]], page: str) -> Ld:
    """Give the description of the whole as data on a page; a file is its path, type and SHA-256."""
    settings = linked.portal.settings
    publisher = settings.publisher
    about = settings.purpose if settings.launched else f"{settings.banner} {settings.purpose}"
    named: Ld | None = None if publisher.placeholder else {"@type": "Organization", "name": publisher.name}
    return {
        "@context": "https://schema.org",
        **_present({
            "@type": "Dataset",
            "name": settings.title,
            "description": about,
            "url": root_of(page) + page,
            "inLanguage": settings.language,
            "license": settings.licence.address,
            "isAccessibleForFree": True,
            "publisher": named,
            "distribution": [
                {"@type": "DataDownload", "contentUrl": root_of(page) + path, "encodingFormat": kind,
                 "sha256": digest}
                for path, kind, digest in files
            ],
        }),
    }  # fmt: skip


def _present(found: Mapping[str, Plain]) -> Ld:
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _body(linked: Linked, body: Body, root: str) -> Ld | None:
    """A body; none where the papers only plan it."""
    words = set(body.kind.lower().split())
    if "planned" in words:
        return None
    kind = "GovernmentOrganization" if words & GOVERNMENT else "Organization"
    others = [body.short, *(printed.name for printed in body.printed_as)]
    return {
        "@type": "Project" if words & PROJECTS else kind,
        **_named(linked, body, root),
        "description": body.summary,
        "alternateName": [name for name in dict.fromkeys(others) if name],
        "parentOrganization": _who(linked, body.parent, root),
        "foundingDate": _day(body.from_),
        "dissolutionDate": _day(body.to),
    }


def _meeting(linked: Linked, meeting: Meeting, root: str) -> Ld | None:
    """A meeting that was held or is planned; of others no paper shows that they took place."""
    if meeting.state not in ("held", "planned"):
        return None
    planned = meeting.state == "planned"
    return {
        "@type": "Event",
        **_named(linked, meeting, root),
        "description": meeting.summary,
        "startDate": _day(meeting.date),
        "eventStatus": "https://schema.org/EventScheduled" if planned else None,
        "location": {"@type": "Place", "name": meeting.place} if meeting.place else None,
        "organizer": _who(linked, meeting.body, root),
    }


def _document(linked: Linked, document: Document, root: str) -> Ld | None:
    """A paper that is there; none for one that is only proposed."""
    if document.holding == "proposed":
        return None
    inside = linked.portal.records.get(document.inside or "")
    return {
        "@type": "CreativeWork",
        **_named(linked, document, root),
        "description": document.summary,
        "author": _who(linked, document.by, root),
        "datePublished": _day(document.published),
        "isPartOf": {"@type": "CreativeWork", **_named(linked, inside, root)} if inside else None,
        "sameAs": document.official if document.official != "none" else None,
    }


def _series(linked: Linked, series: Series, root: str) -> Ld:
    kind = kind_of(series.address)
    return {
        "@type": "Report" if kind.folder in REPORTS else "CreativeWork",
        **_named(linked, series, root),
        "genre": kind.one,
        "description": series.summary,
        "author": _who(linked, series.by, root),
        "dateCreated": _day(series.date),
        "hasPart": [
            {"@type": "CreativeWork", **_named(linked, item, root), "position": item.order}
            for item in linked.portal.items(series)
        ],
    }


KINDS: Final[Mapping[type[Record], Callable[[Linked, Any, str], Ld | None]]] = MappingProxyType(
    {Body: _body, Meeting: _meeting, Document: _document, Series: _series}
)


def _named(linked: Linked, record: Record, root: str) -> Ld:
    telling = linked.portal.settings.telling(record.heading)
    name = neutral(linked, record) if telling else record.heading
    return {"name": name, "url": root + href(record.address)}


def _quiet(settings: Settings, value: Plain) -> Plain:
    """The value without the texts that hold a word to avoid; an entry that loses its text goes."""
    if isinstance(value, str):
        return None if settings.telling(value) else value
    if isinstance(value, dict):
        return _present({name: _quiet(settings, inner) for name, inner in value.items()})
    if isinstance(value, list):
        return [inner for entry in value if (inner := _quiet(settings, entry)) is not None]
    return value


def _who(linked: Linked, address: str | None, root: str) -> Ld | None:
    record = linked.portal.records.get(address or "")
    if record is None:
        return None
    kind = "Person" if isinstance(record, Person) else "Organization"
    return {"@type": kind, **_named(linked, record, root)}


def _day(when: When | None) -> str | None:
    """The date as ISO 8601, where it is one; nothing where it is not so exact, or not as printed."""
    return when.iso or None if when and not when.printed else None
