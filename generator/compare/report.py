"""What changed, and what a check found, as text for a terminal or as Markdown for a merge request."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.compare.change import Change
from generator.compare.fields import FILES
from generator.compare.revision import SITE, Revision
from generator.problems import Problem
from generator.record.portal import Portal

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&@])")
NAMED = 5
"""So many files that differ in form only are named."""


def in_text(old: Revision, new: Revision, changes: Sequence[Change]) -> str:
    """Give the whole report as plain text, grouped by record; it ends with a line feed."""
    return _report(old, new, changes, markdown=False)


def in_markdown(old: Revision, new: Revision, changes: Sequence[Change]) -> str:
    """Give the whole report as Markdown in which no word of the record can become markup."""
    return _report(old, new, changes, markdown=True)


def checked(problems: Sequence[Problem]) -> str:
    """Give what a check found as Markdown: a sentence, then a line for each problem and each warning."""
    wrong = [problem for problem in problems if problem.level == "error"]
    warnings = [problem for problem in problems if problem.level == "warning"]
    many = _count(len(wrong), "problem") if wrong else "no problems"
    lines = [f"**The content has {many}.**"]
    for title, found in (("To put right", wrong), ("Warnings; they stop nothing", warnings)):
        if found:
            lines += ["", f"### {title}", "", *map(_line, found)]
    return "\n".join(lines) + "\n"


def _line(problem: Problem) -> str:
    said = f"{problem.message} {problem.hint}".strip()
    return f"- **{_plain(problem.path)}**, line {problem.line}: {_plain(' '.join(said.split()))}"


def form_only(old: Revision, new: Revision, changes: Sequence[Change]) -> tuple[str, ...]:
    """Give the paths of the files whose bytes differ and of whose record no change is told."""
    told = {change.record for change in changes}
    owners = {source.path: address for one in (old, new) for address, source in one.portal.sources.items()}
    differing = (path for path in sorted(old.files.keys() | new.files.keys())
                 if old.files.get(path) != new.files.get(path))
    return tuple(path for path in differing if owners.get(path, _beside(path)) not in told)


def _beside(path: str) -> str:
    """The address under which changes of a file that holds no record are told."""
    return path if path == SITE else path.rpartition("/")[2]


def _report(old: Revision, new: Revision, changes: Sequence[Change], *, markdown: bool) -> str:
    form = form_only(old, new, changes)
    if not changes:
        files = f"; {_differ(len(form))} in form" if form else ""
        return f"No change in meaning{files}.\n"
    records = dict.fromkeys(change.record for change in changes)
    many = f"{_count(len(changes), 'change')} in meaning in {_count(len(records), 'place')}"
    first = f"{many}, from {old.name} to {new.name}."
    lines = [f"**{_plain(first)}**" if markdown else first]
    for record in records:
        own = [change.sentence for change in changes if change.record == record]
        heading = _heading(old.portal, new.portal, record)
        lines += ["", f"### {_plain(heading)}", ""] if markdown else ["", heading]
        lines += [f"- {_plain(sentence)}" if markdown else f"  {sentence}" for sentence in own]
    if form:
        others = ", ".join(form[:NAMED]) + (", …" if len(form) > NAMED else "")
        told = f"{_differ(len(form))} in form only: {others}."
        lines += ["", _plain(told) if markdown else told]
    return "\n".join(lines) + "\n"


def _heading(old: Portal, new: Portal, address: str) -> str:
    record = new.records.get(address) or old.records.get(address)
    return f"{address} · {record.heading}" if record else f"{address} · {FILES.get(address, address)}"


def _differ(number: int) -> str:
    return "1 file differs" if number == 1 else f"{number} files differ"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _plain(words: str) -> str:
    """Words in which Markdown sees no mark of its own, and a host no mention of a person."""
    return _MARKS.sub(r"\\\1", words)
