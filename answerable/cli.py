"""The command line: each command with its options and its help, what it does, and what it says at the end."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from answerable.diff.compare import compare
from answerable.diff.gate import judge, problems
from answerable.diff.report import checked, in_json, in_markdown, in_text, report
from answerable.diff.revision import files_at, pair
from answerable.edit.interview import Talk
from answerable.edit.new import new
from answerable.load.sources import Folders, Sources, around, gather
from answerable.model import date as dates
from answerable.problem import Built, CallError, ContentError, Problem
from answerable.publish import search_index as search
from answerable.publish.file import write_new
from answerable.publish.folder import publish
from answerable.publish.format import put_in_form
from answerable.publish.register import register
from answerable.publish.takedown import only_takedowns
from answerable.site.offline import without_server

PROGRAM = Path(__file__).resolve().parent.parent
Build = Callable[[Sources], Built]
FORMS: Final = MappingProxyType({"text": in_text, "markdown": in_markdown, "json": in_json})
"""How the changes between two revisions can be written."""
PORT: Final = 5500
"""Where a preview listens."""
NO_SEARCH = 'Left out: the search box. It needs Pagefind; to have it: pip install "pagefind[bin]"'
NOT_LOOKED_UP = "Citations were not looked up: no --archive was given."
NOT_WRITTEN = "Nothing was written; the last good site stays."


def main(words: list[str], build: Build) -> int:
    """Status of a call: 0 all well, 1 content with problems, 2 a wrong call."""
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words = ["build", *words]
    call = parser().parse_args(words)
    gc.disable()  # a command needs what it makes to its end, and that comes before memory runs short
    try:
        return COMMANDS[call.command].run(call, build)
    except ContentError as error:
        return _problems(error, COMMANDS[call.command].ending)
    except CallError as error:
        print(error, file=sys.stderr)
        return 2


def _problems(error: ContentError, ending: str) -> int:
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
    index = search.index(built.files, program, search.kept(call.out)) if program else {}
    files = without_server(built.files) if call.without_server else built.files
    done = publish({**files, **index}, call.out)
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
        findings = build(sources).warnings
        if call.against:
            findings = (*_untold(call, sources.today), *findings)
    except ContentError as error:
        findings = error.problems
    wrong = any(problem.level == "error" for problem in findings)
    held = "" if sources.archive is not None else NOT_LOOKED_UP
    if call.form == "markdown":
        print(checked(findings) + (f"\n{held}\n" if held else ""), end="")
    elif wrong:
        raise ContentError(findings)
    else:
        _list(findings)
        print(f"The content has no problems.{_count(findings)} {held}".rstrip())
    return 1 if wrong else 0


def _untold(call: argparse.Namespace, today: date) -> Iterator[Problem]:
    """What is substantive since a revision, and told by no public note."""
    old, new = pair(call.content, call.against, None)
    judged = judge(old.portal, new.portal, compare(old.portal, new.portal), today)
    return problems(old.portal, new.portal, judged)


def _changes(call: argparse.Namespace, build: Build) -> int:
    old, new = pair(call.content, call.old, call.new)
    today = _today(call)
    changes = report(old, new, around(PROGRAM, call.archive, today, today), build)
    print(FORMS[call.form or "text"](changes), end="")
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
        record = new(sources, call.kind, Talk(_ask, print), drafts)
    except (EOFError, KeyboardInterrupt, OSError) as error:
        print()
        raise CallError("The questions ended before the last answer. Nothing was written.") from error
    file: Path = (call.private or call.content) / record.file
    write_new(file, record.text)
    for line in record.next_steps(str(file)):
        print(line)
    return 0


def _ask(question: str) -> str:
    return input(f"\n{question}\n> " if question else "> ")


def _preview(call: argparse.Namespace, _build: Build) -> int:
    from answerable.preview import serve

    gc.enable()  # it runs for hours
    serve(lambda: _sources(call), _folders(call).places, call.port)
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


def parser() -> argparse.ArgumentParser:
    """Parser of a call: its `command` and its options."""
    form: Any = {"formatter_class": argparse.RawDescriptionHelpFormatter, "allow_abbrev": False}
    usage = "build.py [COMMAND] [options]"
    whole = argparse.ArgumentParser("build.py", usage=usage, description=ABOUT, epilog=END, **form)
    commands = whole.add_subparsers(metavar="COMMAND", dest="command", help=argparse.SUPPRESS, required=True)
    for name, command in COMMANDS.items():
        one = commands.add_parser(name, prog=f"build.py {name}", description=command.about, **form)
        forms = {"--markdown", "--json"}.intersection(command.options)
        either = one.add_mutually_exclusive_group() if len(forms) > 1 else one
        for option in command.options:
            (either if option in forms else one).add_argument(option, **OPTIONS[option])
    return whole


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


def _folder(about: str, default: str | None = None) -> dict[str, Any]:
    return {"metavar": "DIR", "type": Path, "default": default and Path(default), "help": about}


def _option(about: str, metavar: str = "", **more: object) -> dict[str, Any]:
    return {"help": about, **({"metavar": metavar} if metavar else {"action": "store_true"}), **more}


OPTIONS: Final[Mapping[str, dict[str, Any]]] = MappingProxyType(
    {
        "--content": _folder("the record; its site.yaml stands beside this folder (content)", "content"),
        "--out": _folder("where the site goes (_site)", "_site"),
        "--today": _option("the day the site is made for (today)", "DATE", type=_day),
        "--as-of": _option("show what had happened by this day (today)", "DATE", type=_day),
        "--archive": _folder("held copies of the papers, to look up every citation"),
        "--private": _folder("drafts and embargoed records, in a folder of their own"),
        "--only-takedowns": _option(
            "the git revision that is public: publish it again, with what was taken back or put right since",
            "REV",
        ),
        "--without-server": _option(
            "make pages that open from a folder, for a preview; without the search box"
        ),
        "--against": _option(
            "fail where something substantive differs from this revision and no public note tells of it",
            "REV",
        ),
        "--markdown": _option(
            "write Markdown, for a merge request", action="store_const", dest="form", const="markdown"
        ),
        "--json": _option("write JSON, for programs", action="store_const", dest="form", const="json"),
        "--check": _option(
            "write nothing; list the files that would be written, and end with 1 if there are any"
        ),
        "--port": _option(
            f"where to listen on this machine; 0 finds a free place ({PORT})", "N", type=_number, default=PORT
        ),
        "old": _option("a revision as git knows it: v1, HEAD, a branch", "OLD"),
        "new": _option("the later revision; left out, the files as they are now", "NEW", nargs="?"),
        "kind": _option(
            "what to add: update, meeting, document, promise and others", "KIND", nargs="?", default=""
        ),
        "files": _option("files of the content; left out, all of them", "FILES", nargs="*", type=Path),
    }
)
"""Every option and argument, each the same in all commands that have it."""
DAYS: Final = ("--today", "--as-of", "--archive", "--private")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it does, its options, its help, what it says last when the content has problems."""

    run: Callable[[argparse.Namespace, Build], int]
    options: tuple[str, ...]
    about: str
    ending: str = NOT_WRITTEN


ABOUT = """Make a public accountability portal from a folder of YAML and Markdown.

  build.py                    build the site in content/ into _site/
  build.py check              say what is wrong with the content, and write nothing
  build.py changes OLD [NEW]  say what changed in meaning between two git revisions
  build.py new [KIND]         ask what happened, and write a new file of it
  build.py format [FILES]     write the content's files in the one form, and change nothing they say
  build.py register           add what is public today to the register of public addresses
  build.py preview            show the site on this machine, and again after every save

To see what a command can be told:  build.py check --help
"""
END = """It ends with 0 when all is well, 1 when the content has problems (each is listed, with
the file, the line and what to do), 2 when the call itself is wrong. Warnings are listed too;
they stop nothing.
A build with problems writes nothing: the last good site stays as it is."""

COMMANDS: Final[Mapping[str, Command]] = MappingProxyType(
    {
        "build": Command(
            _build,
            ("--content", "--out", *DAYS, "--only-takedowns", "--without-server"),
            """Build the site of a content folder.

Everything is read and checked first. When anything is wrong, every problem is listed
and nothing is written. When all is well, the new site takes the old one's place in one step.

What has to go cannot wait until the rest is well. With --only-takedowns REV the site is that of a
good revision, with what was withdrawn, erased or corrected since, and nothing else that is new.""",
        ),
        "check": Command(
            _check,
            ("--content", "--out", *DAYS, "--against", "--markdown"),
            """Say what is wrong with the content, and write nothing.

It does all that a build does, except for writing the site. With --archive it also looks up
every citation: its words must stand exactly once in the place it names.
With --against it also fails where a standing, a date, an owner, the wording of an ask, official
text, a measure or evidence differs from that revision, and no public note tells of it:
a new update, a new version of official words, a withdrawal, or a correction.""",
        ),
        "changes": Command(
            _changes,
            ("--content", "old", "new", "--markdown", "--json", "--today", "--archive"),
            """Say what changed in meaning between two revisions of the content.

  build.py changes HEAD        what you have changed and not yet committed
  build.py changes v1 v2       what changed from one revision to another

Standings and dates that moved, words that were altered, citations and links that came or
went: each in a sentence, grouped by record. The order of fields and where lines
end are no change in meaning; files that differ only in these are counted.
A substantive change says which public note tells of it, or that none does. Then: what it
does to the site, for which both revisions are built and nothing is written, and what the
checks find that they did not find before.""",
            "What cannot be read cannot be compared.",
        ),
        "new": Command(
            _new,
            ("kind", "--content", *DAYS),
            """Ask what happened, in plain words, and write a new file of it.

  build.py new                     ask first what is to be added
  build.py new update              an update: what happened, who said so, what it moves
  build.py new --private DIR       write a draft into a folder of drafts

The questions are those of the files in forms/. Items, bodies and documents are found by
words. Nothing is written before the last answer, and no file is ever written over. Where the
repository is private, or with --private, the new file is a draft. Press Ctrl and C to end it.""",
        ),
        "format": Command(
            _format,
            ("--content", "--private", "files", "--check"),
            """Write the content's files in the one form, and change nothing they say.

Every value stands in double quotes, the fields stand in the order of docs/fields.md with those that
every record has at the end, and prose has one sentence a line, so that a difference shows what changed.
With FILES only these are written; with --check none is, and those that would be
are listed.""",
            "No file was written.",
        ),
        "register": Command(
            _register,
            ("--content", *DAYS),
            """Add what is public today, and not yet there, to the register of public addresses.

The register is the file register.csv in the content folder. It keeps the first day of each public
address, so that none is lost and none is used again. Lines are added at its end; nothing that
stands in it is changed. A portal that is launched is built only when its register is complete.""",
            "The register stays as it was.",
        ),
        "preview": Command(
            _preview,
            ("--content", *DAYS, "--port"),
            """Show the site in a browser on this machine, and show it again after every save.

Open the address that it prints. When the content has a mistake, the browser shows what is
wrong and where, above the last good page, until it is put right. Drafts and embargoed records
are shown and marked; a build never shows them.
Nothing is written, and no other machine can see it. Press Ctrl and C to end it.""",
        ),
    }
)
