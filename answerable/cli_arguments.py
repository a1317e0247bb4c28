"""What may be written after `build.py`: its commands and their options, and how each explains itself."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from answerable import cli_help as manual
from answerable.model import date as dates

PORT = 5500
"""Where a preview listens."""
FORMS: Final = MappingProxyType(
    {
        "markdown": "write Markdown, for a merge request",
        "json": "write JSON, for programs",
    }
)
"""Other forms in which changes are written."""


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
        "build.py",
        usage="build.py [COMMAND] [options]",
        description=manual.ABOUT,
        epilog=manual.END,
        formatter_class=shape,
        allow_abbrev=False,
    )
    commands = whole.add_subparsers(metavar="COMMAND", help=argparse.SUPPRESS, required=True)
    for name, command in COMMANDS.items():
        own = commands.add_parser(
            name,
            prog=f"build.py {name}",
            description=command.about,
            formatter_class=shape,
            allow_abbrev=False,
        )
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
    _add_private(command)


def _add_today(command: argparse.ArgumentParser) -> None:
    command.add_argument("--today", metavar="DATE", type=_day, help="the day the site is made for (today)")


def _add_archive(command: argparse.ArgumentParser) -> None:
    about = "held copies of the papers, to look up every citation"
    command.add_argument("--archive", metavar="DIR", type=Path, help=about)


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
    form = command.add_mutually_exclusive_group()
    for name, about in FORMS.items():
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=about)
    command.set_defaults(form="text")
    _add_today(command)
    _add_archive(command)


def _add_kind(command: argparse.ArgumentParser) -> None:
    about = "what to add: update, meeting, document, promise and others"
    command.add_argument("kind", metavar="KIND", nargs="?", default="", help=about)


def _add_private(command: argparse.ArgumentParser) -> None:
    about = "drafts and embargoed records, in a folder of their own"
    command.add_argument("--private", metavar="DIR", type=Path, help=about)


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
        "build": Command(
            manual.BUILD,
            manual.NOT_WRITTEN,
            (_add_content, _add_out, _add_days, _add_takedowns, _add_without_server),
        ),
        "check": Command(
            manual.CHECK,
            manual.NOT_WRITTEN,
            (_add_content, _add_out, _add_days, _add_against, _add_markdown),
        ),
        "changes": Command(manual.CHANGES, manual.NOT_COMPARED, (_add_content, _add_revisions)),
        "new": Command(manual.NEW, manual.NOT_WRITTEN, (_add_kind, _add_content, _add_days)),
        "format": Command(manual.FORMAT, manual.NOT_FORMATTED, (_add_content, _add_private, _add_files)),
        "register": Command(manual.REGISTER, manual.NOT_ADDED, (_add_content, _add_days)),
        "preview": Command(manual.PREVIEW, manual.NOT_WRITTEN, (_add_content, _add_days, _add_port)),
    }
)
