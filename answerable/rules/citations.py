"""Citations: each phrase stands exactly once in its place, and in the held copy of its paper.

A held copy is read as one line: all white space is made single spaces. A paper inside another begins
where its opening words stand in it, and ends where its closing words or the next paper inside begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from answerable.model.field import Citation, Record
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item, Wording
from answerable.model.portal import Portal
from answerable.model.registry import Where, citations
from answerable.problem import Problem, did_you_mean
from answerable.rules.archive import Cut, cut_all, loose
from answerable.rules.locate import at

MOST_WORDS = 10
HERE = ("held", "contained in")


def places(portal: Portal) -> Iterator[Problem]:
    """A citation is short, and names a place of a paper that is here; this needs no held copy."""
    for record, where, citation in _citations(portal):
        length = len(citation.quote.split())
        if length > MOST_WORDS:
            message = f"This phrase has {length} words; a citation has at most {MOST_WORDS}."
            yield at(portal, record.address, (*where, "quote"), message, "Keep the few that find the place.")
        yield from _place(portal, record, where, citation)
    for item, where, wording in _wordings(portal):
        if wording.sha256:
            yield from _place(portal, item, where, wording)
    yield from loose(portal)


def _place(portal: Portal, record: Record, where: Where, cited: Citation | Wording) -> Iterator[Problem]:
    document = portal.records.get(cited.in_)
    if not isinstance(document, Document):
        return
    if document.holding not in HERE:
        message = f'"{document.title}" is {document.holding}: nothing in it can be cited.'
        yield at(portal, record.address, (*where, "in"), message, "Cite the paper that names it.")
    elif cited.place not in (known := _known(document)):
        message = f'"{cited.place}" is no place of "{document.title}".'
        hint = (
            did_you_mean(cited.place, known) or f"Add it to the places of {portal.sources[cited.in_].path}."
        )
        yield at(portal, record.address, (*where, "at"), message, hint)


def _known(document: Document) -> set[str]:
    """The names of a document's places, its numbered pages among them."""
    known = {place.place for place in document.places}
    if pages := document.pages:
        known |= {f"{pages.numbering} {number}" for number in range(pages.first, pages.last + 1)}
    return known


def problems(portal: Portal, archive: Mapping[str, bytes]) -> Iterator[Problem]:
    """Each citation's phrase stands once in its place; `archive` gives the held copies by file name.

    Papers that cannot be read or cut are told of once, and what they would show is not looked for.
    """
    papers, found = cut_all(portal, archive)
    yield from found
    for record, where, citation in _citations(portal):
        if paper := papers.get(citation.in_):
            yield from _phrase(portal, record, where, citation, paper)
    for item, where, wording in _wordings(portal):
        if paper := papers.get(wording.in_):
            yield from _unchanged(portal, item, where, wording, paper)


def _phrase(
    portal: Portal, record: Record, where: Where, citation: Citation, paper: Cut
) -> Iterator[Problem]:
    phrase, place = " ".join(citation.quote.split()), citation.place
    text = paper.places.get(place)
    if text is None:
        return
    times = text.count(phrase)
    if times > 1:
        message = f'"{phrase}" stands {times} times at "{place}".'
        hint = f"Take a word or two more of the sentence, at most {MOST_WORDS} in all."
        yield at(portal, record.address, (*where, "quote"), message, hint)
    elif not times:
        message = f'"{phrase}" does not stand at "{place}" of the held copy.'
        elsewhere = next((name for name, words in paper.places.items() if phrase in words), "")
        hint = f'It stands at "{elsewhere}".' if elsewhere else "Copy the words from the paper as they stand."
        yield at(portal, record.address, (*where, "quote"), message, hint)


def _unchanged(portal: Portal, item: Item, where: Where, wording: Wording, paper: Cut) -> Iterator[Problem]:
    """An official wording is still the text it was when it was entered."""
    text = paper.places.get(wording.place)
    if text is not None and wording.sha256 and (now := sha256(text.encode()).hexdigest()) != wording.sha256:
        message = f'The words at "{wording.at}" of the held copy are not those of this wording.'
        hint = f"A changed text is a new version. The text there now has the hash {now}."
        yield at(portal, item.address, (*where, "sha256"), message, hint)


def _citations(portal: Portal) -> Iterator[tuple[Record, Where, Citation]]:
    for record in portal.records.values():
        for where, citation in citations(record):
            yield record, where, citation


def _wordings(portal: Portal) -> Iterator[tuple[Item, Where, Wording]]:
    for item in portal.of(Item):
        for number, wording in enumerate(item.wordings):
            yield item, ("wordings", number), wording
