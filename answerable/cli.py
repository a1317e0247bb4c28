"""The commands: what each does with a call, and what it says at the end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from answerable.cli_arguments import parser
from answerable.diff.changes import compare
from answerable.diff.gate import judge, problems
from answerable.diff.report import checked, in_json, in_markdown, in_text
from answerable.diff.revision import files_at, pair
from answerable.diff.summary import brief
from answerable.edit import sets as adding
from answerable.edit.new import Talk
from answerable.load.sources import Folders, Sources, around, gather, stamp
from answerable.problem import Built, CallError, ContentError, Problem
from answerable.publish import search_index as search
from answerable.publish.folder import publish
from answerable.publish.formatted import put_in_form
from answerable.publish.register import register
from answerable.publish.takedown import only_takedowns
from answerable.publish.write import write_new
from answerable.site.offline import without_server

PROGRAM = Path(__file__).resolve().parent.parent
Build = Callable[[Sources], Built]
FORMS: Final = MappingProxyType({"text": in_text, "markdown": in_markdown, "json": in_json})
"""How the changes between two revisions can be written."""
NO_SEARCH = 'Left out: the search box. It needs Pagefind; to have it: pip install "pagefind[bin]"'

NOT_LOOKED_UP = "Citations were not looked up: no --archive was given."


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
    program = None if call.without_server else search.program()
    sources = replace(_sources(call, publishing=True), search=program is not None)
    left: tuple[Problem, ...] = ()
    if call.only_takedowns:
        taken = only_takedowns(sources, files_at(call.content, call.only_takedowns))
        sources, left = taken.sources, taken.left
        print(f"Nothing is new since {call.only_takedowns} but: {', '.join(taken.addresses)}.")
    built = build(sources)
    found = search.index(built.files, program, search.kept(call.out)) if program else {}
    files = without_server(built.files) if call.without_server else built.files
    done = publish({**files, **found}, call.out)
    _list(built.warnings)
    print(
        f"{done.total} files in {call.out}: {done.added} new, {done.changed} changed, "
        f"{done.removed} removed.{_count(built.warnings)}"
    )
    if not program and not call.without_server:
        print(NO_SEARCH)
    if left:
        print("\nNot published, because these files cannot be read:", file=sys.stderr)
        _list(left)
    return 1 if left else 0


def _check(call: argparse.Namespace, build: Build) -> int:
    sources = _sources(call, publishing=True)
    try:
        found = build(sources).warnings
        if call.against:
            found = (*_untold(call, sources.today), *found)
    except ContentError as error:
        found = error.problems
    wrong = any(problem.level == "error" for problem in found)
    held = "" if sources.archive is not None else NOT_LOOKED_UP
    if call.markdown:
        print(checked(found) + (f"\n{held}\n" if held else ""), end="")
    elif wrong:
        raise ContentError(found)
    else:
        _list(found)
        print(f"The content has no problems.{_count(found)} {held}".rstrip())
    return 1 if wrong else 0


def _untold(call: argparse.Namespace, today: date) -> Iterator[Problem]:
    """What is substantive since a revision, and told by no public note."""
    old, new = pair(call.content, call.against, None)
    judged = judge(old.portal, new.portal, compare(old.portal, new.portal), today)
    return problems(old.portal, new.portal, judged)


def _changes(call: argparse.Namespace, build: Build) -> int:
    old, new = pair(call.content, call.old, call.new)
    today = _today(call)
    print(FORMS[call.form](brief(old, new, around(PROGRAM, call.archive, today, today), build)), end="")
    return 0


def _format(call: argparse.Namespace, _build: Build) -> int:
    done = put_in_form(call.content, call.private, call.files, only_look=call.check)
    noun = "file" if done.total == 1 else "files"
    if done.written:
        print(f"{done.written} of {done.total} {noun} written in the one form. Nothing they say has changed.")
    else:
        print(f"Nothing to write: {done.total} {noun} looked at, all in the one form.")
    return 0


def _register(call: argparse.Namespace, _build: Build) -> int:
    grew = register(_sources(call), call.content)
    if grew.launched:
        lines = "1 line was" if grew.added == 1 else f"{grew.added} lines were"
        print(f"{lines} added to the register, which has {grew.total}.")
    else:
        print("Nothing was added to the register: the portal is not launched, so nothing is public yet.")
    return 0


def _new(call: argparse.Namespace, _build: Build) -> int:
    sources = _sources(call)
    drafts = call.private.name if call.private else ""
    try:
        made = adding.new(sources, call.kind, Talk(_ask, print), drafts)
    except (EOFError, KeyboardInterrupt, OSError) as error:
        print()
        raise CallError("The questions ended before the last answer. Nothing was written.") from error
    file: Path = (call.private or call.content) / made.file
    write_new(file, made.text)
    for line in adding.after(made, str(file)):
        print(line)
    return 0


def _ask(question: str) -> str:
    return input(f"\n{question}\n> " if question else "> ")


def _preview(call: argparse.Namespace, _build: Build) -> int:
    from answerable.preview import serve

    serve(lambda: _sources(call), lambda: stamp(_folders(call)), call.port)
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
    return gather(_folders(call), today, as_of, publishing=publishing)


def _folders(call: argparse.Namespace) -> Folders:
    return Folders(PROGRAM, call.content, call.private, call.archive)


RUN: Final = MappingProxyType(
    {
        "build": _build,
        "check": _check,
        "changes": _changes,
        "format": _format,
        "new": _new,
        "register": _register,
        "preview": _preview,
    }
)
