"""The house as the design describes it: who may import, read, write and ask, and how large.

No rule here has a list of exceptions. Where one is broken, the code is what changes.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.engines import ROOT
from tests.source import Function, Module, circles, modules, parsed, wing_of

if TYPE_CHECKING:
    from collections.abc import Callable

WINGS = (
    "problem",
    "i18n",
    "model",
    "load",
    "rules",
    "graph",
    "export",
    "site",
    "diff",
    "edit",
    "publish",
    "preview",
    "cli",
    "build.py",
)
"""A wing imports only from itself and from those before it."""

COMMAND_LINE = {"build", "answerable.cli"}
"""Where people are spoken to, and where the one look at the clock is."""

LINES_OF_A_MODULE = 400
LINES_OF_A_FUNCTION = 60

READER = "answerable.load.snapshot"
READS = {".read_text", ".read_bytes", "jinja2.FileSystemLoader", "jinja2.PackageLoader"}
LOOKS = {
    "open",
    "io.open",
    "os.open",
    ".open",
    ".iterdir",
    ".glob",
    ".rglob",
    "os.walk",
    "os.listdir",
    "os.scandir",
}
"""What publish/ may do too: it opens files to write them, and looks over the folder it wrote."""
STARTS = {"subprocess"}
"""What publish/ may do too: another program makes the search index."""
READING_MODULES = {"subprocess", "fileinput", "linecache", "importlib.resources"}
HOLDS_THE_GRAPH = {f"answerable.site.{name}" for name in ("context", "pages", "frame")}
WRITES = {
    ".write_text",
    ".write_bytes",
    ".mkdir",
    ".unlink",
    ".rmdir",
    ".rename",
    ".touch",
    ".symlink_to",
    ".hardlink_to",
    ".chmod",
    "os.replace",
    "os.rename",
    "os.remove",
    "os.unlink",
    "os.mkdir",
    "os.makedirs",
    "os.rmdir",
    "os.symlink",
    "os.link",
    "os.chmod",
    "os.truncate",
    "os.write",
}
WRITING_MODULES = {"shutil", "tempfile"}

ASKS = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "os.environ",
    "os.environb",
    "os.getenv",
    "os.getlogin",
    "os.getpid",
    "os.urandom",
}
ASKING_MODULES = {"time", "locale", "random", "secrets", "uuid", "platform", "getpass", "socket"}

EMPTY = frozenset({"told", "said", "found", "made", "own", "there", "shown", "apart", "ways", "at"})
"""Names that say nothing of what they are of."""

HOUSE = modules()
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
MAKES_HTML = ("answerable.load.markdown", "answerable.site.template_output")


# What each rule looks for, apart from the tests, so that each can be shown to find something.


def upward(module: Module) -> list[str]:
    """List the imports from a wing that stands after this one."""
    if module.name == "answerable":
        allowed: tuple[str, ...] = ()
    elif module.wing in WINGS:
        allowed = WINGS[: WINGS.index(module.wing) + 1]
    else:
        return [f"{module.place(1)} is in no wing of the house. Its wings are {', '.join(WINGS)}."]
    return [
        f"{module.place(line)} imports {name}. It may import only from {', '.join(allowed) or 'outside'}."
        for line, name in module.imports
        if wing_of(name) and wing_of(name) not in allowed
    ]


def too_large(module: Module) -> list[str]:
    """List what is longer than the house allows."""
    lines = len(module.source.splitlines())
    found = (
        [f"{module.place(1)} has {lines} lines. Split it by concern."] if lines > LINES_OF_A_MODULE else []
    )
    return found + [
        f"{module.place(function.lineno)} {function.name} has {length} lines. Give its parts names."
        for function in module.functions
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LINES_OF_A_FUNCTION
    ]


def disk(module: Module) -> list[str]:
    """List the reading outside load/snapshot.py and the writing outside publish/."""
    publishes = module.wing == "publish"
    calls, whole = (READS, READING_MODULES - STARTS) if publishes else (READS | LOOKS, READING_MODULES)
    reads = (
        []
        if module.name == READER
        else [
            f"{module.place(line)} reads ({name}). Only answerable/load/snapshot.py does."
            for line, name in _done(module, calls, whole)
        ]
    )
    writes = (
        []
        if module.wing == "publish"
        else [
            f"{module.place(line)} writes ({name}). Only answerable/publish/ does."
            for line, name in _done(module, WRITES, WRITING_MODULES)
        ]
    )
    return reads + writes


def _done(module: Module, calls: set[str], whole: set[str]) -> list[tuple[int, str]]:
    """List the calls of these names, and the imports of modules that do nothing else."""
    called = [
        (line, name)
        for line, name in module.calls
        if name in calls or (f".{name.rpartition('.')[2]}" in calls and not name.startswith("self."))
    ]
    return called + [(line, name) for line, name in module.imports if _under(name, whole)]


def _under(name: str, whole: set[str]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in whole)


def talk(module: Module) -> list[str]:
    """List what is said to the terminal by a module that has nobody to say it to."""
    if module.name in {*COMMAND_LINE, "answerable.preview"}:
        return []
    said = [(line, name) for line, name in module.calls if name in {"print", "input"}]
    said += [(line, name) for line, name in module.uses if name in {"sys.stdout", "sys.stderr", "sys.stdin"}]
    return [
        f"{module.place(line)} uses {name}. Give a value back; the command line says it."
        for line, name in said
    ]


def outside(module: Module) -> list[str]:
    """List what asks the machine: the clock, the environment, chance."""
    asked = [(line, name) for line, name in module.uses if name in ASKS]
    asked += [(line, name) for line, name in module.imports if _under(name, ASKING_MODULES)]
    return [
        f"{module.place(line)} asks the machine ({name}). Take it as an argument." for line, name in asked
    ]


def without_words(module: Module) -> list[str]:
    """List the public functions, classes and methods that have no docstring."""
    return [
        f"{module.place(node.lineno)} {node.name} has no docstring. Say what it gives."
        for node in _public(module.tree)
        if ast.get_docstring(node) is None
    ]


def empty_names(module: Module) -> list[str]:
    """List the modules, functions, classes, arguments and locals whose name says nothing of what they are."""
    inner = [node for node in ast.walk(module.tree) if isinstance(node, Function | ast.ClassDef | ast.Lambda)]
    named = [(node.lineno, node.name) for node in inner if not isinstance(node, ast.Lambda)]
    for function in (node for node in inner if not isinstance(node, ast.ClassDef)):
        parts = [part for part in ast.walk(function) if isinstance(part, ast.arg | ast.Name)]
        named += [(part.lineno, part.arg) for part in parts if isinstance(part, ast.arg)]
        named += [(p.lineno, p.id) for p in parts if isinstance(p, ast.Name) and isinstance(p.ctx, ast.Store)]
    named.append((1, module.name.rpartition(".")[2]))
    empty = {(line, name) for line, name in named if name.strip("_").lower() in EMPTY}
    return [f"{module.place(line)} {name} says nothing. Name it by its noun." for line, name in sorted(empty)]


def _public(node: ast.Module | ast.ClassDef) -> list[Function | ast.ClassDef]:
    found: list[Function | ast.ClassDef] = []
    for child in node.body:
        if isinstance(child, Function | ast.ClassDef) and not child.name.startswith("_"):
            found.append(child)
            found += _public(child) if isinstance(child, ast.ClassDef) else []
    return found


def markup(module: Module) -> list[str]:
    """List where words are called safe HTML outside the modules that make it."""
    return (
        []
        if module.name in MAKES_HTML
        else [
            f"{module.place(line)} calls {name}. Only {' and '.join(MAKES_HTML)} make HTML from words."
            for line, name in module.calls
            if name.rpartition(".")[2] == "Markup"
        ]
    )


def past_the_door(module: Module) -> list[str]:
    """List where a page takes the whole graph; the Context holds it, and the plan and the frame hand it on."""
    return (
        []
        if module.name in HOLDS_THE_GRAPH or not module.name.startswith("answerable.site.")
        else [
            f"{module.place(line)} takes the whole graph. Ask the Context."
            for line, name in module.imports
            if name == "answerable.graph.graph.Graph"
        ]
    )


@pytest.mark.parametrize(
    "rule", [upward, past_the_door, too_large, disk, talk, without_words, empty_names, markup]
)
def test_every_module_keeps_the_rule(rule: Callable[[Module], list[str]]) -> None:
    assert "\n".join(fault for module in HOUSE for fault in rule(module)) == ""


def test_the_clock_is_read_once_and_only_by_the_command_line() -> None:
    asked = {module.name: outside(module) for module in HOUSE}
    assert (
        "\n".join(fault for name, faults in asked.items() if name not in COMMAND_LINE for fault in faults)
        == ""
    )
    looks = [fault for name in sorted(COMMAND_LINE) for fault in asked.get(name, [])]
    assert len(looks) == 1, looks
    assert "(datetime.date" in looks[0], looks


def test_no_module_imports_itself_in_a_circle() -> None:
    names = {module.name for module in HOUSE}
    graph = {
        module.name: {_module(name, names) for _, name in module.imports} & names - {module.name}
        for module in HOUSE
    }
    assert circles(graph) == []


def _module(name: str, names: set[str]) -> str:
    """Give the module that an import means: the thing itself, or what it stands in."""
    return name if name in names else name.rpartition(".")[0]


def test_every_wing_has_tests() -> None:
    wings = {module.wing.removesuffix(".py") for module in HOUSE if module.wing}
    tests = (ROOT / "tests").rglob("test_*.py")
    places = {part for path in tests for part in (path.parent.name, path.stem)}
    assert [w for w in sorted(wings) if not any(re.match(rf"(test_)?{w}(_|$)", p) for p in places)] == []


OPEN_DOORS = {
    r"\|\s*safe\b": "lets text through unescaped. Only answerable/load/markdown.py makes HTML from words.",
    r"\bautoescape\b": "changes what is escaped. Everything is.",
    r"\sstyle\s*=": "is an inline style, which the site's own policy refuses. Use a class.",
    r"\son[a-z]+\s*=\s*[\"'{]": "is an inline script, which the site's own policy refuses. Use static/js.",
    r"<script\b(?![^>]*\bsrc=)(?![^>]*application/)": "is an inline script. Use static/js.",
    r"\bjavascript:": "is an inline script. Use static/js.",
}


def doors(name: str, text: str) -> list[str]:
    """List what in a template could let words become markup or script."""
    return [
        f"{name}:{text.count(chr(10), 0, found.start()) + 1}: {found.group().strip()} {why}"
        for pattern, why in OPEN_DOORS.items()
        for found in re.finditer(pattern, text)
    ]


def test_no_template_leaves_a_door_open() -> None:
    assert TEMPLATES
    told = [
        door
        for path in TEMPLATES
        for door in doors(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    ]
    assert "\n".join(told) == ""


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (upward, "from answerable.publish import staging"),
        (upward, "from ..site import plan"),
        (too_large, "x = 1\n" * 401),
        (too_large, "def long():\n" + "    pass\n" * 61),
        (disk, "def f(path):\n    return path.read_text()"),
        (disk, "from pathlib import Path\nPath('x').write_bytes(b'')"),
        (disk, "f = open('x')"),
        (disk, "import subprocess"),
        (disk, "from os import replace\nreplace('a', 'b')"),
        (talk, "print('x')"),
        (talk, "import sys\nsys.stdout.write('x')"),
        (outside, "from datetime import date\nx = date.today()"),
        (outside, "import datetime as d\nx = d.datetime.now()"),
        (outside, "from os import environ\nx = environ['HOME']"),
        (outside, "import time"),
        (markup, "from markupsafe import Markup\nx = Markup('')"),
        (empty_names, "def found(): ..."),
        (empty_names, "def f(there): ..."),
        (empty_names, "def f():\n    made = 1"),
        (without_words, "class A:\n    '''Words.'''\n    def b(self): ..."),
    ],
)
def test_each_rule_finds_what_breaks_it(rule: Callable[[Module], list[str]], source: str) -> None:
    assert len(rule(parsed(source))) == 1


def test_a_page_that_takes_the_whole_graph_is_found() -> None:
    source = "from answerable.graph.graph import Graph"
    assert len(past_the_door(parsed(source, "answerable.site.search"))) == 1
    assert past_the_door(parsed(source, "answerable.site.context")) == []


def test_a_circle_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == [["b", "c"]]


@pytest.mark.parametrize(
    "text",
    [
        "{{ words | safe }}",
        "{% autoescape false %}",
        '<p style="color: red">',
        '<p onclick="x()">',
        "<script>x()</script>",
        '<a href="javascript:x()">',
    ],
)
def test_an_open_door_is_found(text: str) -> None:
    assert len(doors("page.html", text)) == 1
