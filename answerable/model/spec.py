"""The declaration of a field, and the one introspection of fields: all that is said of a field, read once.

A field's type says what it holds, and a `Declared` beside it what else there is to say. Whoever needs any
of it asks `specs`. What nobody declared has the careful answer: it is shown, compared, judged as our own
words, and a change of it is substantive.
"""

from __future__ import annotations

import ast
import sys
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import Enum, auto
from functools import cache
from inspect import getsource
from itertools import pairwise
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from answerable.i18n import Message, capital, gettext, pgettext
from answerable.model.date import When

Holds = Literal[
    "text", "id", "hash", "colour", "yes or no", "whole number", "date", "day", "choice", "reference", "part"
]
_HOLDS: Final = MappingProxyType[object, Holds](
    {str: "text", bool: "yes or no", int: "whole number", When: "date", date: "day"}
)


class Voice(Enum):
    """Whose words a field holds."""

    OURS = auto()
    PAPER = auto()
    """Names and phrases as papers print them, and words on badges."""
    NAME = auto()
    """Names, numbers and facts, which are nobody's manner of speaking."""
    CODE = auto()
    """Addresses, hashes and the like, which hold no words."""
    INTERNAL = auto()
    """For those who publish; nothing public has it."""


class Meaning(Enum):
    """What a change of a field means; each but MINOR is the name of a kind of change."""

    PUBLIC_STATE = auto()
    STATUS = auto()
    DATE = auto()
    OWNER = auto()
    OFFICIAL = auto()
    WORDING = auto()
    MEASURE = auto()
    TITLE = auto()
    ROLE = auto()
    CITATION = auto()
    LINK = auto()
    VALUE = auto()
    """What nobody declared: substantive."""
    MINOR = auto()
    """Never substantive by itself."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text as a reference: the folders it may lead to (none: any), whether `none` may stand."""

    folders: tuple[str, ...] = ()
    none: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """The heading of the way back: under it a page names the records that refer to its subject."""

    label: str
    place: int = 100
    """Its place among the headings of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Marks a field, or a type that fields have, with what is said of it; what stands further out wins."""

    label: str = ""
    """What readers call it, where its own name says too little."""
    none: str = ""
    """What a page says where a record says `none`."""
    back: Back | None = None
    voice: Voice | None = None
    change: Meaning | None = None
    choices: str = ""
    """The context of the words of its closed list, for translators."""
    words: Mapping[str, str] | None = None
    """Those words of the list that pages say otherwise than files."""
    called: str = ""
    """What sentences of change call it, or one entry of it."""
    holds: Holds | None = None
    or_none: bool = False
    """Whether `none` may be written instead."""
    loaded: bool = False
    """Whether the loader sets it, so that no file has it."""
    framed: bool = False
    """Whether the frame of a page shows it, or nothing does: it is no fact among others."""
    placed: bool = False
    """Whether whatever it is a part of shows it in a place of its own, apart from the other facts."""
    opens: bool = False
    """Whether it stands above a page's summary: who answers for it, and when."""
    kept: bool = False
    """Whether a record taken back keeps it."""
    undertakes: bool = False
    """Whether it tells what somebody will do."""
    heading: bool = False
    """Whether it is what a record or part is called; of several the first titles it, the last tells most."""
    name: bool = False
    """Whether it is another name, by which somebody may look for it."""
    lead: bool = False
    """Whether it tells in a sentence or two what the record is: it stands below the title and on cards."""
    schema: str = ""
    """What schema.org calls it, where it has a word that fits."""
    identity: bool = False
    """Whether an entry of a list is the same as long as this is."""
    dates: Literal["", "shown", "comes in"] = ""
    """Whether it dates the record, and whether the record comes in on that day."""
    explains: str = ""
    """The date beside it that it explains; pages show both together."""
    after: str = ""
    """The field without which a form does not ask for it."""
    afterwards: bool = False
    """Whether it tells what came of something planned, so that nobody knew it before its day."""
    lapses: bool = False
    """Whether it goes out of date unless somebody confirms it."""
    steers: bool = False
    """Whether it steers how the site is made, and says nothing of the record."""


MINOR: Final = Declared(change=Meaning.MINOR)
PLACED: Final = Declared(placed=True)
_UNNAMED: Final = Back("Named by")


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its names, what it holds, and what is declared of it."""

    name: str
    """In Python: `in_`."""
    alias: str
    """In files: `in`."""
    says: str
    """Its docstring."""
    declared: Declared
    holds: Holds
    many: bool
    """Whether it is a list."""
    by_name: bool
    """Whether it holds names of the author's own, each with one."""
    none: bool
    """Whether `none` may be written instead."""
    required: bool
    default: object
    """What it is where a file leaves it out; None where it is then absent."""
    choices: tuple[str, ...]
    ref: Ref | None
    part: type[BaseModel] | None

    @property
    def label(self) -> Message:
        """What readers call it."""
        return pgettext("a field", self.label_text)

    @property
    def label_text(self) -> str:
        """Same as it is declared, or its own name."""
        return self.declared.label or capital(self.name.strip("_").replace("_", " "))

    @property
    def back(self) -> Back:
        """Heading of the way back."""
        return self.declared.back or _UNNAMED

    @property
    def voice(self) -> Voice:
        """Whose words it holds."""
        return self.declared.voice or Voice.OURS

    @property
    def folders(self) -> tuple[str, ...]:
        """Where a reference may lead; empty for anywhere."""
        return self.ref.folders if self.ref else ()

    @property
    def words(self) -> Mapping[str, Message]:
        """Words of its closed list as pages say them, by the value in files; empty without any.

        A value is the same on a page as in a file, so that both can be compared; others translate it.
        """
        return {value: pgettext(self.declared.choices, text) for value, text in self.word_texts.items()}

    @property
    def word_texts(self) -> Mapping[str, str]:
        """Same as they are declared."""
        other = self.declared.words or {}
        return {value: other.get(value, value) for value in self.choices if self.declared.choices}


@cache
def specs(model: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """Fields of a kind, or of a part of one, in their order."""
    says = docstrings(model)
    return tuple(_spec(name, field, says.get(name, "")) for name, field in model.model_fields.items())


def docstrings(model: type[BaseModel]) -> Mapping[str, str]:
    """Text that is written beneath each field of a kind or of a part, in one line."""
    classes = (one for one in reversed(model.__mro__) if issubclass(one, BaseModel) and one is not BaseModel)
    return {name: says for one in classes for name, says in _written_in(one.__module__)[one.__name__].items()}


@cache
def _written_in(module: str) -> Mapping[str, Mapping[str, str]]:
    """The same of each class of a module; pydantic would read the module anew for each of them."""
    notes: dict[str, dict[str, str]] = {}
    for one in ast.walk(ast.parse(getsource(sys.modules[module]))):
        if isinstance(one, ast.ClassDef):
            fields = notes[one.name] = {}
            for field, beneath in pairwise(one.body):
                match field, beneath:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(
                        value=ast.Constant(value=str(says))
                    ):
                        fields[name] = " ".join(says.split())
    return notes


@cache
def written(model: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """Fields that a file may have, in their order: all but what the loader sets."""
    return tuple(spec for spec in specs(model) if not spec.declared.loaded)


@cache
def headings(model: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """Fields that say what a record or a part is called."""
    return tuple(spec for spec in specs(model) if spec.declared.heading)


@cache
def is_dated(model: type[BaseModel]) -> bool:
    """Whether a record of this kind comes in on a day; the others are always there."""
    return any(spec.declared.dates == "comes in" for spec in specs(model))


def unwritten(model: type[BaseModel], mark: Literal["afterwards", "lapses"]) -> dict[str, object]:
    """Fields that bear a mark, each as where a file leaves it out."""
    return {spec.name: spec.default for spec in specs(model) if getattr(spec.declared, mark)}


@cache
def placed(model: type[BaseModel]) -> frozenset[str]:
    """Names of the fields that are shown in a place of their own."""
    return frozenset(spec.name for spec in specs(model) if spec.declared.placed)


def spec(model: type[BaseModel], name: str) -> FieldSpec:
    """Field by its name in Python or in files."""
    return next(spec for spec in specs(model) if name in (spec.name, spec.alias))


def word(part: BaseModel, name: str) -> str:
    """Value of a part's closed list as pages say it."""
    value = str(getattr(part, name))
    return words_of(type(part), name).get(value, value)


@cache
def words_of(model: type[BaseModel], name: str) -> Mapping[str, Message]:
    """Words of a field's closed list, by the value in files."""
    return spec(model, name).words


def parts_of(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Parts that a kind is made of, at any depth, once."""
    seen: dict[type[BaseModel], None] = {}
    waiting = [model]
    while waiting:
        for one in written(waiting.pop()):
            if one.part and one.part not in seen:
                seen[one.part] = None
                waiting.append(one.part)
    return iter(seen)


def _spec(name: str, field: FieldInfo, says: str) -> FieldSpec:
    annotation = _Annotation(field.metadata[::-1])
    annotation.read(field.annotation)
    declared, literal = _merged(annotation.marks), bool(annotation.choices)
    ref = next((mark for mark in annotation.marks if isinstance(mark, Ref)), None)
    part = (
        annotation.base
        if isinstance(annotation.base, type) and issubclass(annotation.base, BaseModel)
        else None
    )
    if part is None and not declared.holds and annotation.base not in (*_HOLDS, None):
        raise TypeError(f"{name}: no field holds a {annotation.base}.")
    holds: Holds = "part" if part else "reference" if ref else _HOLDS.get(annotation.base, "choice")
    return FieldSpec(
        name=name,
        alias=field.alias or name,
        says=says,
        declared=declared,
        holds=declared.holds or holds,
        many=annotation.many,
        by_name=annotation.by_name,
        none=declared.or_none or bool(ref and ref.none) or (literal and annotation.base is not None),
        required=field.is_required(),
        default=None if field.is_required() or field.default_factory else field.default,
        choices=tuple(annotation.choices),
        ref=ref,
        part=part,
    )


class _Annotation:
    """What an annotation is made of, read from the outside in; of several marks the last stands outermost."""

    def __init__(self, marks: list[object]) -> None:
        self.marks = marks
        self.choices: list[str] = []
        self.base: object = None
        self.many = self.by_name = False

    def read(self, hint: object) -> None:
        origin, inner = get_origin(hint), get_args(hint)
        if origin is Annotated:
            self.marks += inner[:0:-1]
            self.read(inner[0])
        elif origin in (Union, types.UnionType):
            for one in inner:
                self.read(one)
        elif origin in (tuple, dict):
            self.many, self.by_name = origin is tuple, origin is dict
            self.read(inner[origin is dict])
        elif origin is Literal:
            self.choices += inner
        elif hint is not types.NoneType:
            self.base = self.base or hint


def _merged(marks: Iterable[object]) -> Declared:
    """One declaration of several, the first that says anything of a thing deciding."""
    several = [mark for mark in marks if isinstance(mark, Declared)]
    values: dict[str, Any] = {}
    for field in fields(Declared):
        default = None if field.default is MISSING else field.default
        given = (getattr(mark, field.name) for mark in several)
        values[field.name] = next((value for value in given if value != default), default)
    return Declared(**values)


def messages(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Messages that the declarations of a kind and its parts are made of, with its context."""
    yield from (("", _UNNAMED.label), ("", "none"))
    for each in (field for one in (model, *parts_of(model)) for field in written(one)):
        if not each.declared.framed and each.voice is not Voice.INTERNAL:
            yield "a field", each.label_text
        yield from (("", words) for words in (each.back.label, each.declared.none) if words)
        yield from ((each.declared.choices, text) for text in each.word_texts.values())


def none_words(spec: FieldSpec) -> Message:
    """Words of a page where a record says `none`: the papers show that there is none, or show none."""
    return gettext(spec.declared.none or "none")
