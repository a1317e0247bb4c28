"""Addresses of records, of their parts, of pages and files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.model import address as addresses
from answerable.model.address import anchor, file_of, folder, href, id_problem, parent, root_of, split

IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


@pytest.mark.parametrize(
    ("reference", "page", "file", "root"),
    [
        ("bodies/osmb", "bodies/osmb/", "bodies/osmb/index.html", "../../"),
        ("motions/2021-11-10/09", "motions/2021-11-10/09/", "motions/2021-11-10/09/index.html", "../../../"),
        ("pages/about", "about/", "about/index.html", "../"),
    ],
)
def test_a_reference_leads_to_a_page_its_file_and_back_to_the_root(
    reference: str, page: str, file: str, root: str
) -> None:
    assert (href(reference), file_of(page), root_of(page)) == (page, file, root)


def test_a_file_in_the_root_and_the_first_page_have_addresses_too() -> None:
    assert (file_of("404.html"), root_of("404.html")) == ("404.html", "")
    assert (file_of(""), root_of("")) == ("index.html", "")


def test_a_part_is_a_place_on_its_records_page() -> None:
    assert split("reviews/2022-05-12/1#a") == ("reviews/2022-05-12/1", "a")
    assert split("bodies/osmb") == ("bodies/osmb", "")
    assert href("reviews/2022-05-12/1#a") == "reviews/2022-05-12/1/#a"
    assert (folder("reviews/2022-05-12/1#a"), parent("reviews/2022-05-12/1")) == (
        "reviews",
        "reviews/2022-05-12",
    )


@given(st.lists(IDS, min_size=2, max_size=3), IDS)
def test_no_two_references_share_a_page(steps: list[str], other: str) -> None:
    one, two = "/".join(["bodies", *steps]), "/".join(["bodies", *steps[:-1], other])
    assert (href(one) == href(two)) == (one == two)
    assert root_of(href(one)).count("../") == len(steps) + 1


@given(st.text(min_size=1, max_size=60))
def test_a_place_has_an_anchor_that_any_address_can_hold(words: str) -> None:
    assert set(anchor(words)) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")


def test_anchors_of_places_are_told_apart() -> None:
    assert anchor("section 7(9)") == "section-7-9"
    assert anchor("4.8.1") == "4.8.1"
    assert anchor("minute 7(a)") != anchor("minute 7(b)")


@given(
    IDS.filter(
        lambda name: len(name) <= addresses.LONGEST_ID and name not in addresses.DEVICES | addresses.OWN
    )
)
def test_small_letters_digits_and_hyphens_make_an_id(name: str) -> None:
    assert id_problem(name) == ""


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("x" * 61, "longer than 60"),
        ("Osmb", "small letters"),
        ("a--b", "small letters"),
        ("-a", "small letters"),
        ("a_b", "small letters"),
        ("", "small letters"),
        ("café", "small letters"),
        ("a\n", "small letters"),
        ("nul", "Windows"),
        ("com7", "Windows"),
        ("timeline", "the site's own"),
        ("feeds", "the site's own"),
    ],
)
def test_an_id_that_cannot_be_is_told_why(name: str, why: str) -> None:
    assert why in id_problem(name)
