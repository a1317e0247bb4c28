"""Snapshot: every file of a folder or of a revision, as path → bytes. The only place that reads."""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from collections.abc import Mapping
from fnmatch import translate
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from answerable.load.text import faults
from answerable.problem import CallError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

Snapshot: TypeAlias = Mapping[str, bytes]
"""Path from the portal's own folder, with forward slashes → the file's bytes."""

LITTER = ("*~", "*.sw?", ".#*", "#*#", "4913", "*.tmp", "*.bak", "*.orig", "~$*", ".DS_Store", "Thumbs.db")
"""Left behind by editors and desktops; nobody means these as content."""
GITS_OWN = frozenset([".git", ".gitignore", ".gitattributes", ".gitkeep"])

_LITTER = re.compile("|".join(map(translate, LITTER)))
_POINTER = b"version https://git-lfs"
_NOT_ON_WINDOWS = frozenset('<>:"|?*\\')
_PORTS = {port + number for port in ("com", "lpt") for number in "0123456789"}
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | _PORTS)
_LONGEST_NAME = 120
_FILE, _PROGRAM, _LINK = "100644", "100755", "120000"
_CONTENT = "content/"

_LINKED = ("This is a link, not a file.", "Put the file itself here.")
_RUNNABLE = ("The file is marked as a program.", "Take the mark off with: git update-index --chmod=-x.")
_NESTED = ("This is another repository, not a file.", "Put its files here.")
_ELSEWHERE = ("This is a pointer to a large file kept elsewhere.", "Fetch it with: git lfs pull.")
_NO_FILE = ("This is neither a file nor a folder.", "Take it away.")


def from_folder(folder: Path, *, where: str) -> tuple[dict[str, bytes], list[Problem]]:
    """Files beneath a folder, in the order of their paths, and what is wrong; `where` goes before each path.

    What editors leave behind and what belongs to git is passed over; whatever else is no plain file
    with a plain name is a problem. A folder that is not there is a `CallError`.
    """
    if not folder.is_dir():
        raise CallError(f"There is no folder {folder}.")
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    _read_folder(os.fspath(folder), where, files, problems)
    return _checked(files, problems)


def from_file(file: Path, *, where: str) -> dict[str, bytes]:
    """The one file under the name `where`; one that is not there is a `CallError`."""
    if not file.is_file():
        raise CallError(f"There is no file {file}.")
    return {where: file.read_bytes()}


def _read_folder(folder: str, where: str, files: dict[str, bytes], problems: list[Problem]) -> None:
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                _read_entry(entry, where + entry.name, files, problems)
    except OSError as error:
        problems.append(_unreadable(where, error))


def _read_entry(entry: os.DirEntry[str], path: str, files: dict[str, bytes], problems: list[Problem]) -> None:
    is_folder = entry.is_dir(follow_symlinks=False)
    if entry.name in GITS_OWN or (not is_folder and _is_litter(entry.name)):
        return
    problems.extend(_problem(path, *message) for message in _odd(entry.name))
    if entry.is_symlink():
        problems.append(_problem(path, *_LINKED))
    elif is_folder:
        _read_folder(entry.path, f"{path}/", files, problems)
    elif not entry.is_file(follow_symlinks=False):
        problems.append(_problem(path, *_NO_FILE))
    else:
        try:
            files[path] = Path(entry.path).read_bytes()
        except OSError as error:
            problems.append(_unreadable(path, error))


def from_git(repository: Path, revision: str) -> tuple[dict[str, bytes], list[Problem]]:
    """Files of one revision, out of git's objects without a checkout, and what is wrong.

    Beneath `content/` the rules are those of `from_folder`; elsewhere names that begin with a full
    stop are passed over. A revision or a repository that is not there is a `CallError`.
    """
    tree = _tree(repository, revision)
    wanted: dict[str, str] = {}
    problems: list[Problem] = []
    for mode, name, path in tree:
        parts = path.split("/")
        inside = path.startswith(_CONTENT)
        if GITS_OWN.intersection(parts) or _is_litter(parts[-1]):
            continue
        if not inside and any(part.startswith(".") for part in parts):
            continue
        problems.extend(_problem(path, *message) for part in parts for message in _odd(part))
        if mode == _LINK:
            problems.append(_problem(path, *_LINKED))
        elif mode == _FILE or (mode == _PROGRAM and not inside):
            wanted[path] = name
        elif mode == _PROGRAM:
            problems.append(_problem(path, *_RUNNABLE))
        else:
            problems.append(_problem(path, *_NESTED))
    blobs = _blobs(repository, sorted(set(wanted.values())))
    return _checked({path: blobs[name] for path, name in wanted.items()}, problems)


def _tree(repository: Path, revision: str) -> Iterator[tuple[str, str, str]]:
    """Mode, object's name and path of each file of a revision."""
    if not repository.is_dir():
        raise CallError(f"There is no folder {repository}.")
    wanted = f"{revision}^{{commit}}"
    commit = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    if commit.returncode != 0:
        if message := commit.stderr.decode("utf-8", "replace").strip():
            raise CallError(f"Git cannot read {repository}: {message.splitlines()[0]}")
        shallow = _git(repository, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        advice = (
            "This clone holds only part of the history; run: git fetch --unshallow"
            if shallow
            else ("See the revisions there are with: git log --oneline --all")
        )
        raise CallError(f'There is no revision "{revision}" in {repository}. {advice}')
    listed = _git(repository, "ls-tree", "-r", "-z", "--full-tree", commit.stdout.decode().strip())
    if listed.returncode != 0:
        raise CallError(f'Git holds the revision "{revision}" only in part. Clone {repository} again, whole.')
    for line in listed.stdout.split(b"\0")[:-1]:
        about, _, path = line.partition(b"\t")
        mode, _, name = about.decode().split(" ")
        yield mode, name, os.fsdecode(path)


def _blobs(repository: Path, names: list[str]) -> dict[str, bytes]:
    """The bytes of each object."""
    asked = "".join(f"{name}\n" for name in names).encode()
    output = _git(repository, "cat-file", "--batch", given=asked).stdout
    blobs: dict[str, bytes] = {}
    start = 0
    for name in names:
        end = output.find(b"\n", start)
        header = output[start:end].split(b" ")
        if end < 0 or len(header) != 3:
            raise CallError(f"Git does not hold the object {name}. Clone {repository} again, whole.")
        start = end + 1 + int(header[2])
        blobs[name] = output[end + 1 : start]
        start += 1
    return blobs


def _git(repository: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    call = ["git", "--no-pager", "--no-replace-objects", "-C", os.fspath(repository), *words]
    try:
        return subprocess.run(call, input=given, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise CallError("Git is not installed; it is needed to read a revision.") from error


def _is_litter(name: str) -> bool:
    return _LITTER.match(name) is not None


def _odd(name: str) -> Iterator[tuple[str, str]]:
    """Faults of names that other systems cannot hold, or that look like something they are not."""
    for _, message, _ in faults(name):
        yield f"In the name: {message}", "Rename it."
    if name[0] in ".- " or name[-1] in ". ":
        yield (
            "The name begins or ends with a sign that hides or confuses it.",
            "Let it begin with a letter or a digit, and end with its ending.",
        )
    if bad := sorted(_NOT_ON_WINDOWS.intersection(name)):
        yield f"The name holds {' '.join(bad)}, which Windows refuses.", "Rename it."
    if name.casefold().partition(".")[0] in _DEVICES:
        yield "Windows keeps this name for a device.", "Rename it."
    if len(name) > _LONGEST_NAME:
        yield f"The name is longer than {_LONGEST_NAME} characters.", "Shorten it."


def _checked(files: dict[str, bytes], problems: list[Problem]) -> tuple[dict[str, bytes], list[Problem]]:
    """The files in the order of their paths; refuse pointers and names that only capitals tell apart."""
    seen: dict[str, str] = {}
    for path in sorted(files):
        if files[path].startswith(_POINTER):
            problems.append(_problem(path, *_ELSEWHERE))
        parts = path.split("/")
        for end in range(1, len(parts) + 1):
            part = "/".join(parts[:end])
            first = seen.setdefault(unicodedata.normalize("NFC", part).casefold(), part)
            if first != part:
                message = f'Only capitals or accents tell this name from "{_printable(first)}".'
                problems.append(_problem(part, message, "Rename one of the two."))
    return dict(sorted(files.items())), sorted(set(problems))


def _problem(path: str, message: str, hint: str) -> Problem:
    return Problem(_printable(path), 1, 1, message, hint)


def _unreadable(path: str, error: OSError) -> Problem:
    return _problem(path, f"This cannot be read: {error.strerror}.", "Give yourself the right to read it.")


def _printable(path: str) -> str:
    """A path whose every character can be seen and printed."""
    signs = unicodedata.normalize("NFC", path)
    return "".join(sign if sign.isprintable() else f"⟨U+{ord(sign):04X}⟩" for sign in signs)
