"""What somebody means by a few words."""

from __future__ import annotations

import pytest

from answerable.edit.lookup import everything, search
from answerable.load.record import load
from answerable.load.snapshot import from_file, from_folder
from answerable.model.portal import Portal
from tests.engines import ROOT
from tests.portals import harbour, whole

ITEMS = ("motions", "reviews", "resolutions", "promises")


@pytest.fixture(scope="module")
def real() -> Portal:
    """Give the real portal."""
    content = from_folder(ROOT / "content", where="content/")[0]
    portal = load(from_file(ROOT / "site.yaml", where="site.yaml"), content).portal
    assert portal is not None
    return portal


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("the training bit", "motions/2021-11-10/02"),
        ("that thing about consultation and youngsters' voices", "reviews/2022-05-12"),
    ],
)
def test_an_item_is_found_by_the_words_of_somebody_who_half_remembers(
    real: Portal, words: str, address: str
) -> None:
    found = [one.address for one in search(real, words, ITEMS)][:9]
    assert [one for one in found if one.startswith(address)]


def test_a_body_is_found_by_its_letters_and_by_its_names(real: Portal) -> None:
    assert search(real, "OSMB", ["bodies"])[0].address == "bodies/osmb"
    assert search(real, "the scrutiny management board", ["bodies"])[0].address == "bodies/osmb"


def test_an_address_finds_what_stands_there_before_all_others() -> None:
    portal = whole(harbour())
    assert search(portal, "reviews/2029-09-20/2#b")[0].address == "reviews/2029-09-20/2#b"
    assert search(portal, "bodies/board")[0].title == "Harbour Board"


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    portal = whole(harbour())
    assert search(portal, "harbour crews", ["bodies"])[0].address == "bodies/crews"
    assert search(portal, "the map of sirens", ["promises"])[0].address == "promises/2029-06-12-map"


def test_words_that_nothing_has_find_nothing() -> None:
    assert search(whole(harbour()), "zeppelin") == ()
    assert search(whole(harbour()), "") == ()


def test_what_was_taken_back_is_not_found_and_only_these_folders_are() -> None:
    addresses = {one.address for one in everything(whole(harbour()), ["events"])}
    assert "events/2029-first-test" in addresses
    assert "events/2030-lamp-oil" not in addresses
    assert {address.partition("/")[0] for address in addresses} == {"events"}
