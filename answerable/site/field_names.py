"""What fields are called on pages, and which are not for readers."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from answerable.i18n import capital, gettext, pgettext
from answerable.model.field import SERIES_FOLDERS

NAMES: Final = MappingProxyType(
    {
        "about": pgettext("a field", "About"),
        "add": pgettext("a field", "Add"),
        "ages": pgettext("a field", "Ages"),
        "area": pgettext("a field", "Area"),
        "cost": pgettext("a field", "Cost"),
        "hours": pgettext("a field", "Hours"),
        "languages": pgettext("a field", "Languages"),
        "agenda": pgettext("a field", "Agenda"),
        "agenda_item": pgettext("a field", "Agenda item"),
        "also": pgettext("a field", "Also"),
        "also_called": pgettext("a field", "Also called"),
        "announced": pgettext("a field", "Announced"),
        "approved_by": pgettext("a field", "Approved by"),
        "asked_of": pgettext("a field", "Asked of"),
        "at": pgettext("a field", "Where"),
        "basis": pgettext("a field", "Basis"),
        "adopted_by": pgettext("a field", "Because of"),
        "predecessors": pgettext("a field", "What stood here before"),
        "body": pgettext("a field", "Body"),
        "bsl": pgettext("a field", "In British Sign Language"),
        "by": pgettext("a field", "By"),
        "by_chat": pgettext("a field", "Web chat"),
        "by_role": pgettext("a field", "In the role of"),
        "by_text": pgettext("a field", "By text message"),
        "called_there": pgettext("a field", "Called there"),
        "carried_out": pgettext("a field", "Carried out?"),
        "caution": pgettext("a field", "Caution"),
        "change": pgettext("a field", "Change"),
        "checked": pgettext("a field", "Last confirmed"),
        "checked_by": pgettext("a field", "Confirmed by"),
        "ends_before": pgettext("a field", "Ends where this begins"),
        "commissioned_by": pgettext("a field", "Commissioned by"),
        "contributions": pgettext("a field", "Contributions"),
        "copies": pgettext("a field", "Copies"),
        "counted_by": pgettext("a field", "Counted by"),
        "counted_by_says": pgettext("a field", "Counted by"),
        "counts": pgettext("a field", "Counts"),
        "date": pgettext("a field", "Date"),
        "date_is": pgettext("a field", "The date is of"),
        "dates": pgettext("a field", "Dates"),
        "differs_at": pgettext("a field", "Differs at"),
        "due": pgettext("a field", "Due"),
        "due_effect": pgettext("a field", "What the new date changes"),
        "due_is": pgettext("a field", "Whose reading the date is"),
        "due_says": pgettext("a field", "Due, as the paper puts it"),
        "due_why": pgettext("a field", "Reason for the new date"),
        "error": pgettext("a field", "An error of ours"),
        "expansions": pgettext("a field", "Expansions"),
        "file": pgettext("a field", "Held copy"),
        "first": pgettext("a field", "First"),
        "follows": pgettext("a field", "Follows"),
        "forwarded_to": pgettext("a field", "Forwarded to"),
        "from_": pgettext("a field", "From"),
        "happened": pgettext("a field", "Happened"),
        "happened_is": pgettext("a field", "The day counts from"),
        "held": pgettext("a field", "Held"),
        "how": pgettext("a field", "How"),
        "how_we_will_know": pgettext("a field", "How we will know"),
        "implied": pgettext("a field", "Implied"),
        "in_part": pgettext("a field", "In part"),
        "in_source_glossary": pgettext("a field", "In source glossary"),
        "inside": pgettext("a field", "Inside"),
        "kind": pgettext("a field", "Kind"),
        "last": pgettext("a field", "Last"),
        "looked_by": pgettext("a field", "Looked by"),
        "looked_on": pgettext("a field", "Looked on"),
        "made": pgettext("a field", "Made"),
        "means": pgettext("a field", "Means"),
        "measures": pgettext("a field", "Measures"),
        "meeting": pgettext("a field", "Meeting"),
        "minutes": pgettext("a field", "Minutes"),
        "moved_by": pgettext("a field", "Moved by"),
        "next": pgettext("a field", "Next"),
        "not_read": pgettext("a field", "Not read"),
        "not_shown_same_as": pgettext("a field", "Not shown to be the same person as"),
        "note": pgettext("a field", "Note"),
        "number": pgettext("a field", "Number"),
        "numbered": pgettext("a field", "Numbered"),
        "numbering": pgettext("a field", "Numbering"),
        "offered_reply": pgettext("a field", "A reply was offered"),
        "official": pgettext("a field", "Official copy"),
        "on": pgettext("a field", "On"),
        "on_bill": pgettext("a field", "On a phone bill"),
        "starts_with": pgettext("a field", "Begins"),
        "other": pgettext("a field", "Other"),
        "pages": pgettext("a field", "Pages"),
        "papers": pgettext("a field", "Papers"),
        "parent": pgettext("a field", "Part of"),
        "period": pgettext("a field", "Period"),
        "person": pgettext("a field", "Person"),
        "place": pgettext("a field", "Place"),
        "printed_as": pgettext("a field", "Also printed as"),
        "public": pgettext("a field", "Public"),
        "published": pgettext("a field", "Published"),
        "question": pgettext("a field", "Question"),
        "rating": pgettext("a field", "Rating"),
        "received": pgettext("a field", "Received"),
        "recheck": pgettext("a field", "To be checked again"),
        "role": pgettext("a field", "Role"),
        "roles": pgettext("a field", "Roles"),
        "said": pgettext("a field", "Said"),
        "before": pgettext("a field", "Said"),
        "says": pgettext("a field", "Says"),
        "after": pgettext("a field", "Says"),
        "seconded_by": pgettext("a field", "Seconded by"),
        "seen": pgettext("a field", "Seen in papers of"),
        "sha256": pgettext("a field", "SHA-256 of the held copy"),
        "short": pgettext("a field", "Short name"),
        "evidence": pgettext("a field", "Shows"),
        "stands": pgettext("a field", "Where it stands"),
        "suggests": pgettext("a field", "Suggests"),
        "text": pgettext("a field", "Official text"),
        "time": pgettext("a field", "Time"),
        "to": pgettext("a field", "To"),
        "under": pgettext("a field", "Under"),
        "label": pgettext("a field", "Its word on badges"),
        "aliases": pgettext("a field", "Earlier addresses of this page"),
        "what": pgettext("a field", "What"),
        "when": pgettext("a field", "When"),
        "who_for": pgettext("a field", "For"),
        "why": pgettext("a field", "Why"),
        "why_named": pgettext("a field", "Named because"),
        "why_not": pgettext("a field", "Why it is not held"),
        "why_not_": pgettext("a field", "No reply was offered"),
        "working": pgettext("a field", "Working?"),
    }
)
"""What each field is called, by its name in Python."""
NONE: Final = MappingProxyType(
    {
        "at": gettext("no meeting that a paper held names"),
        "by": gettext("nobody, in the papers held"),
        "looked_on": gettext("nobody has looked through them"),
        "number": gettext("printed without a number"),
        "official": gettext("no address is printed in the papers"),
    }
)
"""What a page says where a record says `none`: the papers show that there is none, or show none."""
_SERIES = frozenset({"by", "asked_of", "date", "date_is"})
OPENS: Final = MappingProxyType(
    {
        **dict.fromkeys(sorted(SERIES_FOLDERS), _SERIES),
        "corrections": frozenset({"on", "approved_by"}),
        "documents": frozenset({"by", "commissioned_by", "date", "date_is"}),
        "figures": frozenset({"counted_by", "period"}),
        "meetings": frozenset({"body", "date", "time", "place"}),
        "promises": frozenset({"by", "by_role", "asked_of", "made", "due"}),
        "statements": frozenset({"by", "on"}),
        "updates": frozenset({"by", "at", "offered_reply", "why_not_"}),
    }
)
"""Fields that stand above a page's summary, by the kind's folder: who answers for it, and when."""
OWN: Final = frozenset(
    {"address", "prose", "status", "embargo", "sensitive", "withdrawn", "cites", "gaps", "title", "name"}
    | {"order", "id", "head_title", "in_menu", "certain", "everyday", "on_paper"}
    | {"in_short"}
)
"""Fields that the frame of every page shows, or that are not for readers."""
PRINTED: Final = frozenset(
    {
        "also",
        "as_",
        "as_printed",
        "by_role",
        "called_there",
        "ends_before",
        "expansions",
        "owners_role",
        "starts_with",
    }
    | {"role", "roles", "short", "label"}
)
"""Fields whose values are names and phrases as papers print them, or words on badges."""


def name_of(field: str) -> str:
    """Give what a field is called; one without a name here is called by its own."""
    return NAMES.get(field) or capital(field.strip("_").replace("_", " "))
