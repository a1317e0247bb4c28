"""A field that differs → a change, with its kind and its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from answerable.diff.change import Change, Kind
from answerable.diff.differences import Difference, Key, Where
from answerable.diff.sentences import called, cut, sentence, short, shown
from answerable.model.address import split
from answerable.model.field import Part
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.portal import Portal, Settings
from answerable.model.register import NAME
from answerable.model.registry import citations
from answerable.model.spec import FieldSpec, Meaning, spec
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words

FILES: Final = MappingProxyType(
    {
        "statuses.yaml": "Words on badges",
        "words.yaml": "Words to avoid",
        "site.yaml": "Settings",
        NAME: "Register of public addresses",
    }
)
"""What stands beside the records, and what it is called."""
FILES_MODELS: Final = MappingProxyType[str, tuple[type[Part], Kind]](
    {
        "statuses.yaml": (Vocabulary, Kind.VOCABULARY),
        "words.yaml": (Words, Kind.SETTING),
        "site.yaml": (Settings, Kind.SETTING),
    }
)
LOOSE: Final = frozenset({Kind.CITATION, Kind.LINK, Kind.TEXT, Kind.FIELD})
"""What is evidence removed where a citation goes with it; other kinds are as grave already."""


def change(old: Portal, new: Portal, address: str, difference: Difference) -> Change:
    """The change that a difference in a record is; `address` may be that of a settings file."""
    reference, record = address, new.records.get(address)
    model = type(record) if record else FILES_MODELS[address][0]
    steps = tuple(_steps(model, difference.where))
    kind = _kind(address, difference, [field for field, _ in steps])
    if isinstance(record, Item | Series) and steps[0][0].part is Ask and len(steps) > 1:
        reference, steps = f"{address}#{steps[0][1]}", steps[1:]
    subject = called(new, reference) if record else FILES.get(address, address)
    was, now = shown(old, difference.was), shown(new, difference.now)
    if was == now:  # two records may bear one name; their addresses differ
        was, now = str(difference.was), str(difference.now)
    said = sentence(f"{subject}: {_said(difference, _path(new, steps), steps[-1][0], was, now)}")
    return Change(kind, reference, difference.path, was, now, said)


def _steps(model: type[BaseModel] | None, where: Where) -> Iterator[tuple[FieldSpec, Key]]:
    """The fields on the way to a difference, each with the entry meant."""
    for name, entry in where:
        if model:
            field = spec(model, name)
            yield field, entry
            model = field.part


def _kind(address: str, difference: Difference, fields: Sequence[FieldSpec]) -> Kind:
    if address in FILES_MODELS:
        return FILES_MODELS[address][1]
    if difference.how == "reordered":
        return Kind.ORDER
    meanings = [field.declared.change for field in fields]
    if Meaning.STATUS in meanings:
        return Kind.STATUS
    found = _meant(meanings, fields[-1], difference)
    return Kind.EVIDENCE if found in LOOSE and _is_evidence_gone(difference) else found


def _meant(meanings: Sequence[Meaning | None], field: FieldSpec, difference: Difference) -> Kind:
    """The kind that the innermost field declares which means anything; else what the value is."""
    declared = (one for one in reversed(meanings) if one not in (None, Meaning.MINOR))
    if meaning := next(declared, None):
        return Kind[meaning.name]
    if meanings[-1] is None:
        return Kind.DATE if field.holds == "date" else Kind.VALUE
    value = difference.now if difference.was is None else difference.was
    return Kind.TEXT if isinstance(value, str) and _is_words(value) else Kind.FIELD


def _is_evidence_gone(difference: Difference) -> bool:
    """Whether a place that was cited is cited here no longer; other words of the same place are the same."""
    was, now = (_places(value) for value in (difference.was, difference.now))
    return bool(was - now)


def _places(value: object) -> set[tuple[str, str]]:
    return {(cited.in_, cited.at) for _, cited in citations(value)} if isinstance(value, Part) else set()


def _is_words(value: str) -> bool:
    return " " in value.strip()


def _path(portal: Portal, steps: Sequence[tuple[FieldSpec, Key]]) -> str:
    last = len(steps) - 1
    return ", ".join(_step(portal, *step, last=number == last) for number, step in enumerate(steps))


def _step(portal: Portal, field: FieldSpec, entry: Key, *, last: bool) -> str:
    """A step on the way to a field, in words: `ask a`, `due date`; what is told in full is not named too."""
    one = field.declared.called or field.alias.replace("_", " ")
    if entry is None:
        return one
    reference = isinstance(entry, str) and split(entry)[0] in portal.records
    if last and (reference or isinstance(entry, int)):
        return one
    return f"{one} ({called(portal, str(entry))})" if reference else f"{one} {entry}"


def _said(difference: Difference, path: str, field: FieldSpec, was: str, now: str) -> str:
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
    verb = "changed in place" if field.declared.change is Meaning.DATE else "changed"
    return f"{path} {verb} from {was} to {now}"
