"""The fields of every kind as tables in Markdown, for people who write the record.

All of it is read off the types: names, what each holds, whether it may be left out, and its docstring.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator
from inspect import getdoc
from typing import Final, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from answerable.model import date as dates
from answerable.model import field as fields
from answerable.model.field import SERIES_FOLDERS, Record, To
from answerable.model.kinds.series import Item, Series
from answerable.model.portal import Settings
from answerable.model.registry import KINDS
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words

SET: Final = ("address", "prose")
"""What the loader sets; nobody writes it."""
NAMED: Final[dict[object, str]] = {
    fields.Text: "text",
    fields.Id: "an id",
    fields.YesNo: "`yes` or `no`",
    fields.Date: "a date",
    fields.DateOrNone: "a date, or `none`",
    fields.Day: "one day",
    int: "a whole number",
    str: "text",
}
OPENING: Final = f"""# The fields of every kind

This page is made from the types in `answerable/model/` by `python -m tests.make_docs`.
A test keeps it true.

Every value stands in double quotes, also numbers, dates and `yes`.
A **reference** is the address of a record without slashes around it: `bodies/osmb`, `reviews/2022-05-12/1#a`.
An **id** has small letters, digits and single hyphens.
A **date** is written in one of these forms: {dates.FORMS}.
Where a printed date cannot be right, it is `{{printed: "…", probable: "…", why: "…"}}`.
"""


def tables() -> str:
    """Give the whole page: the common fields, each kind with its own, then the parts they are made of."""
    common = tuple(name for name in Record.model_fields if name not in SET)
    sections = [
        OPENING,
        _section("Every record", "All kinds have these beside their own.", Record, common),
        _section("Series", _series(), Series, _own(Series)),
        _section("Items of a series", f"`SERIES/ID.md`. {_doc(Item)}", Item, _own(Item)),
    ]
    for kind in KINDS.values():
        if kind.folder not in SERIES_FOLDERS:
            words = f"`{kind.folder}/ID{kind.suffix}`. {_doc(kind.model)}"
            sections.append(_section(_capital(kind.folder), words, kind.model, _own(kind.model)))
    settings = f"`site.yaml`, beside the content folder. {_doc(Settings)}"
    words = f"`statuses.yaml`. {_doc(Vocabulary)}"
    sections.append(_section("Settings", settings, Settings, tuple(Settings.model_fields)))
    sections.append(_section("Words on badges", words, Vocabulary, tuple(Vocabulary.model_fields)))
    avoided = f"`words.yaml`, which a portal may leave out. {_doc(Words)}"
    sections.append(_section("Words to avoid", avoided, Words, tuple(Words.model_fields)))
    sections.append("## Parts\n\nWhat the lists and groups above are made of.\n")
    for part in _parts():
        heading = f"### {_capital(_name(part))}"
        sections.append(f"{heading}\n\n{_doc(part)}\n\n{_table(part, tuple(part.model_fields))}")
    return "\n".join(sections)


def _section(title: str, words: str, model: type[BaseModel], names: tuple[str, ...]) -> str:
    return f"## {title}\n\n{words}\n\n{_table(model, names)}"


def _series() -> str:
    folders = ", ".join(f"`{folder}/`" for folder in SERIES_FOLDERS)
    return f"`SERIES/index.md` in {folders}. {_doc(Series)}"


def _own(model: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name not in Record.model_fields)


def _table(model: type[BaseModel], names: tuple[str, ...]) -> str:
    hints = get_type_hints(model, include_extras=True)
    rows = [_row(model.model_fields[name], hints[name]) for name in names]
    head = "| field | needed | holds | what it says |\n|---|---|---|---|\n"
    return head + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(field: FieldInfo, hint: object) -> tuple[str, str, str, str]:
    needed = "yes" if field.is_required() else "no"
    if not field.is_required() and field.default not in (None, (), False):
        needed = f"no; then `{field.default}`"
    return f"`{field.alias}`", needed, _holds(hint), " ".join((field.description or "").split())


def _holds(hint: object) -> str:
    """What a type means to somebody who fills it in."""
    if hint in NAMED:
        return NAMED[hint]
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return ", or ".join(_holds(one) for one in inner if one is not type(None))
    if origin is tuple:
        return f"a list, each: {_holds(inner[0])}"
    if origin is dict:
        return f"names, each with {_holds(inner[1])}"
    return _marked(hint)


def _marked(hint: object) -> str:
    """The same of a type that is none of several: words to choose from, a reference, a part."""
    inner = get_args(hint)
    if get_origin(hint) is Literal:
        words = ", ".join(f"`{word}`" for word in inner)
        return f"one of {words}" if len(inner) > 1 else words
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return f"[{_name(hint)}](#{_name(hint).replace(' ', '-')})"
    to = next((mark for mark in inner if isinstance(mark, To)), None)
    return _refers(to) if to else "a SHA-256 hash"


def _refers(to: To) -> str:
    kinds = [f"`{folder}`" for folder in to.folders]
    named = f"a reference into {' or '.join(kinds)}" if kinds else "a reference to any record"
    return f"{named}, or `none`" if to.none else named


def _parts() -> list[type[BaseModel]]:
    """Every part that some kind is made of, by name."""
    found: dict[str, type[BaseModel]] = {}
    waiting: list[type[BaseModel]] = [Record, Series, Item, Settings, Vocabulary, Words]
    waiting += [kind.model for kind in KINDS.values()]
    while waiting:
        model = waiting.pop()
        for part in _within(get_type_hints(model, include_extras=True)[name] for name in model.model_fields):
            if part.__name__ not in found:
                found[part.__name__] = part
                waiting.append(part)
    return [found[name] for name in sorted(found, key=str.lower)]


def _within(hints: Iterable[object]) -> Iterator[type[BaseModel]]:
    for hint in hints:
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            yield hint
        yield from _within(get_args(hint))


def _name(part: type[BaseModel]) -> str:
    """Give `document part` for `DocumentPart`."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", part.__name__).lower()


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _doc(model: type[BaseModel]) -> str:
    return " ".join((getdoc(model) or "").split())
