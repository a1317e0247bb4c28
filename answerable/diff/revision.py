"""A revision of a portal, out of git's objects or from the folder on the disk, loaded with the one loader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from answerable.load.record import load
from answerable.load.snapshot import Snapshot, from_file, from_folder, from_git
from answerable.load.sources import Sources
from answerable.model.portal import Portal
from answerable.problem import CallError, ContentError, Problem

SITE = "site.yaml"
WORKING_TREE = "the working tree"


@dataclass(frozen=True, slots=True)
class Revision:
    """A portal as it was at one point of its history."""

    name: str
    """As the person called it: `v1`, `HEAD~3`; for the folder on the disk, `the working tree`."""
    portal: Portal
    files: Snapshot
    """The files it was loaded from, by their paths as the loader knows them."""

    def sources(self, around: Sources) -> Sources:
        """What a build of this revision is a function of, with what is around any record."""
        content = {path: data for path, data in self.files.items() if path != SITE}
        return replace(around, settings={SITE: self.files[SITE]}, content=content)


def pair(content: Path, old: str, new: str | None) -> tuple[Revision, Revision]:
    """Two revisions of the portal whose content folder this is; without `new`, the working tree.

    Raises ContentError with the problems of both, the revision's name before each path; CallError
    where there is no such repository, revision or folder in it.
    """
    revisions: list[Revision] = []
    problems: list[Problem] = []
    for revision in (old, new):
        try:
            revisions.append(_of_folder(content) if revision is None else _of_git(content, revision))
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return revisions[0], revisions[1]


def _of_folder(content: Path) -> Revision:
    files, wrong = from_folder(content, where=f"{content.name}/")
    return _loaded(WORKING_TREE, "", from_file(content.parent / SITE, where=SITE), files, wrong)


def _of_git(content: Path, revision: str) -> Revision:
    return _loaded(revision, f"{revision}:", *files_at(content, revision))


def files_at(content: Path, revision: str) -> tuple[Snapshot, Snapshot, list[Problem]]:
    """A portal's settings and content as one git revision has them, and what is wrong with its files.

    Raises CallError where there is no such repository, revision or folder in it.
    """
    here = content.resolve()
    root = next((folder for folder in here.parents if _is_repository(folder)), None)
    if root is None:
        raise CallError(f"{content} is in no git repository, so it has no revisions to compare.")
    portal = here.parent.relative_to(root).as_posix()
    before = "" if portal == "." else f"{portal}/"
    files, wrong = from_git(root, revision)
    inside = f"{before}{here.name}/"
    held = {path.removeprefix(before): data for path, data in files.items() if path.startswith(inside)}
    if not held:
        raise CallError(f'The revision "{revision}" holds no folder {inside.rstrip("/")}.')
    settings = {SITE: files[before + SITE]} if before + SITE in files else {}
    problems = [
        replace(problem, path=problem.path.removeprefix(before))
        for problem in wrong
        if problem.path.startswith(inside)
    ]
    return settings, held, problems


def _is_repository(folder: Path) -> bool:
    """Whether git keeps a history there: beside its files, or bare, with no files of it."""
    return (folder / ".git").exists() or ((folder / "HEAD").is_file() and (folder / "objects").is_dir())


def _loaded(
    name: str, before: str, settings: Snapshot, content: Snapshot, wrong: Iterable[Problem]
) -> Revision:
    """Load one revision; only what cannot be read stops it: what the checks think is told by `check`."""
    loaded = load(settings, content)
    problems = [*wrong, *loaded.problems]
    if problems or loaded.portal is None:
        raise ContentError(replace(problem, path=before + problem.path) for problem in problems)
    return Revision(name, loaded.portal, {**settings, **content})
