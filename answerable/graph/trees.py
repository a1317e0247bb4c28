"""Which bodies stand under which, in the papers of a time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.graph.graph import Graph
from answerable.graph.values import Card
from answerable.i18n import commas, gettext, sentences
from answerable.model.date import When
from answerable.model.kinds.body import Body, Predecessor
from answerable.model.spec import word

_YEAR = re.compile(r"\b[0-9]{4}\b")


@dataclass(frozen=True, slots=True)
class Node:
    """A body with those that stand under it."""

    address: str
    card: Card
    stands: str
    """Its place among the others, where papers give it no parent."""
    before: tuple[tuple[Card, str], ...]
    """What stood here before it: the body, and how and when it changed."""
    under: tuple[Node, ...] = ()
    """Those beneath it, by name."""
    named: bool = True
    """Whether papers of the time name it, or only what stands under it."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The bodies of one time."""

    when: str
    roots: tuple[Node, ...]
    """Those under no other that have others under them."""
    alone: tuple[Node, ...]
    """Those under no other that have none under them."""
    under_another: frozenset[str]
    """The addresses of those that stand under another."""


def tree(graph: Graph, when: When) -> Tree:
    """Bodies that papers of a time name, each under the one it is part of."""
    bodies = {body.address: body for body in graph.portal.of(Body)}
    named = {address for address, body in bodies.items() if named_in(body, when)}
    with_above = set(named)
    for address in named:
        above = bodies[address].parent
        while above and above not in with_above:
            with_above.add(above)
            above = bodies[above].parent
    under: dict[str, list[Body]] = {}
    for address in with_above:
        if above := bodies[address].parent:
            under.setdefault(above, []).append(bodies[address])
    tops = sorted(
        (bodies[a] for a in with_above if not bodies[a].parent), key=lambda body: body.name.casefold()
    )
    return Tree(
        when=when.words,
        roots=tuple(_node(graph, body, under, named) for body in tops if body.address in under),
        alone=tuple(_node(graph, body, under, named) for body in tops if body.address not in under),
        under_another=frozenset(address for address in named if bodies[address].parent),
    )


def counts(trees: Sequence[Tree]) -> str:
    """How many bodies stand under another at each time, and how many at all of them, in sentences."""
    times = [gettext("%(n)s in papers of %(date)s", n=len(one.under_another), date=one.when) for one in trees]
    sentence: str = gettext(
        "Bodies that papers show standing under another: %(counts)s.", counts=commas(times)
    )
    if len(trees) > 1:
        always = frozenset.intersection(*(one.under_another for one in trees))
        return sentences(sentence, gettext("In all of them: %(n)s.", n=len(always)))
    return sentence


def named_in(body: Body, when: When) -> bool:
    """Whether papers show a body at a time: in the years they show it, else from its first day to its last.

    Where only an end is known it counts at the end alone, and where nothing is known at no time.
    """
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return False
    years = [int(year) for year in _YEAR.findall(body.seen or "")]
    if years:
        return min(years) <= last.year and first.year <= max(years)
    begins = body.from_ or body.to
    if begins is None:
        return False
    start, end = begins.earliest or begins.latest, body.to.latest if body.to else None
    return start is not None and start <= last and (end is None or first <= end)


def _node(graph: Graph, body: Body, under: Mapping[str, list[Body]], named: set[str]) -> Node:
    beneath = sorted(under.get(body.address, ()), key=lambda one: one.name.casefold())
    before = tuple((graph.card(one.body), _changed(one)) for one in body.predecessors)
    nodes = tuple(_node(graph, one, under, named) for one in beneath)
    return Node(
        body.address, graph.card(body.address), body.stands or "", before, nodes, body.address in named
    )


def _changed(one: Predecessor) -> str:
    """How and when a body changed, and whether the source says so."""
    change, date = word(one, "change"), one.on.words
    if one.basis == "in the source":
        return gettext("%(change)s, %(date)s", change=change, date=date)
    return gettext("%(change)s, %(date)s, as we presume", change=change, date=date)
