"""Differences of two values of one kind, field by field; what only looks different is passed over.

Entries of lists are matched by their ids, else by what is equal in them, so that an entry put in
front of others is one difference and not many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from answerable.load import markdown as prose
from answerable.model.field import Citation, Part
from answerable.model.spec import specs

Key = str | int | None
Where = tuple[tuple[str, Key], ...]
"""Fields from the record inwards, each with the entry meant: `(("asks", "a"), ("due", None))`.

A field's name is as in files; an entry is an id, a name, or a number counted from 1.
"""
_EMPTY: tuple[object, ...] = (None, "", (), False)


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs, or one entry of a list that came, went or changed its place."""

    where: Where
    how: Literal["changed", "added", "removed", "reordered"]
    was: object
    """None where it was added; the entries in their old order where they were reordered."""
    now: object

    @property
    def path(self) -> str:
        """The field as a path: `asks/a/due`."""
        return "/".join(str(step) for pair in self.where for step in pair if step is not None)


def differences(old: Part, new: Part) -> Iterator[Difference]:
    """Every difference in meaning between two parts of one model, in the order of its fields."""
    yield from _parts(old, new, ())


def same_words(old: str, new: str) -> bool:
    """Whether two texts differ at most in where their lines end."""
    return old.split() == new.split()


def _parts(old: Part, new: Part, where: Where) -> Iterator[Difference]:
    for spec in specs(type(new)):
        was, now = getattr(old, spec.name), getattr(new, spec.name)
        here = (*where, (spec.alias, None))
        if not spec.declared.loaded:
            yield from _values(was, now, here)
        elif spec.name == "prose" and not _same_prose(was, now):
            yield Difference(here, "changed", was, now)


def _same_prose(old: str, new: str) -> bool:
    """Compared as a reader sees it: Markdown's lines may end elsewhere."""
    return old == new or same_words(prose.render(old, str), prose.render(new, str))


def _values(was: object, now: object, where: Where) -> Iterator[Difference]:
    if was == now or _same_texts(was, now):
        return
    if isinstance(was, Part) and isinstance(now, Part) and not isinstance(now, Citation):
        yield from _parts(was, now, where)
    elif isinstance(was, dict) and isinstance(now, dict):
        yield from _names(was, now, where)
    elif isinstance(was, tuple) and isinstance(now, tuple) and any(isinstance(x, Part) for x in was + now):
        yield from _entries(was, now, where)
    else:
        yield Difference(where, "changed", was, now)


def _same_texts(was: object, now: object) -> bool:
    if isinstance(was, str) and isinstance(now, str):
        return same_words(was, now)
    if isinstance(was, tuple) and isinstance(now, tuple) and len(was) == len(now):
        return all(
            isinstance(a, str) and isinstance(b, str) and same_words(a, b)
            for a, b in zip(was, now, strict=True)
        )
    return False


def _names(was: dict[str, Part], now: dict[str, Part], where: Where) -> Iterator[Difference]:
    for name, part in was.items():
        if name not in now:
            yield Difference(_entry_at(where, name), "removed", part, None)
    for name, part in now.items():
        if name not in was:
            yield Difference(_entry_at(where, name), "added", None, part)
        else:
            yield from _values(was[name], part, _entry_at(where, name))
    kept = tuple(name for name in was if name in now)
    order = tuple(name for name in now if name in was)
    if kept != order:
        yield Difference(where, "reordered", kept, order)


def _entries(was: Sequence[Part], now: Sequence[Part], where: Where) -> Iterator[Difference]:
    pairs = _matched(was, now)
    for i, part in enumerate(was):
        if i not in pairs:
            yield Difference(_entry_at(where, _key(part, i)), "removed", part, None)
    came = {j: i for i, j in pairs.items()}
    for j, part in enumerate(now):
        key = _entry_at(where, _key(part, j))
        if j in came:
            yield from _values(was[came[j]], part, key)
        else:
            yield Difference(key, "added", None, part)
    before = tuple(_key(now[j], j) for _, j in sorted(pairs.items()))
    after = tuple(_key(now[j], j) for j in sorted(came))
    if before != after:
        yield Difference(where, "reordered", before, after)


def _entry_at(where: Where, entry: Key) -> Where:
    """The same field, and one entry of it."""
    return (*where[:-1], (where[-1][0], entry))


def _key(part: Part, index: int) -> Key:
    """What an entry is called: its identity, else its number."""
    return _identity(part) or index + 1


def _identity(part: Part) -> str | None:
    """What makes an entry the same though all else in it changes: its own id, or what it is about."""
    return next((getattr(part, spec.name) for spec in specs(type(part)) if spec.declared.identity), None)


def _matched(was: Sequence[Part], now: Sequence[Part]) -> dict[int, int]:
    """The place in `now` of each entry of `was` that is still there, changed or not."""
    pairs: dict[int, int] = {}
    for likeness in (_equal, _same_identity, _renamed, _akin):
        for i, old in enumerate(was):
            free = [j for j in range(len(now)) if j not in pairs.values()]
            if i in pairs or not free:
                continue
            scores = [likeness(old, now[j]) for j in free]
            if max(scores):
                pairs[i] = free[scores.index(max(scores))]
    return pairs


def _equal(old: Part, new: Part) -> int:
    return int(old == new)


def _same_identity(old: Part, new: Part) -> int:
    return 1 + _same_fields(old, new) if _identity(old) and _identity(old) == _identity(new) else 0


def _renamed(old: Part, new: Part) -> int:
    """Whether all but one field is the same."""
    names = [spec.name for spec in specs(type(old))]
    return int(sum(getattr(old, name) != getattr(new, name) for name in names) == 1)


def _akin(old: Part, new: Part) -> int:
    """How much is the same in entries without an identity; a citation must share something."""
    if _identity(old) or _identity(new):
        return 0
    return _same_fields(old, new) + (not isinstance(old, Citation))


def _same_fields(old: Part, new: Part) -> int:
    pairs = [(getattr(old, spec.name), getattr(new, spec.name)) for spec in specs(type(old))]
    return sum(a == b for a, b in pairs if a not in _EMPTY)
