"""The descriptor and the tables fit each other, as the Frictionless framework judges them."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from frictionless import Package
from hypothesis import HealthCheck, Phase, given, settings

from answerable.export.datapackage import datapackage, licence
from answerable.export.downloads import data
from tests.portals import graph, harbour_graph
from tests.small import SMALL, sources
from tests.strategies import portals

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from answerable.graph.graph import Graph
    from tests.strategies import Small


def files(there: Graph) -> dict[str, bytes]:
    """Give the files to take away by their path."""
    return {download.path: download.data for download in data(there)}


def faults(site: Mapping[str, bytes], folder: Path) -> list[str]:
    """Give what Frictionless says of the tables and their descriptor, written to a folder."""
    for path, held in site.items():
        if path.count("/") == 1:
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(held)
    told = Package(str(folder / "data/datapackage.json")).validate()
    return [error.message for task in told.tasks for error in task.errors] + [e.message for e in told.errors]


def test_the_tables_of_the_harbour_fit_their_descriptor(tmp_path: Path) -> None:
    assert faults(files(harbour_graph()), tmp_path) == []


def test_the_tables_of_the_real_portal_fit_their_descriptor(built_site: Path, tmp_path: Path) -> None:
    there = [path for path in (built_site / "data").iterdir() if path.is_file()]
    held = {f"data/{path.name}": path.read_bytes() for path in there}
    assert len(held) > 20
    assert faults(held, tmp_path) == []


@given(small=portals())
@settings(
    max_examples=4,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_tables_of_any_portal_fit_their_descriptor(small: Small, tmp_path: Path) -> None:
    assert faults(files(graph(small.sources)), tmp_path) == []


def test_a_table_that_does_not_fit_is_noticed(tmp_path: Path) -> None:
    site = files(harbour_graph())
    site["data/links.csv"] = site["data/links.csv"].replace(b'"reviews/', b'"nowhere/')
    assert any("hash" in fault for fault in faults(site, tmp_path))
    told: Any = json.loads(site["data/datapackage.json"])
    for one in told["resources"]:
        del one["hash"], one["bytes"]
    site["data/datapackage.json"] = json.dumps(told).encode()
    assert any("FOREIGN" in fault.upper() for fault in faults(site, tmp_path))


def test_the_descriptor_names_each_table_its_size_and_its_hash() -> None:
    site = files(harbour_graph())
    told: Any = json.loads(site["data/datapackage.json"])
    assert sorted(f"data/{one['path']}" for one in told["resources"]) == sorted(
        path for path in site if path.endswith(".csv")
    )
    for one in told["resources"]:
        held = site[f"data/{one['path']}"]
        assert (one["bytes"], one["hash"]) == (len(held), f"sha256:{sha256(held).hexdigest()}")


def test_the_descriptor_says_what_the_portal_is_and_whose_the_words_are() -> None:
    there = graph(sources(SMALL))
    told: Any = json.loads(datapackage(there, []))
    assert told["name"] == "lighthouse"
    assert told["description"].startswith("An example.\n\n")
    assert (
        told["licenses"]
        == [licence(there)]
        == [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "CC BY 4.0",
            }
        ]
    )
    assert told["sources"] == [{"title": "Board pack"}]
    assert "contributors" not in told


def test_a_publisher_who_answers_for_the_site_is_named() -> None:
    there = graph(sources(SMALL))
    own = there.portal.settings
    publisher = own.publisher.model_copy(update={"placeholder": False, "name": "Harbour Council"})
    named = own.model_copy(update={"publisher": publisher, "launched": True})
    told: Any = json.loads(datapackage(replace(there, portal=replace(there.portal, settings=named)), []))
    assert told["contributors"] == [{"title": "Harbour Council", "role": "publisher"}]
    assert not told["description"].startswith("An example.")
