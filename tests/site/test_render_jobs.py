"""Pages shared among processes: a fault is told as one process would tell it."""

from __future__ import annotations

from functools import partial

import pytest
from jinja2 import TemplateError

from answerable.site.frame import Head, site
from answerable.site.page import Page
from answerable.site.render import render
from tests.portals import graph, harbour
from tests.site.test_frame import ASSETS


@pytest.mark.parametrize("jobs", [1, 2, 5, 99])
def test_pages_come_in_their_order_and_a_fault_in_any_share_is_raised(jobs: int) -> None:
    own = Head("a/", "A", "A", "../", (), noindex=False)
    templates = {"page": "<p>{{ view }}</p>"}
    frame = site(graph(harbour()), ASSETS)
    pages = [Page(f"{number}.html", "page", own, partial(int, number)) for number in range(5)]
    made = render(templates, frame, pages, jobs)
    assert list(made.items()) == [(f"{number}.html", b"<p>%d</p>\n" % number) for number in range(5)]
    with pytest.raises(TemplateError, match="nothing for readers"):
        render(templates, frame, [*pages, Page("none.html", "page", own, lambda: None)], jobs)
