"""Which bodies stood under which, then and now."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph.graph import Graph
from answerable.graph.trees import Tree, tree
from answerable.i18n import commas, gettext, sentences


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """The bodies of each of several times, side by side."""

    sentence: str
    trees: tuple[Tree, ...]


def then_and_now(graph: Graph) -> ThenAndNow:
    """Give the bodies in the papers of each time that the settings name."""
    trees = tuple(tree(graph, when) for when in graph.portal.settings.bodies_in)
    counts = [
        gettext("%(n)s in papers of %(date)s", n=len(one.under_another), date=one.when) for one in trees
    ]
    always = frozenset.intersection(*(one.under_another for one in trees)) if trees else frozenset()
    said: str = gettext("Bodies that papers show standing under another: %(counts)s.", counts=commas(counts))
    if len(trees) > 1:
        said = sentences(said, gettext("In all of them: %(n)s.", n=len(always)))
    return ThenAndNow(said, trees)
