"""What a page is about, for machines: schema.org in JSON-LD, as a value for a template's `tojson`.

Only where a type of schema.org says what the record says. People have none: the record names them for
a role, and does not make them easier to find than the role asks. Addresses lead from the record's own page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, cast

from answerable.export.serialize import Plain
from answerable.graph.graph import Graph
from answerable.graph.titles import neutral
from answerable.model.address import href, root_of
from answerable.model.date import When
from answerable.model.field import Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.document import Document
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.person import Person
from answerable.model.kinds.series import Series
from answerable.model.portal import Settings
from answerable.model.registry import kind_of

Ld = dict[str, Plain]
GOVERNMENT: Final = frozenset(
    {"cabinet", "council", "councils", "directorate", "government", "inspectorate", "inspectorates", "police"}
)
"""Words in a body's kind by which it is part of the state."""
PROJECTS: Final = frozenset({"campaign", "operation", "project"})
REPORTS: Final = frozenset({"reports", "reviews"})


def jsonld(graph: Graph, record: Record) -> Ld | None:
    """Give what a record is in schema.org's words; None where they have no type that fits.

    None as well for what was taken back, and for what is sensitive. Programs that show a link before it is
    opened read this, so no text in it holds a word that titles avoid.
    """
    make = BUILDERS.get(type(record), _typed)
    if record.retracted or record.sensitive:
        return None
    found = make(graph, record, root_of(href(record.address)))
    if not found:
        return None
    return {"@context": "https://schema.org", **cast("Ld", _quiet(graph.portal.settings, found))}


def dataset(graph: Graph, files: Sequence[tuple[str, str, str]], page: str) -> Ld:
    """Give the description of the whole as data on a page; a file is its path, type and SHA-256."""
    settings = graph.portal.settings
    publisher = settings.publisher
    about = settings.purpose if settings.launched else f"{settings.banner} {settings.purpose}"
    named: Ld | None = None if publisher.placeholder else {"@type": "Organization", "name": publisher.name}
    return {
        "@context": "https://schema.org",
        **_present(
            {
                "@type": "Dataset",
                "name": settings.title,
                "description": about,
                "url": root_of(page) + page,
                "inLanguage": settings.language,
                "license": settings.licence.address,
                "isAccessibleForFree": True,
                "publisher": named,
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "contentUrl": root_of(page) + path,
                        "encodingFormat": kind,
                        "sha256": digest,
                    }
                    for path, kind, digest in files
                ],
            }
        ),
    }


def _present(found: Mapping[str, Plain]) -> Ld:
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _body(graph: Graph, body: Body, root: str) -> Ld | None:
    """A body; none where the papers only plan it."""
    words = set(body.kind.lower().split())
    if "planned" in words:
        return None
    kind = "GovernmentOrganization" if words & GOVERNMENT else "Organization"
    others = [body.short, *(printed.name for printed in body.printed_as)]
    return {
        "@type": "Project" if words & PROJECTS else kind,
        **_named(graph, body, root),
        "description": body.summary,
        "alternateName": [name for name in dict.fromkeys(others) if name],
        "parentOrganization": _who(graph, body.parent, root),
        "foundingDate": _day(body.from_),
        "dissolutionDate": _day(body.to),
    }


def _meeting(graph: Graph, meeting: Meeting, root: str) -> Ld | None:
    """A meeting that was held or is planned; of others no paper shows that they took place."""
    if meeting.state not in ("held", "planned"):
        return None
    planned = meeting.state == "planned"
    return {
        "@type": "Event",
        **_named(graph, meeting, root),
        "description": meeting.summary,
        "startDate": _day(meeting.when),
        "eventStatus": "https://schema.org/EventScheduled" if planned else None,
        "location": {"@type": "Place", "name": meeting.place} if meeting.place else None,
        "organizer": _who(graph, meeting.body, root),
    }


def _document(graph: Graph, document: Document, root: str) -> Ld | None:
    """A paper that is there; none for one that is only proposed."""
    if document.holding == "proposed":
        return None
    inside = graph.portal.records.get(document.inside or "")
    return {
        "@type": "CreativeWork",
        **_named(graph, document, root),
        "description": document.summary,
        "author": _who(graph, document.by, root),
        "datePublished": _day(document.published),
        "isPartOf": {"@type": "CreativeWork", **_named(graph, inside, root)} if inside else None,
        "sameAs": document.official if document.official != "none" else None,
    }


def _series(graph: Graph, series: Series, root: str) -> Ld:
    kind = kind_of(series.address)
    return {
        "@type": "Report" if kind.folder in REPORTS else "CreativeWork",
        **_named(graph, series, root),
        "genre": kind.one,
        "description": series.summary,
        "author": _who(graph, series.by, root),
        "dateCreated": _day(series.date),
        "hasPart": [
            {"@type": "CreativeWork", **_named(graph, item, root), "position": item.order}
            for item in graph.portal.items(series)
        ],
    }


BUILDERS: Final[Mapping[type[Record], Callable[[Graph, Any, str], Ld | None]]] = MappingProxyType(
    {Body: _body, Meeting: _meeting, Document: _document, Series: _series}
)


def _typed(graph: Graph, record: Record, root: str) -> Ld | None:
    """What a kind's own declaration says, where it has a type."""
    return {"@type": record.schema_type, **_named(graph, record, root)} if record.schema_type else None


def _named(graph: Graph, record: Record, root: str) -> Ld:
    avoided_word_in = graph.portal.settings.avoided_word_in(record.heading)
    name = neutral(graph, record) if avoided_word_in else record.heading
    return {"name": name, "url": root + href(record.address)}


def _quiet(settings: Settings, value: Plain) -> Plain:
    """The value without the texts that hold a word to avoid; an entry that loses its text goes."""
    if isinstance(value, str):
        return None if settings.avoided_word_in(value) else value
    if isinstance(value, dict):
        return _present({name: _quiet(settings, inner) for name, inner in value.items()})
    if isinstance(value, list):
        return [inner for entry in value if (inner := _quiet(settings, entry)) is not None]
    return value


def _who(graph: Graph, address: str | None, root: str) -> Ld | None:
    record = graph.portal.records.get(address or "")
    if record is None:
        return None
    kind = "Person" if isinstance(record, Person) else "Organization"
    return {"@type": kind, **_named(graph, record, root)}


def _day(when: When | None) -> str | None:
    """The date as ISO 8601, where it is one; nothing where it is not so exact, or not as printed."""
    return when.iso or None if when and not when.note else None
