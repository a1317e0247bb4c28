"""What may be printed, and the shorter of the pages made to be: the list of them, the poster, one minute."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.linked import Linked
from generator.derive.standing import Setting
from generator.derive.values import Badge, Card
from generator.exchange.following import may_be_followed
from generator.record.facts import Page
from generator.record.fields import Record
from generator.record.series import Series
from generator.site.views.home import Step, home
from generator.site.views.tally import axis_of, tally
from generator.words import gettext


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

    silent: str
    """What stands beside an item of which nobody said anything; empty where that holds of all."""
    series: Card
    says: str
    """How firm it is, or what it is, in a sentence."""
    counts: str
    lines: tuple[Line, ...]
    words: tuple[tuple[str, str], ...]
    """The words said of them, with their meanings, so that none misleads alone."""
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


def brief(linked: Linked, setting: Setting) -> str:
    """Give the word of a standing, up to its first comma where no other word begins so."""
    short = setting.word.short_word
    words = linked.portal.vocabulary.axis(setting.axis).values()
    return short if sum(word.short_word == short for word in words) == 1 else setting.word.word


def explained(linked: Linked, targets: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Give the words that were said of items or asks, in brief, each with its meaning."""
    said = (setting for target in targets for setting in linked.standing.get(target, ()))
    return tuple({brief(linked, setting): setting.word.means for setting in said}.items())


def listed(linked: Linked) -> OnPaperView:
    """Give the list of what is made to be printed."""
    pages = sorted((p for p in linked.portal.of(Page) if p.on_paper), key=lambda p: (p.order, p.address))
    return OnPaperView(
        tuple(_minute_card(linked, series) for series in first_series(linked)),
        linked.cards(page.address for page in pages if not page.taken_back),
    )


def poster(linked: Linked) -> PosterView:
    """Give the poster."""
    first, settings = home(linked), linked.portal.settings
    return PosterView(first.purpose, first.steps, settings.held_until, settings.found_at or "")


def minute(linked: Linked, series: Series) -> MinuteView:
    """Give one series in one minute: each item in plain words, and where it stands."""
    items = [item for item in linked.portal.items(series) if may_be_printed(linked, item)]
    cards = linked.cards(item.address for item in items)
    counted = tally(linked, series)
    words = explained(linked, (t for item in items for t in (item.address, *linked.asks_of(item))))
    return MinuteView(
        silent=linked.portal.vocabulary.default(axis_of(series)).word if words else "",
        series=linked.card(series.address),
        says=series.force_says or series.summary,
        counts=counted.sentence if counted else "",
        lines=tuple(
            Line("" if item.number == "none" else item.number, item.in_short or item.title, card.href,
                 card.badges, card.count)
            for item, card in zip(items, cards, strict=True)
        ),
        words=words,
        others=tuple(_minute_card(linked, other) for other in first_series(linked) if other is not series),
    )  # fmt: skip


def _minute_card(linked: Linked, series: Series) -> Card:
    number = sum(may_be_printed(linked, item) for item in linked.portal.items(series))
    title = gettext("{series}: the {n} {things}", series=series.title, n=number, things=series.many)
    return Card("page", title, minute_of(series.address))
