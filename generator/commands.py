"""The command line: what was called, what it does, what it says at the end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from generator.compare import report
from generator.compare.changes import compare
from generator.compare.revision import pair
from generator.problems import Built, CallError, ContentError, Problem
from generator.publish import search
from generator.publish.folder import publish
from generator.publish.register import register
from generator.read.sources import Folders, Sources, gather
from generator.record import dates

PROGRAM = Path(__file__).resolve().parent.parent
PORT = 5500
"""Where a preview listens."""
Build = Callable[[Sources, int], Built]

ABOUT = """Make a public accountability portal from a folder of YAML and Markdown.

  build.py                    build the site in content/ into _site/
  build.py check              say what is wrong with the content, and write nothing
  build.py changes OLD [NEW]  say what changed in meaning between two git revisions
  build.py register           add what is public today to the register of public addresses
  build.py preview            show the site on this machine, and again after every save

To see what a command can be told:  build.py check --help
"""
END = """It ends with 0 when all is well, 1 when the content has problems (each is listed, with
the file, the line and what to do), 2 when the call itself is wrong. Warnings are listed too;
they stop nothing.
A build with problems writes nothing: the last good site stays as it is."""

BUILD = """Build the site of a content folder.

Everything is read and checked first. When anything is wrong, every problem is listed
and nothing is written. When all is well, the new site takes the old one's place in one step."""
CHECK = """Say what is wrong with the content, and write nothing.

It does all that a build does, except for writing the site. With --archive it also looks up
every citation: its words must stand exactly once in the place it names."""
CHANGES = """Say what changed in meaning between two revisions of the content.

  build.py changes HEAD        what you have changed and not yet committed
  build.py changes v1 v2       what changed from one revision to another

Standings and dates that moved, words that were altered, citations and links that came or
went: each in a sentence, grouped by record. Comments, the order of fields and where lines
end are no change in meaning; files that differ only in these are counted at the end."""
REGISTER = """Add what is public today, and not yet there, to the register of public addresses.

The register is the file register.csv in the content folder. It keeps the first day of each public
address, so that none is lost and none is used again. Lines are added at its end; nothing that
stands in it is changed. A portal that is launched is built only when its register is complete."""
PREVIEW = """Show the site in a browser on this machine, and show it again after every save.

Open the address that it prints. When the content has a mistake, the browser shows what is
wrong and where, until it is put right. Nothing is written, and no other machine can see it.
Press Ctrl and C to end it."""

NOT_WRITTEN = "Nothing was written; the last good site stays."
NOT_ADDED = "The register stays as it was."
NO_SEARCH = 'Left out: the search box. It needs Pagefind; to have it: pip install "pagefind[bin]"'
NOT_COMPARED = "What cannot be read cannot be compared."


def main(words: list[str], build: Build) -> int:
    """Do what was called; give 0 well, 1 content with problems, 2 a wrong call."""
    parser = _parser()
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words = ["build", *words]
    call = parser.parse_args(words)
    try:
        done: int = call.run(call, build)
    except ContentError as error:
        return _tell(error, call.ending)
    except CallError as error:
        print(error, file=sys.stderr)
        return 2
    return done


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
    _list(built.warnings)
    held = "" if sources.archive is not None else " Citations were not looked up: no --archive was given."
    print(f"The content has no problems.{_count(built.warnings)}{held}")
    return 0


def _changes(call: argparse.Namespace, _build: Build) -> int:
    old, new = pair(call.content, call.old, call.new)
    write = report.in_markdown if call.markdown else report.in_text
    print(write(old, new, compare(old.portal, new.portal)), end="")
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


def _sources(call: argparse.Namespace, *, publishing: bool = False) -> Sources:
    today: date = call.today or date.today()
    as_of: date = call.as_of or today
    if as_of > today:
        message = f"--as-of {as_of} is later than today, {today}. Nobody knows yet what will have happened."
        raise CallError(message)
    folders = Folders(PROGRAM, call.content, call.private, call.archive)
    return gather(folders, today, as_of, publishing=publishing)


def _day(text: str) -> date:
    try:
        when = dates.read(text)
    except dates.DateError:
        when = None
    if when is None or when.earliest is None or when.earliest != when.latest:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day. Write it like 2022-05-27.')
    return when.earliest


def _number(text: str) -> int:
    if not text.isdecimal() or not text.isascii():
        raise argparse.ArgumentTypeError(f'"{text}" is not a whole number.')
    return int(text)


def _parser() -> argparse.ArgumentParser:
    shape: Any = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "build.py", usage="build.py [COMMAND] [options]", description=ABOUT, epilog=END,
        formatter_class=shape, allow_abbrev=False,
    )  # fmt: skip
    commands = parser.add_subparsers(metavar="COMMAND", help=argparse.SUPPRESS, required=True)
    for name, command in COMMANDS.items():
        own = commands.add_parser(
            name, prog=f"build.py {name}", description=command.about,
            formatter_class=shape, allow_abbrev=False,
        )  # fmt: skip
        own.set_defaults(run=command.run, ending=command.ending)
        for add in command.options:
            add(own)
    return parser


def _add_content(command: argparse.ArgumentParser) -> None:
    about = "the record; its site.yaml stands beside this folder (content)"
    command.add_argument("--content", metavar="DIR", type=Path, default=Path("content"), help=about)


def _add_days(command: argparse.ArgumentParser) -> None:
    command.add_argument("--today", metavar="DATE", type=_day, help="the day the site is made for (today)")
    about = "show what had happened by this day (today)"
    command.add_argument("--as-of", metavar="DATE", type=_day, help=about)
    about = "held copies of the papers, to look up every citation"
    command.add_argument("--archive", metavar="DIR", type=Path, help=about)
    about = "drafts and embargoed records, in a folder of their own"
    command.add_argument("--private", metavar="DIR", type=Path, help=about)


def _add_build(command: argparse.ArgumentParser) -> None:
    _add_days(command)
    about = "how many processes render the pages; the site is the same (1)"
    command.add_argument("--jobs", metavar="N", type=_number, default=1, help=about)


def _add_out(command: argparse.ArgumentParser) -> None:
    about = "where the site goes (_site)"
    command.add_argument("--out", metavar="DIR", type=Path, default=Path("_site"), help=about)


def _add_revisions(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", metavar="OLD", help="a revision as git knows it: v1, HEAD, a branch")
    about = "the later revision; left out, the files as they are now"
    command.add_argument("new", metavar="NEW", nargs="?", help=about)
    command.add_argument("--markdown", action="store_true", help="write Markdown, for a merge request")


def _add_port(command: argparse.ArgumentParser) -> None:
    about = f"where to listen on this machine; 0 finds a free place ({PORT})"
    command.add_argument("--port", metavar="N", type=_number, default=PORT, help=about)


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it does, how its help explains it, what it says when content has problems."""

    run: Callable[[argparse.Namespace, Build], int]
    about: str
    ending: str
    options: tuple[Callable[[argparse.ArgumentParser], None], ...]


COMMANDS: Final = MappingProxyType(
    {
        "build": Command(_build, BUILD, NOT_WRITTEN, (_add_content, _add_out, _add_build)),
        "check": Command(_check, CHECK, NOT_WRITTEN, (_add_content, _add_out, _add_build)),
        "changes": Command(_changes, CHANGES, NOT_COMPARED, (_add_content, _add_revisions)),
        "register": Command(_register, REGISTER, NOT_ADDED, (_add_content, _add_days)),
        "preview": Command(_preview, PREVIEW, NOT_WRITTEN, (_add_content, _add_days, _add_port)),
    }
)
