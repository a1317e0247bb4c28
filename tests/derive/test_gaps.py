"""What we do not know: stated gaps, and those that follow from the record."""

from __future__ import annotations

from datetime import date

from generator.derive.gaps import everything, not_in_attendance, of_record
from generator.record.meetings import Meeting
from tests.portals import harbour, linked

HARBOUR = linked(harbour())


def found(day: date | None = None) -> dict[str, list[str]]:
    """Give the gaps by kind: what each says."""
    there = linked(harbour(as_of=day)) if day else HARBOUR
    return {kind.id: [unknown.words for unknown in kind.found] for kind in everything(there)}


def test_each_kind_of_gap_is_found_once_in_the_harbour() -> None:
    assert found() == {
        "open": ["It does not say whether each month is too often."],
        "suggestions": ["Copy the book once a year."],
        "questions": ["Are the lights on the north mole checked at night?"],
        "minutes": ["It was planned."],
        "attendance": ["Councillor Lamb is named in no attendance list of this meeting."],
        "promises": ["Due: no day was named."],
        "papers": ["It hangs on a wall, and no copy was printed."],
        "closed": ["The reviewers were not shown it either.",
                   "The list of who keeps each key is kept back, for the safety of the keepers."],
        "stated": ["Notices 1 and 2 are not among the papers held.",
                   "The Board and the Inspector give two days for the first test."],
    }  # fmt: skip


def test_a_kind_without_gaps_is_left_out() -> None:
    assert "open" not in found(date(2029, 6, 12))


def test_a_promise_is_open_until_an_update_closes_it() -> None:
    assert found(date(2030, 2, 3))["promises"] == ["Due: 31 December 2029.", "Due: no day was named."]


def test_our_reading_of_a_gap_is_called_ours() -> None:
    notices, test = (
        HARBOUR.portal.records["documents/board-notices"],
        HARBOUR.portal.records["events/2029-first-test"],
    )
    assert [gap.why for gap in of_record(HARBOUR, notices)] == ["Our reading."]
    assert [gap.why for gap in of_record(HARBOUR, test)] == [""]


def test_who_is_on_the_list_of_members_and_in_no_category_is_worked_out() -> None:
    meeting = HARBOUR.portal.records["meetings/2029-06-12-council"]
    assert isinstance(meeting, Meeting)
    assert not_in_attendance(meeting) == ("people/lamb",)
    assert not_in_attendance(meeting.model_copy(update={"members": None})) == ()


def test_no_gap_speaks_of_lateness_or_silence() -> None:
    words = " ".join(
        unknown.words + kind.title + kind.about for kind in everything(HARBOUR) for unknown in kind.found
    )
    assert not {"late", "silent", "failed", "ignored", "overdue"} & set(words.lower().split())
