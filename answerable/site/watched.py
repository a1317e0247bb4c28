"""A portal that notes which of its records are read.

Each record, and each part of one, is stood in for by one of the same values that notes its record's address
whenever a field of it is read. What follows from the record and was worked out before notes where it is from.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, TypeVar, cast

from answerable.graph.backlinks import Backlink
from answerable.graph.events import Status
from answerable.graph.graph import Graph, link
from answerable.model.address import split
from answerable.model.field import Part, Record
from answerable.model.portal import Portal

N = TypeVar("N", bound=Status | Backlink)

ASKED_OF_ALL: Final = frozenset({"address", "kind_folder", "status", "embargo", "withdrawn", "was"})
"""What each record is asked before it is known whether a page needs it."""
_OWNER: Final = "owner of this part"
"""Beside a stand-in's values: its record's address. No field has such a name."""


@dataclass(slots=True)
class Watch:
    """The addresses of the records that were read since somebody last emptied `seen`."""

    seen: set[str] = field(default_factory=set)
    _models: dict[type[Part], type[Part]] = field(default_factory=dict)

    def over(self, public: Portal) -> Graph:
        """Give a public portal, with all that follows from it, in which reading is noted."""
        records = {address: self._stand_in(record, address) for address, record in public.records.items()}
        made = link(replace(public, records=cast("dict[str, Record]", records)))
        standing, backlinks = _Noting(made.standing), _Noting(made.backlinks)
        standing.seen = backlinks.seen = self.seen
        return replace(made, standing=standing, backlinks=backlinks)

    def _stand_in(self, part: Part, address: str) -> Part:
        model = type(part)
        if model not in self._models:
            self._models[model] = _noting(model, self.seen)
        made = model.__new__(self._models[model])
        values = {name: self._inner(value, address) for name, value in part.__dict__.items()}
        object.__setattr__(made, "__dict__", {**values, _OWNER: address})
        for name in ("__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__"):
            object.__setattr__(made, name, getattr(part, name))
        return made

    def _inner(self, value: object, address: str) -> object:
        if isinstance(value, tuple):
            return tuple(self._inner(one, address) for one in value)
        return self._stand_in(value, address) if isinstance(value, Part) else value


def _noting(model: type[Part], seen: set[str]) -> type[Part]:
    """A kind of which reading a field is noted; whatever asks for the kind itself finds it to be one."""
    noted = frozenset(model.model_fields) - ASKED_OF_ALL

    def read(self: Part, name: str) -> object:
        if name in noted:
            seen.add(object.__getattribute__(self, "__dict__")[_OWNER])
        return object.__getattribute__(self, name)

    return type(model.__name__, (model,), {"__getattribute__": read, "__module__": __name__})


class _Noting(dict[str, tuple[N, ...]]):
    """What follows from the record, by address: who looks something up has read the records it is from."""

    seen: set[str]

    def __getitem__(self, key: str) -> tuple[N, ...]:
        found = super().__getitem__(key)
        self.seen.update(_from(one) for one in found)
        return found

    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        """Give what is there, and note it."""
        try:
            return self[key]
        except KeyError:
            return default


def _from(one: Status | Backlink) -> str:
    return split(one.source)[0] if isinstance(one, Backlink) else one.update.address
