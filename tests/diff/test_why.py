"""Why a page is as it is: found by its address, told in sentences, held against what was published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from answerable.cli import main
from answerable.diff.why import file_at, why
from answerable.problem import CallError
from build import build
from tests.portals import HARBOUR, harbour, made

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = harbour()
PAGE = "reviews/2029-09-20/3/index.html"


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    """Give the harbour's site."""
    return made(SOURCES)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("", "index.html"),
        ("/bodies/review-team/", "bodies/review-team/index.html"),
        ("bodies/review-team", "bodies/review-team/index.html"),
        ("feed.xml", "feed.xml"),
        ("bodies/review-team/index.html", "bodies/review-team/index.html"),
        ("/404.html", "404.html"),
    ],
)
def test_an_address_or_the_path_of_a_file_finds_the_file(
    site: dict[str, bytes], address: str, file: str
) -> None:
    assert file_at(address, site) == file


def test_an_address_that_is_not_there_is_told_with_the_nearest(site: dict[str, bytes]) -> None:
    with pytest.raises(CallError, match=r'nothing at "/bodies/reviev-team/". Did you mean "bodies/review-te'):
        file_at("/bodies/reviev-team/", site)


def test_the_page_of_a_record_is_told_with_what_was_read_for_it(site: dict[str, bytes]) -> None:
    told = why(SOURCES, site, "corrections/2030-06-03-map/index.html", None, "_site")
    assert told.splitlines()[0] == (
        "/corrections/2030-06-03-map/ is the page of content/corrections/2030-06-03-map.yaml."
    )
    assert "While it was made, these 4 others were read. What any further record says can change" in told
    assert "\n  content/updates/2029-09-20-review-answers.md\n" in told
    assert "content/help/ (" in told
    assert "Its template is templates/pages/record.html." in told
    assert "its first public day is in register.csv." in told
    assert told.endswith("for 1 July 2030.\n\n_site does not hold it yet: the next build adds it.\n")


def test_what_is_no_page_of_a_record_is_made_from_all_of_it(site: dict[str, bytes]) -> None:
    for file in ("index.html", "feed.xml", "timeline/index.html"):
        assert why(SOURCES, site, file, site[file], "_site").startswith(
            f"{file} is made from the whole record: each public record may show in it.\n"
        )
    style = next(file for file in site if file.startswith("assets/style"))
    assert "is made of files in static/" in why(SOURCES, site, style, None, "_site")


def test_the_day_it_tells_of_is_told_where_it_is_another(site: dict[str, bytes]) -> None:
    then = replace(SOURCES, as_of=SOURCES.today.replace(day=1, month=3))
    assert "for 1 July 2030, and tells of 1 March 2030." in why(then, site, "index.html", None, "_site")


def test_a_page_that_is_published_as_it_is_is_left_and_another_is_shown_where_it_differs(
    site: dict[str, bytes],
) -> None:
    now = site["index.html"]
    told = why(SOURCES, site, "index.html", now, "_site").splitlines()[-1]
    assert told.startswith("_site holds the same bytes: nothing that it shows has changed since")
    title = now.splitlines()[7]
    was = now.replace(title, b"<title>" + b"x" * 100 + b"</title>")
    assert why(SOURCES, site, "index.html", was, "_site").splitlines()[-3:] == [
        "_site holds other bytes: the next build writes it anew. They differ first in line 8.",
        f"  published: <title>{'x' * 73}…",
        f"  now:       {title.decode()[:80]}" + "…" * (len(title.decode()) > 80),
    ]
    assert "in line 3." in why(SOURCES, site | {"index.html": b"a\nb\nc\n"}, "index.html", b"a\nb\n", "_site")


def test_the_command_says_it_of_the_folder_of_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = [
        "why",
        "/feed.xml",
        "--content",
        str(HARBOUR / "content"),
        "--today",
        "2030-07-01",
        "--out",
        str(tmp_path / "site"),
    ]
    assert main(call, build) == 0
    assert "does not hold it yet" in capsys.readouterr().out
    (tmp_path / "site").mkdir()
    (tmp_path / "site/feed.xml").write_bytes(b"old")
    assert main(call, build) == 0
    assert "holds other bytes" in capsys.readouterr().out
    assert main(["why", "/nowhere/", *call[2:]], build) == 2
    assert 'The site has nothing at "/nowhere/".' in capsys.readouterr().err
