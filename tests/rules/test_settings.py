"""Settings: the formula of contrast, the tokens as colours of two schemes, and the portal's own colour."""

from __future__ import annotations

import re

import pytest

from answerable.rules.settings import EDGE, PAIRS, TEXT, contrast, luminance, schemes
from tests.engines import ROOT
from tests.small import complaints, edited

TOKENS = schemes((ROOT / "static/css/tokens.css").read_text(encoding="utf-8"))


def test_the_formula_gives_the_known_ratios() -> None:
    assert (luminance("#000000"), luminance("#ffffff")) == (0, 1)
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_dark_has_every_colour_of_light_and_another_for_each() -> None:
    assert TOKENS["light"].keys() == TOKENS["dark"].keys()
    assert [name for name, colour in TOKENS["light"].items() if TOKENS["dark"][name] == colour] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_our_own_colour_keeps_what_is_asked_of_a_portals(scheme: str) -> None:
    colours = TOKENS[scheme]
    low = [
        (use, ground) for use, ground, needed in PAIRS if contrast(colours["brand"], colours[ground]) < needed
    ]
    assert low == []


def with_brand(light: str, dark: str) -> dict[str, str]:
    """The small portal with a colour of its own."""
    return edited({"site.yaml": f'< base: "/"\n> base: "/"\n> brand: {{light: "{light}", dark: "{dark}"}}\n'})


def test_a_portals_colour_that_can_be_read_is_no_problem() -> None:
    assert complaints(with_brand("#0b5045", "#9adccb")) == ""


def test_each_pair_is_told_with_what_was_seen_and_what_is_needed() -> None:
    said = complaints(with_brand("#ffffff", "#000000"))
    found = re.findall(r"as (an edge|text) on #\w+ \(([\w-]+), (light|dark)\).* needs ([37]) to 1", said)
    assert sorted(found) == sorted(
        (use, ground, scheme, f"{needed:g}") for scheme in TOKENS for use, ground, needed in PAIRS
    )
    assert {needed for *_, needed in PAIRS} == {TEXT, EDGE}
