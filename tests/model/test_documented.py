"""Every field of every kind says what it holds; the editors' reference is made from that."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.model.field import Part
from answerable.model.portal import Settings
from answerable.model.registry import KINDS, kind_of, model_for
from answerable.model.spec import docstrings
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words


def models(of: type[Part]) -> Iterator[type[Part]]:
    """Give every kind of part there is."""
    for model in of.__subclasses__():
        yield model
        yield from models(model)


def test_every_field_says_what_it_holds() -> None:
    assert {Settings, Vocabulary, Words, *(kind.model for kind in KINDS.values())} <= set(models(Part))
    bare = [
        f"{m.__name__}.{name}" for m in models(Part) for name in m.model_fields if not docstrings(m).get(name)
    ]
    assert bare == []


def test_a_file_one_level_deeper_in_a_series_is_an_item() -> None:
    assert model_for("motions", 2).__name__ == "Item"
    assert model_for("motions", 1) is kind_of("motions/2021-11-10").model
