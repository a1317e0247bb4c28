"""What every page has around its contents: the site's own values and the page's head."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from generator.derive.linked import Linked
from generator.derive.titles import neutral
from generator.exchange.structured import Ld, jsonld
from generator.record.addresses import href, root_of
from generator.record.dates import day_in_words
from generator.record.facts import Help, Page
from generator.record.fields import Record
from generator.record.kinds import kind_of
from generator.record.portal import Settings
from generator.record.series import Item


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
    """A line for help that is certain without a check."""

    name: str
    number: str
    who: str


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
    style: str
    paper: str
    """The second style, of pages that are made to be printed."""
    script: str
    icon: str


@dataclass(frozen=True, slots=True)
class Head:
    """What is one page's own around its contents."""

    address: str
    title: str
    """The heading."""
    head_title: str
    """The browser's title: neutral, because it stays in histories."""
    root: str
    crumbs: tuple[Crumb, ...]
    noindex: bool
    lang: str
    feed: str = ""
    """The feed of what this page is about, below the root; empty where it has none."""
    calendar: str = ""
    """The calendar of its dates, below the root; empty where it has none."""
    ld: Ld | None = None
    """What the page is about, in schema.org's words."""


MENU = (
    Crumb("What was asked", "standing/"),
    Crumb("Timeline", "timeline/"),
    Crumb("What we do not know", "unknown/"),
    Crumb("Get help", "get-help/"),
)
LISTS = (
    Crumb("Meetings", "meetings/"),
    Crumb("Documents", "documents/"),
    Crumb("Bodies", "bodies/"),
    Crumb("People in public roles", "people/"),
    Crumb("Updates", "updates/"),
    Crumb("Promises", "promises/"),
    Crumb("Events", "events/"),
    Crumb("Figures", "figures/"),
    Crumb("Words we explain", "terms/"),
    Crumb("Statements", "statements/"),
    Crumb("Corrections", "corrections/"),
    Crumb("Help lines", "help/"),
)
ABOUT_THE_RECORD = (
    Crumb("What was asked, by standing", "standing/"),
    Crumb("What reaches what", "coverage/"),
    Crumb("What the reviewers found working", "working/"),
    Crumb("What we do not know", "unknown/"),
    Crumb("Where we have looked", "searched/"),
    Crumb("Three questions for scrutiny", "three-questions/"),
    Crumb("Questions for the next meeting", "questions/"),
    Crumb("As it stood on a day", "as-of/"),
    Crumb("What the words on the badges mean", "statuses/"),
    Crumb("On paper", "on-paper/"),
    Crumb("Take it away", "data/"),
)
THEN_AND_NOW = "bodies-then-and-now/"


def site(linked: Linked, assets: dict[str, str]) -> Site:
    """Give the values that every page shows; `assets` names the style, script and icon files."""
    settings = linked.portal.settings
    pages = sorted(linked.portal.of(Page), key=lambda page: (page.order, page.address))
    series = tuple(
        Crumb(linked.portal.records[s].heading, href(s)) for s in settings.first if s in linked.portal.records
    )
    times = (Crumb("Bodies then and now", THEN_AND_NOW),) if settings.bodies_in else ()
    there = (line for line in linked.portal.of(Help) if line.certain and not line.taken_back)
    lines = sorted(there, key=lambda line: line.order)
    return Site(
        title=settings.title,
        short=settings.short,
        launched=settings.launched,
        banner=settings.banner,
        then=_then(linked.portal.then),
        exit=settings.exit,
        held_until=settings.held_until,
        found_at=settings.found_at or "",
        menu=MENU,
        footer=(
            FooterGroup("What was asked", (*series, *ABOUT_THE_RECORD)),
            FooterGroup("Everything", (Crumb("Timeline", "timeline/"), *LISTS, *times)),
            FooterGroup("About this site", tuple(Crumb(page.title, href(page.address)) for page in pages)),
        ),
        help=tuple(HelpLine(line.name, line.number, line.who_for) for line in lines),
        style=assets["style"],
        paper=assets["paper"],
        script=assets["script"],
        icon=assets["icon"],
    )


def _then(day: date | None) -> str:
    return f"As it stood on {day_in_words(day)}, told from the papers held today." if day else ""


def head(
    settings: Settings, address: str, title: str, crumbs: tuple[Crumb, ...] = (), called: str = ""
) -> Head:
    """Give a page's head; the browser's title is `called` where the heading says more."""
    browser = f"{called or title} – {settings.short}" if address else settings.short
    steps = (Crumb("Home", ""), *crumbs) if address else ()
    return Head(address, title, browser, root_of(address), steps, not settings.launched, settings.language)


def head_of(linked: Linked, record: Record) -> Head:
    """Give the head of a record's page."""
    portal, kind = linked.portal, kind_of(record.address)
    crumbs: tuple[Crumb, ...] = (Crumb(kind.many[0].upper() + kind.many[1:], f"{kind.folder}/"),)
    if isinstance(record, Item):
        series = portal.series_of(record)
        crumbs = (*crumbs, Crumb(series.title, href(series.address)))
    elif isinstance(record, Page):
        crumbs = ()
    own = head(portal.settings, href(record.address), record.heading, crumbs, neutral(linked, record))
    return replace(own, ld=jsonld(linked, record))
