"""The register of public addresses: one line for the first day of each, and one when it was taken back.

It only grows. What is not public has no line in it, so it may lie where everybody can read it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

NAME: Final = "register.csv"
"""The register's file, beside the folders of records."""
HEADER: Final = "day,address,state"
"""Its first line."""
State = Literal["public", "withdrawn", "erased"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: from this day on the address has been public, or its record has been taken back."""

    day: date
    address: str
    """Of a record, or of a part of one: `reviews/2022-05-12/1#a`."""
    state: State
    number: int = field(default=0, compare=False)
    """Where it stands in the file, counted from 1; 0 for a line not yet written."""

    def __str__(self) -> str:
        """Give the line as it is written."""
        return f"{self.day.isoformat()},{self.address},{self.state}"
