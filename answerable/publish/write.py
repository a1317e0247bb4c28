"""A new record's file: written whole, and never over another."""

from __future__ import annotations

from pathlib import Path

from answerable.problem import CallError


def write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet; raise CallError where one is, or where it cannot be written."""
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
