"""What the page of a record is made of: the records that are read while it is made, and its templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jinja2 import meta

from answerable.graph.graph import Graph
from answerable.graph.titles import neutral
from answerable.model.portal import Portal
from answerable.site.frame import site
from answerable.site.page import of_record
from answerable.site.render import environment, render
from answerable.site.watched import Watch

ALWAYS: Final = ("terms.html", "foot.html")
"""Templates that every page uses beside its own."""


@dataclass(frozen=True, slots=True)
class MadeOf:
    """What a page was made from: records by their addresses in order, templates by their paths."""

    own: tuple[str, ...]
    """The records its contents were made from; the one whose page it is stands among them."""
    around: tuple[str, ...]
    """The records of what stands around the contents of every page, and of the words explained there."""
    templates: tuple[str, ...]
    """Its own first, then each that this uses."""


def made_of(public: Portal, address: str, templates: Mapping[str, str], assets: Mapping[str, str]) -> MadeOf:
    """Give what the page of the public record at `address` is made of.

    A change to what a record says that is not named leaves the page's bytes as they are. `assets` names the
    files that pages load, by role.
    """
    watch = Watch()
    graph = watch.over(public)
    watch.seen.clear()
    frame = site(graph, assets)
    around = frozenset(watch.seen)
    watch.seen.clear()
    page = of_record(graph, graph.portal.records[address])
    render(templates, frame, [page])
    own = {*watch.seen, *_namesakes(graph, address), address}
    return MadeOf(tuple(sorted(own)), tuple(sorted(around)), used(templates, page.template))


def _namesakes(graph: Graph, address: str) -> list[str]:
    """Records of the same title in the browser: while there are any, the address stands in it too."""
    records = graph.portal.records
    title = neutral(graph, records[address])
    return [other for other, record in records.items() if neutral(graph, record) == title]


def used(templates: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Give the templates that a page of template `name` uses, each once: itself, what it names, and so on."""
    env = environment(templates)
    found: dict[str, None] = {}
    waiting = [*ALWAYS, name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found[one] = None
            named = meta.find_referenced_templates(env.parse(templates[one]))
            waiting += sorted(inner for inner in named if inner)
    return tuple(found)
