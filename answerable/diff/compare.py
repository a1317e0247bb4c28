"""Comparison of two portals: what changed in meaning, each change with its sentence, by address.

A record came, went, moved to another address, or a field of it differs; so does a setting, a word on badges
or a line of the register. What moved a standing or a date is in `status.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from answerable.diff.change import Change, Kind
from answerable.diff.differences import Difference, Key, Where, differences
from answerable.diff.sentences import called, cut, in_words, sentence, short
from answerable.diff.status import status_changes
from answerable.model.address import split
from answerable.model.date import day_in_words
from answerable.model.field import Part, Record
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.kinds.statement import Statement
from answerable.model.kinds.update import Update
from answerable.model.portal import Portal, Settings
from answerable.model.register import NAME, Line
from answerable.model.registry import citations, kind_of
from answerable.model.spec import FieldSpec, Meaning, spec
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words


def compare(old: Portal, new: Portal) -> tuple[Change, ...]:
    """Every change in meaning between two portals; a portal and itself give none.

    The order of keys, where lines end and whether a default is written out are no change
    in meaning. What stands is worked out for both from their updates, so that a standing that moved
    is told of its item, whichever file moved it.
    """
    changes = [*_records(old, new), *status_changes(old, new), *_register_changes(old, new)]
    for address, was, now in (
        ("statuses.yaml", old.vocabulary, new.vocabulary),
        ("words.yaml", old.words, new.words),
        ("site.yaml", old.settings, new.settings),
    ):
        changes += (_change(old, new, address, difference) for difference in differences(was, now))
    return tuple(sorted(changes, key=lambda one: one.order))


def _records(old: Portal, new: Portal) -> Iterator[Change]:
    gone = {address: record for address, record in old.records.items() if address not in new.records}
    for address, record in new.records.items():
        if address in old.records:
            for difference in differences(old.records[address], record):
                yield _change(old, new, address, difference)
        elif before := next((a for a, r in gone.items() if _moved_here(r, record)), None):
            yield _readdressed(new, before, address)
            for difference in differences(
                gone.pop(before).model_copy(update={"aliases": record.aliases}), record
            ):
                yield _change(old, new, address, difference)
        else:
            yield _added(new, record)
    for record in gone.values():
        yield _removed(old, record)


def _moved_here(one: Record, other: Record) -> bool:
    """Whether a record says that it had the other's address, or is the same but for that."""
    same = one.model_copy(update={"address": other.address, "aliases": other.aliases}) == other
    return type(one) is type(other) and (one.address in other.aliases or same)


def _readdressed(portal: Portal, before: str, now: str) -> Change:
    words = f"the address changed from {before} to {now}"
    if before in portal.records[now].aliases:
        words += "; the old one leads on."
    else:
        words += ". An address stays for good: keep the old one, or list it under aliases."
    return Change(Kind.READDRESSED, now, "", before, now, f"{called(portal, now)}: {words}")


def _added(portal: Portal, record: Record) -> Change:
    kind, words = Kind.ADDED, [f"New {_kind_of(portal, record)}: “{record.heading}”"]
    match record:
        case Correction():
            kind = Kind.CORRECTION
            words += [
                f"It said: “{record.before}” It says: “{record.after}” Why: {record.why.rstrip('.')}",
                f"Approved by: {record.approved_by}",
            ]
        case Statement():
            kind = Kind.STATEMENT
            by, on = called(portal, record.by), in_words(portal, record.on)
            about = " and ".join(called(portal, reference) for reference in record.about)
            words = [f"New statement by {by}, {on}, about {about}"]
        case Update():
            by, moves = called(portal, record.by), _count(len(record.moves), "move")
            words += [f"{_capital(record.happened.words)}, by {by}, with {moves}"]
        case Item():
            words += [f"With {_count(len(record.asks), 'ask')} and {_count(len(record.links), 'link')}"]
    words.append(f"{_count(sum(1 for _ in citations(record)), 'citation')}{_state(record)}")
    return Change(kind, record.address, "", "", record.heading, sentence(". ".join(map(_capital, words))))


def _removed(portal: Portal, record: Record) -> Change:
    words = f"The {_kind_of(portal, record)} “{record.heading}” is removed"
    if record.status == "published":
        words += ". It was published: withdraw it instead, so that its address goes on saying why"
    return Change(Kind.REMOVED, record.address, "", record.heading, "", sentence(words))


def _kind_of(portal: Portal, record: Record) -> str:
    """What a record is, in a word: `update`, `recommendation`."""
    series = portal.records.get(record.address.rpartition("/")[0])
    if isinstance(record, Item) and isinstance(series, Series):
        return series.one
    return kind_of(record.address).one


def _state(record: Record) -> str:
    if record.status != "published":
        return f". Not public: {record.status}"
    return f". Not public before {day_in_words(record.embargo)}" if record.embargo else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


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


def _change(old: Portal, new: Portal, address: str, difference: Difference) -> Change:
    """The change that a difference in a record is; `address` may be that of a settings file."""
    reference, record = address, new.records.get(address)
    model = type(record) if record else FILES_MODELS[address][0]
    steps = tuple(_steps(model, difference.where))
    kind = _kind(address, difference, [field for field, _ in steps])
    if isinstance(record, Item | Series) and steps[0][0].part is Ask and len(steps) > 1:
        reference, steps = f"{address}#{steps[0][1]}", steps[1:]
    subject = called(new, reference) if record else FILES.get(address, address)
    was, now = in_words(old, difference.was), in_words(new, difference.now)
    if was == now:  # two records may bear one name; their addresses differ
        was, now = str(difference.was), str(difference.now)
    words = sentence(f"{subject}: {_field_words(difference, _path(new, steps), steps[-1][0], was, now)}")
    return Change(kind, reference, difference.path, was, now, words)


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
    kind = _meant(meanings, fields[-1], difference)
    return Kind.EVIDENCE if kind in LOOSE and _is_evidence_gone(difference) else kind


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


def _field_words(difference: Difference, path: str, field: FieldSpec, was: str, now: str) -> str:
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


BACK = "The register only grows: put the line back"


def _register_changes(old: Portal, new: Portal) -> Iterator[Change]:
    """One change for all the lines that were added, and one for each line that is gone or altered."""
    held, kept = set(old.register), set(new.register)
    added = {(line.address, line.state): line for line in new.register if line not in held}
    for line in old.register:
        if line not in kept:
            yield _lost(line, added.pop((line.address, line.state), None))
    if added:
        lines = tuple(added.values())
        yield Change(Kind.REGISTER, NAME, "", "", f"{len(lines)}", _grown(lines, old.register))


def _lost(line: Line, instead: Line | None) -> Change:
    if instead:
        was, now = day_in_words(line.day), day_in_words(instead.day)
        words = f"“{line.address}” was {line.state} from {was}, and the day was altered to {now}. {BACK}."
        return Change(Kind.REGISTER, NAME, line.address, str(line), str(instead), words)
    words = f"“{line.address}”, {line.state} from {day_in_words(line.day)}, is no longer in it. {BACK}."
    return Change(Kind.REGISTER, NAME, line.address, str(line), "", words)


def _grown(lines: Sequence[Line], before: Sequence[Line]) -> str:
    """How many were added; a merge of two branches may put some above the last line that was there."""
    words = "1 line was added to it." if len(lines) == 1 else f"{len(lines)} lines were added to it."
    inside = sum(1 for line in lines if before and line.day < before[-1].day)
    if inside:
        words += f" Of an earlier day than its last line was: {inside}."
    return words
