"""Public and not public: a public record leans on nothing that is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.check.at import at
from generator.problems import Problem
from generator.record.addresses import split
from generator.record.kinds import references
from generator.record.portal import Portal


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """A public record refers to no other; drafts do not lie in a public repository."""
    hidden = {a for a, r in portal.records.items() if not r.is_public(today)}
    for address, record in portal.records.items():
        if address in hidden:
            if address not in portal.private and portal.settings.repository == "public":
                message = "This record is not public, and its folder is."
                yield at(
                    portal,
                    address,
                    ("status",),
                    message,
                    "Keep it in a private folder, given with --private.",
                )
            continue
        for reference in references(record):
            if split(reference.target)[0] in hidden:
                message = f'"{reference.target}" is not public, and this record is.'
                yield at(
                    portal,
                    address,
                    reference.where,
                    message,
                    "Publish both together, or take the reference out.",
                )
