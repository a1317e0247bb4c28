"""Schemas for editors take and refuse what the loader does, on every file of both portals and on slips.

Compared is the spec of one file. Whether a reference leads anywhere, whether fields go together and whether
a text stands in its paper are rules about the whole record, which `check` knows and no schema can.
In two things spec itself is told apart, and both are named below: a schema refuses a reference into a folder
of another kind at once, which the loader leaves to `check`; and it does not know how long a month is.
"""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import BaseModel, TypeAdapter, ValidationError

from answerable.export.jsonschema import EXTENSION, FORMS, editor_files, schema_of
from answerable.load.record import load
from answerable.load.snapshot import from_file, from_folder
from answerable.load.writer import ALONE, model_at
from answerable.load.yaml import parse_file
from answerable.model import date as dates
from answerable.model.field import Date, Day, Record
from answerable.model.kinds.meeting import Meeting
from answerable.model.registry import models
from answerable.model.spec import parts_of, written
from tests.engines import ROOT
from tests.portals import HARBOUR, TODAY, record_file
from tests.strategies import FIRST, days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.load.snapshot import Snapshot

Way = tuple[str | int, ...]
SETTINGS = json.loads(editor_files()[".vscode/settings.json"])
PLACES: dict[str, list[str]] = SETTINGS["yaml.schemas"]
CALENDAR = ("2022-02-31", "2023 to 2022", "2022-24 municipal year")
"""What has the form of a date and is none."""
SLIPS: tuple[tuple[str, Any], ...] = (
    ("empty text", ""),
    ("another word", "perhaps"),
    ("a list", ["a"]),
    ("an empty list", []),
    ("an empty group", {}),
    ("a group", {"colour": "blue"}),
    ("a list of groups", [{"colour": "blue"}]),
    ("a month that is none", "2022-13-01"),
    ("a day in words", "27 May 2022"),
    ("no id", "Not An Id!"),
    ("a number", "12"),
    ("yes", "yes"),
    ("none", "none"),
    *((f"the date {text}", text) for text in CALENDAR),
)
AT_LEAST = 2
"""How many slips each file is given, though other files of its kind had them all."""


@cache
def files() -> dict[str, bytes]:
    """Give the files of both portals, those of the fictional one below a folder of its own."""
    found: dict[str, bytes] = {}
    for folder, before in ((ROOT, ""), (HARBOUR, "examples/harbour/")):
        found |= from_file(folder / "site.yaml", where=f"{before}site.yaml")
        for name in ("content", "private"):
            if (folder / name).is_dir():
                found |= from_folder(folder / name, where=f"{before}{name}/")[0]
    return {path: data for path, data in found.items() if model_at(_bare(path))}


def _bare(path: str) -> str:
    return path.removeprefix("examples/harbour/")


@cache
def judge(name: str) -> Draft7Validator:
    """Give what judges by a schema as it lies in the repository."""
    return Draft7Validator(json.loads((ROOT / f"schemas/{name}.json").read_bytes()))


def schema_for(path: str) -> str:
    """Give the name of the schema of a file."""
    model = model_at(_bare(path))
    assert model is not None
    return model.kind_folder if issubclass(model, Record) else path.rpartition("/")[2].removesuffix(".yaml")


def value_of(path: str, data: bytes) -> Any:
    """Give the fields of a file as an editor sees them."""
    return parse_file(data, path).value


def told(path: str, value: Any) -> list[str]:
    """Give what the loader has against a file with these fields."""
    bare = _bare(path)
    data = record_file(value, "" if path.endswith(".md") else None)
    settings: Snapshot = {bare: data} if bare == "site.yaml" else {}
    content: Snapshot = {} if bare == "site.yaml" else {bare: data}
    return [problem.message for problem in load(settings, content).problems if problem.path == bare]


def slips(value: Any) -> Iterator[tuple[tuple[str, ...], str, Way, Any]]:
    """Give for each name, and for the first entry of each list: its names, what slips, and to what."""
    yield (), "an unknown field", ("colour",), "blue"
    for way in _ways(value):
        names = tuple(str(step) for step in way)
        yield names, "a field that is gone", way, None
        yield from ((names, what, way, other) for what, other in SLIPS)
        if isinstance(_at(value, way), dict):
            yield names, "an unknown field", (*way, "colour"), "blue"


def _short(value: Any) -> Any:
    """Give the same with at most two entries in a list, and two of many names that are alike."""
    if isinstance(value, dict):
        alike = len(value) > 3 and all(isinstance(one, dict) for one in value.values())
        return {name: _short(value[name]) for name in (list(value)[:2] if alike else value)}
    return [_short(one) for one in value[:2]] if isinstance(value, list) else value


def _ways(value: Any, before: Way = ()) -> Iterator[Way]:
    for key in list(value) if isinstance(value, dict) else range(min(1, len(value))):
        yield (*before, key)
        if isinstance(value[key], (dict, list)):
            yield from _ways(value[key], (*before, key))


def _at(value: Any, way: Way) -> Any:
    for step in way:
        value = value[step]
    return value


def _changed(value: Any, way: Way, other: Any) -> Any:
    whole = copy.deepcopy(value)
    holder = _at(whole, way[:-1])
    if other is None:
        del holder[way[-1]]
    else:
        holder[way[-1]] = other
    return whole


@pytest.mark.parametrize("name", editor_files())
def test_what_lies_in_the_repository_is_current(name: str) -> None:
    assert (ROOT / name).read_bytes() == editor_files()[name], "Run: python -m tests.make_schemas"


def test_nothing_else_lies_beside_it() -> None:
    there = [*(ROOT / "schemas").iterdir(), *(ROOT / ".vscode").iterdir()]
    assert {path.relative_to(ROOT).as_posix() for path in there} == set(editor_files())


@pytest.mark.parametrize("model", [*models(), *ALONE.values()])
def test_each_schema_is_of_the_dialect_that_editors_speak_and_describes_every_field(
    model: type[BaseModel],
) -> None:
    schema: Any = schema_of(model)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)
    for one in (model, *parts_of(model)):
        fields = (schema if one is model else schema["$defs"][one.__name__])["properties"]
        assert list(fields) == [spec.alias for spec in written(one)]
        assert all(field["description"] for field in fields.values())


def test_each_file_of_fields_alone_has_its_schema_and_only_that() -> None:
    assert EXTENSION in editor_files()[".vscode/extensions.json"].decode()
    for path in files():
        of = [schema for schema, globs in PLACES.items() if any(_fits(path, glob) for glob in globs)]
        assert of == ([] if path.endswith(".md") else [f"./schemas/{schema_for(path)}.json"]), path


def _fits(path: str, glob: str) -> bool:
    """Tell whether a file is meant: the extension looks for these names at the end of its path."""
    steps, wanted = path.split("/"), glob.split("/")
    return len(steps) >= len(wanted) and all(map(fnmatchcase, steps[-len(wanted) :], wanted))


def test_every_file_is_taken() -> None:
    assert len(files()) > 700
    values = {path: value_of(path, data) for path, data in files().items()}
    assert {path: messages for path, value in values.items() if (messages := told(path, value))} == {}
    assert [path for path, value in values.items() if not judge(schema_for(path)).is_valid(value)] == []


def test_a_slip_is_refused_where_the_loader_refuses_it_and_else_taken() -> None:
    tried: set[tuple[str, ...]] = set()
    refused, apart = Counter[bool](), Counter[str]()
    for number, (path, data) in enumerate(files().items()):
        name, whole = schema_for(path), _short(value_of(path, data))
        all_slips = list(slips(whole))
        again = {(number * 7 + more * 31) % len(all_slips) for more in range(AT_LEAST)}
        for at, (names, what, way, other) in enumerate(all_slips):
            kind = (name, what, *names[-2:])
            if kind in tried and at not in again:
                continue
            tried.add(kind)
            value = _changed(whole, way, other)
            messages = told(path, value)
            refused[bool(messages)] += 1
            if judge(name).is_valid(value) is bool(messages):
                why = _why_apart(name, value, messages)
                assert why, (path, names, what, messages)
                apart[why] += 1
    assert refused[True] > 4000
    assert refused[False] > 1000
    assert set(apart) == {"a folder of another kind", "the calendar"}


def _why_apart(name: str, value: Any, messages: list[str]) -> str:
    """Say why a schema and the loader differ, where they may."""
    if messages:
        calendar = re.compile(rf'"(?:{"|".join(CALENDAR)})" is (?:no date this record knows|not one day)')
        return "the calendar" if all(calendar.search(message) for message in messages) else ""
    errors = [deep for error in judge(name).iter_errors(value) for deep in (error.context or [error])]
    wrong_folder = all(error.validator == "const" or str(error.schema).endswith(")/'}") for error in errors)
    return "a folder of another kind" if wrong_folder else ""


FORM = {
    name: Draft7Validator({"$ref": f"#/$defs/{name}", "$defs": schema_of(Meeting)["$defs"]})
    for name in ("date", "day")
}
READ: dict[str, TypeAdapter[Any]] = {"date": TypeAdapter(Date), "day": TypeAdapter(Day)}
NUMBER: TypeAdapter[int] = TypeAdapter(int)


def reads(adapter: TypeAdapter[Any], text: str) -> bool:
    """Tell whether the loader takes a text as this type."""
    try:
        adapter.validate_python(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("text", dates.FORMS.split(", "))
def test_every_form_in_the_list_of_forms_is_taken(text: str) -> None:
    assert FORM["date"].is_valid(text)


WORDS = "2022|-|05|-27|-31|0000|13| |spring|by|end of | to |about |since | municipal year|-23| financial year"
PIECES = st.lists(
    st.sampled_from([*WORDS.split("|"), "2022-05-27", "2022-05"]),
    max_size=5,
).map("".join)


@pytest.mark.parametrize("name", ["date", "day"])
@given(text=st.one_of(days(FIRST, TODAY), PIECES))
def test_a_date_is_taken_where_the_loader_takes_it(name: str, text: str) -> None:
    if reads(READ[name], text):
        assert FORM[name].is_valid(text)
    elif FORM[name].is_valid(text):
        # No calendar has the day, the end is before the start, the years do not follow each other.
        assert any(sign in text for sign in ("-31", " to ", "year")), text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1 ",
        *["1", "+1", "-1", "1_0", "1__0", "_1", "1_", "1.0", "1.", "1.5", "١", "1e2", "0x1", "00", "one"],
    ],
)
def test_a_whole_number_is_taken_where_the_loader_takes_it(text: str) -> None:
    assert Draft7Validator(FORMS["whole number"]).is_valid(text) is reads(NUMBER, text)
