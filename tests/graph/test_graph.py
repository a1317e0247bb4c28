"""Cards, badges and citations: the small values that pages show of their neighbours."""

from __future__ import annotations

import pytest

from answerable.model.field import Citation
from tests.portals import harbour_graph

HARBOUR = harbour_graph()


@pytest.mark.parametrize(
    ("reference", "label", "title", "href"),
    [
        ("motions/2029-06-12/1", "Point 1", "Test the sirens each month", "motions/2029-06-12/1/"),
        (
            "reviews/2029-09-20/2#a",
            "Recommendation 2, ask a",
            "Test all twelve sirens.",
            "reviews/2029-09-20/2/#a",
        ),
        (
            "resolutions/2030-02-04/results",
            "Resolution without a number",
            "Results read out",
            "resolutions/2030-02-04/results/",
        ),
        (
            "meetings/2029-06-12-council#minute-15",
            "Harbour Council, 12 June 2029, minute 15",
            "Flood sirens and harbour lights",
            "meetings/2029-06-12-council/#minute-15",
        ),
        ("bodies/board", "", "Harbour Board", "bodies/board/"),
    ],
)
def test_a_card_says_what_a_thing_is_called_and_where_it_is(
    reference: str, label: str, title: str, href: str
) -> None:
    card = HARBOUR.card(reference)
    assert (card.label, card.title, card.href) == (label, title, href)


def test_a_card_carries_how_firm_a_thing_is_and_where_it_stands() -> None:
    card = HARBOUR.card("reviews/2029-09-20/2")
    assert (card.force, card.count, card.badges) == ("suggested", "1 of 2 agreed, 1 of 2 taken up", ())
    assert [f"{badge.voice}: {badge.word}" for badge in HARBOUR.card("reviews/2029-09-20/3").badges] == [
        "Council: declined"
    ]


def test_a_badge_speaks_in_the_bodys_word_and_says_what_it_means() -> None:
    (badge,) = HARBOUR.badges("motions/2029-06-12/3")
    means = "Says it does not feel able to comment. This is not a refusal."
    assert (badge.voice, badge.word, badge.means, badge.misleads) == ("Review", "no comment", means, True)
    assert HARBOUR.badges("motions/2029-06-12/4") == ()
    spoken = ("bodies/board", "bodies/commissioners", "people/quill")
    assert [HARBOUR.voice(address) for address in spoken] == ["Board", "Harbour Commissioners", "Ada Quill"]


def test_a_citation_leads_to_the_place_on_the_documents_page_and_to_the_official_copy() -> None:
    cite = HARBOUR.cite(
        Citation.model_validate({"in": "documents/council-minutes", "at": "item 6, minute 15", "quote": "x"})
    )
    assert (cite.place, cite.href) == ("item 6, minute 15", "documents/council-minutes/#minute-15")
    assert cite.official == "https://www.example.org/council/2029-06-12.pdf"
    page = Citation.model_validate({"in": "documents/council-minutes", "at": "page 2", "quote": "x"})
    assert HARBOUR.cite(page).official == "https://www.example.org/council/2029-06-12.pdf#page=2"
    held = Citation.model_validate({"in": "documents/board-minutes", "at": "minute 7", "quote": "x"})
    assert HARBOUR.cite(held).official == ""


def test_none_is_no_card() -> None:
    assert HARBOUR.cards(["none", "bodies/board", "none"]) == (HARBOUR.card("bodies/board"),)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("events/2029-first-test", "3 November 2029"),
        ("statements/2030-04-10-board", "10 April 2030"),
        ("promises/2029-06-12-map", "12 June 2029"),
        ("updates/2029-10-08-council-declines", "8 October 2029"),
    ],
)
def test_a_record_is_shown_with_its_date(address: str, words: str) -> None:
    when = HARBOUR.portal.records[address].when
    assert when is not None
    assert when.words == words
    assert HARBOUR.portal.records["bodies/board"].when is None
