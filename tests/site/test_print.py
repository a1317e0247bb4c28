"""Pages made to be printed: what stands on them, what is kept off them, and that nothing is lost."""

from __future__ import annotations

import pytest

from answerable.export.downloads import data
from answerable.model.field import Record
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.series import Item, Series
from answerable.model.kinds.update import Correction, Promise, Statement, Update
from answerable.model.registry import KINDS
from answerable.site.pages import plan
from answerable.site.print import on_paper
from answerable.site.views import printed
from answerable.site.views.booklet import booklet
from answerable.site.views.sheet import Row, SheetView, sheet
from tests.portals import graph, harbour, made
from tests.reading import Site, plain

THERE = graph(harbour())
SITE = Site(made(harbour()))
BOOKLET = "on-paper/booklet/index.html"
REGISTER = "resolutions/2030-02-04/register"
ANSWERS = "content/updates/2029-09-20-review-answers.md"


def changed(path: str, old: str, new: str) -> dict[str, bytes]:
    """Give a file of the harbour with other words in it."""
    whole = harbour().content[path].decode()
    assert old in whole
    return {path: whole.replace(old, new, 1).encode()}


def sensitive(path: str) -> dict[str, bytes]:
    """Give a file of the harbour as that of a sensitive record."""
    return changed(path, "\nstatus:", '\nsensitive: "yes"\nstatus:')


def rows(view: SheetView) -> dict[str, Row]:
    """Give the rows of a sheet by where they lead."""
    return {row.href: row for table in view.tables for group in table.groups for row in group.rows}


def told(more: dict[str, bytes]) -> str:
    """Give what the booklet of the harbour says with these files in place of its own."""
    return Site(made(harbour(more=more))).told(BOOKLET)


def test_the_pages_to_print_are_there_and_the_list_leads_to_each() -> None:
    pages = list(on_paper(THERE, {page.head.address: page for page in plan(THERE, data(THERE))}))
    templates = [page.template.removeprefix("pages/").removesuffix(".html") for page in pages]
    assert templates == ["on-paper", "one-sheet", "poster", "booklet", "minute", "minute", "minute"]
    led = SITE.leads_to("on-paper/index.html")
    assert {f"{page.head.address}index.html" for page in pages[1:]} | {"what-to-do/index.html"} <= led
    assert [card.title for card in printed.listed(THERE).pages] == ["What to do if"]


def test_the_page_of_each_first_series_leads_to_its_minute_and_no_other_does() -> None:
    first = printed.first_series(THERE)
    assert [series.address for series in first] == list(THERE.portal.settings.first)
    for series in THERE.portal.of(Series):
        there = f"{printed.minute_of(series.address)}index.html"
        assert (there in SITE.leads_to(f"{series.address}/index.html")) == (series in first)


def test_the_sheet_has_a_row_for_each_single_thing_asked() -> None:
    asked = {
        THERE.card(target).href
        for series in printed.first_series(THERE)
        for item in THERE.portal.items(series)
        for target in THERE.asks_of(item) or [item.address]
    }
    assert set(rows(sheet(THERE))) == asked


def test_a_row_says_who_answers_by_when_and_how_we_will_know_and_never_leaves_a_blank() -> None:
    found = rows(sheet(THERE))
    test = found["reviews/2029-09-20/2/#a"]
    assert (test.who, test.asked) == ("Board", "Test all twelve")
    assert test.due == "31 January 2030; at first 31 October 2029"
    assert test.known == "The results name twelve sirens"
    nobody = found["resolutions/2030-02-04/results/"]
    assert (nobody.who, nobody.label, nobody.due, nobody.known) == ("", "", "", "")
    told = SITE.told("on-paper/one-sheet/index.html")
    for words in ("nobody named", "no timescale given", "not said", "no reply recorded"):
        assert words in told


def test_each_standing_on_the_sheet_says_who_and_each_word_and_name_is_explained() -> None:
    view = sheet(THERE)
    motion, review, _ = view.tables
    assert (motion.voice, review.voice) == ("Review", "")
    assert "Inspector: checked" in rows(view)["reviews/2029-09-20/2/#a"].said
    assert "Board: shown done after the date due" in rows(view)["reviews/2029-09-20/2/#a"].said
    whole = "; ".join(row.said for row in rows(view).values()).replace(" after the date due", "")
    said = set(whole.split("; "))
    explained = {word for word, _ in view.words}
    assert {words.rpartition(": ")[2] for words in said} - explained == {"No reply recorded"} | {
        "Nothing later in the papers held"
    }
    assert dict(view.names)["Board"] == "Harbour Board"


def test_a_word_is_cut_at_its_comma_only_where_that_leaves_one_meaning() -> None:
    settings = [setting for set_ in THERE.standing.values() for setting in set_]
    by_word = {setting.word.word: printed.brief(THERE, setting) for setting in settings}
    assert by_word["in place, more suggested"] == "in place, more suggested"
    assert len(set(by_word.values())) == len(by_word)
    assert dict(printed.explained(THERE, THERE.standing))["in place"].startswith("Says that existing")


def test_a_minute_lists_each_item_in_plain_words_and_what_was_said() -> None:
    motion, review, _ = (printed.minute(THERE, series) for series in printed.first_series(THERE))
    assert [line.label for line in motion.lines] == ["1", "2", "3", "4"]
    assert motion.lines[0].words == "Test every flood siren once a month"
    assert motion.lines[1].words == "Check the lights each night"
    assert motion.lines[0].badges == THERE.badges("motions/2029-06-12/1")
    assert (motion.silent, review.silent) == ("No reply recorded", "No reply recorded")
    assert len(motion.others) == 2


def test_the_poster_says_where_the_site_is_found() -> None:
    assert printed.poster(THERE).address == sheet(THERE).address == "harbour-record.example"
    assert len(printed.poster(THERE).steps) == 3
    told = SITE.told("on-paper/poster/index.html")
    assert "get a newer copy before a meeting: harbour-record.example" in told
    assert "we hold papers up to 30 may 2030. we have not looked further." in told


TOLD: tuple[type[Record], ...] = (Series, Item, Meeting, Update, Promise, Statement, Correction)


def test_the_booklet_tells_of_every_series_item_meeting_update_statement_and_correction() -> None:
    told = SITE.told(BOOKLET)
    for kind in (*TOLD, KINDS["terms"].model):
        for record in THERE.portal.of(kind):
            assert plain(record.heading) in told, record.address
    for target in THERE.standing:
        for badge in THERE.badges(target):
            assert plain(f"{badge.voice}: {badge.word}") in told, target


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        (f"content/{REGISTER}.md", "covers lights, sirens and bells"),
        ("content/promises/2030-02-04-read-out.yaml", "the next was set for september"),
        ("content/motions/2029-06-12/index.md", "which languages are meant"),
        (ANSWERS, "twelve in all, each month"),
        ("content/statements/2030-04-10-board.md", "three sheets had blown down"),
    ],
)
def test_what_is_sensitive_and_what_a_sensitive_update_speaks_of_is_not_printed(path: str, gone: str) -> None:
    more, address = sensitive(path), path.removeprefix("content/").rpartition(".")[0].removesuffix("/index")
    hidden = graph(harbour(more=more))
    assert gone in SITE.told(BOOKLET)
    assert gone not in told(more)
    assert not printed.may_be_printed(hidden, hidden.portal.records[address])
    assert printed.may_be_printed(THERE, THERE.portal.records[address])


def test_the_sheet_and_the_booklet_say_how_much_they_leave_out() -> None:
    more = sensitive(f"content/{REGISTER}.md")
    assert (sheet(THERE).left_out, sheet(graph(harbour(more=more))).left_out) == (0, 1)
    assert f"{REGISTER}/" not in rows(sheet(graph(harbour(more=more))))
    pages = {page.head.address: page for page in plan(THERE, data(THERE))}
    assert booklet(THERE, lambda address: pages[address].view).left_out == 0
    assert "not on paper, and told on the site: 1." in told(more)


def test_of_what_was_taken_back_only_the_title_the_day_and_the_reason_are_printed() -> None:
    back = 'status: "withdrawn"\nwithdrawn: {on: "2030-06-20", why: "It was ours to mend."}'
    more = changed(f"content/{REGISTER}.md", 'status: "published"', back)
    assert rows(sheet(graph(harbour(more=more))))[f"{REGISTER}/"].said == "taken back"
    assert "20 june 2030. it was ours to mend." in told(more)
    assert "covers lights, sirens and bells" not in told(more)
