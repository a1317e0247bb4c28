"""What the pages must not say of people, bodies and meetings: doubles and misprints stay as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.model.kinds.body import Body
from answerable.model.kinds.event import Event
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.person import Person
from tests.real.look import printed, the

if TYPE_CHECKING:
    from answerable.model.portal import Portal


def came(meeting: Meeting) -> dict[str, list[str]]:
    """Give the people of each category of attendance, as often as they stand there."""
    return {category.as_: list(category.people) for category in meeting.attendance}


def strangers(record: Portal, one: str, other: str) -> bool:
    """Whether two people of a like name are kept apart, and at least one of them says so."""
    first, second = the(record, Person, f"people/{one}"), the(record, Person, f"people/{other}")
    return second.address in {n.person for n in first.not_shown_same_as} or first.address in {
        n.person for n in second.not_shown_same_as
    }


def test_the_impossible_year_is_shown_beside_the_probable_one(record: Portal) -> None:
    meeting = the(record, Meeting, "meetings/2015-12-16-ilsc")
    assert meeting.date.words == "16 December 2015"
    assert meeting.printed_date
    assert meeting.printed_date.words == "16 December 2016"


def test_a_misprint_of_the_boards_letters_is_no_second_board(record: Portal) -> None:
    assert "OMSB" in printed(record, "bodies/osmb")
    assert all("OMSB" not in (body.name, body.short) for body in record.of(Body))


def test_misprints_of_the_partnerships_letters_are_no_other_partnership(record: Portal) -> None:
    assert {"RCSP", "RLSCP"} <= printed(record, "bodies/rscp")
    assert all(body.short not in ("RCSP", "RLSCP") for body in record.of(Body))


def test_two_dates_of_the_terms_of_reference_are_both_shown(record: Portal) -> None:
    event = the(record, Event, "events/2021-terms-of-reference-agreed")
    assert {when.text for when in event.whens} == {"end of 2021-11", "2021-12-01"}


def test_two_periods_of_one_operation_are_both_shown(record: Portal) -> None:
    assert {w.words for w in the(record, Event, "events/1997-linden-period").whens} == {
        "1997 to 2013",
        "2013 to 2018",
    }


def test_nobody_is_counted_twice_at_a_meeting(record: Portal) -> None:
    mayor = "people/clark-mayor-2015"
    for meeting in record.of(Meeting):
        everybody = [person for people in came(meeting).values() for person in people]
        assert len(everybody) == len(set(everybody)), meeting.address
    for day in ("2015-06-10", "2016-04-06"):
        assert came(the(record, Meeting, f"meetings/{day}-ilsc"))["apologies"].count(mayor) == 1


def test_people_of_a_like_name_are_not_made_one(record: Portal) -> None:
    pairs = [
        ("elliott", "elliot-2016"),
        ("thompson-councillor", "matt-thompson"),
        ("cllr-collingham", "t-collingham"),
        ("clark-2022", "clark-mayor-2015"),
    ]
    assert all(strangers(record, *pair) for pair in pairs)


def test_a_councillor_printed_beside_a_co_opted_member_is_told_as_unsure(record: Portal) -> None:
    meeting = the(record, Meeting, "meetings/2016-04-06-ilsc")
    assert "people/cllr-smith" in came(meeting)["apologies"]
    assert any(gap.kind == "identity not shown" and "Smith" in gap.says for gap in meeting.gaps)


def test_a_member_in_no_list_is_neither_present_nor_absent(record: Portal) -> None:
    meeting = the(record, Meeting, "meetings/2022-05-27-osmb")
    assert meeting.members is not None
    listed = {person for people in came(meeting).values() for person in people}
    assert set(meeting.members.people) - listed == {"people/tinsley"}
    assert len(meeting.members.people) == 12


def test_who_sent_apologies_or_was_invited_is_not_called_present(record: Portal) -> None:
    lists = came(the(record, Meeting, "meetings/2022-05-27-osmb"))
    assert "people/pitchley" in lists["apologies"]
    assert "people/cusworth" in lists["invited to comment"]
    assert not {"people/pitchley", "people/cusworth"} & set(lists["present"])
    assert [len(lists[name]) for name in ("in the chair", "present", "apologies")] == [1, 6, 4]


def test_minutes_with_the_same_number_are_told_apart_by_meeting(record: Portal) -> None:
    numbers = {m.address: [i.number for i in m.items] for m in record.of(Meeting) if m.state == "held"}
    assert numbers["meetings/2015-06-10-ilsc"] == [*"1234567"]
    assert numbers["meetings/2016-04-06-ilsc"] == [str(n) for n in range(46, 55)]
    assert numbers["meetings/2022-05-27-osmb"] == ["none", *map(str, range(39, 46))]


def test_misnamed_bodies_keep_the_misnaming_as_printed(record: Portal) -> None:
    assert "Multi Agency Support Hub" in printed(record, "bodies/mash")
    assert "Multi-Agency Referral Panel" in printed(record, "bodies/marp")
    assert len(printed(record, "bodies/rscb")) >= 5


def test_two_panels_are_not_made_one(record: Portal) -> None:
    panels = [the(record, Body, f"bodies/{name}") for name in ("mdp", "mdsp")]
    assert all(gap.kind == "identity not shown" for panel in panels for gap in panel.gaps)
    assert all(panel.gaps for panel in panels)


def test_a_report_without_minutes_shows_no_decision(record: Portal) -> None:
    meeting = the(record, Meeting, "meetings/2014-11-12-nottm-osc")
    assert meeting.state == "report only"
    assert {item.outcome for item in meeting.items} == {"not held"}


def test_questions_without_an_answer_are_given_none(record: Portal) -> None:
    questions = {
        f"{m.address}#{q.id}": q for m in record.of(Meeting) for item in m.items for q in item.questions
    }
    silent = {address for address, q in questions.items() if q.answered == "no answer recorded"}
    assert silent == {"meetings/2015-06-10-ilsc#q02", "meetings/2015-06-10-ilsc#q16"}
    assert all((q.answer is None) == (address in silent) for address, q in questions.items())
    assert len(questions) == 45


def test_one_event_or_two_is_left_open(record: Portal) -> None:
    both = [the(record, Meeting, f"meetings/{name}") for name in ("2021-03-leader", "2021-03-22-members")]
    assert all("may be the same event" in meeting.gaps[0].says for meeting in both)


def test_a_meeting_after_the_last_paper_stays_planned(record: Portal) -> None:
    after = [
        m
        for m in record.of(Meeting)
        if m.date.day > the(record, Meeting, "meetings/2022-05-27-osmb").date.day
    ]
    assert {m.state for m in after} == {"planned"}
    assert "meetings/2022-06-15-osmb" in {m.address for m in after}
