"""The brief as text for a terminal, as Markdown for a merge request, and as JSON; and a check as Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict

from answerable.diff.gate import Judged
from answerable.diff.summary import Brief, counted, told
from answerable.problem import Problem

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&@])")


def in_text(brief: Brief) -> str:
    """The whole brief as plain text, grouped by record; it ends with a line feed."""
    lines = [words for words in (brief.first, brief.verdict) if words]
    for place in brief.places:
        lines += ["", place.heading, *(f"  {_line(one)}" for one in place.judged)]
    if brief.in_form:
        lines += ["", brief.in_form]
    for heading, sentences in brief.sections:
        lines += ["", heading, *(f"  {sentence}" for sentence in sentences)]
    return "\n".join(lines) + "\n"


def in_markdown(brief: Brief) -> str:
    """The whole brief as Markdown in which no word of the record can become markup."""
    lines = [f"**{_plain(f'{brief.first} {brief.verdict}'.strip())}**"]
    for place in brief.places:
        lines += ["", f"### {_plain(place.heading)}", ""]
        lines += [f"- {_plain(_line(one))}" for one in place.judged]
    if brief.in_form:
        lines += ["", _plain(brief.in_form)]
    for heading, sentences in brief.sections:
        lines += ["", f"### {heading}", "", *(f"- {_plain(sentence)}" for sentence in sentences)]
    return "\n".join(lines) + "\n"


def in_json(brief: Brief) -> str:
    """The whole brief as JSON; `docs/reviewing.md` says what each field holds."""
    effect = brief.effect
    whole = {
        "old": brief.old,
        "new": brief.new,
        "cosmetic": not brief.places,
        "changes": [_as_data(one) for one in brief.judged],
        "in_form_only": brief.form,
        "site": [asdict(files) for files in effect.sorts] if effect.built else None,
        "found": [_problem(one) for one in effect.found],
        "mended": [_problem(one) for one in effect.mended],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def checked(problems: Sequence[Problem]) -> str:
    """What a check found as Markdown: a sentence, then a line for each problem and each warning."""
    wrong = [problem for problem in problems if problem.level == "error"]
    warnings = [problem for problem in problems if problem.level == "warning"]
    many = counted(len(wrong), "problem") if wrong else "no problems"
    lines = [f"**The content has {many}.**"]
    for title, some in (("To put right", wrong), ("Warnings; they stop nothing", warnings)):
        if some:
            lines += ["", f"### {title}", "", *map(_found, some)]
    return "\n".join(lines) + "\n"


def _found(problem: Problem) -> str:
    said = f"{problem.message} {problem.hint}".strip()
    return f"- **{_plain(problem.path)}**, line {problem.line}: {_plain(' '.join(said.split()))}"


def _as_data(one: Judged) -> dict[str, object]:
    change = one.change
    return {
        "kind": change.kind.value,
        "address": change.address,
        "field": change.field,
        "was": change.was,
        "now": change.now,
        "sentence": change.sentence,
        "substantive": one.substantive,
        "note": one.note or None,
    }


def _problem(one: Problem) -> dict[str, object]:
    return asdict(one)


def _line(one: Judged) -> str:
    return f"{one.change.sentence} [{told(one)}]" if one.substantive else one.change.sentence


def _plain(words: str) -> str:
    """Words in which Markdown sees no mark of its own, and a host no mention of a person."""
    return _MARKS.sub(r"\\\1", words)
