"""Frame: what every page has around its contents, the site's values and the page's head."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from answerable.graph.graph import Graph
from answerable.graph.visibility import help_lines, help_lines_lapse, hidden_help_lines
from answerable.i18n import ENGLISH, Language, capital, gettext
from answerable.model.address import href, root_of
from answerable.model.date import day_in_words
from answerable.model.field import Record
from answerable.model.kinds.item import Item
from answerable.model.kinds.page import Page
from answerable.model.kinds.term import Term
from answerable.model.portal import Portal, Settings
from answerable.model.registry import KINDS, kind_of
from answerable.site.context import Context
from answerable.site.glossary import Glossary, glossary


@dataclass(frozen=True, slots=True)
class Crumb:
    """A title with an address below the root."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class FooterGroup:
    """Links of the footer under one heading."""

    title: str
    links: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A line for help as every page names it."""

    name: str
    number: str
    who: str
    hours: str


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on every page."""

    title: str
    short: str
    launched: bool
    banner: str
    then: str
    """What the site says where it tells of a past day; empty where it tells of today."""
    exit: str
    held_until: str
    found_at: str
    """Where the site is found, as people type it; printed with each page's own address."""
    menu: tuple[Crumb, ...]
    footer: tuple[FooterGroup, ...]
    help: tuple[HelpLine, ...]
    left_out: int
    """How many lines for help nobody has confirmed lately, so that they are not shown."""
    help_days: int
    check_after: str
    """The day after which the lines on a printed page must be checked; empty where all are certain."""
    assets: Mapping[str, str]
    """The files that pages load, by role; `find`, the search page's script, is there with a search box."""
    language: Language
    context: Callable[[str], Context]
    """What a page may ask of the graph, by the way from it back to the root."""
    glossary: Glossary
    """The words that pages explain at their first use."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a list that is too long for one page: what it holds, and how many entries."""

    title: str
    href: str
    number: int
    ids: tuple[str, ...]
    """The places of the whole list that stand in it, so that links to them still lead there."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is one page's own around its contents."""

    address: str
    title: str
    """The heading."""
    name: str
    """The browser's title: neutral, because it stays in histories."""
    root: str
    crumbs: tuple[Crumb, ...]
    noindex: bool
    shared: bool = False
    """Whether another page has its name, so that the browser's title has its address as well."""
    parts: tuple[Part, ...] = ()
    """Where a long list goes on: of the list all its parts, of a part those beside it."""
    number: int = 0
    """How many entries a list has, whole."""

    @property
    def head_title(self) -> str:
        """Title in the browser; no two pages have the same."""
        if not self.shared:
            return self.name
        return gettext("%(address)s: %(title)s", address=self.address.strip("/"), title=self.name)


HOME = Crumb(gettext("Home"), "")
TIMELINE = Crumb(gettext("Timeline"), "timeline/")
CHANGES = Crumb(gettext("What changed"), "changes/")
MENU = (
    Crumb(gettext("What was asked"), "standing/"),
    TIMELINE,
    Crumb(gettext("Search"), "search/"),
    Crumb(gettext("Get help"), "get-help/"),
)
A_TO_Z = Crumb(gettext("From A to Z"), "search/#everything")
ABOUT_THE_RECORD = (
    Crumb(gettext("What was asked, by standing"), "standing/"),
    Crumb(gettext("What reaches what"), "coverage/"),
    Crumb(gettext("What the reviewers found working"), "working/"),
    Crumb(gettext("What we do not know"), "unknown/"),
    Crumb(gettext("Where we have looked"), "searched/"),
    Crumb(gettext("Questions for the next meeting"), "questions/"),
    Crumb(gettext("As it stood on a day"), "as-of/"),
    Crumb(gettext("What the words on the badges mean"), "statuses/"),
    Crumb(gettext("On paper"), "on-paper/"),
    Crumb(gettext("Take it away"), "data/"),
)
THEN_AND_NOW = "bodies-then-and-now/"


def site(graph: Graph, assets: Mapping[str, str], language: Language = ENGLISH) -> Site:
    """Values that every page shows; `assets` names the files that pages load."""
    settings = graph.portal.settings
    lapse = help_lines_lapse(graph.portal)
    return Site(
        title=settings.title,
        short=settings.short,
        launched=settings.launched,
        banner=settings.banner,
        then=_then(graph.portal.then),
        exit=settings.exit,
        held_until=settings.held_until,
        found_at=settings.found_at or "",
        menu=MENU,
        footer=_footer(graph.portal),
        help=tuple(
            HelpLine(line.name, line.number, line.who_for, line.hours or "")
            for line in help_lines(graph.portal)
        ),
        left_out=hidden_help_lines(graph.portal),
        help_days=settings.help_days,
        check_after=day_in_words(lapse) if lapse else "",
        assets=assets,
        language=language,
        context=partial(Context, graph),
        glossary=glossary(graph.portal.of(Term)),
    )


def _footer(portal: Portal) -> tuple[FooterGroup, ...]:
    """The ways to everything, in three groups."""
    pages = sorted(portal.of(Page), key=lambda page: (page.order, page.address))
    first = (portal.records[address] for address in portal.settings.first if address in portal.records)
    series = tuple(Crumb(one.heading, href(one.address)) for one in first)
    times = (Crumb(gettext("Bodies then and now"), THEN_AND_NOW),) if portal.settings.bodies_in else ()
    listed = sorted((kind for kind in KINDS.values() if kind.footer), key=lambda kind: kind.footer or 0)
    lists = tuple(Crumb(capital(kind.many), f"{kind.folder}/") for kind in listed)
    about = tuple(Crumb(page.title, href(page.address)) for page in pages)
    return (
        FooterGroup(gettext("What was asked"), (*series, *ABOUT_THE_RECORD)),
        FooterGroup(gettext("Everything"), (A_TO_Z, TIMELINE, CHANGES, *lists, *times)),
        FooterGroup(gettext("About this site"), about),
    )


def _then(day: date | None) -> str:
    if day is None:
        return ""
    return gettext("As it stood on %(day)s, told from the papers held today.", day=day_in_words(day))


def head(
    settings: Settings, address: str, title: str, crumbs: tuple[Crumb, ...] = (), called: str = ""
) -> Head:
    """Head of a page; the browser's title is `called` where the heading says more."""
    browser = settings.titled(called or title) if address else settings.short
    steps = (HOME, *crumbs) if address else ()
    return Head(address, title, browser, root_of(address), steps, not settings.launched)


def head_of(ctx: Context, record: Record) -> Head:
    """Head of a record's page."""
    kind = kind_of(record.address)
    crumbs: tuple[Crumb, ...] = (Crumb(capital(kind.many), f"{kind.folder}/"),) if kind.about else ()
    if isinstance(record, Item):
        series = ctx.portal.series_of(record)
        crumbs = (*crumbs, Crumb(series.title, href(series.address)))
    return head(ctx.settings, href(record.address), record.heading, crumbs, ctx.browser_title(record))
