"""The fields of every kind as tables in Markdown, for people who write the record.

All of it is read off the types: names, what each holds, whether it may be left out, and its docstring.
"""

from __future__ import annotations

import re
from inspect import getdoc
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from answerable.i18n import capital
from answerable.model import date as dates
from answerable.model.field import SERIES_FOLDERS, Record
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.portal import Settings
from answerable.model.registry import KINDS, models
from answerable.model.spec import FieldSpec, parts_of, written
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words

HOLDS: Final = MappingProxyType(
    {
        "id": "an id",
        "hash": "a SHA-256 hash",
        "colour": "a colour: a hash and six signs",
        "yes or no": "`yes` or `no`",
        "date": "a date",
        "day": "one day",
        "whole number": "a whole number",
    }
)
OPENING: Final = f"""# The fields of every kind

This page is made from the types in `answerable/model/` by `python -m tests.make_docs`.
A test keeps it true.

Every value stands in double quotes, also numbers, dates and `yes`.
A **reference** is the address of a record without slashes around it: `bodies/osmb`, `reviews/2022-05-12/1#a`.
An **id** has small letters, digits and single hyphens.
A **date** is written in one of these forms: {dates.FORMS}.
Where a paper prints another than is counted, `printed_date` beside it says which, and why.
"""


def tables() -> str:
    """The whole page: the common fields, each kind with its own, then the parts they are made of."""
    sections = [
        OPENING,
        _section("Every record", "All kinds have these beside their own.", Record),
        _section("Series", _series(), Series),
        _section("Items of a series", f"`SERIES/ID.md`. {_doc(Item)}", Item),
    ]
    for kind in KINDS.values():
        if kind.folder not in SERIES_FOLDERS:
            words = f"`{kind.folder}/ID{kind.suffix}`. {_doc(kind.model)}"
            sections.append(_section(str(capital(kind.folder)), words, kind.model))
    settings = f"`site.yaml`, beside the content folder. {_doc(Settings)}"
    avoided = f"`words.yaml`, which a portal may leave out. {_doc(Words)}"
    sections.append(_section("Settings", settings, Settings))
    sections.append(_section("Words on badges", f"`statuses.yaml`. {_doc(Vocabulary)}", Vocabulary))
    sections.append(_section("Words to avoid", avoided, Words))
    sections.append("## Parts\n\nWhat the lists and groups above are made of.\n")
    whole: tuple[type[BaseModel], ...] = (Record, *models(), Settings, Vocabulary, Words)
    parts = {part.__name__: part for model in whole for part in parts_of(model)}
    inner = sorted(parts.values(), key=lambda part: part.__name__.lower())
    sections += (_section(str(capital(_name(part))), _doc(part), part, "###") for part in inner)
    return "\n".join(sections)


def _section(title: str, words: str, model: type[BaseModel], level: str = "##") -> str:
    of_kind = issubclass(model, Record) and model is not Record
    rows = [_row(spec) for spec in written(model) if not (of_kind and spec.name in Record.model_fields)]
    head = "| field | needed | holds | what it says |\n|---|---|---|---|\n"
    table = head + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return f"{level} {title}\n\n{words}\n\n{table}"


def _series() -> str:
    folders = ", ".join(f"`{folder}/`" for folder in SERIES_FOLDERS)
    return f"`SERIES/index.md` in {folders}. {_doc(Series)}"


def _row(spec: FieldSpec) -> tuple[str, str, str, str]:
    needed = "yes" if spec.required else "no"
    if spec.default not in (None, (), False):
        needed = f"no; then `{spec.default}`"
    return f"`{spec.alias}`", needed, _holds(spec), spec.says


def _holds(spec: FieldSpec) -> str:
    """What a field takes, to somebody who fills it in."""
    one = _one(spec) + (", or `none`" if spec.none else "")
    if spec.by_name:
        return f"names, each with {one}"
    return f"a list, each: {one}" if spec.many else one


def _one(spec: FieldSpec) -> str:
    if spec.part:
        return f"[{_name(spec.part)}](#{_name(spec.part).replace(' ', '-')})"
    if spec.ref:
        kinds = [f"`{folder}`" for folder in spec.folders]
        return f"a reference into {' or '.join(kinds)}" if kinds else "a reference to any record"
    if spec.holds == "choice":
        words = ", ".join(f"`{word}`" for word in spec.choices)
        return f"one of {words}" if len(spec.choices) > 1 else words
    return HOLDS.get(spec.holds, spec.holds)


def _name(part: type[BaseModel]) -> str:
    """Give `document part` for `DocumentPart`."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", part.__name__).lower()


def _doc(model: type[BaseModel]) -> str:
    return " ".join((getdoc(model) or "").split())
