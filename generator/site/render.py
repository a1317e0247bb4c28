"""Page → bytes. A template sees its page's head and view and the site's values, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError
from markupsafe import Markup

from generator.site.frame import Site
from generator.site.plan import Page


def environment(templates: Mapping[str, str]) -> Environment:
    """Give an environment that escapes everything and refuses names and values it does not know."""
    return Environment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _printable(value: object) -> object:
    """Only words and numbers are printed: never a missing value, a list or a value's own name."""
    if isinstance(value, (str, Markup)) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TemplateError(f"A template would print {type(value).__name__}, which is nothing for readers.")


def render(
    templates: Mapping[str, str], site: Site, pages: Sequence[Page], jobs: int = 1
) -> dict[str, bytes]:
    """Give each page's bytes by its file; with several jobs the pages are shared among as many processes."""
    env = environment(templates)
    for name in {page.template for page in pages}:
        env.get_template(name)
    return {page.file: _bytes(env, site, page) for page in pages}


def _bytes(env: Environment, site: Site, page: Page) -> bytes:
    """A page's bytes; lines that hold nothing are left out."""
    text = env.get_template(page.template).render(site=site, page=page.head, view=page.view)
    lines = (line.strip() for line in text.splitlines())
    return ("\n".join(line for line in lines if line) + "\n").encode()
