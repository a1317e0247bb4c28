"""Page → bytes. A template sees its page's head and view and the site's values, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Any, Final

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from answerable import i18n as words
from answerable.graph.stages import with_asks
from answerable.graph.unknowns import HOLDING, STATES
from answerable.i18n import ENGLISH, Language
from answerable.model.address import anchor
from answerable.model.date import day_in_words
from answerable.model.kinds.item import Link
from answerable.model.spec import words_of
from answerable.site.frame import Site
from answerable.site.glossary import explained
from answerable.site.page import Page
from answerable.site.template_output import finalize, name, plain

MESSAGES: Final = (words.gettext, words.ngettext, words.pgettext)
"""Functions for messages, the same as in Python; `finalize` prints them."""
JOINS: Final = (words.commas, words.semicolons, words.capital, with_asks)
"""Filters that put words together."""

_OPENING = re.compile("<main [^>]*>")
GLOSSARY: Final = "terms/"
"""The list of words, which explains each already."""


def environment(templates: Mapping[str, str], language: Language = ENGLISH) -> Environment:
    """Environment that escapes everything and refuses names and values it does not know."""
    env = Environment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize(language),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    env.extend(newstyle_gettext=True)
    env.filters |= {"plain": plain(language), "name": name(language), "anchor": anchor, "day": day_in_words}
    env.filters |= {join.__name__: join for join in JOINS}
    env.globals = {
        "namespace": env.globals["namespace"],
        "choices": {"strength": words_of(Link, "strength")},
        "language": language,
    }
    env.globals["means"] = MappingProxyType({"holding": HOLDING, "state": STATES})
    env.globals |= {function.__name__: function for function in MESSAGES}
    return env


def render(templates: Mapping[str, str], site: Site, pages: Iterable[Page]) -> dict[str, bytes]:
    """Bytes of each page by its file, in the order of the pages."""
    renderer = one_by_one(environment(templates, site.language), site)
    return {page.file: renderer(page) for page in pages}


def one_by_one(env: Environment, site: Site) -> Callable[[Page], bytes]:
    """Give what renders a page when it is asked for, as `render` does; `env` may have served before."""
    return partial(_bytes, _furnished(env, site), site)


def _furnished(env: Environment, site: Site) -> Environment:
    env.globals["foot"] = cache(lambda root: _foot(env, site, root))
    return env


def _foot(env: Environment, site: Site, root: str) -> Markup:
    """What ends every page of one depth; made once for all of them."""
    made: Markup = env.get_template("foot.html").make_module().foot(root, site)  # type: ignore[attr-defined]
    return made


def _explained(env: Environment, site: Site, page: Page, text: str) -> str:
    """Give a page with its words explained; the glossary itself stays as it is."""
    opening = _OPENING.search(text)
    if page.head.address == GLOSSARY or not opening:
        return text
    contents, end, closing = text[opening.end() :].rpartition("</main>")
    parts: Any = env.get_template("terms.html").module
    shown = partial(parts.term, page.head.root)
    made, words = explained(contents, site.glossary, page.head.title, page.head.address, shown)
    return "".join((text[: opening.end()], made, parts.listed(words), end, closing))


def _bytes(env: Environment, site: Site, page: Page) -> bytes:
    """A page's bytes; lines that hold nothing are left out."""
    text = env.get_template(page.template).render(
        site=site, page=page.head, record=page.record, view=page.view, ctx=site.context(page.head.root)
    )
    text = _explained(env, site, page, text)
    lines = (line.strip() for line in text.splitlines())
    return ("\n".join(line for line in lines if line) + "\n").encode()
