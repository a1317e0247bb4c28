"""A change in meaning, and the kinds of change there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from answerable.model.address import split


class Kind(Enum):
    """Kinds of change, in the order in which a report lists them of one record."""

    READDRESSED = "address changed"
    ADDED = "record added"
    REMOVED = "record removed"
    PUBLIC_STATE = "public state changed"
    CORRECTION = "correction added"
    STATEMENT = "statement added"
    STATUS = "standing moved"
    DATE = "date changed"
    OWNER = "owner changed"
    OFFICIAL = "official text altered"
    WORDING = "wording of an ask altered"
    MEASURE = "measure changed"
    VALUE = "value changed"
    TITLE = "title changed"
    TEXT = "words changed"
    ROLE = "role changed"
    CITATION = "citation changed"
    EVIDENCE = "evidence removed"
    LINK = "link changed"
    VOCABULARY = "word on badges changed"
    SETTING = "setting changed"
    REGISTER = "register changed"
    ORDER = "order changed"
    FIELD = "other field changed"


_ORDER = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Change:
    """One change in meaning between two revisions."""

    kind: Kind
    address: str
    """The record, or the ask in it; the file's name (`site.yaml`) for what stands beside the records."""
    field: str
    """The field as files name it: `asks/a/due`; empty where the whole record came or went."""
    was: str
    """In words, whole; empty where there was nothing."""
    now: str
    sentence: str
    """The change for a reader, with who and what it is about; long texts cut to where they differ."""
    update: str = ""
    """The update in which a step of a standing or a date was said, or was said until now."""

    @property
    def record(self) -> str:
        """The address of the record."""
        return split(self.address)[0]

    @property
    def order(self) -> tuple[str, int, str, str, str]:
        """For sorting: by record, then as kinds are told."""
        return (self.record, _ORDER.index(self.kind), self.address, self.field, self.sentence)
