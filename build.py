#!/usr/bin/env python3
"""Answerable: from a folder of YAML and Markdown to a site that shows what was asked and answered."""

from __future__ import annotations

import sys

from generator import commands
from generator.check import check
from generator.derive.choose import choose
from generator.derive.linked import link
from generator.exchange.calendar import calendars
from generator.exchange.data import data
from generator.exchange.feeds import feeds
from generator.problems import Built, ContentError
from generator.read.load import load
from generator.read.sources import Sources
from generator.site.assets import assets
from generator.site.frame import site
from generator.site.plan import plan
from generator.site.render import render
from generator.words import spoken


def build(sources: Sources, jobs: int = 1) -> Built:
    """Give a site, and what to warn of, from its sources and their two dates; raise ContentError."""
    loaded = load(sources.settings, sources.content, sources.private)
    problems, warnings = check(loaded, sources)
    if problems or loaded.portal is None:
        raise ContentError((*problems, *warnings))
    public = choose(loaded.portal, sources.today, sources.as_of)
    linked = link(public)
    language = spoken(*public.settings.languages, sources.languages)
    downloads = data(linked)
    pages = plan(linked, downloads)
    names, files = assets(sources.static, public.settings.brand, search=sources.search)
    files |= feeds(linked, language) | calendars(linked, language)
    files |= {download.path: download.data for download in downloads}
    files |= render(sources.templates, site(linked, names, language), pages, jobs)
    return Built(files, warnings)


if __name__ == "__main__":
    sys.exit(commands.main(sys.argv[1:], build))
