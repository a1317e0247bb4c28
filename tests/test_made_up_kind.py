"""A made-up kind with a made-up reference and a made-up amount of money is everywhere, by its declaration alone."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import pytest
from pydantic import StringConstraints

from answerable.diff.compare import compare
from answerable.diff.gate import judge
from answerable.edit.form import forms
from answerable.export.jsonschema import editor_files
from answerable.graph.events import StatusEvent
from answerable.i18n import Message, gettext
from answerable.model.field import BodyRef, Date, Record, Title
from answerable.model.registry import KINDS, Kind
from answerable.model.spec import Back, Declared
from tests.engines import ROOT
from tests.portals import TODAY, harbour, record_file, site_of, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from answerable.load.sources import Sources

Money = Annotated[str, StringConstraints(pattern="^GBP [0-9]+$")]


class Petition(Record):
    """A petition that residents put to a body."""

    kind_folder: ClassVar[str] = "petitions"
    followed: ClassVar[Message | None] = gettext("What speaks of it.")
    schema_type: ClassVar[str] = "CreativeWork"

    title: Title
    """What it is called."""
    date: Annotated[Date, Declared(dates="comes in", opens=True, schema="dateCreated")]
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
PAGE, LIST = "petitions/creek/index.html", "petitions/index.html"


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
    return {path: data.decode() for path, data in site_of(sources()).items() if path.endswith(kept)}


def row_of_table(files: dict[str, str]) -> dict[str, str]:
    """Its row in the table of its kind."""
    (row,) = csv.DictReader(io.StringIO(files["data/petitions.csv"]))
    return row


def is_judged(**change: str) -> str:
    """The sentence of a change that the gate stops at."""
    old, new = whole(sources()), whole(sources(**change))
    old = replace(old, settings=old.settings.model_copy(update={"launched": True}))
    (judged,) = judge(old, new, [one for one in compare(old, new) if one.record == "petitions/creek"], TODAY)
    assert judged.silent
    return judged.change.sentence


def schema() -> dict[str, Any]:
    """What an editor is told of its files."""
    read: dict[str, Any] = json.loads(editor_files()["schemas/petitions.json"])
    return read


FOLLOWS: dict[str, Callable[[dict[str, str]], object]] = {
    "page": lambda files: all(words in files[PAGE] for words in ("Put before", "GBP 4000", "1 October 2029")),
    "list": lambda files: FIELDS["title"] in files[LIST] and "What people signed." in files[LIST],
    "breadcrumb": lambda files: re.search(r'<a href="../../petitions/">Petitions</a>', files[PAGE]),
    "way back": lambda files: "Petitions put to it" in files["bodies/board/index.html"],
    "timeline": lambda files: FIELDS["title"] in files["timeline/index.html"],
    "search": lambda files: 'href="../petitions/"' in files["search/index.html"],
    "A to Z": lambda files: FIELDS["title"] in files["search/index.html"],
    "tables": lambda files: (
        (row_of_table(files)["put_to"], row_of_table(files)["cost"]) == ("bodies/board", "GBP 4000")
    ),
    "JSON": lambda files: (
        json.loads(files["data/portal.json"])["records"]["petitions/creek"]["fields"]["cost"]
        == FIELDS["cost"]
    ),
    "JSON-LD": lambda files: (
        '"@type": "CreativeWork"' in files[PAGE] and '"dateCreated": "2029-10-01"' in files[PAGE]
    ),
    "feed": lambda files: FIELDS["title"] in files["feed.xml"],
    "schema": lambda _: (
        schema()["properties"]["put_to"]["pattern"] == "^(?:bodies)/"
        and schema()["required"] == ["status", "title", "date", "put_to", "cost"]
    ),
    "form": lambda _: str(forms(harbour().forms)["petitions"].fields["put_to"]).startswith("? "),
    "sentences of change": lambda _: (
        is_judged(cost="GBP 6500")
        == "Petition “A bridge over the creek”: cost changed from “GBP 4000” to “GBP 6500”."
    ),
    "the gate": lambda _: "put to changed from Harbour Board to " in is_judged(put_to="bodies/council"),
}
"""What the design says of a kind follows from its declaration, and how that is seen."""


def table() -> dict[str, str]:
    """The design's table of where a new thing goes."""
    text = (ROOT / "docs/design.md").read_text(encoding="utf-8").partition("## Where a new thing goes")[2]
    rows = re.findall(r"^\| (?!to add|-)([^|]+) \| ([^|]+) \|$", text.partition("\n## ")[0], re.MULTILINE)
    return dict(rows)


def test_all_that_follows_from_a_kind_is_seen_of_one_that_is_made_up(files: dict[str, str]) -> None:
    named = table()["a kind of record"].rpartition("; ")[2].removesuffix(" follow")
    assert re.split(", | and (?=the gate)", named) == [*FOLLOWS]
    assert [name for name, is_seen in FOLLOWS.items() if not is_seen(files)] == []


def test_a_template_of_its_own_is_named_on_the_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Petition, "template", "petition")
    own = {**harbour().templates, "pages/petition.html": "{{ record.cost }} for {{ record.title }}"}
    site = site_of(replace(sources(), templates=own))
    assert site[PAGE].decode().strip() == "GBP 4000 for A bridge over the creek"


def test_what_is_said_of_a_move_changes_everywhere_with_the_event(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "`StatusEvent`" in table()["what any page, feed, calendar, table or comparison says of a move"]
    monkeypatch.setattr(StatusEvent, "text", property(lambda _: "Words of a made-up move."))
    files = {path for path, data in site_of(harbour()).items() if b"Words of a made-up move." in data}
    assert {path.rpartition(".")[2] for path in files} == {"html", "xml"}, "pages and feeds"


@pytest.mark.parametrize("row", table().values(), ids=table())
def test_the_table_of_where_new_things_go_names_what_is_there(row: str) -> None:
    for path in re.findall(r"`((?:answerable|templates|static|content|tests|docs|forms)/[\w./-]*)`", row):
        assert (ROOT / path).exists(), path
    for name, path in re.findall(r"`(\w+)`,? in `([\w./]+\.py)`", row):
        assert re.search(rf"^(class )?{name}\b", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE), (
            name
        )
    for module in re.findall(r"python -m ([\w.]+)", row):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists(), module
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make (\w+)`", row):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
