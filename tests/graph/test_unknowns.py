"""What we do not know: stated gaps, and those that follow from the record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from answerable.graph.unknowns import everything, not_in_attendance, of_record
from answerable.load.sources import Folders, gather
from answerable.model import date as dates
from answerable.model.address import file_of
from answerable.model.field import PrintedDate
from answerable.model.kinds.item import Item
from answerable.model.kinds.meeting import Meeting
from tests.engines import ROOT
from tests.portals import graph, harbour, harbour_files, harbour_graph
from tests.reading import Site, plain

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.graph.graph import Graph

HARBOUR = harbour_graph()
LATER = date(2026, 11, 22)
UNSHOWN = "The papers held do not show what came of it."


def gaps(day: date | None = None) -> dict[str, list[str]]:
    """Give the gaps by kind: what each says."""
    linked = graph(harbour(as_of=day)) if day else HARBOUR
    return {kind.id: [unknown.words for unknown in kind.entries] for kind in everything(linked)}


def test_a_printed_date_that_cannot_be_right_is_a_gap_wherever_it_stands() -> None:
    wrong = PrintedDate(words="3 March 2031", why="it was told in April 2030")
    item = HARBOUR.portal.records["motions/2029-06-12/4"]
    assert isinstance(item, Item)
    wording = item.wordings[0].model_copy(update={"date": dates.read("2030-03-03"), "printed_date": wrong})
    (gap,) = of_record(HARBOUR, item.model_copy(update={"wordings": (wording,)}))
    assert gap.words == "Counted here as 3 March 2030; printed as 3 March 2031. It was told in April 2030."


def test_the_asks_of_what_is_only_quoted_are_no_gaps() -> None:
    record = HARBOUR.portal.records["motions/2029-06-12"]
    assert len(list(HARBOUR.asks_in(record))) == 1
    quoted = record.model_copy(update={"force": "quoted"})
    assert list(HARBOUR.asks_in(quoted)) == []
    assert quoted.address not in {
        gap.card.address
        for kind in everything(HARBOUR)
        for gap in kind.entries
        if gap.card and kind.id == "nobody"
    }


def on_its_page(kind: str, words: str) -> str:
    """Give how the page of what it concerns says a gap, where not in the same words."""
    if kind == "attendance":
        return words.partition(" is named in no")[0]
    if kind == "identities":
        return words.partition("same person as ")[2].partition(".")[0]
    return "nobody named" if kind == "nobody" else words


@pytest.mark.parametrize("portal_name", ["the harbour", "the real portal"])
def test_each_gap_stands_on_the_page_of_what_it_concerns_as_well(portal_name: str, built_site: Path) -> None:
    record = HARBOUR if portal_name == "the harbour" else real()
    site = Site(harbour_files() if portal_name == "the harbour" else read(built_site))
    everywhere = everything(record)
    assert len(everywhere) >= 11
    for kind in everywhere:
        for gap in kind.entries:
            assert gap.card
            page = file_of(gap.card.href.partition("#")[0])
            assert plain(on_its_page(kind.id, gap.words)) in site.words_on(page), (kind.id, page)
            assert plain(gap.words) in site.words_on("unknown/index.html")


def real() -> Graph:
    """Give the real portal as it is shown today."""
    sources = gather(Folders(ROOT, ROOT / "content", None, None), LATER, LATER)
    return graph(sources)


def read(folder: Path) -> dict[str, bytes]:
    """Give the pages of a built site."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")}


def test_a_kind_without_gaps_is_left_out() -> None:
    assert "open" not in gaps(date(2029, 6, 12))


def test_a_promise_is_open_until_an_update_closes_it() -> None:
    assert gaps(date(2030, 2, 3))["promises"] == [
        f"Due: 31 December 2029. {UNSHOWN}",
        f"Due: no day was named. {UNSHOWN}",
    ]


def test_who_is_on_the_list_of_members_and_in_no_category_is_worked_out() -> None:
    meeting = HARBOUR.portal.records["meetings/2029-06-12-council"]
    assert isinstance(meeting, Meeting)
    assert not_in_attendance(meeting) == ("people/lamb",)
    assert not_in_attendance(meeting.model_copy(update={"members": None})) == ()


def test_no_gap_speaks_of_lateness_or_silence() -> None:
    words = " ".join(
        unknown.words + kind.title + kind.about for kind in everything(HARBOUR) for unknown in kind.entries
    )
    assert not {"late", "silent", "failed", "ignored", "overdue"} & set(words.lower().split())
