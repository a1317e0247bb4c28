"""The generator's own source as tests see it: modules, what each imports, and what each calls."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tests.engines import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of Python."""

    name: str
    """As it is imported: `answerable.load.snapshot`; `build` for the command line."""
    path: Path
    source: str

    @property
    def wing(self) -> str:
        """Give the wing it belongs to; see `wing_of`."""
        return wing_of(self.name)

    @cached_property
    def tree(self) -> ast.Module:
        """Give its syntax tree."""
        return ast.parse(self.source)

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        """Give every function and method in it, nested ones included."""
        return tuple(node for node in ast.walk(self.tree) if isinstance(node, Function))

    @cached_property
    def imports(self) -> tuple[tuple[int, str], ...]:
        """Give (line, full name) of all it imports, also what is imported for types only."""
        return tuple(self._imports())

    def _imports(self) -> Iterator[tuple[int, str]]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                origin = self._origin(node)
                yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)

    def _origin(self, node: ast.ImportFrom) -> str:
        """Give the full name of the module that a `from` names, relative ones worked out."""
        if not node.level:
            return node.module or ""
        package = self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]
        parts = package.split(".")
        return ".".join([*parts[: len(parts) - node.level + 1], *filter(None, [node.module])])

    @cached_property
    def calls(self) -> tuple[tuple[int, str], ...]:
        """Give (line, what is called): `open`, `os.replace`, `self.open`; on any other value `.open`."""
        return tuple(
            (node.lineno, self._called(node.func))
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Call)
        )

    def _called(self, func: ast.expr) -> str:
        written = dotted(func)
        first, _, rest = written.partition(".")
        if first in self._names:
            return ".".join(filter(None, [self._names[first], rest]))
        if isinstance(func, ast.Attribute) and written != f"self.{func.attr}":
            return f".{func.attr}"
        return written

    @cached_property
    def _names(self) -> dict[str, str]:
        """Give what each imported name stands for: `Path` → `pathlib.Path`."""
        names: dict[str, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                tops = {alias.name.partition(".")[0] for alias in node.names if not alias.asname}
                names |= {top: top for top in tops}
                names |= {alias.asname: alias.name for alias in node.names if alias.asname}
            elif isinstance(node, ast.ImportFrom):
                names |= {
                    alias.asname or alias.name: f"{self._origin(node)}.{alias.name}" for alias in node.names
                }
        return names

    @cached_property
    def uses(self) -> tuple[tuple[int, str], ...]:
        """Give (line, full name) of each imported thing that is used: `os.environ`."""
        found = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute | ast.Name):
                first, _, rest = dotted(node).partition(".")
                if first in self._names:
                    found.append((node.lineno, ".".join(filter(None, [self._names[first], rest]))))
        return tuple(found)

    def place(self, line: int) -> str:
        """Give a place as people write it: `answerable/load/record.py:12`."""
        return f"{self.path.relative_to(ROOT).as_posix()}:{line}"


def wing_of(name: str) -> str:
    """Give the wing of a full name: the part after `generator`, or `build.py`; "" for all others.

    A wing of several files without a folder names them after itself: `prose.py`, `prose_links.py`.
    """
    parts = name.split(".")
    if parts[0] == "build":
        return "build.py"
    return parts[1].partition("_")[0] if parts[0] == "answerable" and len(parts) > 1 else ""


def dotted(node: ast.expr) -> str:
    """Write a chain of names as in the source, `os.path.join`; an empty text for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (before := dotted(node.value)):
        return f"{before}.{node.attr}"
    return ""


def modules() -> list[Module]:
    """Read the generator and the command line, sorted by path."""
    paths = [ROOT / "build.py", *sorted((ROOT / "answerable").rglob("*.py"))]
    return [Module(_name(path), path, path.read_text(encoding="utf-8")) for path in paths if path.is_file()]


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def parsed(source: str, name: str = "answerable.rules.example") -> Module:
    """Give a module made of a few lines, to show that a rule can be broken."""
    return Module(name, ROOT / (name.replace(".", "/") + ".py"), source)


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Find the circles in a graph of names, each once, as the names along it."""
    done: set[str] = set()
    found: list[list[str]] = []

    def walk(name: str, along: list[str]) -> None:
        if name in along:
            found.append(along[along.index(name) :])
        elif name not in done:
            for other in sorted(graph.get(name, ())):
                walk(other, [*along, name])
            done.add(name)

    for name in sorted(graph):
        walk(name, [])
    return found
