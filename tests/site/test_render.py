"""Pages to bytes: everything is escaped, and nothing that is no word is printed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from jinja2 import TemplateError, UndefinedError, meta, nodes

from answerable.export.downloads import data
from answerable.site.context import Context
from answerable.site.frame import Head, site
from answerable.site.page import Page
from answerable.site.pages import of_record, plan
from answerable.site.render import PARTS, environment, one_by_one, render
from tests.portals import harbour, harbour_graph
from tests.site.test_frame import ASSETS


def rendered(template: str, view: object) -> str:
    """Give what a template makes of a view."""
    return environment({"page": template}).get_template("page").render(view=view)


def test_what_a_record_holds_is_never_markup() -> None:
    assert rendered("{{ view }}", "<script>") == "&lt;script&gt;"


def test_a_name_that_is_not_there_is_an_error_also_in_a_condition() -> None:
    with pytest.raises(UndefinedError):
        rendered("{% if view.embargoed %}hide{% else %}show{% endif %}", "text")


@pytest.mark.parametrize("nothing", [None, ["a"], {"a": "b"}, str.upper, b"bytes", True])
def test_only_words_and_numbers_are_printed(nothing: object) -> None:
    with pytest.raises(TemplateError, match="nothing for readers"):
        rendered("{{ view }}", nothing)


def test_every_template_is_used_by_a_page() -> None:
    there = harbour_graph()
    templates = harbour().templates
    env = environment(templates)
    pages = plan(there, data(there))
    waiting = {page.template for page in pages} | {f"pages/{page.part}.html" for page in pages if page.part}
    used: set[str] = set()
    while waiting:
        used |= waiting
        named = {
            name for one in waiting for name in meta.find_referenced_templates(env.parse(templates[one]))
        }
        waiting = {name for name in named if name} - used
    assert {name for name in templates if not name.startswith(PARTS)} - used == set()


def test_no_template_prints_what_is_the_same_in_each_language() -> None:
    """What is compiled in one language serves another: nothing is worked out before it is rendered."""
    for name, source in harbour().templates.items():
        for output in environment({}).parse(source, name).find_all(nodes.Output):
            assert not [node for node in output.nodes if is_constant(node)], name


def is_constant(node: nodes.Expr) -> bool:
    """Whether a template prints the same wherever it is rendered."""
    if isinstance(node, nodes.TemplateData):
        return False
    try:
        node.as_const()
    except nodes.Impossible:
        return False
    return True


def test_a_page_made_when_it_is_asked_for_is_the_same_and_a_new_frame_shows() -> None:
    there = harbour_graph()
    templates, frame, env = harbour().templates, site(there, ASSETS), environment(harbour().templates)
    record = there.portal.records["terms/mole"]
    page = of_record(Context(there, ""), record)
    other = replace(frame, short="Another record")
    assert one_by_one(env, frame)(page) == render(templates, frame, [page])
    assert one_by_one(env, other)(page) == render(templates, other, [page])


def test_a_page_keeps_no_empty_lines() -> None:
    own = Head("a/", "A", "A", "../", (), noindex=False)
    made = render(
        {**harbour().templates, "pages/a.html": "\n <p>a</p>\n\n"},
        site(harbour_graph(), ASSETS),
        [Page("a", own)],
    )
    assert made == {"a/index.html": b"<p>a</p>\n"}
