"""A site to look at: made as a build makes it, except that a page is made when somebody looks at it.

Here alone, drafts and embargoed records are shown as if they were public. A build knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache, partial
from types import MappingProxyType
from typing import Final

from jinja2 import Environment

from answerable.export import atom, feeds
from answerable.export import ics as calendar
from answerable.export.downloads import FOLDER, data
from answerable.graph.graph import Graph, link
from answerable.graph.visibility import visible
from answerable.i18n import Language, load_language
from answerable.load.record import load
from answerable.load.sources import Sources
from answerable.model.address import file_of, href
from answerable.model.date import day_in_words
from answerable.model.portal import Portal
from answerable.problem import ContentError
from answerable.rules import check
from answerable.site.assets import assets
from answerable.site.frame import site
from answerable.site.page import Page, of_record
from answerable.site.pages import plan
from answerable.site.render import environment, one_by_one

DRAFT: Final = "draft"
FOLLOWED: Final = (atom.NAME, calendar.NAME)


class Files(Mapping[str, bytes]):
    """The files of a site by path, each made when it is first asked for.

    A record's page is made from the record alone, so that what was just written is there at once. All other
    pages come with the plan; from then on the records' pages do too.
    """

    def __init__(self, graph: Graph, language: Language, sources: Sources, env: Environment) -> None:
        """Take the record with all that follows from it, and what it is shown with."""
        self._linked = graph
        self._language = language
        names, self._made = assets(sources.static, graph.portal.settings.brand, search=False)
        self._render = one_by_one(env, site(graph, names, language))
        self._records = {file_of(href(address)): address for address in graph.portal.records}

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {page.file: page for page in plan(self._linked, ())}

    @cached_property
    def _others(self) -> dict[str, bytes]:
        """Feeds, calendars, the record as data and the page that offers it: slow, and seldom looked at."""
        downloads = data(self._linked)
        made = feeds.feeds(self._linked, self._language) | calendar.calendars(self._linked, self._language)
        made |= {download.path: download.data for download in downloads}
        offer = next(page for page in plan(self._linked, downloads) if page.head.address == FOLDER)
        return made | {offer.file: self._render(offer)}

    def __getitem__(self, file: str) -> bytes:
        """Give a file's bytes; KeyError where the site has none of this name."""
        if file not in self._made:
            self._made[file] = self._make(file)
        return self._made[file]

    def shows_more(self, file: str, public: Files) -> bool:
        """Tell whether a page says anything else than the same page of the site that is public."""
        if "_pages" in self.__dict__:
            public._pages  # noqa: B018  (both made with the plan, or both without)
        return file not in public or self[file] != public[file]

    def _make(self, file: str) -> bytes:
        if file in self._records and "_pages" not in self.__dict__:
            return self._render(of_record(self._linked, self._linked.portal.records[self._records[file]]))
        if file != file_of(FOLDER) and file in self._pages:
            return self._render(self._pages[file])
        return self._others[file]

    def __contains__(self, file: object) -> bool:
        """Tell whether the site has a file, and make no more of it than that takes."""
        seldom = str(file).startswith(FOLDER) or str(file).rpartition("/")[2] in FOLLOWED
        return (
            file in self._made
            or file in self._records
            or file in self._pages
            or (seldom and file in self._others)
        )

    def __iter__(self) -> Iterator[str]:
        """Give the path of every file."""
        return iter(sorted({*self._made, *self._pages, *self._others}))

    def __len__(self) -> int:
        """Give how many files there are."""
        return len(list(iter(self)))


@dataclass(frozen=True, slots=True)
class Draft:
    """A site to look at, and what its pages have to say that a published one never does."""

    files: Mapping[str, bytes]
    warnings: tuple[str, ...] = ()
    hidden: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By address, what is not public and why: `draft`, or `until 1 August 2030`."""
    portal: Portal | None = None
    more: Callable[[str], bool] = field(default=lambda _: False)
    """Whether a file shows anything that is not public, by its path."""


def quick(sources: Sources, furnish: Callable[[Sources, Language, bool], Environment]) -> Draft:
    """Give the site of these sources to look at, with what is not public; raise ContentError."""
    loaded = load(sources.settings, sources.content, sources.private)
    problems, warnings = check(loaded, sources)
    if problems or loaded.portal is None:
        raise ContentError((*problems, *warnings))
    hidden = not_public(loaded.portal, sources.today)
    shown = visible(unveiled(loaded.portal, hidden), sources.today, sources.as_of)
    language = load_language(*shown.settings.languages, sources.languages)
    files = Files(link(shown), language, sources, furnish(sources, language, True))
    draft = Draft(files, tuple(map(str, warnings)), hidden, shown)
    if not hidden:
        return draft
    public = link(visible(loaded.portal, sources.today, sources.as_of))
    without = Files(public, language, sources, furnish(sources, language, False))
    return replace(draft, more=lambda file: files.shows_more(file, without))


def drafting() -> Callable[[Sources], Draft]:
    """Give what makes sites to look at, one after another; templates that stay the same are read once."""

    @lru_cache(maxsize=4)
    def kept(templates: tuple[tuple[str, str], ...], language: Language, _whole: bool) -> Environment:
        return environment(dict(templates), language)

    return partial(quick, furnish=lambda sources, *of: kept(tuple(sources.templates.items()), *of))


def not_public(portal: Portal, today: date) -> dict[str, str]:
    """Give each address that is not public on a day, and how it is marked."""
    hidden = {a: r for a, r in portal.records.items() if not portal.is_public(r, today)}
    return {
        address: f"until {day_in_words(record.embargo)}"
        if record.status == "published" and record.embargo
        else DRAFT
        for address, record in hidden.items()
    }


def unveiled(portal: Portal, hidden: Mapping[str, str]) -> Portal:
    """Give a portal in which what is not public is as if it were."""
    open_ = {"status": "published", "embargo": None}
    records = {
        address: record.model_copy(update=open_) if address in hidden and not record.retracted else record
        for address, record in portal.records.items()
    }
    return replace(portal, records=records, private=frozenset())
