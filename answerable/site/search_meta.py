"""What a search may find, and what a result says of it beside its title."""

from __future__ import annotations

from answerable.graph.graph import Graph
from answerable.i18n import capital, commas, gettext
from answerable.model.field import Record


def found(graph: Graph, record: Record) -> tuple[str, ...]:
    """Give what a result says of a record: `Point 9, asked to consider`, then `Review: …` and the like.

    First what it is and how firm, then each badge in words, then what its asks come to. Empty for what
    no search may find: what is sensitive, and what was taken back.
    """
    if record.retracted or graph.portal.is_sensitive(record):
        return ()
    card = graph.card(record.address)
    kind = commas(filter(None, (card.label or capital(card.kind), card.force)))
    standing = (gettext("%(who)s: %(word)s", who=badge.voice, word=badge.word) for badge in card.badges)
    return tuple(filter(None, (kind, *standing, card.count)))
