"""The kinds of record, by folder, and what refers to what.

A new kind is a class in a module beside this one and a line in KINDS; it loads, is checked, linked,
listed and compared, and the fallback template shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Annotated, Final, TypeVar, get_args, get_origin

from pydantic import BaseModel

from answerable.i18n import gettext
from answerable.model.field import SERIES_FOLDERS, Citation, Part, Record, To
from answerable.model.kinds.actor import Body, Person
from answerable.model.kinds.document import Document
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.other import Event, Figure, Help, Page, Searched, Term
from answerable.model.kinds.series import Item, Series
from answerable.model.kinds.update import Correction, Promise, Statement, Update

Where = tuple[str | int, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: where its files stand, what they are called, what they hold."""

    folder: str
    one: str
    many: str
    model: type[Record]
    suffix: str
    dated: bool
    """Whether it comes in on a day; the others are always there."""


def _series(folder: str, one: str, many: str) -> Kind:
    return Kind(folder, one, many, Series, ".md", dated=True)


KINDS: Final = MappingProxyType(
    {
        kind.folder: kind
        for kind in (
            _series("motions", gettext("motion"), gettext("motions")),
            _series("reviews", gettext("review"), gettext("reviews")),
            _series("resolutions", gettext("set of resolutions"), gettext("resolutions")),
            _series("reports", gettext("report"), gettext("reports")),
            _series("strategies", gettext("strategy"), gettext("strategies")),
            _series("plans", gettext("plan"), gettext("plans")),
            Kind("updates", gettext("update"), gettext("updates"), Update, ".md", dated=True),
            Kind("meetings", gettext("meeting"), gettext("meetings"), Meeting, ".md", dated=True),
            Kind("documents", gettext("document"), gettext("documents"), Document, ".yaml", dated=False),
            Kind("bodies", gettext("body"), gettext("bodies"), Body, ".yaml", dated=False),
            Kind(
                "people",
                gettext("person in a public role"),
                gettext("people in public roles"),
                Person,
                ".yaml",
                dated=False,
            ),
            Kind("promises", gettext("promise"), gettext("promises"), Promise, ".yaml", dated=True),
            Kind("events", gettext("event"), gettext("events"), Event, ".yaml", dated=True),
            Kind("figures", gettext("figure"), gettext("figures"), Figure, ".yaml", dated=False),
            Kind("terms", gettext("term"), gettext("words we explain"), Term, ".yaml", dated=False),
            Kind("statements", gettext("statement"), gettext("statements"), Statement, ".md", dated=True),
            Kind(
                "corrections", gettext("correction"), gettext("corrections"), Correction, ".yaml", dated=True
            ),
            Kind("help", gettext("help line"), gettext("help lines"), Help, ".yaml", dated=False),
            Kind(
                "searched",
                gettext("search of papers"),
                gettext("where we have looked"),
                Searched,
                ".yaml",
                dated=False,
            ),
            Kind("pages", gettext("page"), gettext("pages"), Page, ".md", dated=False),
        )
    }
)


def kind_of(address: str) -> Kind:
    """Give the kind of the record at an address; its folder is one of KINDS."""
    return KINDS[address.partition("/")[0]]


def model_for(folder: str, depth: int) -> type[Record]:
    """Give the model of a file in a folder; a series' items stand one level deeper than its index."""
    return Item if folder in SERIES_FOLDERS and depth > 1 else KINDS[folder].model


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference in a record: where it stands, what it names, what it may name."""

    where: Where
    target: str
    to: To


def references(part: Part, where: Where = ()) -> Iterator[Reference]:
    """Give every reference in a record or a part of one, with where it stands in the file."""
    for name, alias, to, nested in _plan(type(part)):
        value = getattr(part, name)
        if not value:
            continue
        here = (*where, alias)
        if to is not None:
            for at, target in _each(value, here):
                if not (to.none and target == "none"):
                    yield Reference(at, target, to)
        elif nested:
            for at, inner in _each(value, here):
                yield from references(inner, at)


def citations(part: Part, where: Where = ()) -> Iterator[tuple[Where, Citation]]:
    """Give every citation in a record or a part of one, with where it stands in the file."""
    if isinstance(part, Citation):
        yield where, part
        return
    for name, alias, _, nested in _plan(type(part)):
        value = getattr(part, name)
        if nested and value:
            for at, inner in _each(value, (*where, alias)):
                yield from citations(inner, at)


def parts(record: Record) -> Iterator[tuple[str, Where, Part]]:
    """Give the parts of a record that have an id of their own: asks, minutes, remarks, findings."""
    yield from _parts(record, ())


def _parts(part: Part, where: Where) -> Iterator[tuple[str, Where, Part]]:
    for name, alias, _, nested in _plan(type(part)):
        value = getattr(part, name)
        if nested and value:
            for at, inner in _each(value, (*where, alias)):
                own = inner.__dict__.get("id")
                if own:
                    yield own, at, inner
                yield from _parts(inner, at)


def _each(value: T | tuple[T, ...], where: Where) -> Iterator[tuple[Where, T]]:
    if isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield (*where, number), inner
    else:
        yield where, value


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str, To | None, bool], ...]:
    """For each field that can refer or hold parts: name, name in files, marker, whether parts."""
    plan = []
    for name, field in model.model_fields.items():
        marks = (*field.metadata, *marks_in(field.annotation))
        markers = [mark for mark in marks if isinstance(mark, To)]
        nested = any(_is_part(t) for t in types_in(field.annotation))
        if markers or nested:
            plan.append((name, field.alias or name, markers[0] if markers else None, nested))
    return tuple(plan)


def types_in(annotation: object) -> Iterator[object]:
    """Give each type that a field's annotation is made of, at any depth."""
    if get_origin(annotation) is None:
        yield annotation
    for inner in get_args(annotation):
        yield from types_in(inner)


def marks_in(annotation: object) -> Iterator[object]:
    """Give each mark that an annotation bears, at any depth, such as whereto a reference leads."""
    if get_origin(annotation) is Annotated:
        yield from get_args(annotation)[1:]
    for inner in get_args(annotation):
        yield from marks_in(inner)


def _is_part(candidate: object) -> bool:
    return isinstance(candidate, type) and issubclass(candidate, Part)
