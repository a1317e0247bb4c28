"""What feeds and calendars share: what may stand in them, and ids that last."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from answerable.graph.values import Cite
from answerable.i18n import gettext
from answerable.model.portal import Settings


def identity(settings: Settings, key: str) -> str:
    """Give the UUID of what `key` names in this portal, the same on every day and every host.

    It follows from the site's short name and the key alone, so two portals with records at the same address
    are told apart, and a site can move. With another short name everything gets another id.
    The form is version 8 of RFC 9562: a hash of one's own choice, here SHA-256.
    """
    made = sha256(f"{settings.short}\n{key}".encode()).hexdigest()
    return f"{made[:8]}-{made[8:12]}-8{made[13:16]}-a{made[17:20]}-{made[20:32]}"


def written_in(cites: Iterable[Cite]) -> list[str]:
    """Give a sentence for each place where something is written, each place once."""
    places = (
        gettext("Written in: %(document)s, %(place)s.", document=cite.document, place=cite.place)
        for cite in cites
    )
    return list(dict.fromkeys(places))


def held_until(settings: Settings) -> str:
    """Give the sentence that says how far the papers held go."""
    return gettext("We hold papers up to %(day)s, and have not looked further.", day=settings.held_until)
