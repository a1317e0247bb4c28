"""What the pages must not say: of what was asked and answered, of figures and of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from answerable.model.kinds.document import Document
from answerable.model.kinds.figure import Figure
from answerable.model.kinds.help_line import HelpLine
from answerable.model.kinds.item import Item
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series
from answerable.model.kinds.term import Term
from answerable.model.kinds.update import Update
from tests.real.look import items, moves, the

if TYPE_CHECKING:
    from answerable.model.portal import Portal

MOTION, REVIEW, BOARD = "motions/2021-11-10", "reviews/2022-05-12", "resolutions/2022-05-27-osmb"
REACHING = ("strong", "likely")


def test_no_appendix_is_called_by_its_number_without_its_paper(record: Portal) -> None:
    called = [d.called_there for d in record.of(Document)] + [
        c.called_there for d in record.of(Document) for c in d.copies
    ]
    appendices = [name for name in called if name and name.startswith("Appendix")]
    assert len(appendices) >= 4
    assert all(" of the " in name for name in appendices)


def test_a_word_with_several_expansions_shows_them_all(record: Portal) -> None:
    expansions = {
        name: set(the(record, Term, f"terms/{name}").expansions) for name in ("cetg", "ce", "camhs")
    }
    assert expansions["cetg"] == {"Child Exploitation Tasking Group", "Criminal Exploitation Tasking Group"}
    assert expansions["ce"] == {"Child Exploitation", "Child Criminal Exploitation", "Criminal Exploitation"}
    assert len(expansions["camhs"]) == 4


def test_the_reviews_suggestions_are_never_accepted_or_implemented(record: Portal) -> None:
    assert the(record, Series, REVIEW).force == "suggested"
    on_them = [m for update in record.of(Update) for m in update.moves if m.item.startswith((REVIEW, BOARD))]
    assert on_them
    assert not {"accepted", "shown-done"} & {word for m in on_them for word in (m.reply, m.progress, m.check)}


def test_a_page_of_the_report_is_eight_less_than_the_packs(record: Portal) -> None:
    pages = the(record, Document, "documents/review-final-report").pages
    assert pages is not None
    assert pages.other is not None
    assert (pages.last, pages.other.add, pages.basis) == (35, 8, "ours")


def test_the_motions_copies_say_how_they_differ(record: Portal) -> None:
    copies = the(record, Document, "documents/approved-motion").copies
    assert [(copy.numbered, copy.differs_at) for copy in copies] == [
        ("1 to 13", ()),
        ("bullets", ()),
        ("(1) to (13)", ("6", "9")),
    ]


def test_the_report_back_was_due_before_it_came(record: Portal) -> None:
    promise = the(record, Promise, "promises/2021-11-10-report-back")
    assert promise.due is not None
    assert promise.due.text == "by 2022-02-10"
    closing = [u for u in record.of(Update) if any(m.item == promise.address for m in u.moves)]
    assert all(u.happened.day > promise.due.day for u in closing)
    assert closing


def test_point_two_is_about_staff_and_contractors(record: Portal) -> None:
    point = the(record, Item, f"{MOTION}/02")
    assert "councillor" not in (point.title + point.prose).lower()
    assert "contractors" in point.prose


def test_an_estimate_says_at_least_and_around(record: Portal) -> None:
    caution = the(record, Figure, "figures/children-1400").caution or ""
    assert "at least" in caution
    assert "around" in caution


def test_a_draft_strategy_is_not_called_adopted(record: Portal) -> None:
    document = the(record, Document, "documents/way-forward-2015")
    assert "adopted by" not in (document.summary or "")
    assert any("draft" in gap.says and "new" in gap.says for gap in document.gaps)


def test_a_likely_slip_is_not_corrected_silently(record: Portal) -> None:
    assert "kept as printed" in (the(record, Term, "terms/hmrc").means or "")


def test_help_lines_of_2015_are_not_shown_as_live(record: Portal) -> None:
    assert {line.number for line in record.of(HelpLine)} == {"999", "101"}
    telephone = re.compile(r"\b0\d{3,4}[ -]?\d{3}[ -]?\d{3,4}\b")
    assert [r.address for r in record.records.values() if telephone.search(r.model_dump_json())] == []


def test_point_eleven_is_neither_refused_nor_given(record: Portal) -> None:
    [move] = moves(record, f"{MOTION}/11")
    assert move.reply == "no-comment"
    assert "beyond" in (move.says or "")
    assert "neither" in (move.leaves_open or "")


def test_no_recommendation_reaches_point_nine(record: Portal) -> None:
    links = [link for item in items(record, REVIEW) for link in item.links if link.to == f"{MOTION}/09"]
    assert not [link for link in links if link.strength in REACHING]
    [move] = moves(record, f"{MOTION}/09")
    assert move.suggests


def test_two_audiences_are_not_added_and_two_seventeens_not_confused(record: Portal) -> None:
    seminars = the(record, Figure, "figures/seminar-attendance")
    assert "Do not add" in (seminars.caution or "")
    assert not re.search(r"\b28\b", seminars.model_dump_json())
    assert "Unrelated" in (the(record, Figure, "figures/documents-17").caution or "")
    assert "37 of what" in (the(record, Figure, "figures/pieces-of-information").caution or "")


def test_a_charge_the_reviewers_rejected_is_no_finding(record: Portal) -> None:
    findings = [finding.says for d in record.of(Document) for finding in d.findings]
    assert findings
    assert not any("homework" in says for says in findings)


def test_cabinets_support_is_only_what_the_chair_said(record: Portal) -> None:
    [move] = [m for m in moves(record, f"{REVIEW}/4#c") if m.reply == "said-supported"]
    assert (move.by, move.reported_by) == ("bodies/cabinet", "bodies/osmb")


def test_recommendation_five_speaks_of_all_exploitation(record: Portal) -> None:
    asks = {ask.id: ask.asks for ask in the(record, Item, f"{REVIEW}/5").asks}
    assert "child exploitation" in asks["a"]
    assert "sexual" not in asks["a"]


def test_even_the_noting_of_the_report_is_provisional(record: Portal) -> None:
    assert the(record, Series, BOARD).force == "provisional"
    assert not any(moves(record, item.address) for item in items(record, BOARD))
