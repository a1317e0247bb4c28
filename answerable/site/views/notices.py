"""Corrections and statements, told at the top of what they concern, as they are today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from answerable.graph.graph import Graph
from answerable.graph.values import Card
from answerable.i18n import gettext
from answerable.model.address import href, root_of
from answerable.model.date import day_in_words
from answerable.model.field import Record
from answerable.model.kinds.update import Correction, Statement
from answerable.site.markdown import html_of


@dataclass(frozen=True, slots=True)
class PutRight:
    """What a page said, what it says now, why, and who approved that."""

    said: str
    says: str
    why: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction or a statement that concerns a page."""

    words: str
    card: Card
    about: tuple[Card, ...]
    """What it concerns, where that is not simply the page it stands on."""
    put_right: PutRight | None
    """None for a statement, and for what is sensitive."""
    html: Markup | None
    """The words of a statement, unaltered; None for a correction, and for what is sensitive."""


def of_record(graph: Graph, record: Record) -> tuple[Notice, ...]:
    """Give what puts a record right, or answers it, the latest first; each says which part it concerns."""
    found: dict[str, list[str]] = {}
    for back in graph.backlinks.get(record.address, ()):
        if back.field == "about":
            found.setdefault(back.source, []).extend([f"{record.address}#{back.part}"] if back.part else [])
    return told(graph, found, href(record.address))


def told(graph: Graph, found: Mapping[str, Iterable[str]], page: str) -> tuple[Notice, ...]:
    """Give notices for a page, the latest first: of each record, and what to say that it concerns.

    Records that are neither correction nor statement, and what was taken back, are passed over. Of what
    is sensitive there is the link alone: its words are to be on no page that is searched.
    """
    records = [graph.portal.record(address) for address in found]
    notices = [r for r in records if isinstance(r, Correction | Statement) and not r.retracted]
    notices.sort(key=lambda one: (one.on, one.address), reverse=True)
    return tuple(_notice(graph, one, found[one.address], page) for one in notices)


def _notice(graph: Graph, one: Correction | Statement, about: Iterable[str], page: str) -> Notice:
    day, card, parts = day_in_words(one.on), graph.card(one.address), graph.cards(about)
    if isinstance(one, Correction):
        put_right = None if one.sensitive else PutRight(one.before, one.after, one.why, one.approved_by)
        words = gettext("Corrected on {day}.", day=day)
        if not one.error:
            words = gettext("Changed by us on {day}; nothing was wrong.", day=day)
        return Notice(words, card, parts, put_right, None)
    who = graph.portal.records[one.by].heading
    words = gettext("{who} replies in its own words, {day}.", who=who, day=day)
    return Notice(words, card, parts, None, None if one.sensitive else html_of(one, root_of(page)))
