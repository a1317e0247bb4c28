"""What a page is about, for machines: schema.org in JSON-LD, as a value for a template's `tojson`.

Only where a type of schema.org says what the record says. People have none: the record names them for
a role, and does not make them easier to find than the role asks. Addresses lead from the record's own page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from answerable.export.json import Plain
from answerable.graph.graph import Graph
from answerable.model.address import href, root_of
from answerable.model.date import When
from answerable.model.field import Part, Record, with_note
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.series import Series
from answerable.model.portal import Settings
from answerable.model.registry import kind_of
from answerable.model.spec import FieldSpec, headings, specs

Ld = dict[str, Plain]


def jsonld(graph: Graph, record: Record) -> Ld | None:
    """Give what a record is in schema.org's words; None where they have no type that fits.

    None as well for what was taken back, and for what is sensitive. Programs that show a link before it is
    opened read this, so no text in it holds a word that titles avoid.
    """
    if not record.described_as or record.retracted or record.sensitive:
        return None
    root = root_of(href(record.address))
    described = {
        "@type": record.described_as,
        **_named(graph, record, root),
        **_declared(graph, record, root),
        **_shape(graph, record, root),
    }
    return {"@context": "https://schema.org", **cast("Ld", _quiet(graph.portal.settings, described))}


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


def _present(fields: Mapping[str, Plain]) -> Ld:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def _declared(graph: Graph, record: Record, root: str) -> Ld:
    """What the fields that schema.org has a word for say, by that word; several share a list."""
    described: dict[str, list[Plain]] = {}
    lists: set[str] = set()
    for spec in specs(type(record)):
        word = "description" if spec.declared.lead else spec.declared.schema
        if word:
            values = described.setdefault(word, [])
            values += _values(graph, spec, record, root)
            lists |= {word} if spec.many else set()
    return {
        word: [one for place, one in enumerate(values) if one not in values[:place]]
        if word in lists
        else values[0]
        for word, values in described.items()
        if values
    }


def _values(graph: Graph, spec: FieldSpec, record: Record, root: str) -> Iterator[Plain]:
    """A field's values: neighbours by name and address, exact days, parts by their heading, words."""
    value = getattr(record, spec.name)
    for one in value if isinstance(value, tuple) else (value,):
        if spec.ref and one in graph.portal.records:
            yield _neighbour(graph, graph.portal.records[str(one)], root)
        elif isinstance(one, When):
            yield from _day(with_note(record, spec.name, one))
        elif isinstance(one, Part):
            yield str(getattr(one, headings(type(one))[0].name))
        elif one not in (None, "none") and not spec.ref:
            yield str(one)


def _shape(graph: Graph, record: Record, root: str) -> Ld:
    """What schema.org has in a shape of its own: where a meeting is, what a series is made of."""
    if isinstance(record, Meeting):
        planned = record.state == "planned"
        return {
            "eventStatus": "https://schema.org/EventScheduled" if planned else None,
            "location": {"@type": "Place", "name": record.place} if record.place else None,
        }
    if isinstance(record, Series):
        items = graph.portal.items(record)
        return {
            "genre": kind_of(record.address).one,
            "hasPart": [{**_neighbour(graph, item, root), "position": item.order} for item in items],
        }
    return {}


def _neighbour(graph: Graph, record: Record, root: str) -> Ld:
    return {"@type": record.schema_type or "Thing", **_named(graph, record, root)}


def _named(graph: Graph, record: Record, root: str) -> Ld:
    avoided_word_in = graph.portal.settings.avoided_word_in(record.heading)
    name = graph.neutral_title(record.address) if avoided_word_in else record.heading
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


def _day(when: When) -> Iterator[Plain]:
    """The date as ISO 8601, where it is one; nothing where it is not so exact, or not as printed."""
    if when.iso and not when.note:
        yield when.iso
