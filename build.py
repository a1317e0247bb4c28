#!/usr/bin/env python3
"""Answerable: from a folder of YAML and Markdown to a site that shows what was asked and answered."""

from __future__ import annotations

import sys
from functools import partial

from jinja2 import BytecodeCache, FileSystemBytecodeCache

from answerable import cli as commands
from answerable.export.atom import feeds
from answerable.export.downloads import data
from answerable.export.ics import calendars
from answerable.graph.graph import link
from answerable.graph.visibility import visible
from answerable.i18n import load_language
from answerable.load.record import load
from answerable.load.sources import Sources
from answerable.problem import Built, ContentError
from answerable.rules import check
from answerable.site.assets import assets
from answerable.site.frame import site
from answerable.site.pages import plan
from answerable.site.render import render


def build(sources: Sources, compiled: BytecodeCache | None = None) -> Built:
    """Give a site, and what to warn of, from its sources and their two dates; raise ContentError.

    `compiled` keeps templates compiled from one build to the next, and changes no byte.
    """
    loaded = load(sources.settings, sources.content, sources.private)
    problems, warnings = check(loaded, sources)
    if problems or loaded.portal is None:
        raise ContentError((*problems, *warnings))
    public = visible(loaded.portal, sources.today, sources.as_of)
    graph = link(public)
    language = load_language(*public.settings.languages, sources.languages)
    downloads = data(graph)
    pages = plan(graph, downloads)
    names, files = assets(sources.static, public.settings.brand, search=sources.search)
    files |= feeds(graph, language) | calendars(graph, language)
    files |= {download.path: download.data for download in downloads}
    files |= render(sources.templates, site(graph, names, language), pages, compiled)
    return Built(files, warnings)


if __name__ == "__main__":
    sys.exit(commands.main(sys.argv[1:], partial(build, compiled=FileSystemBytecodeCache())))
