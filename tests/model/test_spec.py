"""What a field declares, and the careful answers where it declares nothing."""

from __future__ import annotations

from typing import Literal

import pytest

from answerable.model.field import BodyRef, Date, Part, Text, YesNo
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item, Link
from answerable.model.kinds.meeting import Meeting
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Update
from answerable.model.registry import models
from answerable.model.spec import (
    Meaning,
    Voice,
    headings,
    is_dated,
    messages,
    none_words,
    parts_of,
    spec,
    specs,
    word,
    words_of,
    written,
)
from tests.portals import harbour, whole

PORTAL = whole(harbour())


class Bare(Part):
    """A part of which nothing is declared."""

    cost: Text
    """What it costs."""
    put_to: BodyRef | None = None
    """To whom it was put."""
    on: tuple[Date, ...] = ()
    """When."""
    open_: YesNo | Literal["none"] = True
    """Whether it is open."""


def test_what_nobody_declared_is_shown_and_judged_as_ours() -> None:
    cost, put_to, on, open_ = specs(Bare)
    assert not any(one.declared.framed or one.declared.change for one in specs(Bare))
    assert {one.voice for one in specs(Bare)} == {Voice.OURS}
    assert [one.label for one in specs(Bare)] == ["Cost", "Put to", "On", "Open"]
    assert put_to.back.label == "Named by"
    assert (cost.holds, put_to.holds, on.holds, open_.holds) == ("text", "reference", "date", "yes or no")
    assert (put_to.folders, on.many, open_.none, open_.alias) == (("bodies",), True, True, "open")
    assert (cost.required, put_to.required, cost.says) == (True, False, "What it costs.")


def test_a_type_that_no_field_holds_is_refused() -> None:
    class Wrong(Part):
        ratio: complex

    with pytest.raises(TypeError, match="ratio: no field holds"):
        specs(Wrong)


def test_every_field_of_the_record_declares_what_a_change_of_it_means_or_is_a_date() -> None:
    whole = {part for model in models() for part in (model, *parts_of(model))}
    bare = [one for part in whole for one in written(part) if not one.declared.change and one.holds != "date"]
    assert bare == []


def test_what_stands_further_out_wins() -> None:
    assert spec(Promise, "title").declared.change is Meaning.WORDING
    assert spec(Item, "title").declared.change is Meaning.TITLE
    assert spec(Item, "prose").declared.loaded


def test_a_word_of_a_closed_list_is_as_pages_say_it() -> None:
    link = next(one for item in PORTAL.of(Item) for one in item.links if one.strength == "topic")
    assert word(link, "strength") == words_of(Link, "strength")["topic"] == "topic only"
    assert word(link, "relation") == link.relation


def test_a_page_says_what_none_means_there() -> None:
    assert none_words(spec(Document, "official")) == "no address is printed in the papers"
    assert none_words(spec(Document, "title")) == "none"


def test_what_comes_in_on_a_day_is_dated() -> None:
    assert all(map(is_dated, (Series, Update, Meeting, Promise)))
    assert not is_dated(Document)
    assert [one.name for one in headings(Document)] == ["title"]


def test_the_words_of_declarations_are_messages() -> None:
    found = {*messages(Item), *messages(Update)}
    assert {
        ("", "What falls on it"),
        ("how strong a link is", "topic only"),
        ("a field", "Because of"),
    } <= found
