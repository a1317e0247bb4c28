"""Pages against two readers of HTML: the Nu validator and a strict HTML5 parser."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.pages import read_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.pages import Page

FAULTY = '<!DOCTYPE html><html lang="en"><title>x</title><p id="a"><b>bold</p><img src="x.png" id="a">'


def test_the_validator_finds_nothing_wrong_in_any_structure_of_either_portal_nor_from_right_to_left(
    covering: dict[Path, list[str]],
    harbour_site: Path,
    rtl_site: Path,
    nu: Callable[[Iterable[Path]], list[str]],
) -> None:
    sites = [*covering.items(), (rtl_site, covering[harbour_site])]
    assert nu(site / path for site, paths in sites for path in paths) == []


def test_the_validator_does_find_what_is_wrong(
    tmp_path: Path, nu: Callable[[Iterable[Path]], list[str]]
) -> None:
    (tmp_path / "index.html").write_text(FAULTY, encoding="utf-8")
    told = "\n".join(nu([tmp_path / "index.html"]))
    assert "alt" in told
    assert "Duplicate ID" in told


def wrong(page: Page) -> list[str]:
    """Give what hangs on a whole page: what a parser puts right, ids that stand twice, headings out of step."""
    ids = Counter(element.get("id") for element in page.root.iter() if element.get("id"))
    levels = [int(e.tag[1]) for e in page.root.iter() if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    steps = zip([0, *levels], levels, strict=False)
    return [
        *page.faults,
        *(f"id twice: {name}" for name, count in ids.items() if count > 1),
        *(f"h{one} before h{other}" for one, other in steps if other > one + 1),
        *["not one h1"] * (levels.count(1) != 1),
    ]


def test_every_page_is_sound_as_a_whole(pages: dict[str, Page], harbour_pages: dict[str, Page]) -> None:
    for site in (pages, harbour_pages):
        assert len(site) > 100
        assert {path: faults for path, page in site.items() if (faults := wrong(page))} == {}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<h1>x</h1><p><b>bold</p>", ": unexpected-end-tag"),
        ('<h1 id="a">x</h1><p id="a">x</p>', "id twice: a"),
        ("<h1>x</h1><h3>x</h3>", "h1 before h3"),
        ("<h1>x</h1><h1>x</h1>", "not one h1"),
        ("<p>x</p>", "not one h1"),
    ],
)
def test_a_page_that_is_not_is_found(tmp_path: Path, body: str, fault: str) -> None:
    html = f'<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>{body}</body></html>'
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert fault in str(wrong(read_pages(tmp_path)["index.html"]))
