"""Records of the files: every one typed, every field with its line and column, every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from answerable.load import validation_errors
from answerable.load.question import unanswered
from answerable.load.snapshot import Snapshot
from answerable.load.text import text_of
from answerable.load.yaml import Parsed, parse_file
from answerable.model.address import id_problem
from answerable.model.field import SERIES_FOLDERS, Record
from answerable.model.portal import Portal, Settings, Source
from answerable.model.register import NAME as REGISTER
from answerable.model.register import Line, parse
from answerable.model.registry import KINDS, model_for
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words
from answerable.problem import Problem, did_you_mean

M = TypeVar("M", bound=BaseModel)
BESIDE = ("statuses.yaml", "words.yaml", REGISTER, "README.md")
"""What may stand in the content folder beside the kinds."""
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
KEPT: Final = 8192
"""So many files are kept as they were read: those of several large portals."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Portal of all that could be read, what was wrong, and what failed."""

    portal: Portal | None
    """None when the settings or the words on badges could not be read."""
    problems: tuple[Problem, ...]
    broken: frozenset[str]
    """Addresses whose file could not be read, so that nothing complains of their absence."""


def load(settings: Snapshot, content: Snapshot, private: Snapshot | None = None) -> Loaded:
    """The portal of one moment.

    `settings` holds one file, the portal's `site.yaml`; the keys of the others are paths below the
    content folder as the person who wrote them knows them: `content/bodies/osmb.yaml`.
    """
    reading = _Reading()
    for files in (content, private or {}):
        reading.records_of(files)
    site = reading.alone(settings, "site.yaml", Settings)
    words = reading.alone(content, "statuses.yaml", Vocabulary)
    has_avoided = any(_name(path) == "words.yaml" for path in content)
    avoided = reading.alone(content, "words.yaml", Words) if has_avoided else Words()
    lines = reading.register(content)
    sources = reading.sources
    portal = None
    if site and words and avoided:
        hidden = frozenset(a for a, source in sources.items() if private and source.path in private)
        records = {address: reading.records[address] for address in sorted(reading.records)}
        portal = Portal(site, words, records, sources, lines, hidden, avoided)
    return Loaded(portal, tuple(reading.problems), frozenset(reading.broken))


@dataclass(slots=True)
class _Reading:
    """Files read so far."""

    records: dict[str, Record] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def records_of(self, files: Snapshot) -> None:
        """Read each file that is a record; any other is a problem."""
        depth = _depth(files)
        for path, data in files.items():
            below = path.split("/")[depth:]
            if len(below) == 1 and below[0] in BESIDE:
                continue
            address, problem = _address(path, below)
            if problem:
                self.problems.append(problem)
                continue
            record, problems = _record(path, data, address)
            self.problems += problems
            if record is None:
                self.broken.add(address)
            elif address in self.records:
                message = f'The address "{address}" is taken by {self.sources[address].path} already.'
                self.problems.append(Problem(path, 1, 1, message, "Rename one of the two."))
            else:
                self.records[address], self.sources[address] = record

    def alone(self, files: Snapshot, name: str, model: type[M]) -> M | None:
        """Read the one file of a name; where its fields stand is kept under its name."""
        paths = [path for path in files if _name(path) == name]
        if not paths:
            place = "/".join([*(path.split("/")[0] for path in list(files)[:1]), name])
            message, hint = f"There is no {name}.", "Every portal has one: see the README."
            self.problems.append(Problem(place, 1, 1, message, hint))
            return None
        path = min(paths, key=lambda path: path.count("/"))
        parsed = parse_file(files[path], path)
        self.sources[name] = Source(path, parsed.places)
        value, problems = _typed(parsed, path, model)
        self.problems += problems
        return value

    def register(self, content: Snapshot) -> tuple[Line, ...]:
        """Read the register; a portal that nobody can see yet has none."""
        depth = _depth(content)
        path = next((path for path in content if path.split("/")[depth:] == [REGISTER]), None)
        if path is None:
            return ()
        self.sources[REGISTER] = Source(path, {})
        text, unreadable = text_of(content[path], path)
        lines, misread = parse(text, path) if text or not unreadable else ((), [])
        if unreadable or misread:
            self.broken.add(REGISTER)
            self.problems += [*unreadable, *misread]
        return lines


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _depth(files: Mapping[str, bytes]) -> int:
    """How many folders stand before the kinds' own, by the words on badges or any kind."""
    for path in files:
        steps = path.split("/")
        for number, step in enumerate(steps):
            if step in KINDS or step in BESIDE:
                return number
    return 1


def _address(path: str, below: list[str]) -> tuple[str, Problem | None]:
    """The address a file's place gives it, or why it gives none."""
    folder, kind = below[0], KINDS.get(below[0])
    if len(below) == 1:
        message = f'"{folder}" stands beside the folders of records.'
        hint = did_you_mean(folder, BESIDE) or f"Move it into one of: {', '.join(KINDS)}."
        return "", Problem(path, 1, 1, message, hint)
    if kind is None:
        hint = did_you_mean(folder, KINDS) or f"Records stand in one of: {', '.join(KINDS)}."
        return "", Problem(path, 1, 1, f'"{folder}" is no folder of a kind of record.', hint)
    series = folder in SERIES_FOLDERS
    name, dot, suffix = below[-1].rpartition(".")
    if dot + suffix != kind.suffix:
        message = f'The files in {folder} end in "{kind.suffix}".'
        return "", Problem(path, 1, 1, message, "Rename it, or take it away.")
    if len(below) != (3 if series else 2):
        place = "SERIES/index.md, its items beside it" if series else name + kind.suffix
        hint = f"The place is {folder}/{place}."
        return "", Problem(path, 1, 1, f"This is not the place of {validation_errors.a(kind.one)}.", hint)
    for step in [*below[1:-1], *([] if series and name == "index" else [name])]:
        if wrong := id_problem(step):
            return "", Problem(path, 1, 1, f'The name "{step}" {wrong}.', "Rename it.")
    return "/".join([*below[:-1], *([] if name == "index" else [name])]), None


@lru_cache(maxsize=KEPT)
def _record(path: str, data: bytes, address: str) -> tuple[tuple[Record, Source] | None, tuple[Problem, ...]]:
    """The record of one file, and what is wrong with it; a file that reads as before is not read again."""
    parsed = parse_file(data, path)
    below = parsed.prose or ""
    prose = below.strip("\n")
    prose_line = parsed.prose_line + len(below) - len(below.lstrip("\n"))
    if b"?" in data and (questions := tuple(unanswered(parsed, (prose, prose_line), path))):
        return None, questions
    model = model_for(address.partition("/")[0], address.count("/"))
    record, problems = _typed(parsed, path, model, {"address": address, "prose": prose})
    return (record, Source(path, parsed.places, prose_line)) if record else None, tuple(problems)


def _typed(
    parsed: Parsed, path: str, model: type[M], more: Mapping[str, str] = NOTHING
) -> tuple[M | None, list[Problem]]:
    """The content of a file as its type, with more that no file says, and what does not fit."""
    if parsed.problems:
        return None, list(parsed.problems)
    if worked_out := [name for name in more if (name,) in parsed.keys]:
        hint = "Take it out."
        return None, [
            Problem(path, *parsed.keys[(name,)], f'"{name}" is worked out, never written.', hint)
            for name in worked_out
        ]
    try:
        return model.model_validate({**parsed.value, **more}), []
    except ValidationError as error:
        return None, list(validation_errors.problems(error, path, parsed, model))
