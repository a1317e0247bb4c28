"""The held copies cut into their papers, and each paper into its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from answerable.model.field import Record
from answerable.model.kinds.document import Document
from answerable.model.portal import Portal
from answerable.model.registry import Where
from answerable.problem import Problem
from answerable.rules.locate import at


@dataclass(frozen=True, slots=True)
class Cut:
    """One paper of which a copy is held."""

    places: Mapping[str, str]
    """The text of each place, as one line, by the place's name."""


@dataclass(frozen=True, slots=True)
class Inside:
    """Where a paper, or a copy of it, stands within another."""

    container: str
    opens: str
    closes: str | None
    where: Where
    """The field that says so."""
    cited: bool
    """Whether this is the text that citations mean: the first of several copies."""


def cut_all(portal: Portal, archive: Mapping[str, bytes]) -> tuple[dict[str, Cut], list[Problem]]:
    """Give each paper of which a copy is held, by its address, and what is wrong with the copies."""
    texts: dict[str, str] = {}
    found: list[Problem] = []
    waiting: list[tuple[Document, Inside]] = []
    for document in portal.of(Document):
        if document.holding == "held":
            found += _held(portal, document, archive, texts)
        waiting += [(document, inside) for inside in _copies(document)]
    while ready := [one for one in waiting if one[1].container in texts]:
        waiting = [one for one in waiting if one[1].container not in texts]
        for container in sorted({inside.container for _, inside in ready}):
            found += _contained(portal, [one for one in ready if one[1].container == container], texts)
    papers = {}
    for document in portal.of(Document):
        if document.address in texts:
            places, wrong = _places(portal, document, texts[document.address])
            papers[document.address] = Cut(places)
            found += wrong
    return papers, found


def loose(portal: Portal) -> Iterator[Problem]:
    """A paper said to be contained in another is, in the end, in one of which a copy is held."""
    for document in portal.of(Document):
        outer: Record | None = document
        passed: set[str] = set()
        while isinstance(outer, Document) and outer.holding == "contained in" and outer.address not in passed:
            passed.add(outer.address)
            outer = portal.records.get(outer.inside or (outer.copies[0].inside if outer.copies else ""))
        if isinstance(outer, Document) and passed and outer.holding != "held":
            message = f'"{outer.title}" is not held, so nothing in it can be looked up.'
            hint = "Name the paper that holds this one, or say that this one is only cited."
            yield at(portal, document.address, ("holding",), message, hint)


def _held(
    portal: Portal, document: Document, archive: Mapping[str, bytes], texts: dict[str, str]
) -> Iterator[Problem]:
    """Add the text of a held copy, if it is the copy that was entered."""
    name = document.file or ""
    data = archive.get(name)
    if data is None:
        hint = "Put the held copy there, or mend the name."
        yield at(portal, document.address, ("file",), f'There is no "{name}" in the archive folder.', hint)
    elif (now := sha256(data).hexdigest()) != document.sha256:
        message = f'"{name}" in the archive folder is not the copy that was entered.'
        yield at(portal, document.address, ("sha256",), message, f"Its hash is {now}.")
    else:
        texts[document.address] = " ".join(data.decode("utf-8", "replace").split())


def _copies(document: Document) -> Iterator[Inside]:
    if document.inside and document.starts_with:
        yield Inside(
            document.inside, document.starts_with, document.ends_before, ("starts_with",), cited=True
        )
    for number, copy in enumerate(document.copies):
        if copy.starts_with:
            where = ("copies", number, "starts_with")
            yield Inside(copy.inside, copy.starts_with, copy.ends_before, where, cited=number == 0)


def _contained(
    portal: Portal, papers: list[tuple[Document, Inside]], texts: dict[str, str]
) -> Iterator[Problem]:
    """Add the texts of the papers inside one container, and find the openings of further copies."""
    container = texts[papers[0][1].container]
    starts = sorted(container.find(inside.opens) for _, inside in papers)
    for document, inside in papers:
        times = container.count(inside.opens)
        if times != 1:
            message = f'"{inside.opens}" stands {times} times in "{inside.container}".'
            hint = "The words that open a paper stand there once."
            yield at(portal, document.address, inside.where, message, hint)
            continue
        start = container.find(inside.opens)
        end = next((other for other in starts if other > start), len(container))
        if inside.closes:
            closing = container.find(inside.closes, start + 1)
            if closing < 0:
                message = f'"{inside.closes}" does not stand after the words that open the paper.'
                where = (*inside.where[:-1], "ends_before")
                yield at(portal, document.address, where, message, "Write the words that open what follows.")
            end = closing if closing > 0 else end
        if inside.cited:
            texts[document.address] = container[start:end].rstrip()


def _places(portal: Portal, document: Document, text: str) -> tuple[dict[str, str], list[Problem]]:
    """Cut a paper into its places: each begins with its opening words and ends where the next begins."""
    found: list[Problem] = []
    starts: list[tuple[str, int, int]] = []
    reached = 0
    for number, place in enumerate(document.places):
        start = text.find(place.starts_with, reached)
        if start < 0:
            message = f'The words that open "{place.place}" do not stand after the place before it.'
            found.append(_opening(portal, document, number, message, "Copy them from the paper."))
        else:
            starts.append((place.place, start, number))
            reached = start + 1
    places = {}
    ends = [start for _, start, _ in starts[1:]] + [len(text)]
    for (name, start, number), end in zip(starts, ends, strict=True):
        places[name] = text[start:end].rstrip()
        if text.find(document.places[number].starts_with, start + 1, end) > 0:
            message = f'The words that open "{name}" stand in it twice.'
            found.append(_opening(portal, document, number, message, "Take more of them."))
    return places, found


def _opening(portal: Portal, document: Document, number: int, message: str, hint: str) -> Problem:
    return at(portal, document.address, ("places", number, "starts_with"), message, hint)
