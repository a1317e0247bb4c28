"""What stands where on a built site, and what a record's fields hold for readers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import html5lib

from answerable.graph.graph import Graph
from answerable.load import markdown as prose
from answerable.model.address import file_of, href, split
from answerable.model.date import When, day_in_words
from answerable.model.field import Part
from answerable.model.kinds.item import Item
from answerable.model.kinds.update import Move
from answerable.model.spec import specs
from answerable.model.status import TRACKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from answerable.model.portal import Portal

NOT_FOR_READERS = frozenset({"address", "prose", "status", "embargo", "order", "links"})
"""Where a record stands, what was judged apart, and what decides whether and where it is shown."""
ORIGIN = "https://site.invalid/"


class Pages(Mapping[str, "Element"]):
    """The pages of a site, path → its root, each parsed once, when it is asked for."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = {name: data for name, data in files.items() if name.endswith(".html")}
        self._parsed: dict[str, Element] = {}

    def __getitem__(self, name: str) -> Element:
        if name not in self._parsed:
            self._parsed[name] = html5lib.parse(self._files[name], namespaceHTMLElements=False)
            as_written(self._parsed[name])
        return self._parsed[name]

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


class Site:
    """A site in memory, as its readers read it."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.pages = Pages(files)
        self._words: dict[str, str] = {}
        self._led: dict[str, frozenset[str]] = {}

    def words_on(self, name: str) -> str:
        """Give what a page says: title, words, addresses it links to; small letters, single spaces."""
        if name not in self._words:
            page = self.pages[name]
            links = " ".join(a.get("href", "") for a in page.iter("a"))
            self._words[name] = plain(f"{page.findtext('head/title')} {text(only(page, 'main'))} {links}")
        return self._words[name]

    def leads_to(self, name: str) -> frozenset[str]:
        """Give the pages to which the contents of a page link."""
        if name not in self._led:
            self._led[name] = frozenset(leads_to(only(self.pages[name], "main"), name))
        return self._led[name]


def as_written(page: Element) -> None:
    """Take out of a page what it writes out beside letters, so that a record's words stand as in its file."""
    for term in page.iter("a"):
        if term.get("class") == "term":
            term.tail = re.sub(r"\A(?: \([^()]*\)|, [^()]*(?=\)))", "", term.tail or "")


def only(page: Element, tag: str) -> Element:
    """Give the one element of a name."""
    return next(page.iter(tag))


def leads_to(element: Element, name: str) -> Iterator[str]:
    """Give the page behind each link in a part of a page."""
    for link in element.iter("a"):
        address = urljoin(ORIGIN + name.removesuffix("index.html"), link.get("href", ""))
        if address.startswith(ORIGIN):
            yield file_of(unquote(urlsplit(address).path).removeprefix("/"))


def text(element: Element) -> str:
    """Give the words in an element, those of two blocks never run together."""
    return " ".join(element.itertext())


def plain(words: str) -> str:
    """Give words as they are compared: small letters, single spaces, none before a stop."""
    return re.sub(r" (?=[.,:;”)])", "", " ".join(words.lower().split()))


# Every word of every public field.


def unread(portal: Portal, site: Site) -> list[tuple[str, str]]:
    """Give the words of public fields that their record's page does not show: (where, words)."""
    missing = []
    for address, record in portal.records.items():
        told = site.words_on(file_of(href(address)))
        for where, words in words_of(record, portal):
            if plain(words) not in told:
                missing.append((f"{address}: {where}", words))
        missing += [
            (f"{address}: prose", line)
            for line in prose.plain(record.prose).splitlines()
            if plain(line) not in told
        ]
    return missing


def words_of(part: Part, portal: Portal, inside: str = "") -> Iterator[tuple[str, str]]:
    """Give the words that a record's fields hold for readers, each with the way to it.

    Left out: addresses and ids, and values of a closed list, which pages show in other words; the word
    of a standing is the one that the vocabulary gives it. `none` says that a paper has none.
    """
    for spec in specs(type(part)):
        name = spec.name
        value, where = getattr(part, name), f"{inside}{name}"
        if (
            name in NOT_FOR_READERS
            or value in (None, "", "none", ())
            or spec.declared.identity
            or spec.holds in ("reference", "choice", "id")
        ):
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from words_of(one, portal, f"{where}.")
            elif isinstance(part, Move) and name in TRACKS:
                yield where, portal.vocabulary.track(name)[str(one)].word
            elif isinstance(one, When):
                yield where, one.words
            elif isinstance(one, date):
                yield where, day_in_words(one)
            elif not isinstance(one, bool):
                yield where, str(one)


# Every standing proved, every reading named.


def badges_without_proof(graph: Graph, site: Site) -> list[str]:
    """Give the badges that stand neither beside who, when and where it is written, nor with a link to them.

    The proof of a badge is a part of a page in which all of these stand: the badge, the name of who
    spoke, the date in words, each cited phrase, and a link to the update.
    """
    proofs = _proofs(graph, site)
    faults = []
    for name, page in site.pages.items():
        above = {child: parent for parent in page.iter() for child in parent}
        for element in page.iter():
            if "badge" in element.get("class", "").split():
                badge_words = plain(text(element))
                near = _row(element, above)
                if not any(badge_words in proofs.get(at, ()) for at in (name, *leads_to(near, name))):
                    faults.append(f"{name}: {badge_words}")
    return faults


def _proofs(graph: Graph, site: Site) -> dict[str, set[str]]:
    """Give for each page the badges that are proved on it."""
    proofs: dict[str, set[str]] = {}
    for moved in graph.events:
        for setting in moved.statuses:
            page = file_of(href(split(moved.target)[0]))
            badge = setting.badge
            wanted = [
                plain(graph.portal.records[moved.speaker].heading),
                plain(moved.update.happened.words),
                *(plain(cite.quote) for cite in moved.move.cites),
            ]
            update = file_of(href(moved.update.address))
            for where in (page, update):
                if _proved(site, where, plain(f"{badge.voice}: {badge.word}"), wanted, update):
                    proofs.setdefault(where, set()).add(plain(f"{badge.voice}: {badge.word}"))
    return proofs


def _proved(site: Site, page: str, badge: str, wanted: list[str], update: str) -> bool:
    """Whether some part of a page that is no more than an entry holds the badge with its proof."""
    for element in site.pages[page].iter():
        if element.get("class") == "reply" or (
            element.tag == "li" and element.find("p[@class='date']") is not None
        ):
            said = plain(text(element))
            own = page == update or update in leads_to(element, page)
            if badge in said and own and all(words in said for words in wanted):
                return True
    return False


def _row(element: Element, above: Mapping[Element, Element]) -> Element:
    """Give the entry in which a badge stands: the nearest card or list entry with a link."""
    while element in above:
        element = above[element]
        if element.tag in ("li", "section", "tr") and element.find(".//a") is not None:
            return element
    return element


def links_without_a_reader(portal: Portal, site: Site) -> list[str]:
    """Give the links between items that a page shows without saying whose reading they are."""
    faults = []
    for item in portal.of(Item):
        for link in item.links:
            to = split(link.to)[0]
            words = "our reading" if link.basis == "ours" else "in the source"
            for here, there in ((item.address, to), (to, item.address)):
                page = file_of(href(here))
                rows = [e for e in site.pages[page].iter("li") if file_of(href(there)) in leads_to(e, page)]
                if not any(words in plain(text(row)) and plain(link.why) in plain(text(row)) for row in rows):
                    faults.append(f"{here}: {link.relation} {there}")
    return faults
