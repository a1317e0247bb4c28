"""A file of the record, written: a new one, or one in the place of another, and none by half."""

from __future__ import annotations

import os
from pathlib import Path

from answerable.problem import CallError


def write_new(file: Path, text: str) -> None:
    """The new file is written whole; raises CallError where there is one, or where it cannot be written."""
    try:
        if not file.parent.is_dir():
            file.parent.mkdir(parents=True)
        with file.open("xb") as new:
            new.write(text.encode())
    except OSError as error:
        if file.exists():
            message = f"There is {file} already. Nothing was written over it; choose another name."
            raise CallError(message) from error
        raise CallError(f"{file} cannot be written: {error.strerror}.") from error


def replace_file(file: Path, data: bytes) -> None:
    """The whole file is put in its place in one step; a run that is killed leaves the old one.

    What a killed run leaves beside it is named as editors' leavings are, and is passed over. Raises
    CallError.
    """
    beside = file.with_name(f"{file.name}.tmp")
    try:
        with beside.open("wb") as new:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        beside.replace(file)
    except OSError as error:
        raise CallError(f"{file} cannot be written: {error.strerror}.") from error
