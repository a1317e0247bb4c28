"""What a search may find, and what a result says of it beside its title."""

from __future__ import annotations

from generator.derive.linked import Linked
from generator.exchange.following import may_be_followed
from generator.record.fields import Record


def found(linked: Linked, record: Record) -> str:
    """Give what a result says of a record, its parts between bars: `Point 9, asked to consider|Review: …`.

    First what it is and how firm, then each badge in words, then what its asks come to. Empty for what
    no search may find: what is sensitive, and what was taken back.
    """
    if record.taken_back or not may_be_followed(linked, record):
        return ""
    card = linked.card(record.address)
    name = card.label or card.kind[0].upper() + card.kind[1:]
    kind = ", ".join(filter(None, (name, card.force)))
    standing = (f"{badge.voice}: {badge.word}" for badge in card.badges)
    return "|".join(filter(None, (kind, *standing, card.count)))
