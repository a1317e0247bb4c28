"""The JSON Schemas take what the loader takes, and refuse what it refuses for its type."""

from __future__ import annotations

import copy
import random
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from answerable.export.jsonschema import FORMS, schema_of
from answerable.load import snapshot
from answerable.load.yaml import parse_file
from answerable.model import date as dates
from answerable.model import field as fields
from answerable.model.kinds.meeting import Meeting
from answerable.model.registry import KINDS, model_for, models
from answerable.model.spec import parts_of, written
from tests.engines import ROOT
from tests.portals import TODAY, harbour
from tests.small import SMALL
from tests.strategies import FIRST, days

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from answerable.model.field import Record

Raw = dict[str, Any]


@cache
def validator(model: type[Record]) -> Draft7Validator:
    """Give what judges a raw record of a kind."""
    return Draft7Validator(schema_of(model))


def raw(content: Mapping[str, bytes]) -> Iterator[tuple[str, type[Record], Raw]]:
    """Give the path, the model and the raw fields of each record among the files of a content folder."""
    for path, data in content.items():
        folder, _, below = path.removeprefix("content/").partition("/")
        if folder in KINDS:
            depth = 1 if below.endswith("index.md") else path.count("/") - 1
            value = parse_file(data, path).value
            assert isinstance(value, dict)
            yield path, model_for(folder, depth), value


HARBOUR = list(raw(harbour(private={}).content))
TINY = list(raw({path: text.encode() for path, text in SMALL.items() if path.startswith("content/")}))


def refused(records: list[tuple[str, type[Record], Raw]]) -> list[str]:
    """List what the schemas have against records."""
    return [
        f"{path}: {error.json_path}: {error.message}"
        for path, model, value in records
        for error in validator(model).iter_errors(value)
    ]


def test_every_record_of_the_real_portal_is_taken() -> None:
    real = list(raw(snapshot.from_folder(ROOT / "content", where="content/")[0]))
    assert len(real) > 600
    assert refused(real) == []


def test_every_record_of_the_harbour_and_of_the_small_portal_is_taken() -> None:
    assert refused([*HARBOUR, *TINY]) == []
    assert {model for _, model, _ in TINY} == set(models())


@pytest.mark.parametrize("model", models())
def test_each_schema_is_a_schema_and_describes_every_field(model: type[Record]) -> None:
    schema: Any = schema_of(model)
    Draft7Validator.check_schema(schema)
    for one in (model, *parts_of(model)):
        own = schema if one is model else schema["$defs"][one.__name__]
        assert list(own["properties"]) == [spec.alias for spec in written(one)]
        assert all(field["description"] for field in own["properties"].values())


WRONG: tuple[Any, ...] = (
    "",
    "Not An Id!",
    "perhaps",
    "soon",
    "2022-13-01",
    "x" * 64,
    ["a"],
    [{}],
    {},
    {"colour": "blue"},
    {"printed": "2022"},
)


def broken(value: Any, dice: random.Random) -> Any:
    """Give a raw record with one slip somewhere: a field gone, unknown, or of another kind of value."""
    whole = copy.deepcopy(value)
    here = whole
    while True:
        key: Any = dice.choice(list(here) if isinstance(here, dict) else range(len(here)))
        if isinstance(here[key], (dict, list)) and here[key] and dice.random() < 0.7:
            here = here[key]
            continue
        slip = dice.choice(["gone", "unknown", "other", "other", "other"])
        if slip == "gone":
            del here[key]
        elif slip == "unknown" and isinstance(here, dict):
            here["colour"] = "blue"
        else:
            here[key] = dice.choice(WRONG)
        return whole


def test_what_the_loader_refuses_for_its_type_the_schema_refuses_and_else_takes() -> None:
    dice = random.Random(3)
    records = [*HARBOUR, *TINY]
    tried, no = set(), 0
    while no < 600:
        path, model, value = dice.choice(records)
        other = broken(value, dice)
        loads, takes = _loads(model, other), not list(validator(model).iter_errors(other))
        no += not loads
        # A reference into the wrong folder is refused by a check after loading, and by the schema at once.
        assert takes is loads or (loads and _only_references(model, other)), (path, other)
        tried.add(model)
    assert tried == set(models())


def _loads(model: type[Record], value: object) -> bool:
    try:
        model.model_validate(value)
    except ValidationError:
        return False
    return True


def _only_references(model: type[Record], value: object) -> bool:
    """Tell whether all that a schema has against a value is the folder to which a reference leads."""
    told = [deep for error in validator(model).iter_errors(value) for deep in (error.context or [error])]
    return all(error.validator == "const" or str(error.schema).endswith(")/'}") for error in told)


FORM = {
    name: Draft7Validator({"$ref": f"#/$defs/{name}", "$defs": schema_of(Meeting)["$defs"]})
    for name in ("date", "day")
}
READ: dict[str, TypeAdapter[Any]] = {"date": TypeAdapter(fields.Date), "day": TypeAdapter(fields.Day)}
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


PIECES = st.lists(
    st.sampled_from(
        [
            "2022",
            "-",
            "05",
            "-27",
            "-31",
            "0000",
            "13",
            " ",
            "spring",
            "by",
            "end of ",
            " to ",
            "about ",
            "since ",
            " municipal year",
            "-23",
            " financial year",
            "2022-05-27",
            "2022-05",
        ]
    ),
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
        "1",
        " 1 ",
        "+1",
        "-1",
        "1_0",
        "1__0",
        "_1",
        "1_",
        "1.0",
        "1.",
        "1.5",
        "",
        "١",
        "1e2",
        "0x1",
        "00",
        "one",
    ],
)
def test_a_whole_number_is_taken_where_the_loader_takes_it(text: str) -> None:
    assert Draft7Validator(FORMS["whole number"]).is_valid(text) is reads(NUMBER, text)
