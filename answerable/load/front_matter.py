"""A record with prose: a header of fields between two lines of `---`, then the words."""

from __future__ import annotations

from answerable.problem import Problem

FENCE = "---"


def split(text: str, path: str) -> tuple[str, int, str, int, list[Problem]]:
    """Give the header, the line it begins on, the prose, the line that begins on, and what is wrong.

    Lines are counted from 1 in the whole file. Without a proper header both texts are empty.
    """
    first, _, rest = text.partition("\n")
    if first.rstrip(" ") != FENCE:
        hint = 'Put its fields between two lines "---", and the words below.'
        return "", 1, "", 1, [Problem(path, 1, 1, 'The file does not begin with a line "---".', hint)]
    lines = rest.split("\n")
    end = next((number for number, line in enumerate(lines) if line.rstrip(" ") == FENCE), None)
    if end is None:
        last = len(lines) + (lines[-1] != "")
        hint = 'Put a line "---" between the fields and the words.'
        return "", 2, "", 2, [Problem(path, last, 1, 'No line "---" ends the fields.', hint)]
    return "\n".join(lines[:end]) + "\n", 2, "\n".join(lines[end + 1 :]), end + 3, []
