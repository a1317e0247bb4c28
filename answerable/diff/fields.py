"""A field that differs → a change, with its kind and its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from answerable.diff.change import Change, Kind
from answerable.diff.differences import Difference, Key, Where
from answerable.diff.sentences import called, cut, sentence, short, shown
from answerable.model.address import split
from answerable.model.date import When
from answerable.model.field import Part, Record
from answerable.model.kinds.series import Item, Series
from answerable.model.kinds.update import Correction, Promise, Statement, Update
from answerable.model.portal import Portal
from answerable.model.register import NAME
from answerable.model.registry import citations

KINDS: Final = MappingProxyType(
    {
        "status": Kind.STATUS,
        "embargo": Kind.STATUS,
        "withdrawn": Kind.STATUS,
        "sensitive": Kind.STATUS,
        "cites": Kind.CITATION,
        "printed_also": Kind.CITATION,
        "links": Kind.LINK,
        "roles": Kind.ROLE,
        "wordings": Kind.OFFICIAL,
        "sha256": Kind.OFFICIAL,
        "asks": Kind.WORDING,
        "in_short": Kind.WORDING,
        "force": Kind.STANDING,
        "measures": Kind.MEASURE,
        "how_we_will_know": Kind.MEASURE,
        "measurements": Kind.MEASURE,
        "sign_off": Kind.MEASURE,
        "evidence": Kind.CITATION,
        "owners": Kind.OWNER,
        "owners_role": Kind.OWNER,
        "named": Kind.OWNER,
        "named_why": Kind.OWNER,
        "contributions": Kind.OWNER,
        "asked_of": Kind.OWNER,
        "title": Kind.TITLE,
        "name": Kind.TITLE,
        "short": Kind.TITLE,
        "due": Kind.DATE,
    }
)
"""The kind of change by the name of the field; of nested fields the innermost that is named here."""

FILES: Final = MappingProxyType(
    {
        "statuses.yaml": "Words on badges",
        "words.yaml": "Words to avoid",
        "site.yaml": "Settings",
        NAME: "Register of public addresses",
    }
)
"""What stands beside the records, and what it is called."""
FILES_KINDS: Final = MappingProxyType(
    {"statuses.yaml": Kind.VOCABULARY, "words.yaml": Kind.SETTING, "site.yaml": Kind.SETTING}
)

ONE: Final = MappingProxyType(
    {
        "asks": "ask",
        "cites": "citation",
        "links": "link",
        "gaps": "gap",
        "moves": "move",
        "items": "item",
        "roles": "role",
        "wordings": "official wording",
        "contributions": "contribution",
        "notes": "note",
        "printed_as": "printed name",
        "printed_also": "citation",
        "places": "place",
        "copies": "copy",
        "parts": "part",
        "findings": "finding",
        "also_called": "other title",
        "questions": "question",
        "observations": "observation",
        "said": "remark",
        "attendance": "attendance",
        "dates": "date",
        "not_read": "paper not read",
        "suggests": "suggestion",
        "evidence": "what is shown",
        "predecessors": "forerunner",
        "not_shown_same_as": "person not shown to be the same",
    }
)
"""What one entry of a list is called."""

CALLED: Final = MappingProxyType(
    {
        "prose": "text",
        "asks": "wording",
        "owners": "who it falls on",
        "due": "due date",
        "owners_role": "role it falls on",
        "due_is": "basis of the due date",
        "at": "place",
        "in": "document",
        "status": "public state",
        "named": "how its owner is named",
        "quote": "words to find",
        "one": "word for one of its items",
        "many": "word for its items",
        "order": "place in the order",
        "by": "who it is by",
    }
)
"""What a field is called where its own name says too little."""


OWN: Final[Mapping[tuple[type, str], Kind]] = MappingProxyType(
    {
        (Item, "prose"): Kind.WORDING,
        (Promise, "title"): Kind.WORDING,
        (Promise, "by"): Kind.OWNER,
        (Statement, "prose"): Kind.OFFICIAL,
        (Correction, "before"): Kind.WORDING,
        (Correction, "after"): Kind.WORDING,
        (Correction, "why"): Kind.WORDING,
    }
)
"""The kind of change where a field says something else in one kind of record than in others."""
SPEAKS: Final = frozenset(
    {"by", "reported_by", "basis", "order", "in_part", "adopted_by"}
    | {"carried_out", "working", "recheck", "rating"}
)
"""In an update: what a badge says besides its word, and in whose voice."""
LOOSE: Final = frozenset({Kind.CITATION, Kind.LINK, Kind.TEXT, Kind.FIELD})
"""What is evidence removed where a citation goes with it; other kinds are as grave already."""


def change(old: Portal, new: Portal, address: str, difference: Difference) -> Change:
    """Give the change that a difference in a record is; `address` may be that of a settings file."""
    where, reference = difference.where, address
    record = new.records.get(address)
    field, entry = where[0]
    if isinstance(record, Item | Series) and field == "asks" and len(where) > 1:
        reference, where = f"{address}#{entry}", where[1:]
    subject = called(new, reference) if record else FILES.get(address, address)
    was, now = shown(old, difference.was), shown(new, difference.now)
    if was == now:  # two records may bear one name; their addresses differ
        was, now = str(difference.was), str(difference.now)
    said = sentence(f"{subject}: {_said(difference, _path(new, where), was, now)}")
    return Change(_kind(address, record, difference), reference, difference.path, was, now, said)


def _kind(address: str, record: Record | None, difference: Difference) -> Kind:
    if address in FILES:
        return FILES_KINDS[address]
    if difference.how == "reordered":
        return Kind.ORDER
    own = OWN.get((type(record), difference.where[0][0]))
    if own:
        return own
    if isinstance(record, Update) and SPEAKS.intersection(field for field, _ in difference.where):
        return Kind.STANDING
    found = _by_name(difference)
    if found in LOOSE and _is_evidence_gone(difference):
        return Kind.EVIDENCE
    return Kind.FIELD if found is Kind.DATE and difference.where[0][0] == "moves" else found


def _by_name(difference: Difference) -> Kind:
    """The kind by the field's name, else by what it holds."""
    for field, _ in reversed(difference.where):
        if field in KINDS:
            return KINDS[field]
    value = difference.now if difference.was is None else difference.was
    if isinstance(value, When):
        return Kind.DATE
    return Kind.TEXT if isinstance(value, str) and _is_words(value) else Kind.FIELD


def _is_evidence_gone(difference: Difference) -> bool:
    """Whether a place that was cited is cited here no longer; other words of the same place are the same."""
    was, now = (_places(value) for value in (difference.was, difference.now))
    return bool(was - now)


def _places(value: object) -> set[tuple[str, str]]:
    return {(cited.in_, cited.at) for _, cited in citations(value)} if isinstance(value, Part) else set()


def _is_words(value: str) -> bool:
    return " " in value.strip()


def _path(portal: Portal, where: Where) -> str:
    last = len(where) - 1
    return ", ".join(_step(portal, *step, last=at == last) for at, step in enumerate(where))


def _step(portal: Portal, field: str, entry: Key, *, last: bool) -> str:
    """A step on the way to a field, in words: `ask a`, `due date`; what is told in full is not named too."""
    if entry is None:
        return CALLED.get(field, field.replace("_", " "))
    one = ONE.get(field, field)
    reference = isinstance(entry, str) and split(entry)[0] in portal.records
    if last and (reference or isinstance(entry, int)):
        return one
    return f"{one} ({called(portal, str(entry))})" if reference else f"{one} {entry}"


def _said(difference: Difference, path: str, was: str, now: str) -> str:
    match difference.how:
        case "added":
            return f"{path} added: {short(now)}"
        case "removed":
            return f"{path} removed: {short(was)}"
        case "reordered":
            return f"the order of {difference.where[-1][0]} changed from {was} to {now}"
    if not was:
        return f"{path} first set: {short(now)}"
    if not now:
        return f"{path} taken out; it was {short(was)}"
    was, now = cut(was, now)
    verb = "changed in place" if difference.where[-1][0] == "due" else "changed"
    return f"{path} {verb} from {was} to {now}"
