"""What may be printed, and the shorter of the pages made to be: the list of them, the poster, one minute."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.linked import Linked
from generator.derive.values import Badge, Card
from generator.exchange.following import may_be_followed
from generator.record.facts import Page
from generator.record.fields import Record
from generator.record.series import Series
from generator.site.views.home import Step, home
from generator.site.views.tally import tally


@dataclass(frozen=True, slots=True)
class OnPaperView:
    """Everything that is made to be printed."""

    minutes: tuple[Card, ...]
    """One minute of each series that the first page opens with."""
    pages: tuple[Card, ...]
    """Pages of prose that fit on one sheet."""


@dataclass(frozen=True, slots=True)
class PosterView:
    """A poster for a noticeboard."""

    purpose: str
    steps: tuple[Step, ...]
    held_until: str
    address: str
    """Where the site is found; empty while it has no address."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item in plain words, and where it stands."""

    label: str
    words: str
    href: str
    badges: tuple[Badge, ...]
    count: str


@dataclass(frozen=True, slots=True)
class MinuteView:
    """A series in one minute."""

    series: Card
    says: str
    """How firm it is, or what it is, in a sentence."""
    counts: str
    lines: tuple[Line, ...]
    others: tuple[Card, ...]


def minute_of(series: str) -> str:
    """Give the address of a series' minute: `in-one-minute/motions/2021-11-10/`."""
    return f"in-one-minute/{series}/"


def first_series(linked: Linked) -> tuple[Series, ...]:
    """Give the series that the first page opens with, in its order, and that may be printed."""
    there = (linked.portal.records.get(address) for address in linked.portal.settings.first)
    return tuple(one for one in there if isinstance(one, Series) and not one.taken_back and not one.sensitive)


def may_be_printed(linked: Linked, record: Record) -> bool:
    """Whether a record may be handed round on paper.

    A sensitive one may not, nor an item of one, nor anything that a sensitive update speaks of.
    """
    moved = (one for one in linked.history if one.target.partition("#")[0] == record.address)
    return may_be_followed(linked, record) and not any(one.update.sensitive for one in moved)


def listed(linked: Linked) -> OnPaperView:
    """Give the list of what is made to be printed."""
    pages = sorted((p for p in linked.portal.of(Page) if p.on_paper), key=lambda p: (p.order, p.address))
    return OnPaperView(
        tuple(_minute_card(series) for series in first_series(linked)),
        linked.cards(page.address for page in pages if not page.taken_back),
    )


def poster(linked: Linked) -> PosterView:
    """Give the poster."""
    first, settings = home(linked), linked.portal.settings
    return PosterView(first.purpose, first.steps, settings.held_until, settings.address or "")


def minute(linked: Linked, series: Series) -> MinuteView:
    """Give one series in one minute: each item in plain words, and where it stands."""
    items = [item for item in linked.portal.items(series) if may_be_printed(linked, item)]
    cards = linked.cards(item.address for item in items)
    counted = tally(linked, series)
    return MinuteView(
        series=linked.card(series.address),
        says=series.force_says or series.summary,
        counts=counted.sentence if counted else "",
        lines=tuple(
            Line("" if item.number == "none" else item.number, item.in_short or item.title, card.href,
                 card.badges, card.count)
            for item, card in zip(items, cards, strict=True)
        ),
        others=tuple(_minute_card(other) for other in first_series(linked) if other is not series),
    )  # fmt: skip


def _minute_card(series: Series) -> Card:
    return Card("page", series.title, minute_of(series.address))
