"""The whole story: sources in, a site out, or every problem at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answerable.load.sources import Sources
from answerable.problem import ContentError
from build import build
from tests.portals import harbour
from tests.small import SMALL, sources


def small() -> Sources:
    """Give the small portal with the templates and the style of every portal."""
    dressed = harbour()
    return replace(sources(SMALL), templates=dressed.templates, static=dressed.static)


def test_a_portal_becomes_a_site_with_a_page_for_each_record() -> None:
    site = build(small()).files
    assert {"index.html", "404.html", "motions/2030-01-10/1/index.html"} <= set(site)
    assert b"Mend the lamp." in site["motions/2030-01-10/1/index.html"]


def test_every_problem_is_told_at_once_and_nothing_is_made() -> None:
    path = "content/motions/2030-01-10/1.md"
    broken = SMALL | {path: SMALL[path].replace("bodies/board", "bodies/bord"), "content/odd.txt": "?"}
    with pytest.raises(ContentError) as told:
        build(sources(broken))
    assert {problem.path for problem in told.value.problems} == {path, "content/odd.txt"}
