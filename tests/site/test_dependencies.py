"""What a page is made of, held against what changes it: what is not named can say anything else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest

from answerable.export.field_specs import shapes
from answerable.graph.graph import link
from answerable.model import date as dates
from answerable.model.field import Part
from answerable.model.registry import kind_of
from answerable.site.assets import assets
from answerable.site.dependencies import made_of, used
from answerable.site.frame import site
from answerable.site.page import of_record
from answerable.site.render import render
from answerable.site.watched import Watch
from tests.portals import harbour, public

if TYPE_CHECKING:
    from collections.abc import Collection

    from answerable.model.portal import Portal

P = TypeVar("P", bound=Part)

SOURCES = harbour()
HARBOUR = public(SOURCES)
NAMES, _ = assets(SOURCES.static, HARBOUR.settings.brand)
SAMPLED = sorted({kind_of(address).folder: address for address in HARBOUR.records}.values())
"""The last record of each kind."""
MORE = [address for address in HARBOUR.records if address.startswith(("reviews/", "resolutions/"))][::6]
NOT_WORDS = frozenset({"reply", "progress", "check", "id", "number", "official", "published", "at", "find"})
"""Texts that are more than words: others are looked up by them."""


def altered(part: P) -> P:
    """Give a record, or a part of one, that says something else, on another day, of the same things."""
    told: dict[str, object] = {}
    for shape in shapes(type(part)):
        value = getattr(part, shape.name)
        if not value or shape.alias in NOT_WORDS or shape.choices:
            continue
        if shape.holds == "text" and not shape.folders:
            told[shape.name] = tuple(map(_other, value)) if isinstance(value, tuple) else _other(value)
        elif shape.holds == "date" and isinstance(value, dates.When):
            told[shape.name] = dates.read("2029-02-03")
        elif shape.holds == "part":
            told[shape.name] = tuple(map(altered, value)) if isinstance(value, tuple) else altered(value)
    if getattr(part, "prose", ""):
        told["prose"] = "Other words."
    return part.model_copy(update=told)


def _other(value: object) -> object:
    return f"{value} or so" if isinstance(value, str) else value


def page(portal: Portal, address: str) -> bytes:
    """Give the bytes of the page of one record."""
    graph = link(portal)
    made = of_record(graph, graph.portal.records[address])
    return render(SOURCES.templates, site(graph, NAMES), [made])[made.file]


def with_altered(addresses: Collection[str]) -> Portal:
    """Give the harbour in which these records say something else."""
    return replace(
        HARBOUR,
        records={
            address: altered(record) if address in addresses else record
            for address, record in HARBOUR.records.items()
        },
    )


@pytest.mark.parametrize("address", [*SAMPLED, *MORE])
def test_what_a_page_is_not_made_of_can_change_and_leaves_its_bytes(address: str) -> None:
    made = made_of(HARBOUR, address, SOURCES.templates, NAMES)
    others = HARBOUR.records.keys() - {*made.own, *made.around}
    before = page(HARBOUR, address)
    assert len(others) > 20
    assert page(with_altered(others), address) == before
    assert page(with_altered({address}), address) != before


def test_what_a_page_is_made_of_does_change_it() -> None:
    address = MORE[0]
    named, before = made_of(HARBOUR, address, SOURCES.templates, NAMES).own, page(HARBOUR, address)
    told = [other for other in named if page(with_altered({other}), address) != before]
    assert len(told) > len(named) / 2, "Most of what is named should matter, or the list says little."


def test_reading_a_field_is_noted_and_asking_what_a_record_is_is_not() -> None:
    watch = Watch()
    graph = watch.over(HARBOUR)
    watch.seen.clear()
    record = next(iter(graph.portal.records.values()))
    assert isinstance(record, type(HARBOUR.records[record.address]))
    assert watch.seen == set()
    assert record.heading
    assert watch.seen == {record.address}


def test_templates_are_followed_from_a_page_to_its_smallest_part() -> None:
    found = used(SOURCES.templates, "pages/item.html")
    assert found[0] == "pages/item.html"
    assert {"base.html", "foot.html", "terms.html", "parts/badge.html", "parts/shape.html"} <= set(found)
    assert "pages/home.html" not in found
    everything = {
        one
        for name in SOURCES.templates
        if name.startswith("pages/")
        for one in used(SOURCES.templates, name)
    }
    assert SOURCES.templates.keys() - everything == set()
