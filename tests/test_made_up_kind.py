"""A made-up kind with a made-up reference and a made-up amount of money is everywhere, by its declaration alone."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, ClassVar

import pytest
from pydantic import StringConstraints

from answerable.diff.compare import compare
from answerable.diff.gate import judge
from answerable.edit.form import forms
from answerable.export.jsonschema import editor_files
from answerable.i18n import Message, gettext
from answerable.model.field import BodyRef, Date, Record, Title
from answerable.model.registry import KINDS, Kind
from answerable.model.spec import Back, Declared
from tests.engines import ROOT
from tests.portals import TODAY, harbour, made, record_file, whole

if TYPE_CHECKING:
    from answerable.load.sources import Sources

Money = Annotated[str, StringConstraints(pattern="^GBP [0-9]+$")]


class Petition(Record):
    """A petition that residents put to a body."""

    kind_folder: ClassVar[str] = "petitions"
    followed: ClassVar[Message | None] = gettext("What speaks of it.")
    schema_type: ClassVar[str] = "CreativeWork"

    title: Title
    """What it is called."""
    date: Annotated[Date, Declared(dates="comes in", opens=True)]
    """The day it was handed over."""
    put_to: Annotated[BodyRef, Declared(label="Put before", back=Back("Petitions put to it"))]
    """To whom it was put."""
    cost: Money
    """What it would cost."""


KIND = Kind(
    "petitions", gettext("petition"), gettext("petitions"), Petition, ".yaml", gettext("What people signed.")
)
FIELDS = {
    "title": "A bridge over the creek",
    "date": "2029-10-01",
    "put_to": "bodies/board",
    "cost": "GBP 4000",
    "status": "published",
}
PAGE = "petitions/creek/index.html"


@pytest.fixture(autouse=True)
def kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The registry with the made-up kind in it; nothing else is touched."""
    monkeypatch.setitem(KINDS, "petitions", KIND)


def sources(**fields: str) -> Sources:
    """Give the harbour with one petition."""
    return harbour(more={"content/petitions/creek.yaml": record_file(FIELDS | fields)})


@pytest.fixture
def files() -> dict[str, str]:
    """The site's texts by their files."""
    kept = (".html", ".json", ".csv", ".xml")
    return {path: data.decode() for path, data in made(sources()).items() if path.endswith(kept)}


def test_it_is_on_every_kind_of_page_and_in_every_file(files: dict[str, str]) -> None:
    page = files[PAGE]
    assert "Put before" in page
    assert "GBP 4000" in page
    assert "1 October 2029" in page
    assert re.search(r'<a href="../../petitions/">Petitions</a>', page), "breadcrumb and footer"
    assert '"@type": "CreativeWork"' in page
    assert FIELDS["title"] in files["petitions/index.html"]
    assert "What people signed." in files["petitions/index.html"]
    assert "Petitions put to it" in files["bodies/board/index.html"]
    assert FIELDS["title"] in files["timeline/index.html"]
    assert FIELDS["title"] in files["search/index.html"], "A to Z"
    assert 'href="../petitions/"' in files["search/index.html"], "lists by kind"
    rows = list(csv.DictReader(io.StringIO(files["data/petitions.csv"])))
    assert [(row["put_to"], row["cost"]) for row in rows] == [("bodies/board", "GBP 4000")]
    records = json.loads(files["data/portal.json"])["records"]
    assert records["petitions/creek"]["fields"]["cost"] == FIELDS["cost"]
    assert FIELDS["title"] in files["feed.xml"]


def test_it_has_a_schema_and_a_form() -> None:
    schema = json.loads(editor_files()["schemas/petitions.json"])
    assert schema["properties"]["put_to"]["pattern"] == "^(?:bodies)/"
    assert schema["required"] == ["status", "title", "date", "put_to", "cost"]
    form = forms(harbour().forms)["petitions"]
    assert (form.name, form.file) == ("petition", "petitions/DAY-NAME.yaml")
    assert form.fields.keys() == {"status", "title", "date", "put_to", "cost"}
    put_to = str(form.fields["put_to"])
    assert put_to.startswith("? ")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"cost": "GBP 6500"},
            "Petition “A bridge over the creek”: cost changed from “GBP 4000” to “GBP 6500”.",
        ),
        ({"put_to": "bodies/council"}, "put to changed from Harbour Board to "),
    ],
)
def test_a_change_of_it_is_a_sentence_and_stops_at_the_gate(change: dict[str, str], sentence: str) -> None:
    old, new = whole(sources()), whole(sources(**change))
    old = replace(old, settings=old.settings.model_copy(update={"launched": True}))
    (judged,) = judge(old, new, [one for one in compare(old, new) if one.record == "petitions/creek"], TODAY)
    assert sentence in judged.change.sentence
    assert judged.silent


def test_the_table_of_where_new_things_go_names_what_is_there() -> None:
    text = (ROOT / "docs/design.md").read_text(encoding="utf-8").partition("## Where a new thing goes")[2]
    rows = dict(
        re.findall(r"^\| (?!to add|-)([^|]+) \| ([^|]+) \|$", text.partition("\n## ")[0], re.MULTILINE)
    )
    assert "`answerable/model/kinds/`" in rows["a kind of record"]
    assert "`KINDS`" in rows["a kind of record"]
    for row in rows.values():
        for path in re.findall(r"`((?:answerable|templates|static|content|tests|docs)/[\w./-]*)`", row):
            assert (ROOT / path).exists(), path
