"""What the documents say is so: their commands, files, links, messages, tables and example."""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
from functools import cache

import pytest
from pydantic import BaseModel

from answerable.cli import COMMANDS as KNOWN
from answerable.cli import OPTIONS, parser
from answerable.model.portal import Settings
from answerable.model.registry import models
from answerable.model.spec import parts_of, specs
from answerable.model.status import Vocabulary
from answerable.model.wordlist import Words
from tests.engines import ROOT
from tests.make_docs import MADE
from tests.mistakes import FOLDER, cases
from tests.small import SMALL, complaints

DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
}
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
COMMANDS = sorted(
    {line for text in DOCUMENTS.values() for block in SHELL.findall(text) for line in block.splitlines()}
)
EDITING = DOCUMENTS["docs/editing.md"]
OURS = "answerable|tests|templates|static|examples|docs|content"
NAMED = re.compile(rf"(?<!Put this into )`((?:{OURS})/[^`…]*)`")
"""A file or folder of ours, named in a text that does not ask for it to be written."""
NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
"""A name of the program's, as documents write it: `StatusEvent`, `Sources.search`, `in_short`."""
CODE = ("answerable", "tests", "bench")
FOREIGN = ("CHANGELOG.md", "docs/hosting.md")
"""Documents that name what is gone, or what is a server's."""
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROGRAM = ".venv/bin/python build.py "


def test_the_documents_are_all_there() -> None:
    assert {
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "docs/design.md",
        "docs/editing.md",
        "docs/fields.md",
        "docs/record.md",
        "docs/reviewing.md",
        "docs/testing-by-hand.md",
    } <= set(DOCUMENTS)
    assert {"make site", "make test", "make preview"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_in_a_document_is_one_that_exists(command: str) -> None:
    if command.startswith("make "):
        call = ["make", "--dry-run", command.removeprefix("make ")]
        done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    else:
        assert command.startswith(PROGRAM), "A document shows make or build.py, and nothing else."
        assert parser().parse_args(shlex.split(command.removeprefix(PROGRAM))).command in KNOWN


@pytest.mark.parametrize("name", MADE)
def test_a_page_made_from_the_code_is_current(name: str) -> None:
    assert DOCUMENTS[f"docs/{name}"] == MADE[name](), "Run: python -m tests.make_docs"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_and_link_a_document_names_is_there(name: str) -> None:
    folder = (ROOT / name).parent
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", DOCUMENTS[name]) if "://" not in link]
    gone = [link for link in links if (path := link.partition("#")[0]) and not (folder / path).exists()]
    gone += [link for link in links if not _has(name if link.startswith("#") else link, link, folder)]
    gone += [path for path in NAMED.findall(DOCUMENTS[name]) if not (ROOT / path).exists()]
    assert gone == []


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in FOREIGN])
def test_every_command_option_and_name_in_a_sentence_is_one_of_the_program(name: str) -> None:
    marked = re.findall(r"`([^`\n]+)`", SHELL.sub("", DOCUMENTS[name]))
    gone = [text for text in marked if NAME.fullmatch(text) and not names().issuperset(text.split("."))]
    gone += [text for text in marked if text.startswith("make ") and f"\n{text[5:]}:" not in MAKEFILE]
    calls = [text.partition("build.py ")[2].split() for text in marked if text.startswith("build.py ")]
    gone += [call[0] for call in calls if call[0] not in KNOWN]
    options = {
        option for text in marked if "git " not in text for option in re.findall(r"--[a-z][a-z-]+", text)
    }
    assert [*gone, *sorted(options - set(OPTIONS))] == []


@cache
def names() -> frozenset[str]:
    """Give the names in the program and its tests, the texts that are one word, the fields, and the files."""
    words: set[str] = set()
    for path in (ROOT / "build.py", *(path for top in CODE for path in (ROOT / top).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_bytes())):
            words.update(str(getattr(node, field, "")) for field in ("id", "name", "attr", "arg", "value"))
    for top in (*CODE, "content", "templates", "static", "docs"):
        words.update(part for path in (ROOT / top).rglob("*") for part in path.name.split("."))
    whole: tuple[type[BaseModel], ...] = (*models(), Settings, Vocabulary, Words)
    parts = {part for model in whole for part in (model, *parts_of(model))}
    words.update(field.alias for part in parts for field in specs(part))
    return frozenset(words)


def _has(target: str, link: str, folder: object) -> bool:
    """Tell whether the heading that a link names is one of its page's."""
    page, _, anchor = link.partition("#")
    if not anchor:
        return True
    path = (ROOT / target) if not page else (ROOT / str(folder) / page)
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return anchor in {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_update_that_editors_are_shown_is_a_good_one() -> None:
    path = re.search(r"Put this into `([^`]+)`", EDITING)
    example = re.search(r"```md\n(.*?)```", EDITING, re.DOTALL)
    assert path
    assert example
    assert complaints(SMALL | {path[1]: example[1]}) == ""
    broken = example[1].replace("resolved to mend the lamp", "promised to mend the lamp")
    assert complaints(SMALL | {path[1]: broken}).startswith(f"{path[1]}:11:55: ")


def test_every_message_that_editors_are_shown_is_what_people_are_told() -> None:
    shown = re.findall(r"^\| `([^`]+[.?])` \|", EDITING, re.MULTILINE)
    told_anywhere = "\n".join(case.message for file in FOLDER.glob("*.md") for case in cases(file))
    assert len(shown) >= 10
    assert [message for message in shown if f": {message}" not in told_anywhere] == []


def test_the_picture_of_the_home_page_is_small() -> None:
    picture = ROOT / "docs/images/home.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size <= 150_000
