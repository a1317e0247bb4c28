"""What the house promises of every site it makes: same bytes, no half site, no traceback, small pages."""

from __future__ import annotations

import gzip
import io
import os
import random
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable import cli as commands
from answerable.problem import CallError
from answerable.publish.folder import MARK, publish
from build import build
from tests.engines import ROOT
from tests.pages import files, read_pages, target
from tests.portals import HARBOUR, harbour, site_of

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.load.sources import Sources
    from tests.pages import Page

BUILD = [
    sys.executable,
    str(ROOT / "build.py"),
    "build",
    "--content",
    str(HARBOUR / "content"),
    "--archive",
    str(HARBOUR / "archive"),
    "--private",
    str(HARBOUR / "private"),
    "--today",
    "2030-07-01",
]
SMALL = re.compile(r"(motions|reviews|resolutions)/[^/]+/[^/]+/index\.html|updates/[^/]+/index\.html")
"""Pages of a point, a recommendation, a resolution, an update."""
PLACE = re.compile(r"[^:\n]+:[0-9]+:[0-9]+: .+")


def digest(site: Path) -> str:
    """Give one hash over the names and bytes of a folder."""
    whole = sha256()
    for name in files(site):
        whole.update(f"{name}\0{sha256((site / name).read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


# 1: the same sources give the same bytes.

SURROUNDINGS = {
    "as it is": {},
    "another seed, zone and user": {
        "PYTHONHASHSEED": "4242",
        "TZ": "America/Adak",
        "LC_ALL": "tr_TR.UTF-8",
        "HOME": "/nonexistent",
        "USER": "somebody",
        "LANG": "tr_TR.UTF-8",
    },
    "a third, without UTF-8": {
        "PYTHONHASHSEED": "0",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "POSIX",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
}


def test_the_same_sources_give_the_same_bytes_whatever_is_around_them(tmp_path: Path) -> None:
    found = {}
    for number, (name, around) in enumerate(SURROUNDINGS.items()):
        here = tmp_path / f"where {number}"
        here.mkdir()
        out = here / "site"
        subprocess.run(
            [*BUILD, "--out", str(out)],
            cwd=here,
            env={**os.environ, **around},
            umask=(0o022, 0o077)[number % 2],
            check=True,
            capture_output=True,
        )
        found[name] = (digest(out), sorted({(out / path).stat().st_mode for path in files(out)}))
    assert len({value for value, _ in found.values()}) == 1, found
    assert len({str(modes) for _, modes in found.values()}) == 1, "the files' modes follow the user's umask"


def test_the_order_in_which_files_are_found_changes_no_byte() -> None:
    sources = harbour()
    turned = replace(
        sources,
        content=dict(sorted(sources.content.items(), reverse=True)),
        private=dict(sorted(sources.private.items(), reverse=True)),
    )
    assert site_of(turned) == site_of(sources)


# 7: a failed or killed build leaves the last good site.


def test_a_build_with_problems_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish({"index.html": b"the last good site"}, out)
    before = digest(out)
    broken = harbour(more={"content/bodies/board.yaml": b'name: "Board"\nstatus: "published\n'})
    assert _called(["build", "--content", str(HARBOUR / "content"), "--out", str(out)], broken)[0] == 1
    assert digest(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


KILLED = """
import os, signal, sys
from pathlib import Path
from answerable.publish.folder import (publish)

new = {f"{n % 7}/{n}.html": b"new" * n for n in range(40)}
left = int(sys.argv[2])

def count(event, _arguments):
    global left
    if event == "open" or event.startswith(("os.", "shutil.", "tempfile.", "ctypes.")):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
publish(new, Path(sys.argv[1]))
print(int(sys.argv[2]) - left)
"""
"""Publishes forty files, and kills itself after so many steps of which the system knows."""


def _published(out: Path, steps: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(out), str(steps)],
        cwd=ROOT,
        text=True,
        capture_output=True,
        check=False,
    )


def test_a_build_that_is_killed_leaves_the_old_site_or_the_new_one_whole(tmp_path: Path) -> None:
    old = {f"{n}.html": b"old" * n for n in range(20)}
    publish(old, tmp_path / "new")
    steps, new = int(_published(tmp_path / "new", 10**9).stdout), digest(tmp_path / "new")
    assert steps > 100
    seen = set()
    for at in [*random.Random(7).sample(range(1, steps), 12), *range(steps - 30, steps + 1, 4)]:
        out = tmp_path / str(at) / "site"
        publish(old, out)
        before = digest(out)
        assert _published(out, at).returncode < 0, f"step {at} of {steps} was never reached"
        assert digest(out) in (before, new), (
            f"killed at step {at} of {steps}, the site is neither old nor new"
        )
        seen.add(digest(out) == new)
        assert publish(old, out).total == 20
        assert digest(out) == before
    assert seen == {True, False}, "no kill fell on each side of the exchange"


def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/to-mother.txt").write_text("Dear mother", encoding="utf-8")
    with pytest.raises(CallError, match="holds something else"):
        publish({"index.html": b""}, tmp_path / "letters")
    assert files(tmp_path) == ["letters/to-mother.txt"]
    publish({"index.html": b""}, tmp_path / "ours")
    assert files(tmp_path / "ours") == [MARK, "index.html"]


# 8: a mistake in content is told with its place, and never as a traceback.


def _called(words: list[str], sources: Sources) -> tuple[int, str]:
    """Call the command line on these sources in place of those it would read: its end, what it said."""
    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(said):
        ended = commands.main(words, lambda _read: build(sources))
    return ended, said.getvalue()


FOUND = sorted(harbour().content)
CHARACTERS = "\"'#:-{}[]&*!|>%@`,\\\t\r\0\u200b\u202e\ufeff\u00ad–é’<\n x"


@given(
    st.sampled_from(FOUND), st.sampled_from(["line", "word", "character"]), st.randoms(use_true_random=False)
)
@settings(max_examples=40)
def test_whatever_slip_is_made_in_a_file_nobody_meets_a_traceback(
    path: str, slip: str, dice: random.Random
) -> None:
    text = harbour().content[path].decode()
    lines, words = text.splitlines(keepends=True), list(re.finditer(r"[\w-]+", text))
    if slip == "line":
        del lines[dice.randrange(len(lines))]
        changed = "".join(lines)
    elif slip == "word":
        one, other = dice.choice(words), dice.choice(words)
        changed = text[: one.start()] + other[0] + dice.choice(["", "x"]) + text[one.end() :]
    else:
        place = dice.randrange(len(text) + 1)
        changed = text[:place] + dice.choice(CHARACTERS) + text[place:]
    ended, said = _called(
        ["check", "--content", str(HARBOUR / "content")], harbour(more={path: changed.encode()})
    )
    assert ended in (0, 1)
    if ended:
        told = said.partition("\n\n")[0].splitlines()
        assert told, "it ends with 1 and says nothing"
        for line in told:
            assert PLACE.fullmatch(line), line


# 10: pages are small.


def test_every_page_of_either_portal_is_small_with_its_style_and_script(
    built_site: Path, harbour_site: Path
) -> None:
    for site in (built_site, harbour_site):
        size = {name: len(gzip.compress((site / name).read_bytes(), 6)) for name in files(site)}
        small = {name for name in size if SMALL.fullmatch(name)}
        assert len(small) > 20
        whole = {
            name: size[name] + sum(size[asset] for asset in _styles_and_scripts(page))
            for name, page in read_pages(site).items()
        }
        assert min(whole.values()) > 4_000, "style and script were not counted"
        most = {name: 14_000 if name in small else 60_000 for name in whole}
        assert {name: whole[name] for name in whole if whole[name] > most[name]} == {}


def test_only_pages_with_a_picture_to_print_or_to_search_load_a_second_style(pages: dict[str, Page]) -> None:
    styles = {
        page: [name for name in _styles_and_scripts(page) if name.endswith(".css")] for page in pages.values()
    }
    loading = {page.kind.partition("-x")[0] for page, names in styles.items() if len(names) > 1}
    pictured = {"home", "timeline", "coverage", "bodies-then-and-now"}
    assert loading == {*pictured, "on-paper", "in-one-minute", "search"}


def _styles_and_scripts(page: Page) -> set[str]:
    """Give the files of style and script that a browser asks for with a page, each once."""
    asked = {target(address)[0] for address in page.fetched}
    return {name for name in asked if name.endswith((".css", ".js"))}
