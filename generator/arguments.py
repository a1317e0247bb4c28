"""What may be written after `build.py`: its commands and their options, and how each explains itself."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from generator.record import dates

PORT = 5500
"""Where a preview listens."""

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
every citation: its words must stand exactly once in the place it names.
With --against it also fails where a standing, a date, an owner, the wording of an ask, official
text, a measure or evidence differs from that revision, and no public note tells of it:
a new update, a new version of official words, a withdrawal, or a correction."""
CHANGES = """Say what changed in meaning between two revisions of the content.

  build.py changes HEAD        what you have changed and not yet committed
  build.py changes v1 v2       what changed from one revision to another

Standings and dates that moved, words that were altered, citations and links that came or
went: each in a sentence, grouped by record. Comments, the order of fields and where lines
end are no change in meaning; files that differ only in these are counted.
A substantive change says which public note tells of it, or that none does. Then: what it
does to the site, for which both revisions are built and nothing is written, and what the
checks find that they did not find before."""
REGISTER = """Add what is public today, and not yet there, to the register of public addresses.

The register is the file register.csv in the content folder. It keeps the first day of each public
address, so that none is lost and none is used again. Lines are added at its end; nothing that
stands in it is changed. A portal that is launched is built only when its register is complete."""
PREVIEW = """Show the site in a browser on this machine, and show it again after every save.

Open the address that it prints. When the content has a mistake, the browser shows what is
wrong and where, until it is put right. Nothing is written, and no other machine can see it.
Press Ctrl and C to end it."""

FORMS: Final = MappingProxyType(
    {
        "markdown": "write Markdown, for a merge request",
        "html": "write one HTML page, old and new side by side",
        "json": "write JSON, for programs",
    }
)
"""Other forms in which changes are written."""
NOT_WRITTEN = "Nothing was written; the last good site stays."
NOT_ADDED = "The register stays as it was."
NOT_COMPARED = "What cannot be read cannot be compared."


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


def parser() -> argparse.ArgumentParser:
    """Give what reads a call: `command`, what it says where content has problems, and its options."""
    shape: Any = argparse.RawDescriptionHelpFormatter
    whole = argparse.ArgumentParser(
        "build.py", usage="build.py [COMMAND] [options]", description=ABOUT, epilog=END,
        formatter_class=shape, allow_abbrev=False,
    )  # fmt: skip
    commands = whole.add_subparsers(metavar="COMMAND", help=argparse.SUPPRESS, required=True)
    for name, command in COMMANDS.items():
        own = commands.add_parser(
            name, prog=f"build.py {name}", description=command.about,
            formatter_class=shape, allow_abbrev=False,
        )  # fmt: skip
        own.set_defaults(command=name, ending=command.ending)
        for add in command.options:
            add(own)
    return whole


def _add_content(command: argparse.ArgumentParser) -> None:
    about = "the record; its site.yaml stands beside this folder (content)"
    command.add_argument("--content", metavar="DIR", type=Path, default=Path("content"), help=about)


def _add_days(command: argparse.ArgumentParser) -> None:
    _add_today(command)
    about = "show what had happened by this day (today)"
    command.add_argument("--as-of", metavar="DATE", type=_day, help=about)
    _add_archive(command)
    about = "drafts and embargoed records, in a folder of their own"
    command.add_argument("--private", metavar="DIR", type=Path, help=about)


def _add_today(command: argparse.ArgumentParser) -> None:
    command.add_argument("--today", metavar="DATE", type=_day, help="the day the site is made for (today)")


def _add_archive(command: argparse.ArgumentParser) -> None:
    about = "held copies of the papers, to look up every citation"
    command.add_argument("--archive", metavar="DIR", type=Path, help=about)


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
    form = command.add_mutually_exclusive_group()
    for name, about in FORMS.items():
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=about)
    command.set_defaults(form="text")
    _add_today(command)
    _add_archive(command)


def _add_against(command: argparse.ArgumentParser) -> None:
    about = "fail where something substantive differs from this revision and no public note tells of it"
    command.add_argument("--against", metavar="REV", help=about)


def _add_port(command: argparse.ArgumentParser) -> None:
    about = f"where to listen on this machine; 0 finds a free place ({PORT})"
    command.add_argument("--port", metavar="N", type=_number, default=PORT, help=about)


@dataclass(frozen=True, slots=True)
class Command:
    """A command: how its help explains it, what it says when content has problems, its options."""

    about: str
    ending: str
    options: tuple[Callable[[argparse.ArgumentParser], None], ...]


COMMANDS: Final = MappingProxyType(
    {
        "build": Command(BUILD, NOT_WRITTEN, (_add_content, _add_out, _add_build)),
        "check": Command(CHECK, NOT_WRITTEN, (_add_content, _add_out, _add_build, _add_against)),
        "changes": Command(CHANGES, NOT_COMPARED, (_add_content, _add_revisions)),
        "register": Command(REGISTER, NOT_ADDED, (_add_content, _add_days)),
        "preview": Command(PREVIEW, NOT_WRITTEN, (_add_content, _add_days, _add_port)),
    }
)
