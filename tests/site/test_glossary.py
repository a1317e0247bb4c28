"""Words are explained where a page first uses them in our own voice, once, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.model.kinds.term import Term
from answerable.site.glossary import explained, glossary
from tests.portals import harbour_files

if TYPE_CHECKING:
    from answerable.site.glossary import Form


def term(address: str, title: str, **fields: object) -> Term:
    """Give a term as it would be read."""
    own = {"title": title, "status": "published", **fields}
    return Term.model_validate(own).model_copy(update={"address": f"terms/{address}"})


WORDS = glossary(
    [
        term("board", "HB", expansions=("Harbour Board",), means="Keeps the lamps."),
        term("aton", "AtoN", expansions=("Aid to Navigation", "Aids to Navigation"), means="A light."),
        term("vts", "VTS", means="A watch. The letters are not expanded."),
        term("mole", "Mole", also=("pier", "HBP"), means="A wall & more."),
        term("plan", "Forward plan", means="What comes."),
        term("pair", "RC / RCB", expansions=("River Club", "River Club Board")),
        term("light", "Light", everyday="yes"),
        term("hb2", "HBB", also=("HB",), means="A misprint."),
        term("arms", "S&R", expansions=("Search & Rescue",)),
    ]
)


def bracketed(words: str, form: Form, letters: bool, inside: bool) -> str:
    """Give a use as `[words]`, with what its letters stand for."""
    others = "; others" if form.others else ""
    return f"[{words}]" + (f"{', ' if inside else '('}{form.letters}{others})" if letters else "")


def marked(html: str, title: str = "A page", address: str = "a/") -> str:
    """Give a page's HTML with each use shown."""
    return explained(html, WORDS, title, address, bracketed)[0]


def listed(html: str) -> list[str]:
    """Give the words that a page explains at its end."""
    return [one.written for one in explained(html, WORDS, "A page", "a/", bracketed)[1]]


@pytest.mark.parametrize(
    ("html", "as_shown"),
    [
        ("<p>The HB met. The HB went.</p>", "<p>The [HB](Harbour Board) met. The HB went.</p>"),
        ("<p>An AtoN</p>", "<p>An [AtoN](Aid to Navigation; others)</p>"),
        ("<p>The HB’s AtoN</p>", "<p>The [HB](Harbour Board)’s [AtoN](Aid to Navigation; others)</p>"),
        ("<p>VTS</p>", "<p>[VTS]</p>"),
        ("<p>The mole, Moles</p>", "<p>The [mole], Moles</p>"),
        ("<p>moles</p>", "<p>[moles]</p>"),
        ("<p>its forward plan</p>", "<p>its [forward plan]</p>"),
        ("<p>RCB and RC</p>", "<p>[RCB](River Club Board) and RC</p>"),
        ("<p>the Board (HB)</p>", "<p>the Board ([HB], Harbour Board))</p>"),
        ("<p>S&amp;R</p>", "<p>[S&R]</p>"),
    ],
)
def test_the_first_use_is_shown_and_letters_are_written_out(html: str, as_shown: str) -> None:
    assert marked(html) == as_shown


@pytest.mark.parametrize(
    "html",
    [
        "<h2>HB</h2>",
        '<a href="x">the HB</a>',
        "<b>HB</b>",
        "<code>HB</code>",
        "<blockquote><p>HB</p></blockquote>",
        "<p>“the HB said”</p>",
        '<p class="label">HB <span>x</span></p>',
        '<p class="printed">HB</p>',
        "<dt>HB</dt>",
        '<span class="badge half"><svg>HB</svg><span>HB: <b>done</b></span></span>',
        '<img alt="HB">',
        "<p>HBs HBC AHB hb Light Harbour Board</p>",
        "<td>Molesworth</td>",
    ],
)
def test_headings_links_labels_code_quotations_and_names_are_left_alone(html: str) -> None:
    assert marked(html) == html


def test_a_later_use_is_shown_where_the_first_stood_in_a_heading() -> None:
    assert marked("<h2>HB</h2><p>HB</p>") == "<h2>HB</h2><p>[HB](Harbour Board)</p>"


@pytest.mark.parametrize("html", ["<p>The Harbour Board (HB)</p>", "<p>The HB (harbour board)</p>"])
def test_letters_beside_their_words_are_not_written_out_again(html: str) -> None:
    assert marked(html) == html.replace("HB", "[HB]")
    assert marked("<p>HB</p>", title="The Harbour Board") == "<p>[HB]</p>"


def test_letters_joined_to_others_wait_for_a_place_of_their_own() -> None:
    assert marked("<p>HB/RC and HB-led</p>") == "<p>[HB]/[RC] and HB-led</p>"
    assert marked("<p>HB/RC</p><p>HB</p>") == "<p>[HB]/[RC]</p><p>[HB](Harbour Board)</p>"


def test_the_end_of_a_page_explains_what_was_not_written_out_in_its_place() -> None:
    assert listed("<p>The HB keeps the mole; VTS watches the pier.</p>") == ["Mole", "VTS"]
    assert listed("<p>HB/RC</p>") == ["HB", "RC"]
    assert listed("<p>HB/RC and the HB</p>") == ["RC"]


def test_a_word_is_not_explained_on_its_own_page() -> None:
    assert marked("<p>HB and VTS</p>", address="terms/board/") == "<p>HB and [VTS]</p>"


@given(st.text("HB AtoN mole<>p&;“”/()-", max_size=60))
def test_nothing_of_a_page_is_lost_or_moved(text: str) -> None:
    made_of = explained(text, WORDS, "", "", lambda words, *_: words.replace("&", "&amp;"))[0]
    assert made_of == text


def test_the_harbours_pages_explain_and_the_glossary_is_left_as_it_is() -> None:
    site = harbour_files()
    page = site["plans/2030-03-01/2/index.html"].decode()
    assert page.count('<a class="term" href="../../../terms/aton/">AtoN</a> (Aid to Navigation; other ') == 1
    meeting = site["meetings/2029-06-12-council/index.html"].decode()
    assert '<h2 id="words">Words on this page</h2>' in meeting
    assert "<dt>Mole</dt>" in meeting
    assert b'class="term"' not in site["terms/index.html"]


def test_words_that_were_taken_back_explain_nothing() -> None:
    gone = term("gone", "GON", means="Gone.", withdrawn={"on": "2030-01-01", "why": "A slip."})
    gone = gone.model_copy(update={"status": "withdrawn"})
    assert glossary([gone]).forms == {}
