"""What is kept in git: plain text that reads the same on every machine and names none."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.engines import ROOT

if TYPE_CHECKING:
    from pathlib import Path

BINARY = {".png", ".jpg", ".webp", ".ico", ".woff2", ".pdf"}
"""As in .gitattributes."""

# Written in parts, so that this file does not hold what it looks for.
REGISTRIES = re.compile(
    "|".join(
        [
            r"\bpypi\." + "org",
            "python" + r"hosted\.org",
            r"registry\." + "npm",
            r"\bnpmjs\." + r"(?:org|com)",
            r"\bdeb\." + r"debian\.org",
            r"security\." + r"debian\.org",
        ]
    )
)
MACHINE = re.compile(
    r"(?<![\w./-])/(?:work|root|tmp|opt|var/folders)\b|(?<![\w.])/(?:home|Users)/\w+|\b[A-Z]:\\Users\\",
)
PIN = re.compile(r"[a-z0-9-]+==[0-9a-z.]+(?: \\\n    --hash=sha256:[0-9a-f]{64})+")


def kept() -> list[Path]:
    """List the files that git keeps, and the new ones it would."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in sorted(set(listed.split("\0"))) if name and (ROOT / name).is_file()]


TEXTS = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in kept() if path.suffix not in BINARY}


def named(pattern: re.Pattern[str]) -> list[str]:
    """List what a pattern finds in the files that git keeps: `path:line: found`."""
    return [
        f"{path}:{number}: {found.group()}"
        for path, data in TEXTS.items()
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1)
        for found in pattern.finditer(line)
    ]


def test_no_file_names_a_package_registry() -> None:
    assert named(REGISTRIES) == []


def test_no_file_holds_a_path_of_one_machine() -> None:
    assert named(MACHINE) == []


def test_nothing_that_is_built_or_installed_is_kept() -> None:
    made = re.compile(r"(?:^|/)(?:_site[^/]*|\.venv|\.tools|node_modules|__pycache__)/")
    assert [path for path in TEXTS if made.search(path)] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_pins_hold_versions_and_hashes_and_nothing_else(name: str) -> None:
    text = re.sub(r"^(?:#.*)?\n", "", TEXTS[name].decode(), flags=re.MULTILINE)
    pins = re.split(r"\n(?=\S)", text.strip())
    assert [pin for pin in pins if not PIN.fullmatch(pin)] == []


def test_the_lock_of_the_test_tools_holds_hashes_and_no_address() -> None:
    text = TEXTS["tests/tools/package-lock.json"].decode()
    assert "resolved" not in text
    assert "://" not in text
    assert text.count('"integrity": "sha512-') == text.count('"node_modules/')


def test_every_text_is_utf_8_with_line_feeds() -> None:
    assert [path for path, data in TEXTS.items() if b"\r" in data] == []
    assert [path for path, data in TEXTS.items() if not _utf_8(data)] == []


def _utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.startswith(b"\xef\xbb\xbf")
