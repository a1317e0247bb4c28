"""Install what can be installed of the engines that tests use: `python -m tests.tools.install`.

Debian's packages are installed only where this runs as root and apt-get exists. What npm brings
goes into `.tools/`, at the exact versions and hashes of `package-lock.json`, with the packages'
own scripts off: one of them would download a Java.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.engines import TOOLS, missing

HERE = Path(__file__).resolve().parent
NPM = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def main() -> int:
    """Install what is missing and can be had; the tests' own closing lines name the rest."""
    from_npm = any(engine.npm for engine in missing()) or _pins_changed()
    packages = {package for engine in missing() for package in engine.packages}
    if from_npm and not shutil.which("npm"):
        packages |= {"nodejs", "npm"}
    if packages:
        _debian(sorted(packages))
    if from_npm:
        _from_npm()
    return 0


def _debian(packages: list[str]) -> None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        _say(f"Not installed, since this is not root on Debian: {', '.join(packages)}.")
        return
    _say(f"Installing from Debian: {', '.join(packages)}.")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("update",), ("install", "--yes", "--no-install-recommends", *packages)):
        _run(["apt-get", "-qq", *command], Path.cwd(), quiet)


def _pins_changed() -> bool:
    """Tell whether what is in `.tools/` was installed from another list than today's."""
    kept = TOOLS / "package-lock.json"
    return not kept.is_file() or kept.read_bytes() != (HERE / "package-lock.json").read_bytes()


def _from_npm() -> None:
    if not shutil.which("npm"):
        _say("npm was not found, so neither the validator, axe nor CommonMark's suite is installed.")
        return
    _say("Installing the validator, axe and CommonMark's suite into .tools/.")
    TOOLS.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, TOOLS / name)
    _run(list(NPM), TOOLS, dict(os.environ))


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    """Run an installer. When it fails, show its words and go on: the tests say what they miss."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        sys.stderr.write(done.stdout)
        _say(f"{command[0]} could not install what the tests need. Its own words stand above.")


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
