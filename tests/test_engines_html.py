"""Every page against two readers of HTML: the Nu validator and a strict HTML5 parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.pages import Page

FAULTY = '<!DOCTYPE html><html lang="en"><title>x</title><p id="a"><b>bold</p><img src="x.png" id="a">'


def test_the_validator_finds_nothing_wrong_in_any_page_of_either_portal(
    built_site: Path,
    harbour_site: Path,
    nu: Callable[[Path], list[str]],
) -> None:
    assert nu(built_site) == []
    assert nu(harbour_site) == []


def test_the_validator_does_find_what_is_wrong(tmp_path: Path, nu: Callable[[Path], list[str]]) -> None:
    (tmp_path / "index.html").write_text(FAULTY, encoding="utf-8")
    told = "\n".join(nu(tmp_path))
    assert "alt" in told
    assert "Duplicate ID" in told


def test_a_browser_has_nothing_to_put_right_in_any_page(
    pages: dict[str, Page],
    harbour_pages: dict[str, Page],
) -> None:
    for site in (pages, harbour_pages):
        assert site, "The site has no pages."
        assert {path: page.faults for path, page in site.items() if page.faults} == {}
