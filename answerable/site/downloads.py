"""Downloads: each file to take away with what it holds, its size and its hash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from answerable.export.datapackage import GUARDED
from answerable.export.downloads import FOLDER, Download, Sort
from answerable.export.jsonld import Ld
from answerable.i18n import gettext, localized_number, ngettext, sentences
from answerable.site.context import Context

GROUPS: Final[tuple[tuple[Sort, str, str], ...]] = (
    ("whole", gettext("Everything in one file"), gettext("Both hold the whole public record.")),
    ("table", gettext("Tables"), sentences(gettext("For spreadsheets."), GUARDED)),
)
TYPES: Final = {"json": "application/json", "csv": "text/csv", "sqlite": "application/vnd.sqlite3"}


@dataclass(frozen=True, slots=True)
class File:
    """A file to take away, as shown."""

    name: str
    href: str
    about: str
    holds: str
    """How much it holds and its size: `114 rows, 31,591 bytes`."""
    type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Group:
    """Files of one sort under a heading."""

    id: str
    title: str
    about: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Downloads:
    """Everything to take away, and the same in schema.org's words."""

    groups: tuple[Group, ...]
    ld: Ld


def takeaway(ctx: Context, downloads: Sequence[Download]) -> Downloads:
    """Files to take away, in the order of GROUPS."""
    groups = tuple(
        Group(sort, title, about, tuple(_file(one) for one in downloads if one.sort == sort))
        for sort, title, about in GROUPS
    )
    files = [(file.href, file.type, file.sha256) for group in groups for file in group.files]
    return Downloads(groups, ctx.dataset(files, FOLDER))


def _file(download: Download) -> File:
    name = download.path.rpartition("/")[2]
    size = ngettext(
        "%(size)s byte", "%(size)s bytes", len(download.data), size=localized_number(len(download.data))
    )
    holds = gettext("%(counted)s, %(size)s", counted=download.counted, size=size)
    kind = TYPES[name.rpartition(".")[2]]
    return File(name, download.path, download.about, holds, kind, sha256(download.data).hexdigest())
