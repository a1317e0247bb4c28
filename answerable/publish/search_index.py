"""Search index, path → bytes, made from the pages by Pagefind's own command in a folder that then goes.

The same pages give the same index: the command sees no surroundings, only the pages that may be found, and
what it writes in an order of its own is put in ours. What the site does not load is left out.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from answerable.load.snapshot import from_file, from_folder
from answerable.problem import CallError

FOLDER = "search/pagefind/"
"""Where the index stands; within the search page's own folder, so that one rule of a server covers both."""
MADE_FROM = f"{FOLDER}made-from.txt"
"""Two hashes: of what the index was made from, and of the index."""
MAY_BE_FOUND = b"data-pagefind-body"
ENTRY = "pagefind-entry.json"
NEIGHBOURS = "nav, .cites, .follow, .links, .meanings, .neighbours, .timeline, .ways, [aria-labelledby=words]"
"""Parts of a page that speak of other pages; each of those is found by its own words."""
_LOADED = (".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta")


def program() -> Path | None:
    """Pagefind's command, or None where it is not installed."""
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415  (a build without it has no search box)
    except ImportError:
        return None
    command: Path = get_executable()
    return command


def kept(out: Path) -> dict[str, bytes]:
    """The index of the site that is there, by its paths in the site; empty where there is none."""
    folder = out / FOLDER
    return from_folder(folder, where=FOLDER)[0] if folder.is_dir() else {}


def index(files: Mapping[str, bytes], command: Path, last: Mapping[str, bytes]) -> dict[str, bytes]:
    """The index of a site's pages; the `last` one where it was made whole from the same.

    It holds nothing where no page may be found. Raise CallError where the command fails.
    """
    pages = {name: data for name, data in files.items() if name.endswith(".html") and MAY_BE_FOUND in data}
    if not pages:
        return {}
    source = _digest({**pages, "": from_file(command, where="")[""]})
    rest = {name: data for name, data in last.items() if name != MADE_FROM}
    if last.get(MADE_FROM) == _made_from(source, rest):
        return dict(last)
    index_files = _lean(_run(pages, command))
    return index_files | {MADE_FROM: _made_from(source, index_files)}


def _made_from(source: str, index_files: Mapping[str, bytes]) -> bytes:
    return f"{source}\n{_digest(index_files)}\n".encode()


def _digest(files: Mapping[str, bytes]) -> str:
    whole = sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{sha256(files[name]).hexdigest()}\n".encode())
    return whole.hexdigest()


def _run(pages: Mapping[str, bytes], command: Path) -> dict[str, bytes]:
    """Run the command over the pages in a folder of their own; it is told nothing of this machine."""
    with tempfile.TemporaryDirectory() as folder:
        site, out = Path(folder, "site"), Path(folder, "index")
        for name, data in pages.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(data)
        words: list[str | Path] = [command, "--site", site, "--output-path", out]
        words += ["--exclude-selectors", NEIGHBOURS, "--silent"]
        try:
            done = subprocess.run(words, cwd=folder, env={}, capture_output=True, check=False)
        except OSError as error:
            raise CallError(f"{_FAILED} {error.strerror}.") from error
        if done.returncode or not out.is_dir():
            raise CallError(f"{_FAILED} {done.stderr.decode(errors='replace').strip()}".strip())
        return from_folder(out, where="")[0]


_FAILED = "The search index was not made, so nothing was written: Pagefind ended with a fault."


def _lean(written: Mapping[str, bytes]) -> dict[str, bytes]:
    """What the search page loads, the keys of its entry in order."""
    entry = json.loads(written[ENTRY])
    languages = {f"wasm.{one['wasm'] or 'unknown'}.pagefind" for one in entry["languages"].values()}
    wanted = {"pagefind.js", *languages}
    lean = {name: data for name, data in written.items() if name in wanted or name.endswith(_LOADED)}
    lean[ENTRY] = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
    return {FOLDER + name: lean[name] for name in sorted(lean)}
