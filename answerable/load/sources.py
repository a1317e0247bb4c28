"""Everything a build is a function of: files, and two days."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from answerable.load.snapshot import Snapshot, from_file, from_folder
from answerable.problem import Problem


@dataclass(frozen=True, slots=True)
class Sources:
    """The bytes a site is made of, each by its path, and the days it is made for."""

    settings: Snapshot
    content: Snapshot
    templates: dict[str, str]
    static: Snapshot
    today: date
    as_of: date
    private: Snapshot = field(default_factory=dict)
    archive: Snapshot | None = None
    """Held copies by file name; None when no archive was given."""
    languages: Snapshot = field(default_factory=dict)
    """Catalogues of what the pages say, by file name: `ur.mo`."""
    forms: Snapshot = field(default_factory=dict)
    """What new records are asked, by file name: `updates.md`."""
    publishing: bool = False
    """Whether the site is to be published: what a launched one makes public is then in the register."""
    search: bool = False
    """Whether an index will be made of the site, so that it may have a search box."""
    judged: frozenset[str] | None = None
    """Files of which alone the words must keep the rules, the rest being public already; None for all."""
    problems: tuple[Problem, ...] = ()
    """What was wrong with names and kinds of files."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the files are."""

    program: Path
    """Holds the templates, the static files, the languages and the forms."""
    content: Path
    """The record; `site.yaml` stands beside it."""
    private: Path | None = None
    """Drafts and embargoed records."""
    archive: Path | None = None
    """Held copies of the papers."""

    @property
    def places(self) -> tuple[Path, ...]:
        """Every folder and file that is read."""
        program = (self.program / name for name in ("templates", "static", "languages", "forms"))
        settings = self.content.parent / "site.yaml"
        return (*program, self.content, settings, *filter(None, (self.private, self.archive)))


def gather(folders: Folders, today: date, as_of: date, *, publishing: bool = False) -> Sources:
    """Sources of a build, each read once; raises CallError for a folder that is not there."""
    content, private = folders.content, folders.private
    files, wrong = from_folder(content, where=f"{content.name}/")
    hidden, wrong_hidden = from_folder(private, where=f"{private.name}/") if private else ({}, [])
    return replace(
        around(folders.program, folders.archive, today, as_of),
        settings=from_file(content.parent / "site.yaml", where="site.yaml"),
        content=files,
        private=hidden,
        publishing=publishing,
        problems=(*wrong, *wrong_hidden),
    )


def around(program: Path, archive: Path | None, today: date, as_of: date) -> Sources:
    """Sources that any record is built with, and no record: settings, content and private folder are empty.

    Raises CallError for a folder that is not there.
    """
    templates, _ = from_folder(program / "templates", where="")
    return Sources(
        settings={},
        content={},
        templates={name: data.decode() for name, data in templates.items()},
        static=from_folder(program / "static", where="")[0],
        today=today,
        as_of=as_of,
        archive=from_folder(archive, where="")[0] if archive else None,
        languages=from_folder(program / "languages", where="")[0],
        forms=from_folder(program / "forms", where="")[0],
    )
