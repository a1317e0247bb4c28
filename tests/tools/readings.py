"""Sentences of ours dealt out for reading against the papers, and the verdicts of two readings gathered.

    python -m tests.tools.readings deal --archive ../shared/sources --out DIR --batches 16
    python -m tests.tools.readings gather FIRST SECOND --dealt DIR

Dealing writes into DIR a text for each batch, `forms/` with an empty file of verdicts for each, and
`sentences.jsonl`, by which the readings are gathered. A reading is a folder of such files, filled in.
What is dealt holds the papers' words, so DIR stands outside the repository.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from textwrap import fill, wrap
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from answerable.diff.sentences import in_words
from answerable.load.record import load
from answerable.load.snapshot import from_file, from_folder
from answerable.load.writer import one_sentence_a_line, sentences
from answerable.model.address import parent, split
from answerable.model.field import Citation, Part, Record
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item, Wording
from answerable.model.kinds.term import Term
from answerable.model.registry import citations, kind_of, parts
from answerable.model.spec import Voice, spec, written
from answerable.rules.citations import cut_papers
from answerable.rules.texts import passages
from tests.engines import ROOT
from tests.tools.verdicts import MEANINGS, gathered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from answerable.model.portal import Portal
    from answerable.model.registry import Where

LONGEST: Final = 3000
"""Characters up to which a place is given whole; a longer one is cut into stretches."""
STRETCH: Final = 1000
"""Characters of a stretch; the one with the quotation is given, and one on either side."""
WIDTH: Final = 110
_WORD: Final = re.compile(r"\w")
_MARK: Final = re.compile(r"\A(?:[-*+]|#+|[0-9]+[.)]) +")
"""The mark of an entry or a heading, which is no part of its first sentence."""


class Passage(NamedTuple):
    """A place of a paper, or a stretch of one, and the lines of the held copy where it stands."""

    file: str
    """The held copy; empty where none is."""
    lines: tuple[tuple[int, int], ...]
    """The first and the last line, of each copy of the words."""
    label: str
    text: str

    def __str__(self) -> str:
        """Give where it stands, and its words indented."""
        lines = " and ".join(f"{first}-{last}" for first, last in self.lines)
        where = f"{self.file} lines {lines}" if self.file else "in no held copy"
        indent = " " * 4
        words = fill(
            self.text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )
        return f"{self.label} ({where})\n\n{words}".rstrip()


class Held:
    """A held copy as one line, with the number of the line on which each character stands."""

    def __init__(self, text: str) -> None:
        self._begins: list[int] = []
        begin = 0
        for line in text.split("\n"):
            self._begins.append(begin)
            words = " ".join(line.split())
            begin += len(words) + bool(words)
        self._words = " ".join(text.split())

    def lines(self, words: str) -> tuple[tuple[int, int], ...]:
        """Give the first and the last line of the words, of each copy where several stand there."""
        starts = (found.start() for found in re.finditer(re.escape(words), self._words))
        return tuple((self._line(start), self._line(start + len(words) - 1)) for start in starts)

    def _line(self, offset: int) -> int:
        return bisect_right(self._begins, offset)


class Papers:
    """The papers of which copies are held, by their places."""

    def __init__(self, portal: Portal, archive: Mapping[str, bytes]) -> None:
        self._portal = portal
        self._cut, _ = cut_papers(portal, archive)
        self._held = {name: Held(data.decode("utf-8", "replace")) for name, data in archive.items()}

    def passages(self, cited: Citation | Wording) -> list[Passage]:
        """Give what is cited: the place, or the stretches of it around the quotation."""
        label = f"{in_words(self._portal, cited.in_)}, {cited.at}"
        whole = self._cut.get(cited.in_, {}).get(cited.place)
        if whole is None:
            return [Passage("", (), label, "")]
        file = self._file(cited.in_)
        if len(whole) <= LONGEST:
            return [Passage(file, self._held[file].lines(whole), label, whole)]
        stretches = wrap(whole, STRETCH, break_on_hyphens=False, break_long_words=False)
        quote = " ".join(cited.quote.split()) if isinstance(cited, Citation) else ""
        middle = len(wrap(whole[: max(whole.find(quote), 0) + 1], STRETCH, break_on_hyphens=False)) - 1
        return [
            Passage(
                file, self._held[file].lines(words), f"{label}, stretch {number} of {len(stretches)}", words
            )
            for number, words in enumerate(stretches, 1)
            if abs(number - 1 - middle) <= 1
        ]

    def _file(self, address: str) -> str:
        """Give the name of the held copy that a paper stands in."""
        document = self._portal.records[address]
        while isinstance(document, Document) and not document.file:
            document = self._portal.records[document.inside or document.copies[0].inside]
        return str(getattr(document, "file", ""))


@dataclass(frozen=True, slots=True)
class Text:
    """A text of ours in a file: a field, or the prose below the fields."""

    path: str
    address: str
    where: Where
    line: int
    words: str
    around: tuple[Part, ...]
    """The record, and the parts within it in which the text stands; the innermost last."""

    def sentences(self) -> Iterator[tuple[str, str, int]]:
        """Give each sentence with its key and line; what a prose quotes as a block is not ours."""
        name = ".".join(map(str, self.where)) or "body"
        number = 0
        for line, words in enumerate(one_sentence_a_line(self.words).split("\n"), self.line):
            for sentence in sentences(words.strip() if self.where else _MARK.sub("", words.strip(), count=1)):
                if _WORD.search(sentence) and not sentence.startswith(">"):
                    number += 1
                    yield f"{self.path}:{name}:{number}", sentence, self.line if self.where else line


def texts(portal: Portal) -> list[Text]:
    """Give every text of ours and every title, in the order of files and of lines."""
    places = [(one.address, one.where) for one in passages(portal)[0]]
    for address, record in portal.records.items():
        inside = () if record.retracted else [((), record), *((at, part) for _, at, part in parts(record))]
        for at, part in inside:
            named = getattr(part, "title", None) and not isinstance(part, Term)
            if named and spec(type(part), "title").voice is Voice.NAME:
                places.append((address, (*at, "title")))
    found = [_text(portal, address, where) for address, where in places]
    return sorted(found, key=lambda text: (text.path, text.line, list(map(str, text.where))))


def _text(portal: Portal, address: str, where: Where) -> Text:
    settings: dict[str, Part] = {"site.yaml": portal.settings, "statuses.yaml": portal.vocabulary}
    value: Any = settings.get(address) or portal.records[address]
    source = portal.sources[address]
    around = [value]
    for step in where or ("prose",):
        value = getattr(value, spec(type(value), str(step)).name) if isinstance(value, Part) else value[step]
        around += [value] if isinstance(value, Part) else []
    line = source.position(where)[0] if where else source.prose_line
    return Text(source.path, address, where, line, value, tuple(around))


def holding(text: Text) -> Sequence[Citation | Wording]:
    """Give the citations that hold for a text: the nearest around it, else all within its record."""
    nearest = next(filter(None, map(_cites, reversed(text.around))), ())
    record = text.around[0]
    if nearest or not isinstance(record, Record):
        return nearest
    return [citation for _, citation in citations(record)]


def referred(portal: Portal, text: Text) -> Iterator[Citation | Wording]:
    """Give the citations of the items to which the part leads in which a text stands."""
    part = text.around[-1]
    if isinstance(part, Record):
        return
    for each in written(type(part)):
        value = getattr(part, each.name)
        for reference in filter(None, (value if each.many else (value,)) if each.ref else ()):
            address, name = split(reference)
            record = portal.records.get(address)
            if isinstance(record, Item):
                ask = next((inner for part_id, _, inner in parts(record) if part_id == name), record)
                yield from _cites(ask) or _cites(record)


def _cites(part: Part) -> tuple[Citation | Wording, ...]:
    """Give a part's own citations, and the places of an item's official wordings."""
    cites: tuple[Citation, ...] = getattr(part, "cites", ())
    wordings = part.wordings if isinstance(part, Item) else ()
    return (*cites, *(wording for wording in wordings if wording.at != "none"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sentences of one file by their keys, and what a reader has of it, as Markdown."""

    keys: Mapping[str, str]
    text: str


def sheets(portal: Portal, archive: Mapping[str, bytes]) -> list[Sheet]:
    """Give the sheet of each file that holds sentences of ours."""
    papers = Papers(portal, archive)
    by_path = groupby(texts(portal), key=lambda text: text.path)
    every = (_sheet(portal, papers, path, list(inside)) for path, inside in by_path)
    return [sheet for sheet in every if sheet.keys]


def _sheet(portal: Portal, papers: Papers, path: str, inside: Sequence[Text]) -> Sheet:
    cited = [(holding(text), list(referred(portal, text))) for text in inside]
    all_cites = chain.from_iterable((*cites, *also) for cites, also in cited)
    passages = sorted({passage for one in all_cites for passage in papers.passages(one)})
    numbers = {passage: f"P{number}" for number, passage in enumerate(passages, 1)}
    keys: dict[str, str] = {}
    written_out = [f"# {path}", _title(portal, inside[0].address)]
    written_out += [f"**{number}** {passage}" for passage, number in numbers.items()]
    for text, (cites, also) in zip(inside, cited, strict=True):
        beside = _beside(portal, text)
        for key, sentence, line in text.sentences():
            keys[key] = sentence
            facts = [f"- Line {line}", f"- Beside it: {beside}" if beside else ""]
            facts.append(f"- Cited: {_cited(papers, numbers, cites) or 'nothing'}")
            facts.append(f"- Cited for what it refers to: {_cited(papers, numbers, also)}" if also else "")
            written_out += [f"## {key}", f"> {sentence}", "\n".join(filter(None, facts))]
    return Sheet(keys, "\n\n".join(written_out) + "\n\n")


def _title(portal: Portal, address: str) -> str:
    record, series = portal.records.get(address), portal.records.get(parent(address))
    if record is None:
        return "settings"
    title = f"{kind_of(address).one} “{(series or record).heading}”"
    return f"{title}, {in_words(portal, address)} “{record.heading}”" if series else title


def _cited(papers: Papers, numbers: Mapping[Passage, str], cites: Sequence[Citation | Wording]) -> str:
    """Give the numbers of the places cited, each with the words quoted of it."""
    quotes: dict[str, list[str]] = {}
    for cited in cites:
        places = " ".join(numbers[passage] for passage in papers.passages(cited))
        quoted = quotes.setdefault(places, [])
        if isinstance(cited, Citation) and cited.quote not in quoted:
            quoted.append(cited.quote)
    return "; ".join(" ".join([places, *(f"“{quote}”" for quote in said)]) for places, said in quotes.items())


def _beside(portal: Portal, text: Text) -> str:
    """Give the other fields of a part within a record that are no text of ours: what moved, by whom."""
    if len(text.around) == 1:
        return ""
    part = text.around[-1]
    values = {
        each.alias: getattr(part, each.name)
        for each in written(type(part))
        if not each.part and not (each.voice is Voice.OURS and each.holds == "text")
    }
    return "; ".join(f"{name}: {in_words(portal, value)}" for name, value in values.items() if value)


def batches(dealt: Sequence[Sheet], most: int) -> list[list[Sheet]]:
    """Give at most so many batches, neighbouring files together; the largest is as small as can be."""
    sizes = [len(sheet.text.encode()) for sheet in dealt]
    low, high = max(sizes), sum(sizes)
    while low < high:
        middle = (low + high) // 2
        fits = len(_filled(dealt, middle)) <= most
        low, high = (low, middle) if fits else (middle + 1, high)
    return _filled(dealt, low)


def _filled(dealt: Sequence[Sheet], size: int) -> list[list[Sheet]]:
    """Give batches that each hold as many files as go into a size."""
    filled: list[list[Sheet]] = [[]]
    room = size
    for sheet in dealt:
        needed = len(sheet.text.encode())
        if needed > room:
            filled.append([])
            room = size
        filled[-1].append(sheet)
        room -= needed
    return filled


def opening(number: int, batch: Sequence[Sheet], archive: Path) -> str:
    """Give what a reader is told before the first sentence."""
    many = sum(len(sheet.keys) for sheet in batch)
    meanings = "\n".join(f"- {verdict}: {meaning}" for verdict, meaning in MEANINGS.items())
    return f"""# Batch {number}: {many} sentences

Each sentence of ours stands under its key. Hold it against the papers cited for it, P1 and so on, which
stand at the head of its file; more of each is in {archive}, at the lines given.
Judge what the sentence says to a reader of its page, and that alone. Fill in the form of the same number,
one line a key: {{"key", "verdict", "why", "better"}}. For a fault, `why` names the paper's words and its
lines, and `better` is a sentence that is right.

{meanings}

"""


def deal(portal: Portal, archive: Path, out: Path, most: int) -> str:
    """Write batches, empty forms and the list of sentences; give a line for each batch."""
    forms = out / "forms"
    forms.mkdir(parents=True)
    dealt = sheets(portal, from_folder(archive, where="")[0])
    told, every = [], []
    for number, batch in enumerate(batches(dealt, most), 1):
        name = f"batch-{number:02}"
        text = opening(number, batch, archive.resolve()) + "".join(sheet.text for sheet in batch)
        (out / f"{name}.md").write_text(text, encoding="utf-8")
        keys = {key: sentence for sheet in batch for key, sentence in sheet.keys.items()}
        empty = [{"key": key, "verdict": "", "why": "", "better": ""} for key in keys]
        (forms / f"{name}.jsonl").write_text(_lines(empty), encoding="utf-8")
        every += [{"key": key, "text": sentence, "batch": name} for key, sentence in keys.items()]
        told.append(f"{name}: {len(keys)} sentences, {len(batch)} files, {len(text.encode()) // 1000} kB")
    (out / "sentences.jsonl").write_text(_lines(every), encoding="utf-8")
    return "\n".join([*told, f"{len(every)} sentences in {out}."])


def _lines(values: Sequence[object]) -> str:
    return "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values)


def main() -> int:
    """Deal or gather, as the command line says."""
    whole = argparse.ArgumentParser(prog="python -m tests.tools.readings", description=__doc__)
    commands = whole.add_subparsers(dest="command", required=True)
    dealing = commands.add_parser("deal", help="write the batches")
    dealing.add_argument("--archive", type=Path, required=True, help="the held copies of the papers")
    dealing.add_argument("--out", type=Path, required=True, help="a folder outside the repository")
    dealing.add_argument("--batches", type=int, required=True)
    gathering = commands.add_parser("gather", help="compare two readings")
    gathering.add_argument("readings", type=Path, nargs=2, metavar="READING")
    gathering.add_argument("--dealt", type=Path, help="the folder dealt into; else the one around the first")
    call = whole.parse_args()
    if call.command == "gather":
        first, second = call.readings
        sys.stdout.write(gathered(first, second, call.dealt or first.parent))
        return 0
    if call.out.resolve().is_relative_to(ROOT) or (call.out / "forms").exists():
        sys.stderr.write("Name a new folder outside the repository: papers' words are written there.\n")
        return 1
    content, _ = from_folder(ROOT / "content", where="content/")
    portal = load(from_file(ROOT / "site.yaml", where="site.yaml"), content).portal
    if portal is None:
        sys.stderr.write("The record cannot be read; see what check says.\n")
        return 1
    sys.stdout.write(f"{deal(portal, call.archive, call.out, call.batches)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
