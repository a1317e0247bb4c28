"""All of one moment: settings, vocabulary, records, and where each field stands in its file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal, TypeVar, cast

from answerable.i18n import gettext
from answerable.model.address import parent, split
from answerable.model.field import Colour, Date, Detail, EditorsNote, Ours, Part, Record, SeriesRef, YesNo
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.item import Item
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series
from answerable.model.register import NAME, Line
from answerable.model.registry import Where
from answerable.model.spec import Declared
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words
from answerable.problem import Level, Problem

R = TypeVar("R", bound=Record)


class Brand(Part):
    """The portal's own colour: of links, of the line over its name, of days in timelines."""

    light: Colour
    """On light pages, where it has to be dark: `#0d4a66`."""
    dark: Colour
    """On dark pages, where it has to be light: `#93cbe8`."""


class Publisher(Part):
    """Who answers for the site; `placeholder` until somebody does."""

    name: Detail
    """Who publishes."""
    contact: Detail
    """How to reach them."""
    controller: Detail
    """Who answers for personal data."""
    placeholder: YesNo
    """Whether these are still placeholders; nothing launches while they are."""


class Licence(Part):
    """The licence of our own words; the papers stay their owners'."""

    name: Detail
    """The licence's name."""
    address: Detail
    """Where its text is."""
    covers: Detail
    """What it covers."""
    papers: Detail
    """What holds for the papers."""


class Settings(Part):
    """This portal: `site.yaml`."""

    editors_note: EditorsNote = None
    """A note among those who publish; no page or table shows it."""
    title: Detail
    """The site's title, on its first page."""
    short: Detail
    """Its short name, on every page."""
    purpose: Ours
    """What the portal is, in two sentences, on the home page."""
    language: Detail
    """The language of the pages, as in HTML: `en-GB`; any but English has its catalogue in `languages/`."""
    record_language: Detail | None = None
    """The language of the record, as in HTML; left out, it is that of the pages."""
    launched: YesNo
    """Whether it is a public site; until then a banner says that it is an example."""
    banner: Detail
    """Shown on every page until launched."""
    base: Annotated[Detail, Declared(steers=True)]
    """The path under which the site is served; only the 404 page needs it."""
    exit: Annotated[Detail, Declared(steers=True)]
    """Where the way out leads: a neutral page of another site, over https."""
    brand: Brand | None = None
    """The portal's own colour; left out, it is ours."""
    publisher: Publisher
    """Who publishes."""
    licence: Licence
    """The licence of our own words."""
    first: tuple[SeriesRef, ...]
    """The series the home page opens with, in order: what was asked, answered, taken up."""
    bodies_in: tuple[Date, ...] = ()
    """The times whose bodies are laid side by side: `2015`, `2022`; left out, no such page is made."""
    found_at: Detail | None = None
    """Where the site is found, as people type it; printed on paper. Left out while it has no address."""
    held_until: Detail
    """The last day of which a held paper tells, in words."""
    repository: Annotated[Literal["public", "private"], Declared(steers=True)]
    """Whether everybody can read the content folder; drafts may lie only in a private one."""
    scheduled: Annotated[YesNo, Declared(steers=True)] = False
    """Whether a build runs by the clock each day, so that what is under embargo comes out on its day."""
    avoid_in_titles: Annotated[tuple[Detail, ...], Declared(steers=True)] = ()
    """Words that no browser title and no address may hold, because both stay in histories."""
    help_days: int = 90
    """How many days a line for help is shown after somebody confirmed it; services change hours often."""

    @property
    def languages(self) -> tuple[str, str]:
        """Language of the pages and that of the record."""
        return self.language, self.record_language or self.language

    @property
    def speaks_english(self) -> bool:
        """Whether the pages speak the language of the messages."""
        return self.language.partition("-")[0] == "en"

    def titled(self, title: str) -> str:
        """Title with the name of the site, for browsers, feeds and calendars."""
        return gettext("%(title)s – %(site)s", title=title, site=self.short)

    def avoided_word_in(self, words: str) -> str:
        """First word to avoid that these words hold, in large or small letters; else nothing."""
        lower = words.lower()
        return next((word for word in self.avoid_in_titles if word.lower() in lower), "")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record stands: its file, and the line and column of each field."""

    path: str
    places: Mapping[Where, tuple[int, int]]
    prose_line: int = 1

    def position(self, where: Where) -> tuple[int, int]:
        """Line and column of a field, or of the nearest thing around it."""
        while where:
            if where in self.places:
                return self.places[where]
            where = where[:-1]
        return (1, 1)


@dataclass(frozen=True, slots=True)
class Portal:
    """The record of one moment."""

    settings: Settings
    vocabulary: Vocabulary
    records: Mapping[str, Record]
    """By address, in the order of addresses."""
    sources: Mapping[str, Source] = field(default_factory=dict, compare=False)
    """By address; not part of what is compared."""
    register: tuple[Line, ...] = ()
    """The public addresses there ever were, in the order of their days."""
    private: frozenset[str] = frozenset()
    """Addresses of records that came from the private folder."""
    words: Words = field(default_factory=Words)
    """Words to avoid in our own voice."""
    then: date | None = None
    """The past day whose state is told; none where it is told as it stands today."""
    _found: dict[object, list[Any]] = field(init=False, default_factory=dict, compare=False, repr=False)
    """What was looked for before: records never change, and the same are asked for by every page."""

    def problem(
        self, address: str, where: Where, message: str, hint: str = "", level: Level = "error"
    ) -> Problem:
        """Problem where a field of a record, or of a file of the portal's own, stands."""
        source = self.sources[address]
        line, column = source.position(where)
        return Problem(source.path, line, column, message, hint, level)

    def of(self, model: type[R]) -> Iterator[R]:
        """Records of one model, in the order of their addresses."""
        if model not in self._found:
            self._found[model] = [r for r in self.records.values() if isinstance(r, model)]
        return iter(self._found[model])

    def items(self, series: Series) -> list[Item]:
        """Items of a series, in its own order."""
        if Item.kind_folder not in self._found:
            by_series: dict[str, list[Item]] = {}
            for item in sorted(self.of(Item), key=lambda item: item.order):
                by_series.setdefault(parent(item.address), []).append(item)
            self._found[Item.kind_folder] = [by_series]
        items: list[Item] = self._found[Item.kind_folder][0].get(series.address, [])
        return items

    def beside(self, item: Item) -> tuple[Item | None, Item | None]:
        """Items before and after one in its series."""
        items = self.items(self.series_of(item))
        position = bisect_left(items, item.order, key=lambda one: one.order)
        return items[position - 1] if position else None, items[position + 1] if position + 1 < len(
            items
        ) else None

    def series(self) -> list[Series]:
        """All series, the latest first."""
        if Series.kind_folder not in self._found:
            latest = sorted(self.of(Series), key=lambda s: (s.effective_on, s.address), reverse=True)
            self._found[Series.kind_folder] = latest
        return list(self._found[Series.kind_folder])

    def series_in_order(self) -> list[Series]:
        """All series: those the first page opens with, then the others, the latest first."""
        places = {address: place for place, address in enumerate(self.settings.first)}
        return sorted(self.series(), key=lambda one: places.get(one.address, len(places)))

    def is_sensitive(self, record: Record) -> bool:
        """Whether a record is to be kept from feeds, calendars and search, itself or with its series."""
        return record.sensitive or (isinstance(record, Item) and self.series_of(record).sensitive)

    def series_of(self, item: Item) -> Series:
        """Series an item stands in."""
        return cast("Series", self.records[parent(item.address)])

    def is_public(self, record: Record, today: date) -> bool:
        """Whether a record may be shown on this day; what was taken back in private never was public."""
        unseen = record.retracted and record.address in self.private
        return record.is_public(today) and not unseen

    def record(self, reference: str) -> Record:
        """Record a reference names, whole or in part."""
        return self.records[split(reference)[0]]

    def day_of(self, record: Record) -> date:
        """Day from which a record is shown.

        An item is shown with its series, and a correction with the first of what it puts right.
        """
        if isinstance(record, Correction) and record.about:
            return min(self._day_put_right(self.record(target)) for target in record.about)
        return self.series_of(record).effective_on if isinstance(record, Item) else record.effective_on

    def _day_put_right(self, record: Record) -> date:
        """The day of what a correction concerns; a correction is put right on its own day."""
        return record.effective_on if isinstance(record, Correction) else self.day_of(record)

    def known_here(self, reference: str) -> date | None:
        """Day a record or a part was first public here, under this address or an earlier one."""
        if NAME not in self._found:
            self._found[NAME] = [{line.address: line.day for line in reversed(self.register)}]
        days: dict[str, date] = self._found[NAME][0]
        address, mark, part = reference.partition("#")
        names = (f"{name}{mark}{part}" for name in (address, *self.records[address].aliases))
        return min((days[name] for name in names if name in days), default=None)

    def asked(self, reference: str) -> Ask | Record | None:
        """Ask a reference names, or the whole record; None where nothing is there."""
        address, part = split(reference)
        record = self.records.get(address)
        asks = record.asks if isinstance(record, Item | Series) else ()
        return next((ask for ask in asks if ask.id == part), record)

    def owners(self, reference: str) -> tuple[str, ...]:
        """Those who are to do what a reference names: an item, an ask or a promise."""
        asked = self.asked(reference)
        if isinstance(asked, Promise):
            return (asked.by, *asked.asked_of)
        return asked.owners if isinstance(asked, Ask | Item) else ()

    def signers(self, reference: str) -> tuple[str, ...] | None:
        """Those who may sign off an item or ask: its own, its item's or its series'; None for everybody."""
        address = split(reference)[0]
        around = (self.asked(reference), self.records.get(address), self.records.get(parent(address)))
        named = (getattr(one, "sign_off", None) for one in around)
        return next((one.bodies for one in named if one), None)
