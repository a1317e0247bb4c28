"""Pictures of a page of each kind, for people to look through: `make pictures` puts them into `.tools/screenshots`.

They are not compared with older ones: a changed word would change most of them.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from answerable.publish.folder import publish
from tests import pseudo
from tests.browser import DARK, FORCED, LIGHT, launch
from tests.engines import TOOLS, required
from tests.pages import Served, files, kind
from tests.portals import harbour, harbour_files, site_of
from tests.server import serving

SCREENSHOTS = TOOLS / "screenshots"
TALL = 1000
"""Pixels of a page that a picture shows; what is below repeats what is above."""
LOOKS = {320: (LIGHT, DARK), 1280: (LIGHT, FORCED)}
"""CSS pixels: the narrowest screen on which WCAG 2.2 asks for reflow (1.4.10), and a common desk's."""


def of_each_kind(site: Served) -> list[str]:
    """Give the longest page of each kind, where faults are likeliest."""
    pages = sorted(files(site.folder, ".html"), key=lambda path: len(site.text(path)))
    return list({kind(path): path for path in pages}.values())


def draw(site: Served, name: str) -> None:
    """Draw the first screen of each kind of page at each width, in each look."""
    with sync_playwright() as playwright:
        chromium = launch(playwright, required("chromium"))
        for width, looks in LOOKS.items():
            with chromium.visit(width, TALL) as visit:
                for path in of_each_kind(site):
                    visit.open(site.full(path))
                    for look in looks:
                        visit.show(look)
                        place = SCREENSHOTS / f"{kind(path)}-{name}-{look.name}-{width}.jpg"
                        visit.page.screenshot(path=place, type="jpeg", quality=80)


def main() -> None:
    """Draw the fictional portal, and the same from right to left."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for name, site in (("ltr", harbour_files()), ("rtl", site_of(pseudo.rtl(harbour())))):
        with TemporaryDirectory() as folder:
            publish(site, Path(folder) / "site")
            work = Path(folder) / "server"
            work.mkdir()
            with serving(required("nginx"), Path(folder) / "site", work) as address:
                draw(Served(address, Path(folder) / "site"), name)


if __name__ == "__main__":
    main()
