"""Mutants: how many small mistakes in the program the tests find that need no browser.

`python -m bench.mutants 60` picks sixty places by a seed, makes one mistake at a time in a copy of the
project, runs the tests, and prints each mistake with what came of it. The tests that name the module run
first, then the golden site and the mistakes; what outlives them meets all the quick tests. Under an hour.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("graph", "rules", "load", "diff", "publish")
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".tools", "_site*", ".*_cache", ".hypothesis", "__pycache__"
)
SHARED = ("tests/test_golden.py", "tests/test_mistakes.py")
"""Tests that meet most of the program."""
ABOUT_SOURCE = ("tests/test_architecture.py", "tests/test_repository.py")
"""Tests that look at the program's text, which a mutant changes."""
SECONDS = 600
"""A mutant that runs for so long goes round in circles, which nobody would overlook."""
OPPOSITE: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
}


class Place(NamedTuple):
    """Where a mistake can be made: a module, and which of its nodes."""

    path: Path
    number: int


def is_place(node: ast.AST) -> bool:
    """Whether a mistake can be made in a node."""
    match node:
        case ast.Compare(ops=[operator]) | ast.BoolOp(op=operator):
            return type(operator) in OPPOSITE
        case ast.Constant(value=value):
            return isinstance(value, (bool, int))
        case ast.Return(value=value):
            return value is not None and not isinstance(value, ast.Constant)
        case ast.UnaryOp(op=ast.Not()) | ast.Expr(value=ast.Call()):
            return True
    return False


def mutate(node: ast.AST) -> None:
    """Make the mistake in a node."""
    match node:
        case ast.Compare():
            node.ops = [OPPOSITE[type(node.ops[0])]()]  # type: ignore[list-item]  # any operator may stand here
        case ast.BoolOp():
            node.op = OPPOSITE[type(node.op)]()  # type: ignore[assignment]  # any operator may stand here
        case ast.Constant(value=bool() as value):
            node.value = not value
        case ast.Constant(value=int() as value):
            node.value = value + 1
        case ast.Return() | ast.Expr():
            node.value = ast.Constant(None)
        case ast.UnaryOp():
            node.op = ast.UAdd()
            node.operand = ast.Call(ast.Name("bool"), [node.operand], [])


def places() -> Iterator[Place]:
    """Give every place in the folders."""
    for folder in FOLDERS:
        for path in sorted((ROOT / "answerable" / folder).rglob("*.py")):
            nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            yield from (Place(path, number) for number, node in enumerate(nodes) if is_place(node))


def mutant(place: Place) -> tuple[str, str]:
    """Give a mutant's text, and the mistake in a line."""
    tree = ast.parse(place.path.read_text(encoding="utf-8"))
    node = list(ast.walk(tree))[place.number]
    before = ast.unparse(node)
    mutate(node)
    where = f"{place.path.relative_to(ROOT)}:{node.lineno}"  # type: ignore[attr-defined]
    return ast.unparse(tree), f"{where}: {before[:70]!r} is {ast.unparse(node)[:70]!r}"


def near(module: Path) -> list[str]:
    """Give the test files that name a module, the one of its own name first."""
    wing, name = module.parent.name, module.stem
    named = re.compile(rf"answerable\.{wing}(\.{name}\b| import [^\n]*\b{name}\b)")
    tests = [
        path.relative_to(ROOT)
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if path.relative_to(ROOT).as_posix() not in ABOUT_SOURCE
        and (named.search(path.read_text(encoding="utf-8")) or path.stem == f"test_{name}")
    ]
    return [str(path) for path in sorted(tests, key=lambda path: path.stem != f"test_{name}")]


def survives(copy: Path, *tests: str, which: str = "not slow") -> bool:
    """Whether these tests pass in the copy; none at all pass too."""
    left_out = [f"--ignore={path}" for path in ABOUT_SOURCE]
    command = [sys.executable, "-m", "pytest", "-x", "-m", which, "-p", "no:cacheprovider", *left_out]
    try:
        done = subprocess.run([*command, *tests], cwd=copy, check=False, capture_output=True, timeout=SECONDS)
        return done.returncode in (0, pytest.ExitCode.NO_TESTS_COLLECTED)
    except subprocess.TimeoutExpired:
        return False


def main() -> int:
    """Print each mutant, what came of it, and how many were found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=1)
    call = parser.parse_args()
    left = random.Random(call.seed).sample(list(places()), call.number)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        if not survives(copy, "tests"):
            sys.exit("The tests fail without any mutant.")
        left = [place for place in left if outlives(copy, place, near(place.path))]
        left = [place for place in left if outlives(copy, place, SHARED, which="")]
        left = [place for place in left if outlives(copy, place, ("tests",))]
    for place in left:
        print("SURVIVED", mutant(place)[1])
    print(f"{call.number - len(left)} of {call.number} found.")
    return 0


def outlives(copy: Path, place: Place, tests: Sequence[str], which: str = "not slow") -> bool:
    """Whether these tests, if there are any, do not find a mutant."""
    text, mistake = mutant(place)
    here = copy / place.path.relative_to(ROOT)
    here.write_text(text, encoding="utf-8")
    alive = not tests or survives(copy, *tests, which=which)
    shutil.copyfile(place.path, here)
    print("so far alive:" if alive else "found:", mistake, flush=True)
    return alive


if __name__ == "__main__":
    sys.exit(main())
