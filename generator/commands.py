"""The command line: what was called, what it does, what it says at the end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.problems import CallError, ContentError
from generator.publish.folder import publish
from generator.read.sources import Sources, gather
from generator.record import dates

PROGRAM = Path(__file__).resolve().parent.parent
Build = Callable[[Sources], dict[str, bytes]]

ABOUT = """Make a public accountability portal from a folder of YAML and Markdown.

  build.py                  build the site in content/ into _site/
  build.py check            say what is wrong with the content, and write nothing
  build.py changes OLD      say what changed in meaning since a git revision
  build.py preview          serve the site on this machine, and rebuild it on every save
"""
END = """It ends with 0 when all is well, 1 when the content has problems (each is listed),
2 when the call itself is wrong. A build with problems writes nothing."""
COMMANDS = ("build", "check", "changes", "preview")


def main(words: list[str], build: Build) -> int:
    """Do what was called; give 0 well, 1 content with problems, 2 a wrong call."""
    if not words or (words[0] not in COMMANDS and words[0] not in ("-h", "--help")):
        words = ["build", *words]
    try:
        call = _parser().parse_args(words)
        done: int = call.run(call, build)
    except ContentError as error:
        return _tell(error)
    except CallError as error:
        print(error, file=sys.stderr)
        return 2
    return done


def _tell(error: ContentError) -> int:
    for problem in error.problems:
        print(problem, file=sys.stderr)
    count = len(error.problems)
    noun = "problem" if count == 1 else "problems"
    print(f"\n{count} {noun} in the content. Nothing was written; the last good site stays.", file=sys.stderr)
    return 1


def _build(call: argparse.Namespace, build: Build) -> int:
    files = build(_sources(call))
    report = publish(files, call.out)
    print(
        f"{report.total} files in {call.out}: {report.added} new, {report.changed} changed, "
        f"{report.removed} removed."
    )
    return 0


def _check(call: argparse.Namespace, build: Build) -> int:
    sources = _sources(call)
    build(sources)
    held = "" if sources.archive is not None else " Citations were not looked up: no --archive was given."
    print(f"The content has no problems.{held}")
    return 0


def _sources(call: argparse.Namespace) -> Sources:
    today: date = call.today or date.today()
    as_of: date = call.as_of or today
    if as_of > today:
        message = f"--as-of {as_of} is later than today, {today}. Nobody knows yet what will have happened."
        raise CallError(message)
    return gather(PROGRAM, call.content, today, as_of, call.private, call.archive)


def _day(text: str) -> date:
    try:
        when = dates.read(text)
    except dates.DateError:
        when = None
    if when is None or when.earliest is None or when.earliest != when.latest:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day. Write it like 2022-05-27.')
    return when.earliest


def _parser() -> argparse.ArgumentParser:
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("build.py", description=ABOUT, epilog=END, formatter_class=shape)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, run, help_ in (
        ("build", _build, "build the site"),
        ("check", _check, "say what is wrong with the content, and write nothing"),
    ):
        command = commands.add_parser(name, help=help_, description=help_[0].upper() + help_[1:] + ".")
        command.set_defaults(run=run)
        _add_options(command)
    return parser


def _add_options(command: argparse.ArgumentParser) -> None:
    folder = {"metavar": "DIR", "type": Path}
    command.add_argument("--content", default=Path("content"), help="the record; site.yaml stands beside it (content)", **folder)  # type: ignore[arg-type]
    command.add_argument("--out", default=Path("_site"), help="where the site goes (_site)", **folder)  # type: ignore[arg-type]
    command.add_argument("--today", metavar="DATE", type=_day, help="the day the site is made for (today)")
    command.add_argument("--as-of", metavar="DATE", type=_day, help="show what had happened by this day (today)")
    command.add_argument("--archive", help="held copies of the papers, to look up every citation", **folder)  # type: ignore[arg-type]
    command.add_argument("--private", help="drafts and embargoed records, in a folder of their own", **folder)  # type: ignore[arg-type]
    command.add_argument("--jobs", metavar="N", type=int, default=1, help="how many processes render pages (1)")
