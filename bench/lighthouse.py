"""Lighthouse's four scores for a page of each kind: `.venv/bin/python -m bench.lighthouse [KIND ...]`.

The fictional portal is measured, because it is launched: a page of the other asks not to be found, and
Lighthouse takes marks away for that, as it does for a page of a past day. One thing is changed in the copy
that is measured: its policy lets a page ask its own host, since Lighthouse fetches robots.txt as if the page
did, and ours may not. Lighthouse comes from npm into `.tools/lighthouse/`, at the versions and hashes of
`bench/tools/package-lock.json`. It takes some ten seconds a page, and other work on the machine at the same
time lowers the first score.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import HARBOUR_TODAY
from tests.engines import ENGINES, ROOT, TOOLS
from tests.pages import Page, Served, of_each_kind
from tests.server import serving

PINS = ROOT / "bench/tools"
PLACE = TOOLS / "lighthouse"
PROGRAM = PLACE / "node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
CHROMIUM = (
    "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    " --disable-component-update --disable-sync --no-first-run"
)


def main(*wanted: str) -> None:
    """Print a table of the scores, and beneath it what cost a mark."""
    _install()
    with tempfile.TemporaryDirectory() as folder:
        site, work = Path(folder, "site"), Path(folder, "nginx")
        work.mkdir()
        _build(site)
        with serving(_engine("nginx"), site, work) as address:
            pages = [page for _, page in of_each_kind([Served(address, site)])]
            print(" " * 40 + "".join(f"{category:>16}" for category in CATEGORIES))
            for page in pages:
                if not wanted or page.kind in wanted:
                    _measure(address, page)


def _measure(address: str, page: Page) -> None:
    command = [
        "node",
        str(PROGRAM),
        address + page.address,
        "--output=json",
        "--quiet",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={CHROMIUM}",
    ]
    around = {**os.environ, "CHROME_PATH": str(_engine("chromium"))}
    told = json.loads(subprocess.run(command, env=around, capture_output=True, text=True, check=True).stdout)
    scores = [told["categories"][category]["score"] for category in CATEGORIES]
    aside = " (asks not to be found)" if _hidden(page) else ""
    print(f"{page.address:40}" + "".join(f"{round(score * 100):>16}" for score in scores) + aside, flush=True)
    for category in CATEGORIES:
        for audit in told["categories"][category]["auditRefs"]:
            found = told["audits"][audit["id"]]
            if audit["weight"] and found["score"] is not None and found["score"] < 1:
                seen = f"{found['score']}, {found.get('displayValue', '')}"
                print(f"    {category}: {found['title']} ({seen})")


def _hidden(page: Page) -> bool:
    """Tell whether a page asks search engines to leave it out, as that of a past day does."""
    return any(meta.get("name") == "robots" for meta in page.root.iter("meta"))


def _build(out: Path) -> None:
    harbour = ROOT / "examples/harbour"
    command = [
        sys.executable,
        "build.py",
        "build",
        "--content",
        str(harbour / "content"),
        "--today",
        HARBOUR_TODAY,
        "--out",
        str(out),
    ]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    for page in out.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if "connect-src" not in text:
            page.write_text(text.replace("base-uri", "connect-src 'self'; base-uri", 1), encoding="utf-8")


def _install() -> None:
    kept = PLACE / "package-lock.json"
    if PROGRAM.is_file() and kept.read_bytes() == (PINS / "package-lock.json").read_bytes():
        return
    PLACE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(PINS / name, PLACE / name)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command, cwd=PLACE, check=True, env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"})


def _engine(name: str) -> Path:
    found = ENGINES[name].find()
    if found is None:
        sys.exit(f"{ENGINES[name].not_found}. `make test` installs it where it can.")
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
