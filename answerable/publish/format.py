"""The one form of the record's files, each written in its place; what they say does not change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from answerable.load.snapshot import from_file, from_folder
from answerable.load.writer import model_at, rewritten
from answerable.problem import CallError, ContentError, Problem
from answerable.publish.file import replace_file


@dataclass(frozen=True, slots=True)
class Formatted:
    """How many files were written in the one form, and how many there are."""

    written: int
    total: int


@dataclass(frozen=True, slots=True)
class _File:
    place: Path
    path: str
    """As people know it: `content/bodies/osmb.yaml`."""
    before: bytes
    after: bytes


def put_in_form(content: Path, private: Path | None, named: Sequence[Path], *, only_look: bool) -> Formatted:
    """Count of the record's files, or those of them that are named, that were written in the one form.

    Raises ContentError where a file cannot be read, or, if one should only look, where one has another
    form; CallError where a named file is none of the record's folders. Then nothing was written.
    """
    wanted = {_in_a_folder(file, content, private) for file in named}
    chosen: list[_File] = []
    problems: list[Problem] = []
    for place, path, before in _files(content, private):
        model = model_at(path)
        if model and (not wanted or place.resolve() in wanted):
            after, wrong = rewritten(before, path, model)
            problems += wrong
            chosen.append(_File(place, path, before, after))
    other = [file for file in chosen if file.before != file.after]
    if only_look:
        problems += [_another_form(file) for file in other]
    if problems:
        raise ContentError(problems)
    for file in other:
        replace_file(file.place, file.after)
    return Formatted(len(other), len(chosen))


def _files(content: Path, private: Path | None) -> Iterator[tuple[Path, str, bytes]]:
    """Each file's place, its path as people know it, and its bytes."""
    settings = content.parent / "site.yaml"
    for path, data in from_file(settings, where="site.yaml").items():
        yield settings, path, data
    for folder in (content, private):
        if folder:
            files, _ = from_folder(folder, where="")
            yield from ((folder / name, f"{folder.name}/{name}", data) for name, data in files.items())


def _in_a_folder(file: Path, content: Path, private: Path | None) -> Path:
    """The place of a named file, which lies in one of the folders or is the portal's settings."""
    place = file.resolve()
    folders = [folder.resolve() for folder in (content, private) if folder]
    inside = any(folder in place.parents for folder in folders)
    if not place.is_file() or not (inside or place == content.resolve().parent / "site.yaml"):
        raise CallError(f"{file} is no file in {' or '.join(str(one) for one in (content, private) if one)}.")
    return place


def _another_form(file: _File) -> Problem:
    """Say where a file begins to differ from how it would be written."""
    lines = zip_longest(file.before.split(b"\n"), file.after.split(b"\n"))
    line = next(number for number, (before, after) in enumerate(lines, 1) if before != after)
    message = "From here on the file is not in the one form; what it says may be right."
    return Problem(file.path, line, 1, message, "Run build.py format.")
