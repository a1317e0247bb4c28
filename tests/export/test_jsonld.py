"""What pages say of themselves to machines is true, is schema.org's, and cannot break out of its element."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import html5lib
import pytest

from answerable.export.jsonld import dataset, jsonld
from answerable.model import date as dates
from answerable.model.address import file_of, href
from answerable.model.field import PrintedDate
from answerable.model.kinds.body import Body
from answerable.model.kinds.document import Document
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.series import Series
from answerable.site.render import environment
from tests.portals import graph, harbour, harbour_files, harbour_graph
from tests.small import SMALL, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.model.field import Record

THERE = harbour_graph()
SITE = harbour_files()
HOST = "https://site.invalid/"
KNOWN = {
    "Organization",
    "GovernmentOrganization",
    "Project",
    "Event",
    "Place",
    "CreativeWork",
    "Report",
    "Person",
    "Dataset",
    "DataDownload",
}


def told(record: Record, **changes: object) -> dict[str, Any] | None:
    """Give what is said of a record with some of its fields changed."""
    found: dict[str, Any] | None = jsonld(THERE, record.model_copy(update=changes))
    return found


def first(model: type[Record]) -> Record:
    """Give the first record of a model in the harbour."""
    return next(THERE.portal.of(model))


def test_every_address_leads_to_a_page_and_every_type_is_known() -> None:
    seen = set()
    for record in THERE.portal.records.values():
        said = jsonld(THERE, record)
        seen.add(type(said))
        for name, value in _inside(said):
            if name == "url":
                assert file_of(urljoin(HOST + href(record.address), value).removeprefix(HOST)) in SITE
            if name == "@type":
                assert value in KNOWN
            assert value not in (None, "", [])
    assert seen == {dict, type(None)}


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    for one in value if isinstance(value, list) else [value]:
        for name, inner in one.items() if isinstance(one, dict) else ():
            yield name, inner
            yield from _inside(inner)


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("council", "GovernmentOrganization"),
        ("police team", "GovernmentOrganization"),
        ("charity", "Organization"),
        ("operation", "Project"),
    ],
)
def test_a_body_is_called_what_its_kind_says(kind: str, type_: str) -> None:
    said = told(first(Body), kind=kind)
    assert said is not None
    assert said["@type"] == type_


def test_nothing_is_said_of_what_may_not_exist_was_taken_back_or_is_sensitive() -> None:
    body, meeting, document = first(Body), first(Meeting), first(Document)
    assert told(body, kind="planned service") is None
    assert told(meeting, state="mentioned") is None
    assert told(meeting, state="report only") is None
    assert told(document, holding="proposed") is None
    assert told(body, sensitive=True) is None
    assert told(body, status="withdrawn") is None
    assert all(jsonld(THERE, r) is None for a, r in THERE.portal.records.items() if a.startswith("people/"))


def test_only_a_date_as_exact_as_schema_org_means_it_is_given() -> None:
    meeting = first(Meeting)
    for text, start in (
        ("2030-02-04", "2030-02-04"),
        ("2030-02", "2030-02"),
        ("by 2030-02-04", None),
        ("about 2030", None),
        ("spring 2030", None),
    ):
        said = told(meeting, date=dates.read(text))
        assert said is not None
        assert said.get("startDate") == start
    wrong = told(meeting, printed_date=PrintedDate(words="2 March", why="It met in February.")) or {}
    assert "startDate" not in wrong


def test_a_series_has_its_items_in_their_order() -> None:
    for series in THERE.portal.of(Series):
        said = told(series) or {}
        assert [part["name"] for part in said.get("hasPart", [])] == [
            item.title for item in THERE.portal.items(series)
        ]


def test_a_planned_meeting_is_scheduled_and_one_that_was_held_is_not() -> None:
    assert "eventStatus" in (told(first(Meeting), state="planned") or {})
    assert "eventStatus" not in (told(first(Meeting), state="held") or {})


def test_the_page_describes_the_files_as_a_dataset() -> None:
    page = html5lib.parse(SITE["data/index.html"], namespaceHTMLElements=False)
    said = json.loads(next(e.text or "" for e in page.iter("script") if e.get("type")))
    assert said["@type"] == "Dataset"
    assert said["description"] == THERE.portal.settings.purpose
    files = {urljoin(HOST + "data/", one["contentUrl"]).removeprefix(HOST) for one in said["distribution"]}
    assert files == {name for name in SITE if name.startswith("data/") and not name.endswith(".html")}


def test_who_answers_for_the_data_is_named_and_an_example_says_that_it_is_one() -> None:
    small = graph(sources(SMALL))
    own = small.portal.settings
    publisher = own.publisher.model_copy(update={"placeholder": False, "name": "Harbour Council"})
    portal = replace(small.portal, settings=own.model_copy(update={"publisher": publisher}))
    named: Any = dataset(replace(small, portal=portal), [], "data/")
    assert named["publisher"]["name"] == "Harbour Council"
    placeholder = dataset(small, [], "data/")
    assert "publisher" not in placeholder
    assert placeholder["description"] == f"{own.banner} {own.purpose}"


HOSTILE = "</script><script>alert(1)</script><!-- & ' \" \u2028 \u2029 {{ x }}"


def test_no_words_of_a_record_can_end_the_element() -> None:
    said = told(first(Body), name=HOSTILE, summary=HOSTILE)
    template = "{{ ld(view) }}"
    shown = environment({**harbour().templates, "page": template}).get_template("page").render(view=said)
    page = html5lib.parse(shown, namespaceHTMLElements=False)
    scripts = list(page.iter("script"))
    assert [script.get("type") for script in scripts] == ["application/ld+json"]
    assert json.loads(scripts[0].text or "") == said
    inside = shown.partition(">")[2].rpartition("</script>")[0]
    assert not re.search("[<>&\u2028\u2029]", inside)
