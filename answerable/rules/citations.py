"""Citations: each phrase stands exactly once in its place, and in the held copy of its paper.

A held copy is read as one line: all white space is made single spaces. A paper inside another begins
where its opening words stand in it, and ends where its closing words or the next paper inside begin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Final

from answerable.model.field import Citation, Record
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item, Wording
from answerable.model.portal import Portal
from answerable.model.registry import Where, citations
from answerable.problem import Problem, did_you_mean

MOST_WORDS: Final = 10
HERE: Final = ("held", "contained in")


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a paper within another, and the words that begin and end it."""

    container: str
    opens: str
    closes: str | None
    where: Where
    """The field that says so."""
    cited: bool
    """Whether this is the text that citations mean: the first of several copies."""


def problems(portal: Portal, archive: Mapping[str, bytes] | None) -> Iterator[Problem]:
    """Mistakes in citations; `archive` gives the held copies by file name, and without it none is opened.

    Papers that cannot be read or cut are told of once, and what they would show is not looked for.
    """
    cited = [(one, *place) for one in portal.records.values() for place in citations(one)]
    wordings = [
        (item, ("wordings", n), one) for item in portal.of(Item) for n, one in enumerate(item.wordings)
    ]
    yield from _places(portal, cited, wordings)
    yield from _loose(portal)
    if archive is None:
        return
    papers, faults = cut_papers(portal, archive)
    yield from faults
    for record, where, citation in cited:
        if places := papers.get(citation.in_):
            yield from _phrase(portal, record, where, citation, places)
    for item, where, wording in wordings:
        if places := papers.get(wording.in_):
            yield from _unchanged(portal, item, where, wording, places)


def _places(
    portal: Portal,
    cited: Iterable[tuple[Record, Where, Citation]],
    wordings: Iterable[tuple[Record, Where, Wording]],
) -> Iterator[Problem]:
    """A citation is short, and names a place of a paper that is here; this needs no held copy."""

    @cache
    def known(address: str) -> set[str]:
        document = portal.records[address]
        return _place_names(document) if isinstance(document, Document) else set()

    for record, where, citation in cited:
        length = len(citation.quote.split())
        if length > MOST_WORDS:
            message = f"This phrase has {length} words; a citation has at most {MOST_WORDS}."
            hint = "Keep the few that find the place."
            yield portal.problem(record.address, (*where, "quote"), message, hint)
    held = ((item, where, wording) for item, where, wording in wordings if wording.sha256)
    both: tuple[tuple[Record, Where, Citation | Wording], ...] = (*cited, *held)
    for record, where, one in both:
        document = portal.records.get(one.in_)
        if not isinstance(document, Document):
            continue
        if document.holding not in HERE:
            message = f'"{document.title}" is {document.holding}: nothing in it can be cited.'
            hint = "Cite the paper that names it."
            yield portal.problem(record.address, (*where, "in"), message, hint)
        elif one.place not in known(one.in_):
            message = f'"{one.place}" is no place of "{document.title}".'
            add = f"Add it to the places of {portal.sources[one.in_].path}."
            hint = did_you_mean(one.place, known(one.in_)) or add
            yield portal.problem(record.address, (*where, "at"), message, hint)


def _place_names(document: Document) -> set[str]:
    """The names of a document's places, its numbered pages among them."""
    names = {place.place for place in document.places}
    if pages := document.pages:
        names |= {f"{pages.numbering} {number}" for number in range(pages.first, pages.last + 1)}
    return names


def _loose(portal: Portal) -> Iterator[Problem]:
    """A paper contained in another is, in the end, in one of which a copy is held."""
    for document in portal.of(Document):
        outer: Record | None = document
        passed: set[str] = set()
        while isinstance(outer, Document) and outer.holding == "contained in" and outer.address not in passed:
            passed.add(outer.address)
            outer = portal.records.get(outer.inside or (outer.copies[0].inside if outer.copies else ""))
        if isinstance(outer, Document) and passed and outer.holding != "held":
            message = f'"{outer.title}" is not held, so nothing in it can be looked up.'
            hint = "Name the paper that holds this one, or say that this one is only cited."
            yield portal.problem(document.address, ("holding",), message, hint)


def _phrase(
    portal: Portal, record: Record, where: Where, citation: Citation, places: Mapping[str, str]
) -> Iterator[Problem]:
    """The phrase of a citation stands once in its place."""
    phrase, place = " ".join(citation.quote.split()), citation.place
    count = places[place].count(phrase) if place in places else 1
    if count > 1:
        message = f'"{phrase}" stands {count} times at "{place}".'
        hint = f"Take a word or two more of the sentence, at most {MOST_WORDS} in all."
        yield portal.problem(record.address, (*where, "quote"), message, hint)
    elif not count:
        message = f'"{phrase}" does not stand at "{place}" of the held copy.'
        elsewhere = next((name for name, words in places.items() if phrase in words), "")
        hint = f'It stands at "{elsewhere}".' if elsewhere else "Copy the words from the paper as they stand."
        yield portal.problem(record.address, (*where, "quote"), message, hint)


def _unchanged(
    portal: Portal, item: Record, where: Where, wording: Wording, places: Mapping[str, str]
) -> Iterator[Problem]:
    """An official wording is still the text it was when it was entered."""
    text = places.get(wording.place)
    if text is not None and wording.sha256 and (now := sha256(text.encode()).hexdigest()) != wording.sha256:
        message = f'The words at "{wording.at}" of the held copy are not those of this wording.'
        hint = f"A changed text is a new version. The text there now has the hash {now}."
        yield portal.problem(item.address, (*where, "sha256"), message, hint)


def cut_papers(
    portal: Portal, archive: Mapping[str, bytes]
) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """The text of each place of each paper that can be read, by address and place; and what is wrong."""
    texts: dict[str, str] = {}
    faults: list[Problem] = []
    waiting: list[tuple[Document, Copy]] = []
    for document in portal.of(Document):
        if document.holding == "held":
            faults += _held(portal, document, archive, texts)
        waiting += [(document, copy) for copy in _copies(document)]
    while ready := [one for one in waiting if one[1].container in texts]:
        waiting = [one for one in waiting if one[1].container not in texts]
        for container in sorted({copy.container for _, copy in ready}):
            faults += _contained(portal, [one for one in ready if one[1].container == container], texts)
    papers = {}
    for document in portal.of(Document):
        if document.address in texts:
            papers[document.address], wrong = _cut(portal, document, texts[document.address])
            faults += wrong
    return papers, faults


def _held(
    portal: Portal, document: Document, archive: Mapping[str, bytes], texts: dict[str, str]
) -> Iterator[Problem]:
    """Add the text of a held copy, if it is the copy that was entered."""
    name = document.file or ""
    data = archive.get(name)
    if data is None:
        message = f'There is no "{name}" in the archive folder.'
        yield portal.problem(
            document.address, ("file",), message, "Put the held copy there, or mend the name."
        )
    elif (now := sha256(data).hexdigest()) != document.sha256:
        message = f'"{name}" in the archive folder is not the copy that was entered.'
        yield portal.problem(document.address, ("sha256",), message, f"Its hash is {now}.")
    else:
        texts[document.address] = " ".join(data.decode("utf-8", "replace").split())


def _copies(document: Document) -> Iterator[Copy]:
    if document.inside and document.starts_with:
        where: Where = ("starts_with",)
        yield Copy(document.inside, document.starts_with, document.ends_before, where, cited=True)
    for number, copy in enumerate(document.copies):
        if copy.starts_with:
            where = ("copies", number, "starts_with")
            yield Copy(copy.inside, copy.starts_with, copy.ends_before, where, cited=number == 0)


def _contained(
    portal: Portal, papers: list[tuple[Document, Copy]], texts: dict[str, str]
) -> Iterator[Problem]:
    """Add the texts of the papers inside one container, and find the openings of further copies."""
    container = texts[papers[0][1].container]
    starts = sorted(container.find(copy.opens) for _, copy in papers)
    for document, copy in papers:
        count = container.count(copy.opens)
        if count != 1:
            message = f'"{copy.opens}" stands {count} times in "{copy.container}".'
            hint = "The words that open a paper stand there once."
            yield portal.problem(document.address, copy.where, message, hint)
            continue
        start = container.find(copy.opens)
        end = next((other for other in starts if other > start), len(container))
        if copy.closes:
            closing = container.find(copy.closes, start + 1)
            if closing < 0:
                message = f'"{copy.closes}" does not stand after the words that open the paper.'
                where = (*copy.where[:-1], "ends_before")
                hint = "Write the words that open what follows."
                yield portal.problem(document.address, where, message, hint)
            end = closing if closing > 0 else end
        if copy.cited:
            texts[document.address] = container[start:end].rstrip()


def _cut(portal: Portal, document: Document, text: str) -> tuple[dict[str, str], list[Problem]]:
    """The text of each place: it begins with its opening words and ends where the next begins."""

    def fault(number: int, message: str, hint: str) -> Problem:
        return portal.problem(document.address, ("places", number, "starts_with"), message, hint)

    faults: list[Problem] = []
    starts: list[tuple[str, int, int]] = []
    reached = 0
    for number, place in enumerate(document.places):
        start = text.find(place.starts_with, reached)
        if start < 0:
            message = f'The words that open "{place.place}" do not stand after the place before it.'
            faults.append(fault(number, message, "Copy them from the paper."))
        else:
            starts.append((place.place, start, number))
            reached = start + 1
    places = {}
    ends = [start for _, start, _ in starts[1:]] + [len(text)]
    for (name, start, number), end in zip(starts, ends, strict=False):
        places[name] = text[start:end].rstrip()
        if text.find(document.places[number].starts_with, start + 1, end) > 0:
            message = f'The words that open "{name}" stand in it twice.'
            faults.append(fault(number, message, "Take more of them."))
    return places, faults
