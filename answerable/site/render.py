"""Page → bytes. A template sees its page, the site's values, what it may ask, and every part by its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any, Final

from jinja2 import BytecodeCache, DictLoader, Environment, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup

from answerable import i18n as words
from answerable.graph.stages import with_asks
from answerable.graph.trees import counts
from answerable.graph.unknowns import HOLDING, STATES
from answerable.i18n import ENGLISH, Language
from answerable.model.address import anchor
from answerable.model.date import day_in_words
from answerable.model.kinds.item import Link
from answerable.model.spec import words_of
from answerable.site.frame import Site
from answerable.site.glossary import explained
from answerable.site.page import Page
from answerable.site.parts import pages_of
from answerable.site.template_output import finalize, name, plain

MESSAGES: Final = (words.gettext, words.ngettext, words.pgettext)
"""Functions for messages, the same as in Python; `finalize` prints them."""
JOINS: Final = (words.commas, words.semicolons, words.capital, with_asks, counts)
"""Filters that put words together."""

_OPENING = re.compile("<main [^>]*>")
GLOSSARY: Final = "terms/"
"""The list of words, which explains each already."""
PARTS: Final = "parts/"


class _Context(Context):
    """Context of a template whose functions ask for no context, so that each is called as it is."""

    def call(self, function: Callable[..., object], /, *args: object, **named: object) -> object:
        """What a function gives."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return function(*args, **named)


def environment(
    templates: Mapping[str, str], language: Language = ENGLISH, compiled: BytecodeCache | None = None
) -> Environment:
    """Environment that escapes everything and refuses names and values it does not know.

    `compiled` keeps each template as compiled, which serves every language.
    """
    env = Environment(
        loader=DictLoader(templates),
        bytecode_cache=compiled,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize(language),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    env.extend(newstyle_gettext=True)
    env.context_class = _Context
    env.filters |= {"plain": plain(language), "name": name(language), "anchor": anchor, "day": day_in_words}
    env.filters |= {join.__name__: join for join in JOINS}
    env.globals = {
        "namespace": env.globals["namespace"],
        "language": language,
        "means": {"holding": HOLDING, "state": STATES, "strength": words_of(Link, "strength")},
    }
    env.globals |= {function.__name__: function for function in MESSAGES}
    for part in filter(lambda path: path.startswith(PARTS), templates):
        macro = part.removeprefix(PARTS).removesuffix(".html")
        env.globals[macro] = getattr(env.get_template(part).make_module(env.globals, shared=True), macro)
    return env


def render(
    templates: Mapping[str, str], site: Site, pages: Iterable[Page], compiled: BytecodeCache | None = None
) -> dict[str, bytes]:
    """Bytes of each page and of the parts of long ones, by file."""
    renderer = one_by_one(environment(templates, site.language, compiled), site)
    return {file: data for page in pages for file, data in renderer(page).items()}


def one_by_one(env: Environment, site: Site) -> Callable[[Page], dict[str, bytes]]:
    """Renderer of a page, and of its parts where its list is long; `env` may have served before."""
    parts: dict[str, Any] = env.globals

    @cache
    def frame(root: str) -> dict[str, Markup]:
        """What begins and ends every page of one depth; made once for all of them."""
        return {part: parts[part](root, site) for part in ("top", "foot")}

    def files(page: Page) -> dict[str, bytes]:
        pages = pages_of(page, site.context(page.head.root))
        return {one.file: _bytes(env, site, one, frame(one.head.root)) for one in pages}

    return files


def _bytes(env: Environment, site: Site, page: Page, frame: Mapping[str, Markup]) -> bytes:
    """A page's bytes; lines that hold nothing are left out."""
    ctx = site.context(page.head.root)
    text = env.get_template(page.template).render(
        site=site,
        page=page.head,
        record=page.record,
        subject=page.subject,
        view=page.view(ctx),
        ctx=ctx,
        **frame,
    )
    lines = map(str.strip, _explained(env.globals, site, page, text).splitlines())
    return ("\n".join(filter(None, lines)) + "\n").encode()


def _explained(parts: Mapping[str, Any], site: Site, page: Page, text: str) -> str:
    """Page with its words explained; the glossary itself stays as it is."""
    opening = _OPENING.search(text)
    if page.head.address == GLOSSARY or not opening:
        return text
    contents, end, closing = text[opening.end() :].rpartition("</main>")
    show = partial(parts["term"], page.head.root)
    marked, words = explained(contents, site.glossary, page.head.title, page.head.address, show)
    return "".join((text[: opening.end()], marked, parts["glossary"](words), end, closing))
