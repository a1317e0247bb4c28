"""Files → Portal: every record typed, every field with its line and column, every problem at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.problems import Problem, did_you_mean
from generator.read import front_matter, strict_yaml, wording
from generator.read.snapshot import Snapshot
from generator.read.characters import text_of
from generator.read.strict_yaml import Parsed
from generator.record import addresses
from generator.record.fields import SERIES_FOLDERS, Record
from generator.record.kinds import KINDS, model_for
from generator.record.portal import Portal, Settings, Source
from generator.record.standings import Vocabulary

M = TypeVar("M", bound=BaseModel)
BESIDE = ("statuses.yaml", "README.md")
"""What may stand in the content folder beside the kinds; `_forms/` too."""


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
        read = _record(path, data, address, found)
        if read is None:
            broken.add(address)
        elif address in records:
            found.append(_twice(path, sources[address].path, address))
        else:
            records[address], sources[address] = read
    site = _single(settings, "site.yaml", Settings, found)
    words = _single(content, "statuses.yaml", Vocabulary, found)
    hidden = frozenset(a for a, s in sources.items() if private and s.path in private)
    ordered = {address: records[address] for address in sorted(records)}
    portal = Portal(site, words, ordered, sources, hidden) if site and words else None
    return Loaded(portal, tuple(found), frozenset(broken))


def _record_files(
    content: Snapshot, private: Mapping[str, bytes], found: list[Problem]
) -> Iterator[tuple[str, bytes, str]]:
    """Path, bytes and address of each file that should be a record; the others become problems."""
    for files in (content, private):
        for path, data in files.items():
            below = path.split("/")[_depth(files) :]
            if below[0] == "_forms" or (len(below) == 1 and below[0] in BESIDE):
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
            if step in KINDS or step in BESIDE or step == "_forms":
                return number
    return 1


def _address(path: str, below: list[str]) -> tuple[str, Problem | None]:
    """The address a file's place gives it, or why it gives none."""
    folder, kind = below[0], KINDS.get(below[0])
    if kind is None or len(below) == 1:
        hint = did_you_mean(folder, KINDS) or f"Records stand in one of: {', '.join(KINDS)}."
        return "", Problem(path, 1, 1, f'"{folder}" is no folder of a kind of record.', hint)
    expected = 3 if folder in SERIES_FOLDERS else 2
    name, dot, suffix = below[-1].rpartition(".")
    if len(below) != expected or dot + suffix != kind.suffix:
        form = f"{folder}/SERIES/ITEM.md" if expected == 3 else f"{folder}/ID{kind.suffix}"
        return "", Problem(path, 1, 1, "This file is not where or what a record can be.", f"Name it {form}.")
    for step in [*below[1:-1], *([] if name == "index" and expected == 3 else [name])]:
        if wrong := addresses.id_problem(step):
            return "", Problem(path, 1, 1, f'The name "{step}" {wrong}.', "Rename it.")
    return "/".join([*below[:-1], *([] if name == "index" else [name])]), None


def _record(
    path: str, data: bytes, address: str, found: list[Problem]
) -> tuple[Record, Source] | None:
    text, wrong = text_of(data, path)
    header, first, prose, prose_line = text, 1, "", 1
    if not wrong and path.endswith(".md"):
        header, first, prose, prose_line, wrong = front_matter.split(text, path)
    if wrong:
        found += wrong
        return None
    parsed = strict_yaml.parse(header, path, first)
    folder = address.partition("/")[0]
    record = _typed(parsed, path, model_for(folder, address.count("/")), found)
    if record is None:
        return None
    own = record.model_copy(update={"address": address, "prose": prose.strip("\n")})
    skipped = len(prose) - len(prose.lstrip("\n"))
    return own, Source(path, parsed.places, parsed.keys, prose_line + skipped)


def _typed(parsed: Parsed, path: str, model: type[M], found: list[Problem]) -> M | None:
    """The file's content as its type; what does not fit is added to what was found."""
    if parsed.problems:
        found += parsed.problems
        return None
    value: Any = parsed.value
    if not isinstance(value, dict):
        found.append(Problem(path, 1, 1, "The file holds no fields.", 'Begin with a line like title: "…".'))
        return None
    for own in {"address", "prose"} & set(value):
        line, column = parsed.keys[(own,)]
        found.append(Problem(path, line, column, f'"{own}" is worked out, never written.', "Take it out."))
        return None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        found += wording.problems(error, path, parsed, model)
        return None


def _single(files: Snapshot, name: str, model: type[M], found: list[Problem]) -> M | None:
    """The one file of a name, typed."""
    path = next((path for path in files if path.rpartition("/")[2] == name), None)
    if path is None:
        found.append(Problem(name, 1, 1, f"There is no {name}.", "Every portal has one: see the README."))
        return None
    text, wrong = text_of(files[path], path)
    if wrong:
        found += wrong
        return None
    return _typed(strict_yaml.parse(text, path), path, model, found)


def _twice(path: str, other: str, address: str) -> Problem:
    return Problem(path, 1, 1, f'The address "{address}" is taken by {other} already.', "Choose another id.")
