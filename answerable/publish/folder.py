"""The folder a site goes into: written beside it, then put in its place in one step.

A build that fails or is killed leaves the folder as it was.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from answerable.load.snapshot import from_folder
from answerable.problem import CallError

MARK = ".answerable"
"""The file by which we know a folder as ours, so that nobody's own folder is ever replaced."""
_ABOUT = b"A site made by Answerable; the next build replaces it.\n"
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2
_HERE = -100  # AT_FDCWD


@dataclass(frozen=True, slots=True)
class Report:
    """What publishing did, counted in files."""

    total: int
    changed: int
    added: int
    removed: int


def publish(files: Mapping[str, bytes], out: Path) -> Report:
    """Report on a site put in a folder; raises CallError where the folder is somebody else's."""
    _refuse_strangers(out)
    before = _held(out)
    stage = Path(tempfile.mkdtemp(prefix=f"{out.name}.", dir=_parent(out)))
    try:
        if before != files:
            _write(files, stage, {name: out / name for name in files if before.get(name) == files[name]})
            _swap(stage, out)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return Report(
        total=len(files),
        changed=sum(1 for name, data in files.items() if name in before and before[name] != data),
        added=sum(1 for name in files if name not in before),
        removed=sum(1 for name in before if name not in files),
    )


def _parent(out: Path) -> Path:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CallError(f"{out} cannot be made: {error.strerror}. Name another folder with --out.") from error
    return out.parent


def _refuse_strangers(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir() or (any(out.iterdir()) and not (out / MARK).is_file()):
        raise CallError(
            f"{out} holds something else. Name a folder that is empty or was made by this program."
        )


def _held(out: Path) -> dict[str, bytes]:
    """The files of the site that is there, to count what changed."""
    files, _ = from_folder(out, where="") if out.is_dir() else ({}, [])
    return {name: data for name, data in files.items() if name != MARK}


def _write(files: Mapping[str, bytes], stage: Path, same: Mapping[str, Path]) -> None:
    """Write every file where everybody may read it, whatever the umask.

    A file that is the `same` as in the last site is linked, not written again: nobody changes it in place.
    """
    before = os.umask(0o022)
    try:
        stage.chmod(0o755)
        for folder in sorted({name.rpartition("/")[0] for name in files}):
            (stage / folder).mkdir(parents=True, exist_ok=True)
        for name, data in {**files, MARK: _ABOUT}.items():
            if name in same and _linked(same[name], stage / name):
                continue
            with (stage / name).open("wb") as file:
                file.write(data)
    finally:
        os.umask(before)


def _linked(old: Path, new: Path) -> bool:
    try:
        new.hardlink_to(old)
    except OSError:  # another file system, or one that knows no links
        return False
    return True


def _swap(stage: Path, out: Path) -> None:
    """Exchange both folders in one step where the system can; else the old one steps aside for a moment."""
    if not out.exists():
        stage.rename(out)
    elif not _exchange(stage, out):
        aside = stage.with_name(stage.name + ".old")
        out.rename(aside)
        stage.rename(out)
        aside.rename(stage)


def _exchange(one: Path, other: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done: int = renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return done == 0
