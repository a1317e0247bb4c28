"""The commands: what each does with a call, and what it says at the end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generator.arguments import parser
from generator.compare.beside import in_html
from generator.compare.brief import brief
from generator.compare.changes import compare
from generator.compare.gate import judge, problems
from generator.compare.report import in_json, in_markdown, in_text
from generator.compare.revision import pair
from generator.problems import Built, CallError, ContentError, Problem
from generator.publish import search
from generator.publish.folder import publish
from generator.publish.register import register
from generator.read.sources import Folders, Sources, around, gather

PROGRAM = Path(__file__).resolve().parent.parent
Build = Callable[[Sources, int], Built]
FORMS: Final = MappingProxyType(
    {"text": in_text, "markdown": in_markdown, "html": in_html, "json": in_json}
)
"""How the changes between two revisions can be written."""
NO_SEARCH = 'Left out: the search box. It needs Pagefind; to have it: pip install "pagefind[bin]"'


def main(words: list[str], build: Build) -> int:
    """Do what was called; give 0 well, 1 content with problems, 2 a wrong call."""
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words = ["build", *words]
    call = parser().parse_args(words)
    try:
        return RUN[call.command](call, build)
    except ContentError as error:
        return _tell(error, call.ending)
    except CallError as error:
        print(error, file=sys.stderr)
        return 2


def _tell(error: ContentError, ending: str) -> int:
    wrong = tuple(problem for problem in error.problems if problem.level == "error")
    warnings = tuple(problem for problem in error.problems if problem.level == "warning")
    _list((*wrong, *warnings))
    noun = "problem" if len(wrong) == 1 else "problems"
    print(f"\n{len(wrong)} {noun} in the content. {ending}{_count(warnings)}", file=sys.stderr)
    return 1


def _list(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _count(warnings: tuple[Problem, ...]) -> str:
    """Give how many warnings there are, as a sentence to put behind another; nothing if there are none."""
    noun = "warning" if len(warnings) == 1 else "warnings"
    return f" {len(warnings)} {noun}." if warnings else ""


def _build(call: argparse.Namespace, build: Build) -> int:
    program = search.program()
    sources = replace(_sources(call, publishing=True), search=program is not None)
    built = build(sources, call.jobs)
    found = search.index(built.files, program, search.kept(call.out)) if program else {}
    done = publish({**built.files, **found}, call.out)
    _list(built.warnings)
    print(
        f"{done.total} files in {call.out}: {done.added} new, {done.changed} changed, "
        f"{done.removed} removed.{_count(built.warnings)}"
    )
    if not program:
        print(NO_SEARCH)
    return 0


def _check(call: argparse.Namespace, build: Build) -> int:
    sources = _sources(call, publishing=True)
    built = build(sources, call.jobs)
    if call.against:
        old, new = pair(call.content, call.against, None)
        judged = judge(old.portal, new.portal, compare(old.portal, new.portal), sources.today)
        if silent := tuple(problems(old.portal, new.portal, judged)):
            raise ContentError((*silent, *built.warnings))
    _list(built.warnings)
    held = "" if sources.archive is not None else " Citations were not looked up: no --archive was given."
    print(f"The content has no problems.{_count(built.warnings)}{held}")
    return 0


def _changes(call: argparse.Namespace, build: Build) -> int:
    old, new = pair(call.content, call.old, call.new)
    today = _today(call)
    print(FORMS[call.form](brief(old, new, around(PROGRAM, call.archive, today, today), build)), end="")
    return 0


def _register(call: argparse.Namespace, _build: Build) -> int:
    grew = register(_sources(call), call.content)
    if grew.launched:
        lines = "1 line was" if grew.added == 1 else f"{grew.added} lines were"
        print(f"{lines} added to the register, which has {grew.total}.")
    else:
        print("Nothing was added to the register: the portal is not launched, so nothing is public yet.")
    return 0


def _preview(call: argparse.Namespace, build: Build) -> int:
    from generator.preview import serve  # noqa: PLC0415  (a build needs neither livereload nor tornado)

    serve(lambda: _sources(call), lambda sources: build(sources, 1), call.port)
    return 0


def _today(call: argparse.Namespace) -> date:
    today: date = call.today or date.today()
    return today


def _sources(call: argparse.Namespace, *, publishing: bool = False) -> Sources:
    today = _today(call)
    as_of: date = call.as_of or today
    if as_of > today:
        message = f"--as-of {as_of} is later than today, {today}. Nobody knows yet what will have happened."
        raise CallError(message)
    folders = Folders(PROGRAM, call.content, call.private, call.archive)
    return gather(folders, today, as_of, publishing=publishing)


RUN: Final = MappingProxyType(
    {"build": _build, "check": _check, "changes": _changes, "register": _register, "preview": _preview}
)
