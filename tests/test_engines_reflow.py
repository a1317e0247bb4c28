"""No page scrolls sideways at 320 pixels, whatever the words in it are: WCAG 2.2's 1.4.10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.pages import files
from tests.questions import REFLOW

if TYPE_CHECKING:
    from tests.browser import Chromium
    from tests.pages import Served


def test_no_page_of_either_portal_scrolls_sideways_at_320_pixels(
    chromium: Chromium, served: list[Served]
) -> None:
    for site in served:
        texts = {path: site.text(path) for path in files(site.folder, ".html")}
        answers = chromium.ask_texts(site.address, texts, REFLOW, 320)
        assert answers.keys() == texts.keys()
        assert {path: faults for path, faults in answers.items() if faults} == {}


def test_what_sticks_out_is_found(chromium: Chromium, served: list[Served]) -> None:
    fault = '<svg width="9"><text>Nine letters</text></svg>'
    faulty = served[0].text("index.html").replace("</main>", f"{fault}</main>")
    answers = chromium.ask_texts(served[0].address, {"faulty": faulty}, REFLOW, 320)
    assert "outside its picture" in str(answers["faulty"])
