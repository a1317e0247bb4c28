"""The public portal with all that follows from it: standings, cards, ways back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, cast

from answerable.graph.backlinks import Backlink, cited_places, ways_back
from answerable.graph.events import APART, DIFFER, Status, StatusEvent, count, fold, moved
from answerable.graph.values import Badge, Card, Cite
from answerable.i18n import Message, capital, commas, gettext, sentences
from answerable.model import date as dates
from answerable.model.address import anchor, href, split
from answerable.model.choices import CHOICES
from answerable.model.date import When
from answerable.model.field import Citation, Part, Record
from answerable.model.kinds.actor import Body
from answerable.model.kinds.document import Document, DocumentPart, Finding
from answerable.model.kinds.meeting import MeetingItem, Observation, Question, Remark
from answerable.model.kinds.other import Event
from answerable.model.kinds.series import Ask, Item, Note, Series
from answerable.model.kinds.update import Suggestion
from answerable.model.portal import Portal
from answerable.model.registry import kind_of, parts

PARTS: Final[Mapping[type[Part], Message]] = MappingProxyType(
    {
        DocumentPart: gettext("section"),
        Finding: gettext("finding"),
        Note: gettext("note"),
        Observation: gettext("observation"),
        Question: gettext("question"),
        Remark: gettext("remark"),
        Suggestion: gettext("suggestion"),
    }
)
"""What the parts of a record are called that have no number of their own."""


@dataclass(frozen=True, slots=True)
class Graph:
    """A portal in which nothing dangles, and whatever a page may ask of it."""

    portal: Portal
    history: tuple[StatusEvent, ...]
    standing: Mapping[str, tuple[Status, ...]]
    backlinks: Mapping[str, tuple[Backlink, ...]]
    cited: Mapping[str, Mapping[str, tuple[str, ...]]]
    """For each document and each place in it, the records that cite it."""
    _cards: dict[str, Card] = field(default_factory=dict, repr=False)
    _parts: dict[str, dict[str, Part]] = field(default_factory=dict, repr=False)

    def card(self, reference: str) -> Card:
        """Give the public face of a record or of a part of one."""
        if reference not in self._cards:
            self._cards[reference] = self._make(reference)
        return self._cards[reference]

    def cards(self, references: Iterable[str]) -> tuple[Card, ...]:
        """Give several cards; `none` stands for nothing."""
        return tuple(self.card(reference) for reference in references if reference != "none")

    def part(self, reference: str) -> Part | None:
        """Give the part a reference names, or None when it names a whole record."""
        address, part = split(reference)
        if address not in self._parts:
            self._parts[address] = {own: found for own, _, found in parts(self.portal.records[address])}
        return self._parts[address].get(part)

    def voice(self, address: str) -> str:
        """Give the word before the colon on a badge when this body or person speaks."""
        record = self.portal.records[address]
        if isinstance(record, Body):
            return record.voice or record.short or record.name
        return record.heading

    def badges(self, reference: str) -> tuple[Badge, ...]:
        """Give the badges of an item or ask; a default is no badge."""
        return tuple(self.badge(setting) for setting in self.standing.get(reference, ()))

    def badge(self, setting: Status) -> Badge:
        """Give the badge of one standing somebody set."""
        word = setting.word
        voice = self.voice(setting.speaker)
        limits = sentences(
            gettext("In part.") if setting.move.in_part else "",
            gettext("After the date due.") if self._late(setting) else "",
        )
        means, misleads = word.means, word.misleads
        return Badge(setting.track, voice, word.word, word.shape, word.shape, means, misleads, limits)

    def within_limits(self, setting: Status, word: str) -> str:
        """Give the word of a standing, with what keeps an end in part or a late one from saying more."""
        if setting.move.in_part:
            word = gettext("{word} in part", word=word)
        return gettext("{word} after the date due", word=word) if self._late(setting) else word

    def _late(self, setting: Status) -> bool:
        """Whether a standing is an end that a paper shows after the date due."""
        return setting.word.closes and any(one.after_due for one in self.history if setting in one.settings)

    def cite(self, citation: Citation) -> Cite:
        """Give a citation as shown, leading to the document's page at the place."""
        document = cast("Document", self.portal.records[citation.in_])
        here = f"{href(citation.in_)}#{anchor(citation.place)}"
        return Cite(document.title, citation.at, citation.find, here, _official(document, citation.place))

    def cites(self, citations: Iterable[Citation]) -> tuple[Cite, ...]:
        """Give several citations as shown."""
        return tuple(self.cite(citation) for citation in citations)

    def label(self, item: Item) -> str:
        """Give what an item is called: `Point 9`, `Resolution without a number`.

        Numbers of several series are easily mixed up, so an item of a series that the first page does not
        open with is called after its series as well.
        """
        series = self.portal.series_of(item)
        if series.address in self.portal.settings.first:
            return capital(self.numbered(item))
        return gettext("{series}, {item}", series=series.title, item=self.numbered(item))

    def numbered(self, item: Item) -> str:
        """Give an item's number with what it is, as within a sentence: `point 9`, in words of the record."""
        one = self.portal.series_of(item).one
        if item.number == "none":
            return gettext("{kind} without a number", kind=one)
        return f"{one} {item.number}"

    def asks_of(self, record: Series | Item) -> list[str]:
        """Give the addresses of a record's asks."""
        return [f"{record.address}#{ask.id}" for ask in record.asks]

    def tally(self, references: list[str]) -> str:
        """Give what several asks come to, counted: `4 of 6 taken up`; empty when nothing was set."""
        words = {word_id: word.short_word for word_id, word in self.portal.vocabulary.reply.items()}
        words[APART] = DIFFER
        counts = count(references, self.standing)
        said = [
            gettext("{n} of {all} {word}", n=number, all=len(references), word=words[word])
            for word, number in counts.items()
            if word
        ]
        return commas(said)

    def _make(self, reference: str) -> Card:
        address, part_id = split(reference)
        record = self.portal.records[address]
        if part_id:
            return self._part_card(reference, record)
        label, force, tally, kind = "", "", "", kind_of(address).one
        if isinstance(record, Item):
            label, kind = self.label(record), self.portal.series_of(record).one
            force = CHOICES["force"][self.portal.series_of(record).force]
            tally = self.tally(self.asks_of(record))
        elif isinstance(record, Series):
            force = CHOICES["force"][record.force]
        summary = str(getattr(record, "summary", None) or "")
        return Card(
            kind,
            record.heading,
            address,
            label,
            force,
            self.badges(reference),
            tally,
            when_of(record),
            summary,
        )

    def _part_card(self, reference: str, record: Record) -> Card:
        whole, part, own = self.card(record.address), self.part(reference), split(reference)[1]
        words = [getattr(part, name, None) for name in ("title", "asks", "theme", "says")]
        title = next((word for word in words if word), own)
        around, kind, label = whole.label or whole.title, "", ""
        if isinstance(part, MeetingItem):
            kind, label = "minute", gettext("{meeting}, no minute number", meeting=whole.title)
            if part.number != "none":
                label = gettext("{meeting}, minute {number}", meeting=whole.title, number=part.number)
        elif isinstance(part, Ask):
            kind, label = "ask", gettext("{whole}, ask {id}", whole=around, id=own)
        elif part:
            kind = next(word for model, word in PARTS.items() if isinstance(part, model))
            label = gettext("{whole}, {part}", whole=around, part=kind)
        return Card(kind, title, reference, label, whole.force, self.badges(reference), "", whole.when)


def link(portal: Portal) -> Graph:
    """Give the portal with all that follows from it; cannot fail on checked content."""
    history = moved(portal)
    return Graph(portal, history, fold(history), ways_back(portal), cited_places(portal))


def when_of(record: Record) -> When | None:
    """Give the date a record is shown with, if it has one."""
    if isinstance(record, Event):
        return record.whens[0] if record.whens else None
    for name in ("date", "happened", "made"):
        when = getattr(record, name, None)
        if isinstance(when, When):
            return when
    on = getattr(record, "on", None)
    return dates.read(on.isoformat()) if on else None


def _official(document: Document, place: str) -> str:
    if document.official in (None, "none"):
        return ""
    page = place.rpartition("page ")[2]
    return f"{document.official}#page={page}" if page.isdigit() else str(document.official)
