"""The cover: a few pages in place of all, and no structure is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages import files
from tests.structure import cover, structures, union

if TYPE_CHECKING:
    from pathlib import Path

PAGE = '<main><ol class="cards"><li><p>One</p></li></ol></main>'


def test_the_cover_holds_every_structure_of_both_portals_in_few_pages(
    covering: dict[Path, list[str]],
) -> None:
    pages = {site: files(site, ".html") for site in covering}
    every, few = (
        union(
            structures((site / path).read_text("utf-8")) for site, paths in chosen.items() for path in paths
        )
        for chosen in (pages, covering)
    )
    assert few == every
    assert sum(map(len, covering.values())) < sum(map(len, pages.values())) / 6


@pytest.mark.parametrize(
    "other",
    [
        PAGE.replace("<p>", '<p class="date">'),
        PAGE.replace("<p>One</p>", "<p><b>One</b></p>"),
        PAGE.replace("<ol", '<ol role="list"'),
        PAGE.replace("<p>", '<p aria-hidden="true">'),
        PAGE.replace("</p>", "</p><p>Two</p>"),
        PAGE.replace("<p>One</p>", '<time datetime="2030-01">One</time>'),
    ],
)
def test_a_page_with_a_structure_of_its_own_is_chosen_and_one_with_other_words_is_not(other: str) -> None:
    pages = {"a": PAGE, "b": PAGE.replace("One", "Two"), "c": other}
    held = {path: structures(html) for path, html in pages.items()}
    assert set(cover(held)) in ({"a", "c"}, {"c"})
    assert cover(held, held["c"]) in ([], ["a"])
