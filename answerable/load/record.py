"""Files → Portal: every record typed, every field with its line and column, every problem at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from answerable.load import front_matter, register
from answerable.load import validation_errors as wording
from answerable.load import yaml as strict_yaml
from answerable.load.characters import text_of
from answerable.load.question import unanswered
from answerable.load.snapshot import Snapshot
from answerable.load.yaml import Parsed
from answerable.model import address as addresses
from answerable.model.field import SERIES_FOLDERS, Record
from answerable.model.portal import Portal, Settings, Source
from answerable.model.register import NAME as REGISTER
from answerable.model.register import Line
from answerable.model.registry import KINDS, model_for
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words
from answerable.problem import Problem, did_you_mean

M = TypeVar("M", bound=BaseModel)
BESIDE = ("statuses.yaml", "words.yaml", REGISTER, "README.md")
"""What may stand in the content folder beside the kinds."""
KEPT: Final = 8192
"""So many files are kept as they were read: those of several large portals."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading: a portal of all that could be read, what was wrong, what failed."""

    portal: Portal | None
    """None when the settings or the words on badges could not be read."""
    problems: tuple[Problem, ...]
    broken: frozenset[str]
    """Addresses whose file could not be read, so that nothing complains of their absence."""


def load(settings: Snapshot, content: Snapshot, private: Snapshot | None = None) -> Loaded:
    """Give the portal of one moment.

    `settings` holds one file, the portal's `site.yaml`; the keys of the others are paths below the
    content folder as the person who wrote them knows them: `content/bodies/osmb.yaml`.
    """
    found: list[Problem] = []
    records: dict[str, Record] = {}
    sources: dict[str, Source] = {}
    broken: set[str] = set()
    for path, data, address in _record_files(content, private or {}, found):
        read, wrong = _record(path, data, address)
        found += wrong
        if read is None:
            broken.add(address)
        elif address in records:
            found.append(_twice(path, sources[address].path, address))
        else:
            records[address], sources[address] = read
    site = _single(settings, "site.yaml", Settings, sources, found)
    words = _single(content, "statuses.yaml", Vocabulary, sources, found)
    avoided = _avoided(content, sources, found)
    lines = _register(content, sources, broken, found)
    hidden = frozenset(a for a, s in sources.items() if private and s.path in private)
    ordered = {address: records[address] for address in sorted(records)}
    portal = None
    if site and words and avoided:
        portal = Portal(site, words, ordered, sources, lines, hidden, avoided)
    return Loaded(portal, tuple(found), frozenset(broken))


def _record_files(
    content: Snapshot, private: Mapping[str, bytes], found: list[Problem]
) -> Iterator[tuple[str, bytes, str]]:
    """Path, bytes and address of each file that should be a record; the others become problems."""
    for files in (content, private):
        for path, data in files.items():
            below = path.split("/")[_depth(files) :]
            if len(below) == 1 and below[0] in BESIDE:
                continue
            address, problem = _address(path, below)
            if problem:
                found.append(problem)
            else:
                yield path, data, address


def _depth(files: Mapping[str, bytes]) -> int:
    """How many folders stand before the kinds' own: found from the words on badges or any kind."""
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
        return "", Problem(path, 1, 1, f"This is not the place of {wording.a(kind.one)}.", hint)
    for step in [*below[1:-1], *([] if series and name == "index" else [name])]:
        if wrong := addresses.id_problem(step):
            return "", Problem(path, 1, 1, f'The name "{step}" {wrong}.', "Rename it.")
    return "/".join([*below[:-1], *([] if name == "index" else [name])]), None


@lru_cache(maxsize=KEPT)
def _record(path: str, data: bytes, address: str) -> tuple[tuple[Record, Source] | None, tuple[Problem, ...]]:
    """The record of one file, and what is wrong with it; a file that reads as before is not read again."""
    found: list[Problem] = []
    return _read(path, data, address, found), tuple(found)


def _read(path: str, data: bytes, address: str, found: list[Problem]) -> tuple[Record, Source] | None:
    text, wrong = text_of(data, path)
    header, first, prose, prose_line = text, 1, "", 1
    if not wrong and path.endswith(".md"):
        header, first, prose, prose_line, wrong = front_matter.split(text, path)
    if wrong:
        found += wrong
        return None
    parsed = strict_yaml.parse(header, path, first)
    skipped = len(prose) - len(prose.lstrip("\n"))
    prose, prose_line = prose.strip("\n"), prose_line + skipped
    if questions := list(unanswered(parsed, (prose, prose_line), path)):
        found += questions
        return None
    folder = address.partition("/")[0]
    record = _typed(parsed, path, model_for(folder, address.count("/")), found)
    if record is None:
        return None
    record = record.model_copy(update={"address": address, "prose": prose})
    return record, Source(path, parsed.places, parsed.keys, prose_line)


def _typed(parsed: Parsed, path: str, model: type[M], found: list[Problem]) -> M | None:
    """The file's content as its type; what does not fit is added to what was found."""
    if parsed.problems:
        found += parsed.problems
        return None
    own = {"address", "prose"} & {str(where[0]) for where in parsed.keys if len(where) == 1}
    for name in own:
        message, hint = f'"{name}" is worked out, never written.', "Take it out."
        found.append(Problem(path, *parsed.keys[(name,)], message, hint))
    if own:
        return None
    try:
        return model.model_validate(parsed.value)
    except ValidationError as error:
        found += wording.problems(error, path, parsed, model)
        return None


def _single(
    files: Snapshot, name: str, model: type[M], sources: dict[str, Source], found: list[Problem]
) -> M | None:
    """The one file of a name, typed; where its fields stand is kept under its name."""
    paths = [path for path in files if path.rpartition("/")[2] == name]
    if not paths:
        place = "/".join([*(path.split("/")[0] for path in list(files)[:1]), name])
        found.append(Problem(place, 1, 1, f"There is no {name}.", "Every portal has one: see the README."))
        return None
    path = min(paths, key=lambda path: path.count("/"))
    text, wrong = text_of(files[path], path)
    if wrong:
        found += wrong
        return None
    parsed = strict_yaml.parse(text, path)
    sources[name] = Source(path, parsed.places, parsed.keys)
    return _typed(parsed, path, model, found)


def _avoided(content: Snapshot, sources: dict[str, Source], found: list[Problem]) -> Words | None:
    """The words to avoid; a portal without their file avoids none."""
    there = any(path.rpartition("/")[2] == "words.yaml" for path in content)
    return _single(content, "words.yaml", Words, sources, found) if there else Words()


def _register(
    content: Snapshot, sources: dict[str, Source], broken: set[str], found: list[Problem]
) -> tuple[Line, ...]:
    """The lines of the register; a portal that nobody can see yet has none."""
    path = next((path for path in content if path.split("/")[_depth(content) :] == [REGISTER]), None)
    if path is None:
        return ()
    sources[REGISTER] = Source(path, {}, {})
    text, wrong = text_of(content[path], path)
    lines, misread = register.parse(text, path) if text or not wrong else ((), [])
    if wrong or misread:
        broken.add(REGISTER)
        found += [*wrong, *misread]
    return lines


def _twice(path: str, other: str, address: str) -> Problem:
    message = f'The address "{address}" is taken by {other} already.'
    return Problem(path, 1, 1, message, "Rename one of the two.")
