"""The fictional harbour as sources and as a site, and how tests change it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from answerable.graph.graph import Graph, link
from answerable.graph.visibility import visible
from answerable.load.record import load
from answerable.load.sources import Folders, Sources, gather
from build import build
from tests.engines import ROOT
from tests.reading import Site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.model.portal import Portal

HARBOUR = ROOT / "examples/harbour"
TODAY = date(2030, 7, 1)
"""The day on which the tests' harbour is made; the embargo in its private folder ends a month later."""


@cache
def _gathered() -> Sources:
    return gather(Folders(ROOT, HARBOUR / "content", HARBOUR / "private", HARBOUR / "archive"), TODAY, TODAY)


def harbour(
    today: date = TODAY,
    as_of: date | None = None,
    more: Mapping[str, bytes] | None = None,
    private: Mapping[str, bytes] | None = None,
) -> Sources:
    """Give the fictional portal, with `more` files in its content and another private folder.

    With files that are not its own, citations are not looked up in its archive.
    """
    base = _gathered()
    hidden = base.private if private is None else private
    archive = None if more or private else base.archive
    content = {**base.content, **(more or {})}
    return replace(base, today=today, as_of=as_of or today, content=content, private=hidden, archive=archive)


@cache
def harbour_files() -> Mapping[str, bytes]:
    """Give the fictional portal's site, path → bytes, built once."""
    return site_of(harbour())


@cache
def harbour_graph() -> Graph:
    """Give the fictional portal, public and with all that follows from it, linked once."""
    return graph(harbour())


@cache
def harbour_reading() -> Site:
    """Give the fictional portal's site as readers read it."""
    return Site(harbour_files())


def site_of(sources: Sources) -> dict[str, bytes]:
    """Give the site of these sources, path → bytes."""
    return build(sources).files


def whole(sources: Sources) -> Portal:
    """Give the portal of these sources with what is not public."""
    portal = load(sources.settings, sources.content, sources.private).portal
    assert portal is not None
    return portal


def public(sources: Sources) -> Portal:
    """Give what of these sources is public on their day."""
    return visible(whole(sources), sources.today, sources.as_of)


def graph(sources: Sources) -> Graph:
    """Give the public portal with all that follows from it."""
    return link(public(sources))


def record_file(fields: Mapping[str, object], prose: str | None = None) -> bytes:
    """Give a record as a file: its fields, one a line, and beneath them its prose where it has one."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    whole = lines if prose is None else ["---", *lines, "---", prose]
    return ("\n".join(whole) + "\n").encode()
