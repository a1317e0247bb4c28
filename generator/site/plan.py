"""Every page of the site: its address, its template, its view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from generator.derive import coverage as covering
from generator.derive import days as dated
from generator.derive.linked import Linked
from generator.derive.titles import neutral
from generator.exchange import calendar, feeds
from generator.exchange.atom import NAME
from generator.exchange.data import FOLDER, Download
from generator.record.addresses import href
from generator.record.dates import day_in_words
from generator.record.fields import SERIES_FOLDERS
from generator.record.kinds import KINDS
from generator.site.frame import CHANGES, THEN_AND_NOW, Crumb, head
from generator.site.on_paper import on_paper
from generator.site.page import Page, of_record, ready
from generator.site.page import page as _page
from generator.site.views import (
    changed,
    coverage,
    days,
    governance,
    home,
    lists,
    questions,
    search,
    statuses,
    takeaway,
    three,
    timeline,
)
from generator.words import capital, gettext

LISTED: Final = MappingProxyType(
    {
        "motions": gettext("What councillors asked for by motion. The latest first."),
        "reviews": gettext("What reviewers were asked, and what they suggested. The latest first."),
        "resolutions": gettext("What boards and commissions resolved, agreed or framed. The latest first."),
        "reports": gettext("What other reports recommend or ask. The latest first."),
        "strategies": gettext("What strategies set out to do. The latest first."),
        "plans": gettext("What plans set out to do. The latest first."),
        "meetings": gettext("Meetings the papers tell of, held, planned or only mentioned. The "
                            "latest first."),
        "documents": gettext("Papers held, contained in others, cited, withheld or proposed."),
        "bodies": gettext("Public bodies and groups that the papers name, under each name they print."),
        "people": gettext("Holders of public roles, named because of the role. Everybody else "
                          "appears by role only."),
        "updates": gettext("What was said of which items, and when. The latest first."),
        "promises": gettext("What somebody undertook, or was asked, to do next. The latest first."),
        "events": gettext("Dated happenings that no other page carries. The latest first."),
        "figures": gettext("Numbers in the papers, with who counted what, how and when. Do not add them up."),
        "terms": gettext("Words and letters the papers use. Where a paper gives no expansion, none "
                         "is given here."),
        "statements": gettext("What bodies and people say in reply, in their own words, unaltered. "
                              "The latest first."),
        "corrections": gettext("Errors of this site put right, and what we put otherwise. They stay here."),
        "help": gettext("Who to call. A line that may change is shown only while somebody has "
                        "confirmed it lately."),
        "searched": gettext("Whose papers were looked through, from when to when, and what has not "
                            "been looked at."),
    }
)
"""The kinds that have a list, and what the list says of itself."""
WHOLE: Final = frozenset({"terms", "figures", "help", "searched", "corrections"})
"""Kinds whose list shows each record in full."""
WITH_EVERYTHING: Final = ("", "timeline/", "updates/", "meetings/")
"""Pages on which to follow everything."""


def plan(linked: Linked, downloads: Sequence[Download]) -> tuple[Page, ...]:
    """Give every page, in the order of its file; no two share an address."""
    records = [of_record(linked, record) for record in linked.portal.records.values()]
    printed = on_paper(linked, {page.head.address: page for page in records})
    pages = [*_own_pages(linked), *_lists(linked), *_coverage(linked), *_days(linked), *_sheets(linked),
             *_finding(linked), *records, *printed, *_former(linked), _data(linked, downloads)]  # fmt: skip
    return tuple(sorted(_followed(linked, _told_apart(pages)), key=lambda page: page.file))


def _told_apart(pages: list[Page]) -> Iterator[Page]:
    """Pages of one title in the browser have their address in it as well."""
    titles = Counter(page.head.head_title for page in pages)
    for page in pages:
        own = page.head
        if titles[own.head_title] > 1:
            words = gettext("{address}: {title}", address=own.address.strip("/"), title=own.head_title)
            own = replace(own, head_title=words)
        yield replace(page, head=own)


def _followed(linked: Linked, pages: Iterable[Page]) -> Iterator[Page]:
    """Pages that have a feed or a calendar name it."""
    news = {href(record.address): href(record.address) + NAME for record in feeds.followed(linked)}
    news |= dict.fromkeys(WITH_EVERYTHING, NAME) | {CHANGES.href: feeds.CHANGES + NAME}
    days = {href(body.address): href(body.address) + calendar.NAME for body in calendar.dated_bodies(linked)}
    if calendar.everything(linked):
        days |= dict.fromkeys(WITH_EVERYTHING, calendar.NAME)
    for page in pages:
        own = page.head.address
        yield replace(page, head=replace(page.head, feed=news.get(own, ""), calendar=days.get(own, "")))


def _former(linked: Linked) -> Iterator[Page]:
    """At each address that a record had before: where it went."""
    for record in linked.portal.records.values():
        for former in record.was:
            own = head(linked.portal.settings, href(former), gettext("This page has moved"))
            yield _page("former", replace(own, noindex=True), linked.card, record.address)


def _lists(linked: Linked) -> Iterator[Page]:
    for folder, about in LISTED.items():
        view = lists.of_kind(linked, KINDS[folder], about, folder in WHOLE)
        if view.groups or folder not in SERIES_FOLDERS:
            title = capital(KINDS[folder].many)
            yield _page("list", head(linked.portal.settings, f"{folder}/", title), ready, view)


def _coverage(linked: Linked) -> Iterator[Page]:
    settings, tables = linked.portal.settings, covering.tables(linked)
    above = Crumb(gettext("What reaches what"), "coverage/")
    by_later: dict[str, list[coverage.CoverageView]] = {}
    for table in tables:
        by_later.setdefault(table.later.href, []).append(coverage.coverage(linked, table))
    for later, views in by_later.items():
        title = gettext("What reaches what: {series}", series=views[0].table.later.title)
        yield _page("coverage", head(settings, f"coverage/{later}", title, (above,)), ready, tuple(views))
    cards = linked.cards(later.strip("/") for later in by_later)
    view = coverage.CoverageList(cards, coverage.way(linked))
    yield _page("coverages", head(settings, "coverage/", above.title), ready, view)


def _days(linked: Linked) -> Iterator[Page]:
    settings, above = linked.portal.settings, Crumb(gettext("As it stood"), "as-of/")
    yield _page("days", head(settings, above.href, above.title), days.everything, linked)
    for day in dated.days(linked.portal):
        title = gettext("As it stood on {day}", day=day_in_words(day))
        own = replace(head(settings, days.address_of(day), title, (above,)), noindex=True)
        yield _page("day", own, days.one, linked, day)


def _sheets(linked: Linked) -> Iterator[Page]:
    """The browser's title is made from the body's own, which is neutral already."""
    settings, above = linked.portal.settings, Crumb(gettext("Questions for the next meeting"), "questions/")
    made = questions.everything(linked)
    yield _page("sheets", head(settings, above.href, above.title), questions.listed, made)
    for body, view in made.items():
        title = gettext("Questions for the next meeting: {body}", body=view.body.title)
        name = gettext("Questions: {body}", body=neutral(linked, linked.portal.records[body]))
        own = head(settings, questions.address_of(body), title, (above,), name)
        yield _page("sheet", own, ready, view)


def _finding(linked: Linked) -> Iterator[Page]:
    """The search page, and the lists by standing and by year that it leads to."""
    settings = linked.portal.settings
    words, years = search.by_word(linked), search.by_year(linked)
    yield _page("search", head(settings, "search/", gettext("Search")), search.search, linked, words, years)
    above = Crumb(gettext("What was asked"), "standing/")
    for address, view in words.items():
        title = gettext("Where it stands: {word}", word=view.word)
        yield _page("word", head(settings, address, title, (above,)), ready, view)
    above = Crumb(gettext("Timeline"), "timeline/")
    for address, year in years.items():
        title = gettext("Timeline: {year}", year=year.year.title)
        yield _page("year", head(settings, address, title, (above,)), ready, year)


def _own_pages(linked: Linked) -> Iterator[Page]:
    settings = linked.portal.settings
    yield _page("home", head(settings, "", settings.title), home.home, linked)
    yield _page("timeline", head(settings, "timeline/", gettext("Timeline")), timeline.timeline, linked)
    yield _page("changes", head(settings, CHANGES.href, CHANGES.title), changed.changes, linked)
    title = gettext("What was asked, and where it stands")
    yield _page("standing", head(settings, "standing/", title), lists.standing, linked)
    yield _page("unknown", head(settings, "unknown/", gettext("What we do not know")), lists.unknown, linked)
    words = gettext("What the reviewers found working")
    yield _page("working", head(settings, "working/", words), lists.working, linked)
    if settings.bodies_in:
        above = Crumb(gettext("Bodies"), "bodies/")
        own = head(settings, THEN_AND_NOW, gettext("Bodies then and now"), (above,))
        yield _page("governance", own, governance.then_and_now, linked)
    words = gettext("What the words on the badges mean")
    yield _page("statuses", head(settings, "statuses/", words), statuses.statuses, linked)
    words = gettext("Three questions for scrutiny")
    yield _page("three", head(settings, "three-questions/", words), three.three_questions, linked)
    missing = head(settings, "404.html", gettext("This page is not here"))
    yield _page("missing", replace(missing, root=settings.base), ready, ())


def _data(linked: Linked, downloads: Sequence[Download]) -> Page:
    own = head(linked.portal.settings, FOLDER, gettext("Take it away"))
    view = takeaway.takeaway(linked, downloads)
    return _page("data", replace(own, ld=takeaway.described(linked, view)), ready, view)
