"""What fields are called on pages, where their own names would not do, and which are not for readers."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

NAMES: Final = MappingProxyType(
    {
        "agenda_item": "Agenda item",
        "as_": "Standing of the words",
        "asks_split": "Who divided it into asks",
        "because": "Because of",
        "before": "What stood here before",
        "by": "By",
        "by_role": "In the role of",
        "called_there": "Called there",
        "carried_out": "Carried out?",
        "closes": "Ends where this begins",
        "counted_by_says": "Counted by",
        "date_is": "The date is of",
        "due_is": "Whose reading the date is",
        "due_says": "Due, as the paper puts it",
        "due_why": "Reason for the new date",
        "due_effect": "What the new date changes",
        "falls_on": "Falls on",
        "falls_on_role": "In the role of",
        "file": "Held copy",
        "from_": "From",
        "happened_is": "The day counts from",
        "how_we_will_know": "How we will know",
        "in_": "In",
        "named": "Whether anybody is named",
        "named_why": "What the text says of who",
        "not_shown_same_as": "Not shown to be the same person as",
        "official": "Official copy",
        "opens": "Begins",
        "printed_as": "Also printed as",
        "seen": "Seen in papers of",
        "recheck": "To be checked again",
        "sha256": "SHA-256 of the held copy",
        "stands": "Where it stands",
        "text": "Official text",
        "to": "To",
        "short": "Short name",
        "parent": "Part of",
        "voice": "Its word on badges",
        "was": "Earlier addresses of this page",
        "why_named": "Named because",
        "why_not": "Why it is not held",
        "working": "Working?",
    }
)
NONE: Final = MappingProxyType(
    {
        "at": "no meeting, and no paper of its own",
        "by": "nobody, in the papers held",
        "looked_on": "nobody has looked through them",
        "number": "printed without a number",
        "official": "no address is printed in the papers",
    }
)
"""What a page says where a record says `none`: the papers show that there is none, or show none."""
OWN: Final = frozenset(
    {"address", "prose", "status", "embargo", "sensitive", "withdrawn", "cites", "gaps", "title", "name"}
    | {"order", "id", "head_title", "in_menu", "on_paper", "in_short"}
)
"""Fields that the frame of every page shows, or that are not for readers."""


def name_of(field: str) -> str:
    """Give a field's name in words."""
    words = NAMES.get(field) or field.strip("_").replace("_", " ")
    return words[0].upper() + words[1:]
