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
  build.py new [KIND]         ask what happened, and write a new file of it
  build.py format [FILES]     write the content's files in the one form, and change nothing they say
  build.py why ADDRESS        say what a page is made of, and whether a build would write it anew
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
and nothing is written. When all is well, the new site takes the old one's place in one step.

What has to go cannot wait until the rest is well. With --only-takedowns REV the site is that of a
good revision, with what was withdrawn, erased or corrected since, and nothing else that is new."""
CHECK = """Say what is wrong with the content, and write nothing.

It does all that a build does, except for writing the site. With --archive it also looks up
every citation: its words must stand exactly once in the place it names."""
CHANGES = """Say what changed in meaning between two revisions of the content.

  build.py changes HEAD        what you have changed and not yet committed
  build.py changes v1 v2       what changed from one revision to another

Standings and dates that moved, words that were altered, citations and links that came or
went: each in a sentence, grouped by record. Comments, the order of fields and where lines
end are no change in meaning; files that differ only in these are counted at the end."""
FORMAT = """Write the content's files in the one form, and change nothing they say.

Every value stands in double quotes, the fields stand in the order of docs/fields.md with those that
every record has at the end, and prose has one sentence a line, so that a difference shows what changed.
Comments stay. With FILES only these are written; with --check none is, and those that would be are listed."""
WHY = """Say what a page is made of, and whether the next build would write it anew.

  build.py why /motions/2021-11-10/09/

For the page of a record it lists every other record that was read while the page was made, its
templates and its settings. What any further record says can change, and the page stays as it is.
Then it compares the page with the one in the folder of the site. Nothing is written."""
REGISTER = """Add what is public today, and not yet there, to the register of public addresses.

The register is the file register.csv in the content folder. It keeps the first day of each public
address, so that none is lost and none is used again. Lines are added at its end; nothing that
stands in it is changed. A portal that is launched is built only when its register is complete."""
NEW = """Ask what happened, in plain words, and write a new file of it.

  build.py new                     ask first what is to be added
  build.py new update              an update: what happened, who said so, what it moves
  build.py new --private DIR       write a draft into a folder of drafts

The questions are those of the forms in content/_forms/. Items, bodies and documents are found by
words. Nothing is written before the last answer, and no file is ever written over. Where the
repository is private, or with --private, the new file is a draft. Press Ctrl and C to end it."""
PREVIEW = """Show the site in a browser on this machine, and show it again after every save.

Open the address that it prints. When the content has a mistake, the browser shows what is
wrong and where, above the last good page, until it is put right. Drafts and embargoed records
are shown and marked; a build never shows them. An item offers a form for an update to it.
Nothing is written, and no other machine can see it. Press Ctrl and C to end it."""

NOT_WRITTEN = "Nothing was written; the last good site stays."
NOT_ADDED = "The register stays as it was."
NOT_FORMATTED = "No file was written."
NOT_MADE = "What cannot be built has no pages."
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
    command.add_argument("--today", metavar="DATE", type=_day, help="the day the site is made for (today)")
    about = "show what had happened by this day (today)"
    command.add_argument("--as-of", metavar="DATE", type=_day, help=about)
    about = "held copies of the papers, to look up every citation"
    command.add_argument("--archive", metavar="DIR", type=Path, help=about)
    _add_private(command)


def _add_build(command: argparse.ArgumentParser) -> None:
    _add_days(command)
    about = "how many processes render the pages; the site is the same (1)"
    command.add_argument("--jobs", metavar="N", type=_number, default=1, help=about)


def _add_out(command: argparse.ArgumentParser) -> None:
    about = "where the site goes (_site)"
    command.add_argument("--out", metavar="DIR", type=Path, default=Path("_site"), help=about)


def _add_files(command: argparse.ArgumentParser) -> None:
    about = "files of the content; left out, all of them"
    command.add_argument("files", metavar="FILES", nargs="*", type=Path, help=about)
    about = "write nothing; list the files that would be written, and end with 1 if there are any"
    command.add_argument("--check", action="store_true", help=about)


def _add_without_server(command: argparse.ArgumentParser) -> None:
    about = "make pages that open from a folder, for a preview; without the search box"
    command.add_argument("--without-server", action="store_true", help=about)


def _add_markdown(command: argparse.ArgumentParser) -> None:
    command.add_argument("--markdown", action="store_true", help="write Markdown, for a merge request")
def _add_takedowns(command: argparse.ArgumentParser) -> None:
    about = "the git revision that is public: publish it again, with what was taken back or put right since"
    command.add_argument("--only-takedowns", metavar="REV", help=about)


def _add_revisions(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", metavar="OLD", help="a revision as git knows it: v1, HEAD, a branch")
    about = "the later revision; left out, the files as they are now"
    command.add_argument("new", metavar="NEW", nargs="?", help=about)


def _add_address(command: argparse.ArgumentParser) -> None:
    about = "a page's address as in the browser, or the path of a file of the site"
    command.add_argument("address", metavar="ADDRESS", help=about)


def _add_kind(command: argparse.ArgumentParser) -> None:
    about = "what to add: update, meeting, document, promise and others"
    command.add_argument("kind", metavar="KIND", nargs="?", default="", help=about)


def _add_private(command: argparse.ArgumentParser) -> None:
    about = "drafts and embargoed records, in a folder of their own"
    command.add_argument("--private", metavar="DIR", type=Path, help=about)


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
        "build": Command(
            BUILD, NOT_WRITTEN, (_add_content, _add_out, _add_build, _add_takedowns, _add_without_server)
        ),
        "check": Command(CHECK, NOT_WRITTEN, (_add_content, _add_out, _add_build, _add_markdown)),
        "changes": Command(CHANGES, NOT_COMPARED, (_add_content, _add_revisions, _add_markdown)),
        "why": Command(WHY, NOT_MADE, (_add_content, _add_out, _add_days, _add_address)),
        "new": Command(NEW, NOT_WRITTEN, (_add_kind, _add_content, _add_days)),
        "format": Command(FORMAT, NOT_FORMATTED, (_add_content, _add_private, _add_files)),
        "register": Command(REGISTER, NOT_ADDED, (_add_content, _add_days)),
        "preview": Command(PREVIEW, NOT_WRITTEN, (_add_content, _add_days, _add_port)),
    }
)
