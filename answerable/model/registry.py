"""The kinds of record, by folder, with all that is said of each, and what refers to what.

A new kind is a class in a module beside this one and a line in KINDS; it loads, is checked, linked, listed,
followed, compared and exported, and the fallback template shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeVar

from pydantic import BaseModel

from answerable.i18n import Message, gettext
from answerable.model.field import SERIES_FOLDERS, Citation, Part, Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.document import Document
from answerable.model.kinds.event import Event
from answerable.model.kinds.figure import Figure
from answerable.model.kinds.help_line import HelpLine
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.page import Page
from answerable.model.kinds.person import Person
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.searched import Searched
from answerable.model.kinds.series import Series
from answerable.model.kinds.statement import Statement
from answerable.model.kinds.term import Term
from answerable.model.kinds.update import Update
from answerable.model.spec import FieldSpec, is_dated, specs, written

Where = tuple[str | int, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: where its files stand, what they are called and hold, and where it is listed."""

    folder: str
    one: Message
    many: Message
    model: type[Record]
    suffix: str
    about: Message | None
    """What its list says of itself; a kind without it has no list."""
    whole: bool = False
    """Whether the list shows each record in full."""
    footer: int | None = 100
    """Its place among the lists that each page leads to; None where it is not among them."""

    @property
    def dated(self) -> bool:
        """Whether it comes in on a day; the others are always there."""
        return is_dated(self.model)


KINDS: Final[Mapping[str, Kind]] = {
    kind.folder: kind
    for kind in (
        Kind(
            "motions",
            gettext("motion"),
            gettext("motions"),
            Series,
            ".md",
            gettext("What councillors asked for by motion. The latest first."),
            footer=None,
        ),
        Kind(
            "reviews",
            gettext("review"),
            gettext("reviews"),
            Series,
            ".md",
            gettext("What reviewers were asked, and what they suggested. The latest first."),
            footer=None,
        ),
        Kind(
            "resolutions",
            gettext("set of resolutions"),
            gettext("resolutions"),
            Series,
            ".md",
            gettext("What boards and commissions resolved, agreed or framed. The latest first."),
            footer=None,
        ),
        Kind(
            "reports",
            gettext("report"),
            gettext("reports"),
            Series,
            ".md",
            gettext("What other reports recommend or ask. The latest first."),
            footer=None,
        ),
        Kind(
            "strategies",
            gettext("strategy"),
            gettext("strategies"),
            Series,
            ".md",
            gettext("What strategies set out to do. The latest first."),
            footer=None,
        ),
        Kind(
            "plans",
            gettext("plan"),
            gettext("plans"),
            Series,
            ".md",
            gettext("What plans set out to do. The latest first."),
            footer=None,
        ),
        Kind(
            "updates",
            gettext("update"),
            gettext("updates"),
            Update,
            ".md",
            gettext("What was said of which items, and when. The latest first."),
            footer=5,
        ),
        Kind(
            "meetings",
            gettext("meeting"),
            gettext("meetings"),
            Meeting,
            ".md",
            gettext("Meetings the papers tell of, held, planned or only mentioned. The latest first."),
            footer=1,
        ),
        Kind(
            "documents",
            gettext("document"),
            gettext("documents"),
            Document,
            ".yaml",
            gettext("Papers held, contained in others, cited, withheld or proposed."),
            footer=2,
        ),
        Kind(
            "bodies",
            gettext("body"),
            gettext("bodies"),
            Body,
            ".yaml",
            gettext("Public bodies and groups that the papers name, under each name they print."),
            footer=3,
        ),
        Kind(
            "people",
            gettext("person in a public role"),
            gettext("people in public roles"),
            Person,
            ".yaml",
            gettext(
                "Holders of public roles, named because of the role. Everybody else appears by role only."
            ),
            footer=4,
        ),
        Kind(
            "promises",
            gettext("promise"),
            gettext("promises"),
            Promise,
            ".yaml",
            gettext("What somebody undertook, or was asked, to do next. The latest first."),
            footer=6,
        ),
        Kind(
            "events",
            gettext("event"),
            gettext("events"),
            Event,
            ".yaml",
            gettext("Dated happenings that no other page carries. The latest first."),
            footer=7,
        ),
        Kind(
            "figures",
            gettext("figure"),
            gettext("figures"),
            Figure,
            ".yaml",
            gettext("Numbers in the papers, with who counted what, how and when. Do not add them up."),
            whole=True,
            footer=8,
        ),
        Kind(
            "terms",
            gettext("term"),
            gettext("words we explain"),
            Term,
            ".yaml",
            gettext(
                "Words and letters the papers use. Where a paper gives no expansion, none is given here."
            ),
            whole=True,
            footer=9,
        ),
        Kind(
            "statements",
            gettext("statement"),
            gettext("statements"),
            Statement,
            ".md",
            gettext("What bodies and people say in reply, in their own words, unaltered. The latest first."),
            footer=10,
        ),
        Kind(
            "corrections",
            gettext("correction"),
            gettext("corrections"),
            Correction,
            ".yaml",
            gettext("Errors of this site put right, and what we put otherwise. They stay here."),
            whole=True,
            footer=11,
        ),
        Kind(
            "help",
            gettext("help line"),
            gettext("help lines"),
            HelpLine,
            ".yaml",
            gettext(
                "Who to call. A line that may change is shown only while somebody has confirmed it lately."
            ),
            whole=True,
            footer=12,
        ),
        Kind(
            "searched",
            gettext("search of papers"),
            gettext("where we have looked"),
            Searched,
            ".yaml",
            gettext("Whose papers were looked through, from when to when, and what has not been looked at."),
            whole=True,
            footer=None,
        ),
        Kind("pages", gettext("page"), gettext("pages"), Page, ".md", None, footer=None),
    )
}


def kind_of(address: str) -> Kind:
    """Kind of the record at an address; its folder is one of KINDS."""
    return KINDS[address.partition("/")[0]]


def model_for(folder: str, depth: int) -> type[Record]:
    """Model of a file in a folder; a series' items stand one level deeper than its index."""
    return Item if folder in SERIES_FOLDERS and depth > 1 else KINDS[folder].model


def models() -> tuple[type[Record], ...]:
    """Model of each kind, once; `kind_folder` names its table and its schema."""
    return tuple(dict.fromkeys((Series, Item, *(kind.model for kind in KINDS.values()))))


def file_order(model: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """Fields in the order of a file: a kind's own stand before what every record has."""
    return tuple(sorted(written(model), key=lambda spec: spec.name in Record.model_fields))


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference in a record: where it stands, what it names, and the field that does."""

    where: Where
    target: str
    spec: FieldSpec


def references(part: Part, where: Where = ()) -> Iterator[Reference]:
    """References in a record or a part of one, with where it stands in the file."""
    for spec in _leading(type(part)):
        value = getattr(part, spec.name)
        if not value:
            continue
        for place, inner in _each(value, (*where, spec.alias)):
            if spec.ref is None:
                yield from references(inner, place)
            elif not (spec.none and inner == "none"):
                yield Reference(place, inner, spec)


def citations(part: Part, where: Where = ()) -> Iterator[tuple[Where, Citation]]:
    """Citations in a record or a part of one, with where it stands in the file."""
    if isinstance(part, Citation):
        yield where, part
        return
    for place, inner in _inner(part, where):
        yield from citations(inner, place)


def parts(record: Record) -> Iterator[tuple[str, Where, Part]]:
    """Parts of a record that have an id of their own: asks, minutes, remarks, findings."""
    yield from _parts(record, ())


def _parts(part: Part, where: Where) -> Iterator[tuple[str, Where, Part]]:
    for place, inner in _inner(part, where):
        part_id = inner.__dict__.get("id")
        if part_id:
            yield part_id, place, inner
        yield from _parts(inner, place)


def _inner(part: Part, where: Where) -> Iterator[tuple[Where, Part]]:
    """The parts that a part is made of, with where each stands."""
    for spec in _leading(type(part)):
        if spec.part and (value := getattr(part, spec.name)):
            yield from _each(value, (*where, spec.alias))


@cache
def _leading(model: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """The fields that refer to something, or are made of parts."""
    return tuple(spec for spec in specs(model) if spec.ref or spec.part)


def _each(value: T | tuple[T, ...], where: Where) -> Iterator[tuple[Where, T]]:
    if isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield (*where, number), inner
    else:
        yield where, value
