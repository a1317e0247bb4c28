"""Which bodies stood under which, then and now."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.linked import Linked
from generator.derive.trees import Tree, tree


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """The bodies of each of several times, side by side."""

    sentence: str
    trees: tuple[Tree, ...]


def then_and_now(linked: Linked) -> ThenAndNow:
    """Give the bodies in the papers of each time that the settings name."""
    trees = tuple(tree(linked, when) for when in linked.portal.settings.bodies_in)
    counts = [f"{len(one.under_another)} in papers of {one.when}" for one in trees]
    always = frozenset.intersection(*(one.under_another for one in trees)) if trees else frozenset()
    said = f"Bodies that papers show standing under another: {', '.join(counts)}."
    return ThenAndNow(f"{said} In all of them: {len(always)}." if len(trees) > 1 else said, trees)
