"""How templates print: what the pages say, and what the record says, each in its language."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from answerable.i18n import ENGLISH, Language, Message, gettext
from answerable.site.render import environment
from answerable.site.template_output import finalize, name, plain
from tests import pseudo

RTL = pseudo.language()
MARKED = '<bdi lang="en-GB" dir="ltr">{}</bdi>'


def rendered(template: str, language: Language, **view: object) -> str:
    """Give what a template makes of some values in a language."""
    return environment({"page": template}, language).get_template("page").render(**view)


@pytest.mark.parametrize(
    ("template", "english", "rtl"),
    [
        ("<p>{{ it }}</p>", "<p>a &amp; b</p>", f"<p>{MARKED.format('a &amp; b')}</p>"),
        ('<p title="{{ it|plain }}">', '<p title="a &amp; b">', '<p title="a &amp; b">'),
        ("<title>{{ it|plain }}</title>", "<title>a &amp; b</title>", "<title>a &amp; b</title>"),
        (
            '<a href="{{ root }}{{ "it/"|plain }}">{{ it }}</a>',
            '<a href="../../it/">a &amp; b</a>',
            f'<a href="../../it/">{MARKED.format("a &amp; b")}</a>',
        ),
        ("{{ number }} {{ span }}", "2030 2030-31", f"2030 {MARKED.format('2030-31')}"),
    ],
)
def test_words_of_the_record_are_marked_where_markup_can_stand(template: str, english: str, rtl: str) -> None:
    view = {"it": "a & b", "root": "../../", "number": "2030", "span": "2030-31"}
    assert rendered(template, ENGLISH, **view) == english
    assert rendered(template, RTL, **view) == rtl


def test_a_message_in_a_template_is_said_with_what_fills_it() -> None:
    template = '{{ gettext("Before: %(item)s", item=link(it)) }}'
    link = Markup("<a>{}</a>").format
    assert rendered(template, ENGLISH, link=link, it="<i>") == "Before: <a>&lt;i&gt;</a>"
    said = rendered(template, RTL, link=link, it="<i>")
    assert said.endswith(": <a>&lt;i&gt;</a>")
    assert "Before" not in said


@pytest.mark.parametrize(
    "template",
    [
        '{{ gettext("In papers of %(date)s", date=it) }}',
        '{{ [gettext("In papers of %(date)s", date=it)][0] }}',
        '{{ gettext("In papers of %(date)s", date=(it, 1)[0]) }}',
        "{{ said }}",
    ],
)
def test_it_is_the_same_wherever_the_message_stands(template: str) -> None:
    said = gettext("In papers of %(date)s", date="a, b")
    assert rendered(template, ENGLISH, it="a, b", said=said) == "In papers of a, b"
    assert rendered(template, RTL, it="a, b", said=said) == finalize(RTL)(said)


def test_a_message_may_count() -> None:
    template = '{{ ngettext("%(n)s row", "%(n)s rows", it) }}'
    assert [rendered(template, ENGLISH, it=n) for n in (1, 2)] == ["1 row", "2 rows"]


def test_a_message_is_never_markup() -> None:
    assert finalize(RTL)(gettext("<b>%(it)s", it="<i>")) == f"&lt;b&gt;{MARKED.format('&lt;i&gt;')}"
    assert plain(RTL)(gettext("a %(it)s", it="<i>")) == "a \u2068&lt;i&gt;\u2069"


def test_a_name_in_no_language_runs_from_left_to_right() -> None:
    assert name(ENGLISH)("a.csv") == "a.csv"
    assert name(RTL)("a.csv") == '<bdi dir="ltr" translate="no">a.csv</bdi>'


def test_the_record_in_another_language_of_the_same_direction_is_marked_too() -> None:
    english = Language("en-GB", "cy")
    said: Message = gettext("Set by %(who)s.", who="y Bwrdd")
    assert finalize(english)(said) == 'Set by <bdi lang="cy" dir="ltr">y Bwrdd</bdi>.'
