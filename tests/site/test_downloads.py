"""The page of everything to take away lists each file with what it holds, and tells the truth of each."""

from __future__ import annotations

import csv
import io
from hashlib import sha256

from answerable.export.downloads import data
from answerable.site.context import Context
from answerable.site.downloads import takeaway
from tests.portals import harbour_files, harbour_graph, harbour_reading
from tests.reading import plain

THERE = harbour_graph()
FILES = data(THERE)
SITE = harbour_files()


def test_every_file_of_the_folder_is_on_the_page_with_its_size_and_hash() -> None:
    told = harbour_reading().words_on("data/index.html")
    there = {name: held for name, held in SITE.items() if name.startswith("data/") and "html" not in name}
    assert there == {file.path: file.data for file in FILES}
    for name, held in there.items():
        assert plain(f"{len(held):,} bytes") in told, name
        assert sha256(held).hexdigest() in told, name
        assert f"../{name}" in told, name


def test_the_counts_are_those_of_the_files() -> None:
    for file in FILES:
        if file.path.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(file.data.decode("utf-8-sig"), newline="")))
            assert len(rows) - 1 == file.count, file.path
    counted = {file.path: file.count for file in FILES}
    assert counted["data/portal.json"] == len(THERE.portal.records)
    assert counted["data/portal.sqlite"] == sum(n for path, n in counted.items() if path.endswith(".csv"))
    assert counted["data/datapackage.json"] == sum(path.endswith(".csv") for path in counted)


def test_every_file_stands_in_a_group_and_in_the_description() -> None:
    view = takeaway(Context(THERE, ""), FILES)
    listed = [file.href for group in view.groups for file in group.files]
    assert sorted(listed) == sorted(file.path for file in FILES)
    distribution = view.ld["distribution"]
    assert isinstance(distribution, list)
    assert len(distribution) == len(FILES)
