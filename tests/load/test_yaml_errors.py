"""The rules on single values, each on the event it judges."""

from __future__ import annotations

import pytest
import yaml

from answerable.load import yaml_errors as yaml_faults
from answerable.load import yaml_syntax


def events(text: str) -> list[yaml.Event]:
    return list(yaml.parse(text, Loader=yaml.BaseLoader))


def scalar(text: str, number: int) -> yaml.ScalarEvent:
    return [event for event in events(text) if isinstance(event, yaml.ScalarEvent)][number]


def test_an_event_begins_and_ends_where_its_text_does() -> None:
    event = scalar("é: word\n", 1)
    assert (yaml_faults.start(event), yaml_faults.end(event)) == (3, 7)
    assert yaml_faults.column_of(scalar("a: b\né: word\n", 3)) == 3


@pytest.mark.parametrize(("text", "offset"), [("a: &b c", 3), ("a: !b c", 3)])
def test_of_node_refuses_marks_and_types(text: str, offset: int) -> None:
    assert [fault[0] for fault in yaml_faults.of_node(scalar(text, 1))] == [offset]


def test_of_opening_refuses_a_field_without_braces() -> None:
    text = "a: [b: c, {d: e}]"
    groups = [event for event in events(text) if isinstance(event, yaml.MappingStartEvent)]
    assert [len(list(yaml_faults.of_opening(group, text))) for group in groups] == [0, 1, 0]


@pytest.mark.parametrize(("text", "faults"), [("a: b", 0), ("? a\n: b", 1), ("<<: b", 1), ("'<<': b", 0)])
def test_of_name_wants_a_name_with_its_colon(text: str, faults: int) -> None:
    assert len(list(yaml_faults.of_name(scalar(text, 0), text))) == faults


@pytest.mark.parametrize(("edge", "faults"), [(0, 1), (2, 0), (-1, 1)])
def test_of_value_refuses_a_comment_below_only_where_it_cuts_the_value(edge: int, faults: int) -> None:
    text = "a: b\n  # c\n"
    assert len(list(yaml_faults.of_value(scalar(text, 1), text, edge, "a"))) == faults


def test_what_is_said_of_limits_and_repetition_names_them() -> None:
    assert "20,000" in yaml_faults.too_many(20_000)[0]
    assert "12 levels" in yaml_faults.too_deep(12)[0]
    assert yaml_faults.twice("name", 7)[0] == '"name" stands twice; the first is on line 7.'


def test_in_plain_words_has_an_answer_to_an_error_it_does_not_know() -> None:
    told = list(yaml_syntax.in_plain_words(yaml.YAMLError("odd"), "a: b", (-1, -1)))
    assert [(offset, hint) for offset, _, hint in told] == [(0, 'Write each line as name: "value".')]
